import { fork, type ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { ProviderFailed } from '@shortfactory/core';

/** What espeak-ng is asked; the numbers are its own scales (words a minute, 0 to 99). */
export interface EspeakRequest {
  readonly text: string;
  readonly voice: string;
  readonly rate: number;
  readonly pitch: number;
  readonly range: number;
}

export interface EspeakSpeech {
  readonly sampleRate: number;
  readonly samples: Int16Array;
  /** When each word begins: index of its code point in the text, and milliseconds. */
  readonly words: readonly { readonly codePoint: number; readonly ms: number }[];
}

/** An event of espeak-ng while it spells a text in sounds. `at` is the code point of the text that it belongs to. */
export interface PhonemeEvent {
  readonly type: string;
  readonly at: number;
  /** Of a phoneme: its sound in IPA. */
  readonly id: string | number | undefined;
}

/** What a text sounds like, without being spoken. */
export interface PhonemesRequest {
  readonly phonemes: true;
  readonly text: string;
  readonly voice: string;
}

export interface PhonemesAnswer {
  readonly events: readonly PhonemeEvent[];
}

export interface SpeakerPoolOptions {
  /** What messages call the program: "The offline voice". */
  readonly name: string;
  /** Children at most; one of espeak-ng takes a core while it speaks and about 150 MB. */
  readonly processes: number;
  /** The child's script; a bundle keeps it as a file beside itself. */
  readonly childPath: string;
  /** The child's environment; it has nothing of ours. */
  readonly env?: Readonly<Record<string, string>>;
  /** An utterance that takes longer is a hang. */
  readonly deadlineMs: number;
  /** A child that has had nothing to say for so long is ended. */
  readonly idleMs: number;
}

type Reply<Answer> = { readonly id: number } & (Answer | { readonly error: string });

/**
 * A few processes that speak, each one request at a time ({id, …} in, {id, …} or {id, error} out), started when there is something to say and used again. An idle child keeps no program
 * alive; a child that crashed, hung or was cancelled is thrown away, and the next request starts another.
 */
export class SpeakerPool<Request extends object, Answer extends object> {
  readonly #options: SpeakerPoolOptions;
  readonly #idle = new Map<ChildProcess, NodeJS.Timeout>();
  readonly #waiting: (() => void)[] = [];
  #busy = 0;
  #lastId = 0;

  constructor(options: SpeakerPoolOptions) {
    this.#options = options;
  }

  /** Throws the signal's reason at once when it is cancelled, ProviderFailed when the child does not deliver. */
  async speak(request: Request, signal: AbortSignal): Promise<Answer> {
    await this.#turn(signal);
    try {
      // It may have been cancelled between its turn's coming and now.
      signal.throwIfAborted();
      return await this.#ask(this.#takeChild(), request, signal);
    } finally {
      // A turn is handed on, not given back, so that no newcomer takes it in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#busy -= 1;
    }
  }

  /** Ends idle children now; busy ones end with their request. */
  close(): void {
    for (const [child, timer] of this.#idle) end(child, timer);
    this.#idle.clear();
  }

  async #turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#busy >= this.#options.processes) await this.#wait(signal);
    else this.#busy += 1;
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const proceed = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(proceed), 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(proceed);
    });
  }

  #takeChild(): ChildProcess {
    for (const [child, timer] of this.#idle) {
      clearTimeout(timer);
      this.#idle.delete(child);
      if (child.connected) return child;
    }
    // Nothing of the parent's environment or loaders: no voice needs any of it.
    return fork(this.#options.childPath, {
      env: { ...this.#options.env },
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
  }

  #ask(child: ChildProcess, request: Request, signal: AbortSignal): Promise<Answer> {
    const id = ++this.#lastId;
    holdOpen(child, true);
    return new Promise((resolve, reject) => {
      let lastOutput = '';
      const hear = (chunk: Buffer): void => void (lastOutput = (lastOutput + chunk.toString()).slice(-2000));
      const settle = (): void => {
        clearTimeout(deadline);
        signal.removeEventListener('abort', cancel);
        child.stderr?.off('data', hear).resume();
        child.removeAllListeners('message').removeAllListeners('exit');
      };
      const fail = (reason: unknown): void => {
        settle();
        child.kill('SIGKILL');
        reject(reason);
      };
      const cancel = (): void => fail(signal.reason);
      const deadline = setTimeout(() => {
        const seconds = this.#options.deadlineMs / 1000;
        fail(failure(`${this.#options.name} did not answer within ${seconds} s.`, lastOutput));
      }, this.#options.deadlineMs);
      signal.addEventListener('abort', cancel, { once: true });
      child.stderr?.on('data', hear);
      // Stays for good: a child that fails after its request must not become an uncaught error.
      child.on('error', (cause) =>
        fail(failure(`${this.#options.name} could not be started or reached.`, cause)),
      );
      child.once('exit', (code, killedBy) => {
        fail(
          failure(
            `${this.#options.name} stopped in the middle of a sentence (${killedBy ?? `exit code ${code}`}).`,
            lastOutput,
          ),
        );
      });
      child.on('message', (message) => {
        const reply = message as Reply<Answer>;
        if (reply.id !== id) return;
        if ('error' in reply)
          return fail(failure(`${this.#options.name} could not speak this: ${reply.error}.`, lastOutput));
        settle();
        this.#rest(child);
        resolve(reply);
      });
      child.send({ id, ...request });
    });
  }

  #rest(child: ChildProcess): void {
    const timer = setTimeout(() => {
      this.#idle.delete(child);
      end(child, timer);
    }, this.#options.idleMs);
    timer.unref();
    child.removeAllListeners('error').on('error', () => this.#idle.delete(child));
    this.#idle.set(child, timer);
    holdOpen(child, false);
  }
}

/** A failure of the machinery, not of the text: another try gets another child. */
function failure(message: string, cause: unknown): ProviderFailed {
  return new ProviderFailed(message, { retryable: true, cause });
}

/** Whether this child keeps the parent's event loop alive. */
function holdOpen(child: ChildProcess, hold: boolean): void {
  const ends = [child, child.channel, child.stderr instanceof Socket ? child.stderr : undefined];
  for (const part of ends)
    if (hold) part?.ref();
    else part?.unref();
}

/** Closing the channel is the child's sign to exit; it is idle, so it does at once. */
function end(child: ChildProcess, timer: NodeJS.Timeout): void {
  clearTimeout(timer);
  if (child.connected) child.disconnect();
}
