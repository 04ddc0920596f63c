import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { get } from 'node:http';
import { ROOT } from '@shortfactory/command-line';

/** The server hands work back within ten seconds; a process that still runs then is killed. */
const PATIENCE_MS = 11_000;
/** sysexits.h: the configuration is wrong. The next start would find it as wrong. */
const EX_CONFIG = 78;

/** How a program that served before is started again when it has died. */
export interface Restarts {
  /** Waits before the first restart in a row, the second and so on; after the last one it is given up. */
  readonly waitsMs: readonly number[];
  /** The deaths of a program that ran for this long are counted anew. */
  readonly steadyMs: number;
}
export const RESTARTS: Restarts = { waitsMs: [1_000, 2_000, 4_000, 8_000, 16_000], steadyMs: 60_000 };

export interface Program {
  readonly name: string;
  /** Arguments of node. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Answers 200 when it takes requests. */
  readonly readyUrl: string;
}

interface End {
  /** For a person: a signal, an exit code, or why it could not be started. */
  readonly how: string;
  readonly code: number;
}

/**
 * Programs that are stopped together. One that dies by itself is started again after a while, the others go on; one
 * that never served, whose configuration is wrong, or that dies again and again ends all of them.
 */
export class Programs {
  readonly #children = new Map<string, ChildProcess>();
  readonly #restarts = new Set<ReturnType<typeof setTimeout>>();
  /** Names of programs that have served. */
  readonly #served = new Set<string>();
  readonly #say: (sentence: string) => void;
  readonly #waitsMs: readonly number[];
  readonly #steadyMs: number;
  #stopping = false;
  #code = 0;
  #ended: (code: number) => void = () => undefined;
  /** Exit code for the whole: 0 when it was stopped, else of the program that could not be kept running. */
  readonly ended = new Promise<number>((resolve) => (this.#ended = resolve));

  /** @param say is called with a sentence for each program that died, and when it is back. */
  constructor(say: (sentence: string) => void, { waitsMs, steadyMs }: Restarts = RESTARTS) {
    this.#say = say;
    this.#waitsMs = waitsMs;
    this.#steadyMs = steadyMs;
  }

  start(program: Program): void {
    this.#run(program, 0);
  }

  /** @param deaths in a row before this run. */
  #run(program: Program, deaths: number): void {
    const { name, args, env } = program;
    const startedMs = performance.now();
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
    this.#children.set(name, child);
    const onEnd = (end: End): void => {
      if (this.#children.get(name) !== child) return;
      this.#children.delete(name);
      const steady = performance.now() - startedMs >= this.#steadyMs;
      if (!this.#stopping) this.#lost(program, end, steady ? 1 : deaths + 1);
      if (this.#stopping && this.#children.size === 0) this.#ended(this.#code);
    };
    child.once('exit', (code, signal) =>
      onEnd({ how: signal ?? `exit code ${code}`, code: code === null || code === 0 ? 1 : code }),
    );
    child.once('error', ({ message }) => onEnd({ how: message, code: 1 }));
  }

  #lost(program: Program, { how, code }: End, deaths: number): void {
    const { name } = program;
    if (!this.#served.has(name) || code === EX_CONFIG) {
      this.#say(`${name} ended by itself (${how}); stopping the rest.`);
      return this.stop(code);
    }
    const waitMs = this.#waitsMs[deaths - 1];
    if (waitMs === undefined) {
      this.#say(
        `${name} crashed ${deaths} times in a row, the last time with ${how}; stopping the rest. What it wrote before stands above.`,
      );
      return this.stop(code);
    }
    this.#say(`${name} crashed (${how}). It is started again in ${waitMs / 1000} s; the rest goes on.`);
    const timer = setTimeout(() => {
      this.#restarts.delete(timer);
      this.#run(program, deaths);
      void this.ready(program).then((ready) => ready && this.#say(`${name} is back.`));
    }, waitMs);
    this.#restarts.add(timer);
  }

  /** Ends all of them in order, and the hard way those that do not. */
  stop(code = 0): void {
    if (this.#stopping) return;
    this.#stopping = true;
    this.#code = code;
    for (const timer of this.#restarts) clearTimeout(timer);
    for (const child of this.#children.values()) child.kill('SIGTERM');
    if (this.#children.size === 0) this.#ended(code);
    setTimeout(() => {
      for (const child of this.#children.values()) child.kill('SIGKILL');
    }, PATIENCE_MS).unref();
  }

  /** Resolves to true when the program takes requests, to false when it ended before. */
  async ready({ name, readyUrl }: Program): Promise<boolean> {
    const child = this.#children.get(name);
    while (child && this.#children.get(name) === child && !this.#stopping) {
      if (await answers(readyUrl)) {
        this.#served.add(name);
        return true;
      }
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
