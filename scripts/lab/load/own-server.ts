import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '@shortfactory/command-line';
import { buildServer } from '@shortfactory/app/build';
import { freePort } from '@shortfactory/testing/support/free-port';

export interface OwnServer {
  readonly url: string;
  /** 99th percentile of the event loop's lag since its start, in ms. */
  lagMs(): Promise<number | undefined>;
  stop(): Promise<void>;
}

/** A server from the bundle with embedded defaults, on a store of its own, with the rate limit out of the way. */
export async function startOwnServer(env: Readonly<Record<string, string | undefined>>): Promise<OwnServer> {
  // Not where npm start runs it from, which may be running.
  const program = await buildServer(`${ROOT}build/load`);
  const folder = await mkdtemp(join(tmpdir(), 'shortfactory-load-'));
  const [port, metricsPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...env,
      // On one machine all visitors would be one owner.
      APP_ENV: env['APP_ENV'] || 'dev',
      HOST: env['HOST'] || '127.0.0.1',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      DATA_DIR: join(folder, 'data'),
      SCRATCH_DIR: folder,
      LOG_LEVEL: env['LOG_LEVEL'] || 'warn',
      RATE_LIMIT_PER_MINUTE: env['RATE_LIMIT_PER_MINUTE'] || '100000',
    },
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  while ((await read(`${url}/ready`))?.status !== 200) {
    if (child.exitCode !== null) throw new Error(`The server ended with exit code ${child.exitCode}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    lagMs: async () => {
      const text = (await read(`http://127.0.0.1:${metricsPort}/metrics`))?.text ?? '';
      const seconds = /^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(text)?.[1];
      return seconds === undefined ? undefined : Number((Number(seconds) * 1000).toFixed(1));
    },
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function read(url: string): Promise<{ status: number | undefined; text: string } | undefined> {
  return new Promise((resolve) => {
    get(url, { agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, text }));
    }).on('error', () => resolve(undefined));
  });
}
