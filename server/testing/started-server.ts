import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ffmpeg } from '@shortfactory/renderer';
import { builtServer } from './support/build-once.ts';
import { freePort } from './support/free-port.ts';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The server as a process of its own, built as operators run it; its folder goes with `stop`. */
export class StartedServer {
  readonly process: ChildProcess;
  readonly url: string;
  readonly metricsUrl: string;
  readonly folder: string;
  readonly ended: Promise<Ended>;
  output = '';
  errors = '';

  private constructor(child: ChildProcess, port: number, metricsPort: number, folder: string) {
    this.process = child;
    this.url = `http://127.0.0.1:${port}`;
    this.metricsUrl = `http://127.0.0.1:${metricsPort}/metrics`;
    this.folder = folder;
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  }

  /** Started, not yet listening; by a `launcher` such as prlimit with its options. */
  static async spawn(
    env: Record<string, string> = {},
    options: readonly string[] = [],
    launcher: readonly string[] = [],
  ): Promise<StartedServer> {
    const [port, metricsPort] = await Promise.all([freePort(), freePort()]);
    const folder = await mkdtemp(join(tmpdir(), 'shortfactory-server-'));
    const [program = '', ...args] = [...launcher, process.execPath, await builtServer(), ...options];
    const child = spawn(program, args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        PORT: String(port),
        METRICS_PORT: String(metricsPort),
        DATA_DIR: join(folder, 'data'),
        SCRATCH_DIR: folder,
        // As in the image: the one that ships with the product. It also starts twenty times as fast as many a system's.
        FFMPEG_PATH: Ffmpeg.locate(undefined, '').path,
        // A test asks more often than a person.
        RATE_LIMIT_PER_MINUTE: '100000',
        ...env,
      },
    });
    return new StartedServer(
      child,
      Number(env['PORT'] ?? port),
      Number(env['METRICS_PORT'] ?? metricsPort),
      folder,
    );
  }

  /** Listening. */
  static async start(
    env: Record<string, string> = {},
    launcher: readonly string[] = [],
  ): Promise<StartedServer> {
    const started = await StartedServer.spawn(env, [], launcher);
    await started.until(async () => (await fetch(`${started.url}/ready`)).ok, 30_000);
    return started;
  }

  /** Waits until something holds; rejects with what the server said when it does not. What throws does not hold yet. */
  async until(condition: () => Promise<boolean> | boolean, withinMs: number): Promise<void> {
    const end = performance.now() + withinMs;
    while (performance.now() < end) {
      try {
        if (await condition()) return;
      } catch (error) {
        if (!(error instanceof Error)) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(
      `Not within ${withinMs} ms. The server said:\n${`${this.output}${this.errors}`.slice(-3000)}`,
    );
  }

  /** Its log so far, line by line. */
  get log(): Record<string, unknown>[] {
    return this.output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null) this.process.kill('SIGKILL');
    await this.ended;
    // Its pipeline process ends a moment later, and may still write until then.
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** The servers of a suite, each stopped after the test that started it. */
export function suiteServers(): Pick<typeof StartedServer, 'spawn' | 'start'> {
  const started: StartedServer[] = [];
  const keep = (server: StartedServer): StartedServer => {
    started.push(server);
    return server;
  };
  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.stop()));
  });
  return {
    spawn: async (...options) => keep(await StartedServer.spawn(...options)),
    start: async (...options) => keep(await StartedServer.start(...options)),
  };
}
