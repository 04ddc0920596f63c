import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ROOT } from '@shortfactory/command-line';

/** The server hands work back within ten seconds; one that still runs then is killed. */
const PATIENCE_MS = 11_000;
const READY_MS = 60_000;
/** Arguments of node: the sources, where this is the repository, or the package's bundle. */
const PROGRAM = existsSync(`${ROOT}server/app/main.ts`)
  ? ['--import=tsx', 'server/app/main.ts']
  : ['build/server/main.js'];

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
}

/**
 * API and jobs in a process of their own, on free ports of loopback: started when it is first needed, and
 * again when it has died. It ends with this process, however this one ends: its channel closes.
 */
export class OwnApi {
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #warn: (line: string) => void;
  #running: Promise<Running> | undefined;
  #stopped = false;

  constructor(env: Readonly<Record<string, string | undefined>>, warn: (line: string) => void) {
    this.#env = env;
    this.#warn = warn;
  }

  /** Where it listens. Throws when it cannot be started; what it said is on standard error. */
  async url(): Promise<string> {
    if (this.#stopped) throw new Error('The API is being stopped.');
    const starting = (this.#running ??= this.#start());
    try {
      return (await starting).url;
    } catch (error) {
      if (this.#running === starting) this.#running = undefined;
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const running = await this.#running?.catch(() => undefined);
    if (running) await stop(running);
  }

  async #start(): Promise<Running> {
    const [port, metricsPort] = await freePorts();
    const child = spawn(process.execPath, PROGRAM, {
      cwd: ROOT,
      // Its log goes where ours goes: standard output has the protocol.
      stdio: ['ignore', 2, 2, 'ipc'],
      env: {
        ...this.#env,
        LOG_LEVEL: this.#env['LOG_LEVEL'] || 'warn',
        HOST: '127.0.0.1',
        PORT: String(port),
        METRICS_PORT: String(metricsPort),
      },
    });
    const ended = new Promise<void>((resolve) =>
      child.once('exit', () => resolve()).once('error', () => resolve()),
    );
    const running = { child, url: `http://127.0.0.1:${port}`, ended };
    let isOver = false;
    const over = ended.then(() => {
      isOver = true;
      this.#running = undefined;
    });
    const endMs = performance.now() + READY_MS;
    while (!isOver && !(await isReady(running.url))) {
      if (performance.now() > endMs || this.#stopped) await stop(running);
      else await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 50))]);
    }
    if (isOver) throw new Error('The API could not be started here; its reason is on standard error.');
    this.#warn(`ShortFactory's API is at ${running.url} for as long as the agent runs.`);
    return running;
  }
}

async function stop({ child, ended }: Running): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await ended;
  clearTimeout(timer);
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.ok === true;
}

/** Two ports that nobody listens on; both are held until both are known. */
async function freePorts(): Promise<[number, number]> {
  const probes = [createServer(), createServer()] as const;
  const ports = await Promise.all(
    probes.map(
      (probe) =>
        new Promise<number>((resolve, reject) => {
          probe.once('error', reject);
          probe.listen(0, '127.0.0.1', () => resolve((probe.address() as AddressInfo).port));
        }),
    ),
  );
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return [ports[0] ?? 0, ports[1] ?? 0];
}
