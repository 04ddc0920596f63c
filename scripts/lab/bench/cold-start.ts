import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildServer } from '@shortfactory/app/build';
import { freePort } from '@shortfactory/testing/support/free-port';

/** Medians in ms, from the process's start. */
export interface ColdStart {
  /** A Koa app of three lines, bundled the same way, in the same run: first answer. */
  readonly koaHelloMs: number;
  /** Our first 200 on /live. */
  readonly liveMs: number;
  /** Our first 200 on /ready: from here on every route answers. */
  readonly readyMs: number;
  /** liveMs / koaHelloMs, and readyMs / koaHelloMs. */
  readonly ratio: number;
  readonly readyRatio: number;
  readonly runs: number;
  readonly node: string;
  readonly cpu: string;
  readonly load: number;
}

const GIVE_UP_MS = 20_000;

/** Starts both servers in turn, `runs` times each after one that is not counted, with embedded defaults. */
export async function measureColdStart(runs: number, searchPath: string | undefined): Promise<ColdStart> {
  const folder = await mkdtemp(join(tmpdir(), 'shortfactory-cold-'));
  try {
    const [server, hello] = await Promise.all([buildServer(), bundleHello(folder)]);
    const [koa, live, ready]: [number[], number[], number[]] = [[], [], []];
    const env = { PATH: searchPath, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn' };
    const load = loadavg()[0] ?? NaN;
    for (let run = 0; run <= runs; run++) {
      const ours = await start(server, env, ['/live', '/ready']);
      const bare = await start(hello, env, ['/']);
      // The first fills the disk's cache and what V8 keeps of compiled code.
      if (run === 0) continue;
      koa.push(bare[0] ?? NaN);
      live.push(ours[0] ?? NaN);
      ready.push(ours[1] ?? NaN);
    }
    const [koaHelloMs, liveMs, readyMs] = [koa, live, ready].map(median) as [number, number, number];
    return {
      koaHelloMs,
      liveMs,
      readyMs,
      ratio: Number((liveMs / koaHelloMs).toFixed(2)),
      readyRatio: Number((readyMs / koaHelloMs).toFixed(2)),
      runs,
      node: process.version,
      cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
      load: Number(load.toFixed(1)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from the start of a program to the first 200 on each path, one after the other. */
async function start(
  program: string,
  env: Readonly<Record<string, string | undefined>>,
  paths: readonly string[],
): Promise<number[]> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const began = performance.now();
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...env, PORT: String(port), METRICS_PORT: String(metricsPort) },
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const times: number[] = [];
    for (const path of paths) {
      while ((await statusOf(port, path)) !== 200) {
        if (child.exitCode !== null || performance.now() - began > GIVE_UP_MS) {
          throw new Error(`${program} did not answer on ${path}.`);
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      times.push(performance.now() - began);
    }
    return times;
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}

/** Of one request on a connection of its own; undefined while no process listens. */
function statusOf(port: number, path: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', () => resolve(undefined));
  });
}

async function bundleHello(folder: string): Promise<string> {
  const outfile = join(folder, 'hello.mjs');
  await build({
    stdin: {
      contents: `import Koa from 'koa';
        new Koa().use((ctx) => { ctx.body = 'hello'; }).listen(Number(process.env.PORT), '127.0.0.1');`,
      resolveDir: fileURLToPath(new URL('../../../server/', import.meta.url)),
    },
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: {
      js: `import { createRequire as here } from 'node:module'; const require = here(import.meta.url);`,
    },
  });
  return outfile;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? NaN, sorted[Math.floor(middle)] ?? NaN];
  return Math.round((low + high) / 2);
}

export function coldStartTable(figures: ColdStart): string {
  const rows: [string, string][] = [
    ['bare Koa hello', `${figures.koaHelloMs} ms`],
    ['first 200 on /live', `${figures.liveMs} ms (${figures.ratio} × the hello)`],
    ['first 200 on /ready', `${figures.readyMs} ms (${figures.readyRatio} × the hello)`],
    ['machine', `${figures.cpu}, Node ${figures.node}, load ${figures.load} before`],
    ['median of', `${figures.runs} starts each, in turn`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(26)}${value}`).join('\n');
}
