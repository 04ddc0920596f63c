import { TIMING } from '@shortfactory/jobs';
import { blockUsd } from '@shortfactory/providers/day-ledger';
import { ASSUMED, LIMITS } from './limits.ts';

/** The busiest time of a run. */
export interface Load {
  /** Videos asked for, and made, each second. */
  readonly videosPerSecond: number;
  /** Jobs at work. */
  readonly running: number;
  /** Jobs that wait. */
  readonly waiting: number;
  readonly maxInstances: number;
  /** Requests at once that all instances of the API take together, and one of them. */
  readonly maxRequests: number;
  readonly requestsPerServer: number;
  /** What paid services cost for one video, in US dollars. */
  readonly providersUsd: number;
}

/** One thing that the platform gives only so much of. */
export interface Pressure {
  readonly what: string;
  readonly used: number;
  readonly limit: number;
  readonly unit: string;
  /** `hard`: no more is given. `grows`: the platform gives more within minutes. `ours`: an operator's setting. */
  readonly kind: 'hard' | 'grows' | 'ours';
}

/** Operations on the store that making one video takes, as the cost model counts them. */
export interface StoreUse {
  readonly writesPerVideo: number;
  readonly readsPerVideo: number;
}

/** Markers that one sweep reads, and what one pass of the garbage collection looks at (server/jobs/upkeep). */
const SWEPT = 1000;
const GARBAGE = { objects: 500, jobs: 500, active: 5000 };
/** How much more seldom a waiting job is looked at (server/jobs/read/watchers.ts). */
const SELDOM = 5;
/** A day's limit on costs, over what the day costs. */
const BUDGET = 1.5;
const DAY_SECONDS = 86_400;

/** What presses on what at the busiest time, the nearest to its limit first. */
export function pressures(load: Load, store: StoreUse): Pressure[] {
  const { videosPerSecond, running, waiting, maxInstances, maxRequests } = load;
  const usdPerSecond = videosPerSecond * load.providersUsd;
  const all: Pressure[] = [
    { what: 'workers', used: running, limit: maxInstances, unit: '', kind: 'ours' },
    {
      what: 'people who follow a job',
      used: (running + waiting) * ASSUMED.followers,
      limit: maxRequests,
      unit: '',
      kind: 'ours',
    },
    {
      what: 'jobs that one queue has handed out',
      used: running,
      limit: LIMITS.concurrentDispatches,
      unit: '',
      kind: 'hard',
    },
    {
      what: 'jobs that one queue hands out',
      used: videosPerSecond,
      limit: LIMITS.dispatchesPerSecond,
      unit: '/s',
      kind: 'hard',
    },
    {
      what: 'writes of the bucket',
      used: videosPerSecond * store.writesPerVideo + (running * 1000) / TIMING.progressMs,
      limit: LIMITS.bucketWritesPerSecond,
      unit: '/s',
      kind: 'grows',
    },
    {
      what: 'reads of the bucket, sweeps and garbage collection included',
      used: Object.values(reads(load, store)).reduce((sum, each) => sum + each, 0),
      limit: LIMITS.bucketReadsPerSecond,
      unit: '/s',
      kind: 'grows',
    },
    {
      what: 'writes of one job’s record',
      used: 1000 / TIMING.progressMs,
      limit: LIMITS.objectWritesPerSecond,
      unit: '/s',
      kind: 'hard',
    },
    {
      what: 'writes of the day’s ledger, with paid services and a limit a day',
      used: usdPerSecond / blockUsd(usdPerSecond * DAY_SECONDS * BUDGET),
      limit: LIMITS.objectWritesPerSecond,
      unit: '/s',
      kind: 'hard',
    },
  ];
  return all.sort((a, b) => b.used / b.limit - a.used / a.limit);
}

/** Reads of the bucket each second, by what makes them. */
export function reads(
  load: Load,
  store: StoreUse,
): Record<'videos' | 'looks' | 'sweeps' | 'garbage', number> {
  const { videosPerSecond, running, waiting, requestsPerServer } = load;
  const active = running + waiting;
  const processes = running + Math.max(1, (active * ASSUMED.followers) / requestsPerServer);
  const each = (ms: number): number => 1000 / ms;
  return {
    videos: videosPerSecond * store.readsPerVideo,
    // Who holds a job looks whether it was cancelled, and the process of who follows it whether it changed: more
    // seldom while it waits.
    looks: (running * (1 + ASSUMED.followers) + (waiting * ASSUMED.followers) / SELDOM) * each(TIMING.lookMs),
    sweeps: processes * (1 + Math.min(SWEPT, active)) * each(TIMING.sweepMs),
    garbage:
      processes *
      (GARBAGE.objects + GARBAGE.jobs + Math.min(GARBAGE.active, active)) *
      each(TIMING.garbageMs),
  };
}
