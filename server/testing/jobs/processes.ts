import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isTerminal } from '@shortfactory/core';
import type { Job, Stage } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { createJobs } from '@shortfactory/jobs';
import type { Jobs, Timing } from '@shortfactory/jobs';
import { Ffmpeg } from '@shortfactory/renderer';
import { FsDelivery, FsObjectStore, FsVersionedObjects } from '@shortfactory/storage';
import { recorded } from '../linearizability/recorded.ts';
import { silentLog } from '../silent-log.ts';
import { builtProgram } from '../support/build-once.ts';
import type { WorkerOptions } from './worker-process.ts';

/**
 * Minutes of the protocol in seconds. A busy machine holds a process up for some, so a lease is longer than that: one that
 * is lost while nobody died is a try that the test did not mean.
 */
export const SHORT_TIMES: Partial<Timing> = {
  leaseMs: 7200,
  renewMs: 600,
  fenceMs: 4800,
  takeoverMs: 7200,
  progressMs: 200,
  lookMs: 150,
  stopWorkMs: 300,
  releaseMs: 3000,
  sweepMs: 300,
  enqueueGraceMs: 300,
  offerAgainMs: 1500,
  retryMs: [100, 200],
};

export interface ProviderCall {
  readonly by: string;
  readonly stage: Stage;
  readonly of: string;
}

/** A folder that several processes work on: its store, the log of calls, an ffmpeg that notes what it is asked for. */
export class SharedFolder {
  readonly path: string;
  /** What workers run. */
  readonly program: string;
  readonly store: FsObjectStore;
  /** Accepts and looks at jobs; runs none. */
  readonly jobs: Jobs;

  private constructor(path: string, program: string, history: string | undefined) {
    this.path = path;
    this.program = program;
    const data = join(path, 'data');
    this.store = new FsObjectStore(data);
    const stored = new FsVersionedObjects(data);
    this.jobs = createJobs({
      pipeline: {
        store: this.store,
        make: () => Promise.reject(new Error('nothing is run here')),
        inspect: () => Promise.reject(new Error('nothing is run here')),
      },
      objects: history === undefined ? stored : recorded(stored, history, 'client'),
      delivery: new FsDelivery(data),
      queue: {
        kind: 'nobody',
        durable: true,
        enqueue: async () => undefined,
        waiting: () => 0,
        check: async () => undefined,
        close: async () => undefined,
      },
      clock: systemClock,
      log: silentLog,
      telemetry: { record: () => undefined },
      signingKey: 'a key for tests, and for nothing else',
      maxJobsPerOwner: 1000,
      maxRunning: 1,
      timing: { lookMs: 50 },
    });
  }

  /** With `history`, the calls of its own store of jobs are recorded there. */
  static async make(history?: string): Promise<SharedFolder> {
    const path = await mkdtemp(join(tmpdir(), 'workers-'));
    await mkdir(join(path, 'scratch'));
    // The one that ships with the product, as in the image.
    const real = Ffmpeg.locate(undefined, '').path;
    await writeFile(join(path, 'ffmpeg'), `#!/bin/sh\necho "$@" >>${path}/ffmpeg.log\nexec ${real} "$@"\n`);
    await chmod(join(path, 'ffmpeg'), 0o755);
    return new SharedFolder(path, await builtProgram('job-worker'), history);
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  calls(): ProviderCall[] {
    return lines(join(this.path, 'calls.log')).map((line) => JSON.parse(line) as ProviderCall);
  }

  /** Every command line that ffmpeg was given. */
  ffmpegCalls(): string[] {
    return lines(join(this.path, 'ffmpeg.log'));
  }

  /** Names of everything that stages have made. */
  artifacts(): Promise<string[]> {
    return this.store.list('artifacts/', { limit: 10_000 });
  }

  /** The job, as soon as `holds` says so of it. */
  async until(id: string, holds: (job: Job) => boolean, ms = 120_000): Promise<Job> {
    for (const end = performance.now() + ms; ;) {
      const job = await this.jobs.get(id);
      if (job && holds(job)) return job;
      if (performance.now() > end)
        throw new Error(`in vain; the job is ${JSON.stringify(job, undefined, 1)}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  ended(id: string): Promise<Job> {
    return this.until(id, ({ status }) => isTerminal(status));
  }

  /** Folders left behind by earlier runs; the marker of a live process is not one. */
  async scratch(): Promise<string[]> {
    const entries = await readdir(join(this.path, 'scratch'), { withFileTypes: true });
    return entries.filter((entry) => !entry.isSocket()).map(({ name }) => name);
  }
}

export interface Said {
  readonly event: 'log' | 'ready' | 'rendering' | 'outcome';
  readonly message?: string;
  readonly id?: string;
  readonly outcome?: string;
  readonly jobId?: string;
  readonly epoch?: number;
  readonly error?: string;
}

/** A worker in a process of its own. */
export class WorkerProcess {
  readonly name: string;
  readonly said: Said[] = [];
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  readonly #child: ChildProcess;
  #stderr = '';
  #listeners: (() => void)[] = [];

  constructor(folder: SharedFolder, options: Partial<WorkerOptions> & { readonly name: string }) {
    this.name = options.name;
    const wanted: WorkerOptions = { folder: folder.path, timing: SHORT_TIMES, sweeps: true, ...options };
    this.#child = spawn(process.execPath, [folder.program, JSON.stringify(wanted)], {
      cwd: folder.path,
      // As the pipeline process has it.
      env: { ...process.env, DISABLE_SYSTEM_FONTS_LOAD: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.#stderr += chunk.toString()));
    createInterface({ input: this.#child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      this.said.push(JSON.parse(line) as Said);
      for (const listener of this.#listeners) listener();
    });
    this.exited = new Promise((resolve) =>
      this.#child.once('exit', (code, signal) => {
        resolve({ code, signal });
        for (const listener of this.#listeners) listener();
      }),
    );
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  tell(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** What it says, as soon as it says something that fits. */
  until(what: string, fits: (said: Said) => boolean, ms = 40_000): Promise<Said> {
    return new Promise((resolve, reject) => {
      const finish = (act: () => void): void => {
        clearTimeout(timer);
        this.#listeners = this.#listeners.filter((each) => each !== look);
        act();
      };
      const inVain = (): void =>
        finish(() =>
          reject(
            new Error(
              `${this.name}: ${what} in vain.\n${JSON.stringify(this.said.slice(-8))}\n${this.#stderr}`,
            ),
          ),
        );
      const look = (): void => {
        const found = this.said.find(fits);
        if (found) finish(() => resolve(found));
        else if (!this.isRunning) inVain();
      };
      const timer = setTimeout(inVain, ms);
      this.#listeners.push(look);
      look();
    });
  }

  /** Makes sure that nothing of it is left. */
  async end(): Promise<void> {
    if (this.isRunning) {
      this.#child.kill('SIGKILL');
      // A stopped process dies only when it goes on.
      this.#child.kill('SIGCONT');
    }
    await this.exited;
  }
}

function lines(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
