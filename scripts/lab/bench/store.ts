import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@shortfactory/core/clock';
import { ACTIVE, JobStore } from '@shortfactory/jobs';
import { FsObjectStore, FsVersionedObjects } from '@shortfactory/storage';
import { buildServer } from '@shortfactory/app/build';
import { SIGNING_KEY, storeJobs } from '@shortfactory/testing/jobs/stored-jobs';
import { freePort } from '@shortfactory/testing/support/free-port';

/** Jobs of one owner in a data folder, and what work over them takes: medians in ms. */
export interface StoreFigures {
  readonly jobs: number;
  /** A page of 20 of the newest, over HTTP. */
  readonly pageMs: number;
  /** From the start of the server's process to its first 200 on /ready. */
  readonly startMs: number;
  /** The listing of jobs under way, and their records, as each sweep reads them. */
  readonly sweepMs: number;
}

export interface StoreBench {
  readonly sizes: readonly StoreFigures[];
  /** The largest over the smallest. */
  readonly pageRatio: number;
  readonly startRatio: number;
  readonly sweepRatio: number;
  readonly runs: number;
  readonly node: string;
  readonly cpu: string;
  readonly load: number;
}

const SIZES = [100, 1000, 10_000, 100_000] as const;
const UNDER_WAY = 10;
const STARTS = 3;
const GIVE_UP_MS = 60_000;

interface Measured {
  readonly jobs: number;
  readonly folder: string;
  readonly server: ChildProcess;
  readonly port: number;
  readonly startMs: number;
  readonly pages: number[];
  readonly sweeps: number[];
}

/** Fills a folder for each size, then measures them in turn, so that what else runs here slows all of them alike. */
export async function measureStore(
  runs: number,
  searchPath: string | undefined,
  signal: AbortSignal,
): Promise<StoreBench> {
  const root = await mkdtemp(join(tmpdir(), 'shortfactory-store-'));
  const load = loadavg()[0] ?? NaN;
  const measured: Measured[] = [];
  try {
    const program = await buildServer();
    for (const jobs of SIZES) {
      signal.throwIfAborted();
      const folder = join(root, String(jobs));
      await fill(folder, jobs);
      const starts: number[] = [];
      for (let n = 1; ; n++) {
        const { server, port, startMs } = await start(program, folder, searchPath);
        starts.push(startMs);
        if (n === STARTS) {
          measured.push({ jobs, folder, server, port, startMs: median(starts), pages: [], sweeps: [] });
          break;
        }
        await stop(server);
      }
    }
    for (let run = 0; run <= runs; run++) {
      for (const { folder, port, pages, sweeps } of measured) {
        signal.throwIfAborted();
        const [pageMs, sweepMs] = [await timed(() => page(port)), await timed(() => sweep(folder))];
        // The first fills the disk's cache.
        if (run === 0) continue;
        pages.push(pageMs);
        sweeps.push(sweepMs);
      }
    }
  } finally {
    await Promise.all(measured.map(({ server }) => stop(server)));
    await rm(root, { recursive: true, force: true });
  }
  const sizes = measured.map(({ jobs, startMs, pages, sweeps }) => ({
    jobs,
    pageMs: median(pages),
    startMs,
    sweepMs: median(sweeps),
  }));
  const ratio = (of: (figures: StoreFigures) => number): number => {
    const [first, last] = [sizes[0], sizes.at(-1)];
    return first && last ? Number((of(last) / of(first)).toFixed(2)) : NaN;
  };
  return {
    sizes,
    pageRatio: ratio(({ pageMs }) => pageMs),
    startRatio: ratio(({ startMs }) => startMs),
    sweepRatio: ratio(({ sweepMs }) => sweepMs),
    runs,
    node: process.version,
    cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    load: Number(load.toFixed(1)),
  };
}

async function fill(folder: string, jobs: number): Promise<void> {
  const { ids } = await storeJobs(folder, 'local', jobs);
  await mkdir(join(folder, ACTIVE, 'owner'), { recursive: true });
  for (const id of ids.slice(0, UNDER_WAY)) await writeFile(join(folder, ACTIVE, 'owner', `${id}.m`), '');
}

async function start(
  program: string,
  folder: string,
  searchPath: string | undefined,
): Promise<{ server: ChildProcess; port: number; startMs: number }> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const began = performance.now();
  const server = spawn(process.execPath, [program], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: searchPath,
      DATA_DIR: folder,
      SIGNING_KEY,
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      LOG_LEVEL: 'warn',
      RATE_LIMIT_PER_MINUTE: '100000',
    },
  });
  while (!(await isReady(port))) {
    if (server.exitCode !== null || performance.now() - began > GIVE_UP_MS)
      throw new Error('The server did not become ready.');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return { server, port, startMs: Math.round(performance.now() - began) };
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGTERM');
  await gone;
}

function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/ready`).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function page(port: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/videos?limit=20`);
  const { videos } = (await answer.json()) as { videos?: readonly unknown[] };
  if (videos?.length !== 20) throw new Error(`A page was answered with ${answer.status}.`);
}

async function sweep(folder: string): Promise<void> {
  const jobs = new JobStore({
    objects: new FsVersionedObjects(folder),
    clock: systemClock,
    newId: () => 'unused',
  });
  const markers = await new FsObjectStore(folder).list(ACTIVE, { limit: 1000 });
  if (markers.length !== UNDER_WAY) throw new Error(`${markers.length} jobs were under way.`);
  await Promise.all(markers.map((name) => jobs.read(name.split('/').at(-1)?.split('.')[0] ?? '')));
}

async function timed(act: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? NaN).toFixed(1));
}

export function storeTable(figures: StoreBench): string {
  const row = (...cells: readonly (string | number)[]): string =>
    cells.map((cell) => String(cell).padStart(12)).join('');
  return [
    row('jobs', 'page ms', 'start ms', 'sweep ms'),
    ...figures.sizes.map(({ jobs, pageMs, startMs, sweepMs }) => row(jobs, pageMs, startMs, sweepMs)),
    row('last/first', `${figures.pageRatio} ×`, `${figures.startRatio} ×`, `${figures.sweepRatio} ×`),
    '',
    `${figures.cpu}, Node ${figures.node}, load ${figures.load} before; medians of ${figures.runs} in turn`,
  ].join('\n');
}
