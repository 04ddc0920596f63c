import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Config } from '@shortfactory/config';
import { PipelineProcessLost } from '@shortfactory/core';
import type {
  Log,
  LogFields,
  ObjectStore,
  SecretSource,
  Studio,
  StudioAbout,
  Telemetry,
  Traces,
} from '@shortfactory/core';
import type { PipelineClient } from '@shortfactory/jobs';
import type { RunOptions } from '@shortfactory/pipeline';
import type { Found, PartName } from '@shortfactory/providers';
import type { FfmpegAbout } from '@shortfactory/renderer';
import { Heartbeat } from './heartbeat.ts';
import { dispatch } from './dispatch.ts';
import type { CallName, Calls, FromPipelineProcess, Question, ToPipelineProcess } from './protocol.ts';
import { errorFromWire, errorToWire } from './wire-errors.ts';

export interface PipelineProcessOptions {
  readonly config: Config;
  /** The configuration as of now, asked before each call; what is under way goes on with the one that it began with. */
  readonly freshConfig?: () => Promise<Config>;
  /** Entry file of the child process. */
  readonly script: string;
  /** Its environment, for example for cloud clients, without secrets. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly secrets: SecretSource;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly traces: Traces;
  /** Redacts messages of the child: errors of services may repeat the key of the request. */
  readonly scrub: <T>(message: T) => T;
}

/** An aborted call must end within this time. */
const ABORT_MS = 10_000;
/** After its IPC channel is closed the child has this long to exit by itself. */
const LEAVE_MS = 1000;

interface Open {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** Aborts the call in the child; it then rejects with `reason`. */
  readonly stop: (reason: unknown) => void;
  readonly options: Partial<RunOptions>;
}

/**
 * The pipeline in a process of its own. Drawing a picture or a frame blocks a thread for up to half a second: here it
 * does not block requests. It is started by `warm` or the first call; when it dies or hangs, its open calls reject with
 * PipelineProcessLost (a retry is safe) and the next call starts a new process. It never outlives this process.
 */
export class PipelineProcess {
  readonly #options: PipelineProcessOptions;
  readonly #open = new Map<number, Open>();
  #child: ChildProcess | undefined;
  #lastId = 0;
  #about: Promise<StudioAbout> | undefined;
  #config: Config;
  #hasBegun = false;
  readonly #heartbeat = new Heartbeat(
    () => this.#child && send(this.#child, { type: 'ping' }),
    () => {
      this.#options.log.error('Pipeline process sent no heartbeat and is stopped.', {});
      this.#child?.kill('SIGKILL');
    },
  );
  #closed = false;

  constructor(options: PipelineProcessOptions) {
    this.#options = options;
    this.#config = options.config;
  }

  /** Of the running process, if any. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts the process now, so that the first call does not wait for it. */
  warm(): void {
    if (!this.#closed) this.#running();
  }

  /** The pipeline for jobs. */
  pipeline(store: ObjectStore): PipelineClient {
    return {
      store,
      make: (request, options) => this.#call('make', [request, options.spentUsd], options),
      inspect: (object, seconds, signal) => this.#call('inspect', [object, seconds], { signal }),
    };
  }

  get studio(): Studio {
    return {
      about: () => this.#aboutStudio(),
      tellStory: (request, signal) => this.#call('tellStory', [request], { signal }),
      writeScript: (wanted, signal) => this.#call('writeScript', [wanted], { signal }),
      drawScene: (wanted, signal) => this.#call('drawScene', [wanted], { signal }),
      speak: (wanted, signal) => this.#call('speak', [wanted], { signal }),
      checkMusic: (upload, signal) => this.#call('checkMusic', [upload], { signal }),
      checkUploads: (script, signal) => this.#call('checkUploads', [script], { signal }),
      hearRecording: (given, signal) => this.#call('hearRecording', [given], { signal }),
      checkRecordings: (script, narration, signal) =>
        this.#call('checkRecordings', [script, narration], { signal }),
      stems: (parts, signal) => this.#call('stems', [parts], { signal }),
      review: (script, aspects) => this.#call('review', [script, aspects]),
    };
  }

  /** Follows from the configuration, and a process that draws answers late: so it is asked once for each. */
  async #aboutStudio(): Promise<StudioAbout> {
    await this.#renew();
    const about = (this.#about ??= this.#call('about', []));
    about.catch(() => (this.#about = undefined));
    return about;
  }

  /** Asks a provider whether it takes what a configuration has for it; see `Assembled.tryProvider`. */
  tryProvider(config: Config, part: PartName, entry: string, signal: AbortSignal): Promise<string> {
    return this.#call('tryProvider', [config, part, entry], { signal });
  }

  /** The model servers of this machine. */
  findEndpoints(signal: AbortSignal): Promise<readonly Found[]> {
    return this.#call('findEndpoints', [], { signal });
  }

  checkFfmpeg(): Promise<FfmpegAbout> {
    return this.#call('checkFfmpeg', []);
  }

  /** Aborts the open calls, and resolves when the process has exited. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#about = undefined;
    const child = this.#child;
    if (!child) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), LEAVE_MS);
    await gone;
    clearTimeout(timer);
  }

  /** Tells the running process of a configuration that has changed. */
  async #renew(): Promise<void> {
    const config = await this.#options.freshConfig?.();
    if (config === undefined || config === this.#config) return;
    this.#config = config;
    this.#about = undefined;
    if (this.#child) send(this.#child, { type: 'begin', config, isFirst: false });
  }

  async #call<Name extends CallName>(
    name: Name,
    args: Parameters<Calls[Name]>,
    options: Partial<RunOptions> = {},
  ): Promise<ReturnType<Calls[Name]>> {
    const { signal } = options;
    if (this.#options.freshConfig) await this.#renew();
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      if (this.#closed) return reject(new PipelineProcessLost('This process is shutting down.'));
      const child = this.#running();
      const id = ++this.#lastId;
      let late: NodeJS.Timeout | undefined;
      let stopped: { readonly reason: unknown } | undefined;
      const stop = (reason: unknown): void => {
        if (stopped) return;
        stopped = { reason };
        send(child, { type: 'abort', id });
        late = setTimeout(() => child.kill('SIGKILL'), ABORT_MS);
      };
      const abort = (): void => stop(signal?.reason);
      const settle = (): void => {
        clearTimeout(late);
        signal?.removeEventListener('abort', abort);
        this.#open.delete(id);
        this.#heartbeat.watch(this.#open.size > 0);
      };
      this.#open.set(id, {
        options,
        stop,
        resolve: (value) => {
          settle();
          resolve(value as ReturnType<Calls[Name]>);
        },
        reject: (error) => {
          settle();
          reject((stopped ? stopped.reason : error) as Error);
        },
      });
      signal?.addEventListener('abort', abort, { once: true });
      this.#heartbeat.watch(this.#open.size > 0);
      send(child, { type: 'call', id, name, args, trace: this.#options.traces.headers() });
    });
  }

  #running(): ChildProcess {
    if (this.#child) return this.#child;
    const { script, env, log } = this.#options;
    const child = fork(script, {
      // Fonts come with the product, so system fonts need not be loaded, which takes a tenth of a second.
      env: { ...env, DISABLE_SYSTEM_FONTS_LOAD: '1' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    let lastOutput = '';
    child.stderr?.on('data', (chunk: Buffer) => (lastOutput = (lastOutput + chunk.toString()).slice(-4000)));
    child.on('message', (message: FromPipelineProcess) => this.#receive(child, message));
    const gone = (facts: LogFields): void => {
      if (this.#child !== child) return;
      this.#child = undefined;
      if (!this.#closed) log.error('Pipeline process exited; the next call starts a new one.', facts);
      const lost = new PipelineProcessLost('The process that makes videos stopped in the middle of it.');
      for (const { reject } of [...this.#open.values()]) reject(lost);
    };
    child.once('exit', (code, signal) => gone({ code, killedBy: signal, lastOutput }));
    child.on('error', (error) => {
      // Without a pid it did not start; otherwise its exit follows.
      if (child.pid === undefined) gone({ error });
    });
    send(child, { type: 'begin', config: this.#config, isFirst: !this.#hasBegun });
    this.#hasBegun = true;
    return child;
  }

  #receive(child: ChildProcess, unscrubbed: FromPipelineProcess): void {
    const message = this.#options.scrub(unscrubbed);
    this.#heartbeat.heard();
    const { log, telemetry } = this.#options;
    switch (message.type) {
      case 'result':
        return this.#open.get(message.id)?.resolve(message.value);
      case 'fault':
        return this.#open.get(message.id)?.reject(errorFromWire(message.fault));
      case 'event': {
        const open = this.#open.get(message.id);
        try {
          return open && dispatch(open.options, message.event);
        } catch (error) {
          // A callback may throw to end the run.
          return open?.stop(error);
        }
      }
      case 'ask':
        return void this.#answer(child, message.ask, message.question);
      case 'log': {
        const error = message.fault ? { error: errorFromWire(message.fault) } : {};
        return log[message.level](message.message, { ...message.fields, ...error });
      }
      case 'telemetry':
        return telemetry.record(message.event);
      case 'ready':
      case 'pong':
        return;
    }
  }

  async #answer(child: ChildProcess, ask: number, question: Question): Promise<void> {
    try {
      send(child, { type: 'answer', ask, value: await this.#resolve(question) });
    } catch (error) {
      send(child, { type: 'answer', ask, fault: errorToWire(error) });
    }
  }

  async #resolve(question: Question): Promise<unknown> {
    const { secrets } = this.#options;
    switch (question.kind) {
      case 'step':
        return this.#open.get(question.id)?.options.beforeStep?.();
      case 'secret':
        return secrets.get(question.name);
      case 'secrets-check':
        return secrets.check();
    }
  }
}

/** A message to a child that has exited is lost; its exit rejects the open calls. */
function send(child: ChildProcess, message: ToPipelineProcess): void {
  if (child.connected) child.send(message, () => undefined);
}
