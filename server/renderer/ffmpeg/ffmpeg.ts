import type { ChildProcess } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import {
  executable,
  findOnPath,
  killedFromOutside,
  launcher,
  noRoomToStart,
} from '@shortfactory/child-process';
import type { ChildEnd } from '@shortfactory/child-process';
import { NO_TRACES, ProgramKilled, RenderFailed, StorageFailed } from '@shortfactory/core';
import type { Traces } from '@shortfactory/core';
import type { FfmpegPlan } from './arguments.ts';
import { feedInput, Stall } from '../frames/feed.ts';
import { aboutFrom, identityOf } from './ffmpeg-about.ts';
import type { FfmpegAbout } from './ffmpeg-about.ts';
import { ANSWER_MS, missingAbilities, NoAnswer, said } from './ffmpeg-abilities.ts';
import type { WriteFrame } from '../frames/feed.ts';
import { childOf, ffmpegCommand } from './fluent-ffmpeg.ts';
import { linkedStatically } from './linked-statically.ts';

const require = createRequire(import.meta.url);

/** An ffmpeg that stops reading its input is exiting; it has this long to exit and report why. */
const ENDING_MS = 2000;

export interface FfmpegOptions {
  readonly stallMs?: number;
  readonly answerMs?: readonly number[];
  readonly traces?: Traces;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  /** Feeds standard input; when it returns the input ends. */
  readonly feed?: (write: WriteFrame) => Promise<void>;
  /** Told what it printed, also when it failed. */
  readonly onReport?: (report: string) => void;
  /** Gets standard output, for plans that write to it; it has to be read to its end, and `alive` called as it is. */
  readonly take?: (stream: Readable, alive: () => void) => void;
}

/**
 * One ffmpeg binary, and the only place where it is started: argument arrays, never a shell; nothing of our environment; a
 * lower priority, limits on memory, time and files, and death with its parent where the system has the tools for it.
 */
export class Ffmpeg {
  readonly path: string;
  readonly traces: Traces;
  /** A sentence for each limit of its processes that is not as wanted on this system. */
  readonly limitShortfalls: readonly string[];
  readonly #launcher: readonly string[];
  readonly #stallMs: number;
  readonly #answerMs: readonly number[];
  /** The binary that was asked last what it can do; rejects when that is not everything. */
  #asked: { readonly binary: string; readonly complete: Promise<void> } | undefined;

  /** A process that says and takes nothing for `stallMs` hangs; a question to it is tried once for each `answerMs`. */
  constructor(
    path: string,
    searchPath = '',
    { stallMs = 60_000, answerMs = ANSWER_MS, traces = NO_TRACES }: FfmpegOptions = {},
  ) {
    this.path = path;
    this.traces = traces;
    const limits = launcher(searchPath);
    this.limitShortfalls = limits.shortfalls;
    this.#launcher = [...limits.launcher, path];
    this.#stallMs = stallMs;
    this.#answerMs = answerMs;
  }

  /** The first of `all`. Throws RenderFailed when there is none that can be run. */
  static locate(wanted: string | undefined, searchPath: string, options?: FfmpegOptions): Ffmpeg {
    const [first] = wanted === undefined ? inOrder(searchPath) : [wanted];
    return new Ffmpeg(first ?? bundled(), searchPath, options);
  }

  /**
   * Every ffmpeg that there is: FFMPEG_PATH when given, then the one on the PATH and the one that ships with the
   * product, of which one that is linked statically comes first: a video takes some twenty starts.
   */
  static all(wanted: string | undefined, searchPath: string, options?: FfmpegOptions): Ffmpeg[] {
    const paths = [...(wanted === undefined ? [] : [wanted]), ...inOrder(searchPath)];
    return [...new Set(paths)].map((path) => new Ffmpeg(path, searchPath, options));
  }

  /** Throws RenderFailed when it cannot be run, or does not answer. */
  async about(): Promise<FfmpegAbout> {
    const printed = await said(this.#launcher, ['-version'], this.#answerMs).catch(this.#unanswered);
    return aboutFrom(this.path, printed);
  }

  /**
   * What it is, when it has everything that the plans use. Throws RenderFailed naming what it lacks, or that it does
   * not answer, or cannot be run at all. It is started each time; what it can do is asked once for each binary.
   */
  async check(): Promise<FfmpegAbout> {
    const about = await this.about();
    const binary = `${about.version} ${await identityOf(this.path).catch(this.#unanswered)}`;
    if (this.#asked?.binary !== binary) this.#asked = { binary, complete: this.#refuseMissing() };
    const asked = this.#asked;
    try {
      await asked.complete;
    } catch (error) {
      // Only one that has everything is not asked again.
      if (this.#asked === asked) this.#asked = undefined;
      throw error;
    }
    return about;
  }

  async #refuseMissing(): Promise<void> {
    const missing = await missingAbilities(this.#launcher, this.#answerMs).catch(this.#unanswered);
    if (missing.length === 0) return;
    throw new RenderFailed(
      `The ffmpeg at ${this.path} lacks ${missing.join(', ')}; set FFMPEG_PATH to a full build.`,
    );
  }

  readonly #unanswered = (cause: unknown): never => {
    throw new RenderFailed(
      cause instanceof NoAnswer
        ? `The ffmpeg at ${this.path} did not answer within ${cause.waitedMs / 1000} s; the machine may be overloaded.`
        : `The ffmpeg at ${this.path} cannot be run; set FFMPEG_PATH to one that can.`,
      { cause },
    );
  };

  /**
   * Runs a plan to its end and returns ffmpeg's output. When this settles the child is dead, whatever the reason:
   * done, RenderFailed, ProgramKilled (by another process), StorageFailed (no space), or the signal's reason.
   */
  async run(plan: FfmpegPlan, options: RunOptions): Promise<string> {
    options.signal.throwIfAborted();
    return this.traces.span('ffmpeg', { 'shortfactory.ffmpeg.to': plan.doing }, () =>
      this.#run(plan, options),
    );
  }

  async #run(plan: FfmpegPlan, options: RunOptions): Promise<string> {
    const command = ffmpegCommand(plan, this.#launcher, options.take === undefined);
    return new Promise<string>((resolve, reject) => {
      let child: ChildProcess | undefined;
      let feeding: Promise<void> = Promise.resolve();
      let fault: unknown;
      let killedByUs = false;
      let end: ChildEnd | undefined;
      let ending: NodeJS.Timeout | undefined;
      const kill = (): void => {
        killedByUs ||= end === undefined;
        child?.kill('SIGKILL');
      };
      const stop = (reason: unknown): void => {
        fault ??= reason;
        if (isBrokenPipe(reason)) ending ??= setTimeout(kill, ENDING_MS);
        else kill();
      };
      const onAbort = (): void => stop(options.signal.reason);
      options.signal.addEventListener('abort', onAbort, { once: true });
      const hung = new RenderFailed(`ffmpeg hung while it was to ${plan.doing}.`);
      const stall = new Stall(this.#stallMs, () => stop(hung));
      const settle = (finish: () => void): void => {
        options.signal.removeEventListener('abort', onAbort);
        stall.end();
        clearTimeout(ending);
        void feeding.then(finish);
      };
      command.on('start', () => {
        child = childOf(command);
        child.once('exit', (code, signal) => (end = { code, signal }));
        if (fault !== undefined) kill();
        child.stderr?.on('data', () => stall.alive());
        if (child.stdout) options.take?.(child.stdout, () => stall.alive());
        if (options.feed) feeding = feedInput(child, options.feed, stall).catch(stop);
        // The pipe of a child that was killed already has no reader.
        else child.stdin?.on('error', () => undefined).end();
      });
      command.on('end', (_stdout: string | null, stderr: string | null) =>
        settle(() => {
          options.onReport?.(stderr ?? '');
          if (fault === undefined) resolve(stderr ?? '');
          else reject(fault as Error);
        }),
      );
      command.on('error', (error: Error, _stdout: string | null, stderr: string | null) =>
        settle(() => {
          if (options.signal.aborted) return reject(options.signal.reason as Error);
          options.onReport?.(stderr ?? '');
          const killer =
            noRoomToStart(error) ?? (end && !killedByUs ? killedFromOutside(end, stderr ?? '') : undefined);
          reject(
            killer === undefined
              ? explain(plan, stderr, fault, error)
              : new ProgramKilled(plan.doing, killer, { cause: error }),
          );
        }),
      );
      command.run();
    });
  }
}

/** The message for users. ffmpeg's output names internal files; only its last part that is not a path is used. */
function explain(plan: FfmpegPlan, stderr: string | null, fault: unknown, error: Error): Error {
  const said = stderr ?? '';
  if (/No space left on device/i.test(said)) {
    return new StorageFailed(`There was no space left on the disk for temporary files, to ${plan.doing}.`);
  }
  // A broken pipe is what we see when ffmpeg has died; its own words say why.
  if (fault instanceof Error && !isBrokenPipe(fault)) return fault;
  const last = said
    .split('\n')
    .map((line) =>
      line
        .replace(/file:\S+|\/\S+/g, 'the file')
        .replace(/^\[[^\]]*\]\s*/, '')
        .trim(),
    )
    .filter(
      (line) =>
        /invalid|error|fail|exceed|not |no |unable|killed/i.test(line) && !/^Conversion failed/i.test(line),
    )
    .at(-1);
  return new RenderFailed(`ffmpeg could not ${plan.doing}${last ? ` (${last.slice(0, 200)})` : ''}.`, {
    cause: error,
  });
}

function isBrokenPipe(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && (fault.code === 'EPIPE' || fault.code === 'ECONNRESET');
}

function bundled(): string {
  const { path } = require('@ffmpeg-installer/ffmpeg') as { path: string };
  if (!executable(path)) {
    try {
      // Installers that skip install scripts leave the file without its execute bit.
      chmodSync(path, 0o755);
    } catch (error) {
      throw new RenderFailed(`The bundled ffmpeg at ${path} may not be run; run: chmod +x ${path}`, {
        cause: error,
      });
    }
  }
  return path;
}

function inOrder(searchPath: string): string[] {
  const found = [findOnPath('ffmpeg', searchPath), bundledIfThere()].filter((path) => path !== undefined);
  const quick = found.filter(linkedStatically);
  return [...quick, ...found.filter((path) => !quick.includes(path))];
}

/** The image has a build of its own instead. */
function bundledIfThere(): string | undefined {
  try {
    return bundled();
  } catch {
    return undefined;
  }
}
