import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The server hands work back within ten seconds; whoever is still there then is ended. */
const PATIENCE_MS = 11_000;

export interface Program {
  readonly name: string;
  /** Arguments of node. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Answers 200 when it takes requests. */
  readonly readyUrl: string;
}

/** Programs that live and end together. */
export class Programs {
  readonly #children = new Map<string, ChildProcess>();
  #stopping = false;
  #ended: (code: number) => void = () => undefined;
  /** Exit code for the whole: 0 when it was stopped, else of the program that ended by itself. */
  readonly ended = new Promise<number>((resolve) => (this.#ended = resolve));
  /** Told of the program that ended by itself. */
  readonly #onLoss: (sentence: string) => void;

  constructor(onLoss: (sentence: string) => void) {
    this.#onLoss = onLoss;
  }

  start({ name, args, env }: Program): void {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    this.#children.set(name, child);
    child.once('exit', (code, signal) => {
      this.#children.delete(name);
      if (!this.#stopping) {
        this.#onLoss(`${name} ended by itself (${signal ?? `exit code ${code}`}); stopping the rest.`);
        this.stop(code || 1);
      }
      if (this.#children.size === 0) this.#ended(this.#code);
    });
  }

  #code = 0;

  /** Ends all of them in order, and the hard way those that do not. */
  stop(code = 0): void {
    if (this.#stopping) return;
    this.#stopping = true;
    this.#code = code;
    for (const child of this.#children.values()) child.kill('SIGTERM');
    setTimeout(() => {
      for (const child of this.#children.values()) child.kill('SIGKILL');
    }, PATIENCE_MS).unref();
  }

  /** Resolves to true when the program takes requests, to false when it ended before. */
  async ready({ name, readyUrl }: Program): Promise<boolean> {
    while (this.#children.has(name) && !this.#stopping) {
      if (await answers(readyUrl)) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  }
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: 5000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    request.on('error', () => resolve(false)).on('timeout', () => request.destroy());
  });
}
