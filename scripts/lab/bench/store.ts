import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { systemClock } from '@shortfactory/core/clock';
import { ACTIVE, JobStore } from '@shortfactory/jobs';
import { buildServer } from '@shortfactory/app/build';
import { SIGNING_KEY } from '@shortfactory/testing/jobs/stored-jobs';
import { freePort } from '@shortfactory/testing/support/free-port';
import { STORE_PLACES, UNDER_WAY } from './store-places.ts';
import type { StorePlace } from './store-places.ts';

/** Jobs of one owner in a store, and what work over them takes: medians in ms. */
export interface StoreFigures {
  readonly jobs: number;
  /** A page of 20 of the newest, over HTTP. */
  readonly pageMs: number;
  /** From the start of the server's process to its first 200 on /ready. */
  readonly startMs: number;
  /** The listing of jobs under way, and their records, as each sweep reads them. */
  readonly sweepMs: number;
  /** Requests that the bucket has for each; absent on a disk. */
  readonly pageRequests?: number;
  readonly sweepRequests?: number;
}

/** One kind of store in all sizes. */
export interface StoreSizes {
  readonly sizes: readonly StoreFigures[];
  /** The largest over the smallest. */
  readonly pageRatio: number;
  readonly startRatio: number;
  readonly sweepRatio: number;
}

export interface StoreBench extends StoreSizes {
  /** The same with a bucket of the tests' own in place of a folder. */
  readonly bucket: StoreSizes;
  readonly runs: number;
  readonly node: string;
  readonly cpu: string;
  readonly load: number;
}

const SIZES = [100, 1000, 10_000, 100_000] as const;
const STARTS = 3;
const GIVE_UP_MS = 60_000;

interface Measured {
  readonly jobs: number;
  readonly place: StorePlace;
  readonly server: ChildProcess;
  readonly port: number;
  readonly startMs: number;
  readonly pages: Taken[];
  readonly sweeps: Taken[];
}

/** What one page or sweep took. */
interface Taken {
  readonly ms: number;
  readonly requests: number | undefined;
}

/** Measures a folder and then a bucket; `sizes` are the numbers of jobs. */
export async function measureStore(
  runs: number,
  searchPath: string | undefined,
  signal: AbortSignal,
  sizes: readonly number[] = SIZES,
): Promise<StoreBench> {
  const load = loadavg()[0] ?? NaN;
  const program = await buildServer();
  const disk = await measureSizes(STORE_PLACES.disk, sizes, { program, runs, searchPath, signal });
  const bucket = await measureSizes(STORE_PLACES.bucket, sizes, { program, runs, searchPath, signal });
  return {
    ...disk,
    bucket,
    runs,
    node: process.version,
    cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    load: Number(load.toFixed(1)),
  };
}

interface Measuring {
  readonly program: string;
  readonly runs: number;
  readonly searchPath: string | undefined;
  readonly signal: AbortSignal;
}

/** Fills a store for each size, then measures them in turn, so that what else runs here slows all of them alike. */
async function measureSizes(
  fill: (jobs: number) => Promise<StorePlace>,
  sizes: readonly number[],
  { program, runs, searchPath, signal }: Measuring,
): Promise<StoreSizes> {
  const places: StorePlace[] = [];
  const measured: Measured[] = [];
  try {
    for (const jobs of sizes) {
      signal.throwIfAborted();
      const place = await fill(jobs);
      places.push(place);
      const starts: number[] = [];
      for (let n = 1; ; n++) {
        const { server, port, startMs } = await start(program, place, searchPath);
        starts.push(startMs);
        if (n === STARTS) {
          measured.push({ jobs, place, server, port, startMs: median(starts), pages: [], sweeps: [] });
          break;
        }
        await stop(server);
      }
    }
    for (let run = 0; run <= runs; run++) {
      for (const { place, port, pages, sweeps } of measured) {
        signal.throwIfAborted();
        const taken = [await take(place, () => page(port)), await take(place, () => sweep(place))] as const;
        // The first fills the disk's cache.
        if (run === 0) continue;
        pages.push(taken[0]);
        sweeps.push(taken[1]);
      }
    }
  } finally {
    await Promise.all(measured.map(({ server }) => stop(server)));
    await Promise.all(places.map((place) => place.close()));
  }
  return sizesOf(measured);
}

function sizesOf(measured: readonly Measured[]): StoreSizes {
  const sizes = measured.map(({ jobs, startMs, pages, sweeps }) => ({
    jobs,
    pageMs: median(pages.map(({ ms }) => ms)),
    startMs,
    sweepMs: median(sweeps.map(({ ms }) => ms)),
    ...requestsOf('pageRequests', pages),
    ...requestsOf('sweepRequests', sweeps),
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
  };
}

function requestsOf<Name extends string>(name: Name, taken: readonly Taken[]): Partial<Record<Name, number>> {
  const requests = taken.flatMap((each) => each.requests ?? []);
  return requests.length === 0 ? {} : ({ [name]: median(requests) } as Record<Name, number>);
}

async function start(
  program: string,
  { env }: StorePlace,
  searchPath: string | undefined,
): Promise<{ server: ChildProcess; port: number; startMs: number }> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const began = performance.now();
  const server = spawn(process.execPath, [program], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...env,
      PATH: searchPath,
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

async function sweep(place: StorePlace): Promise<void> {
  const { objects, versioned } = await place.open();
  const jobs = new JobStore({ objects: versioned, clock: systemClock, newId: () => 'unused' });
  const markers = await objects.list(ACTIVE, { limit: 1000 });
  if (markers.length !== UNDER_WAY) throw new Error(`${markers.length} jobs were under way.`);
  await Promise.all(markers.map((name) => jobs.read(name.split('/').at(-1)?.split('.')[0] ?? '')));
}

async function take(place: StorePlace, act: () => Promise<void>): Promise<Taken> {
  const [began, before] = [performance.now(), place.requests()];
  await act();
  const [ms, after] = [performance.now() - began, place.requests()];
  return { ms, requests: before === undefined || after === undefined ? undefined : after - before };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? NaN).toFixed(1));
}

export function storeTable(figures: StoreBench): string {
  const row = (...cells: readonly (string | number)[]): string =>
    cells.map((cell) => String(cell).padStart(12)).join('');
  const requests = (ms: number, count: number | undefined): string | number =>
    count === undefined ? ms : `${ms} (${count})`;
  const rows = (name: string, of: StoreSizes): string[] => [
    row(name, 'page ms', 'start ms', 'sweep ms'),
    ...of.sizes.map(({ jobs, startMs, ...each }) =>
      row(
        jobs,
        requests(each.pageMs, each.pageRequests),
        startMs,
        requests(each.sweepMs, each.sweepRequests),
      ),
    ),
    row('last/first', `${of.pageRatio} ×`, `${of.startRatio} ×`, `${of.sweepRatio} ×`),
    '',
  ];
  return [
    ...rows('jobs on disk', figures),
    ...rows('in a bucket', figures.bucket),
    `${figures.cpu}, Node ${figures.node}, load ${figures.load} before; medians of ${figures.runs} in turn; in brackets requests to the bucket`,
  ].join('\n');
}
