import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';

/** Lines of an input, one a question; none once it has ended. */
export class Answers {
  readonly #lines: Interface;
  readonly #next: AsyncIterator<string>;
  readonly #say: (line: string) => void;
  readonly #signal: AbortSignal;
  readonly #close = (): void => this.#lines.close();

  constructor(input: NodeJS.ReadableStream, say: (line: string) => void, signal: AbortSignal) {
    this.#lines = createInterface({ input, terminal: false });
    this.#next = this.#lines[Symbol.asyncIterator]();
    this.#say = say;
    this.#signal = signal;
    signal.addEventListener('abort', this.#close);
  }

  /** What was answered, trimmed; undefined when nobody answers any more. Throws the signal's reason. */
  async to(question: string): Promise<string | undefined> {
    this.#say(question);
    const line = await this.#next.next();
    this.#signal.throwIfAborted();
    return line.done === true ? undefined : line.value.trim();
  }

  close(): void {
    this.#signal.removeEventListener('abort', this.#close);
    this.#lines.close();
  }
}
