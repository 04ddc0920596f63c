import TinyQueue from 'tinyqueue';
import { ASSUMED, LIMITS } from './limits.ts';

/** Workers behind a queue, one job each. */
export interface Fleet {
  readonly maxInstances: number;
  /** Jobs that the queue has handed out and that have not ended. */
  readonly concurrentDispatches: number;
  readonly dispatchesPerSecond: number;
  readonly coldStartSeconds: number;
  readonly startsPerSecond: number;
  readonly idleSeconds: number;
  /** Seconds that the next job keeps a worker. */
  readonly serviceSeconds: () => number;
}

export interface FleetRun {
  readonly videos: number;
  /** From the request to a worker's start on it, in seconds, shortest first. */
  readonly waits: Float64Array;
  /** Instances that work, start or idle. */
  readonly peakInstances: number;
  /** Jobs that wait for a worker. */
  readonly peakWaiting: number;
  readonly coldStarts: number;
  /** Jobs that an instance did not take in time, so that the platform would have answered 429. */
  readonly refused: number;
  /** Summed over workers: at work, and starting. */
  readonly busySeconds: number;
  readonly startingSeconds: number;
  /** From the first arrival to the last end. */
  readonly seconds: number;
}

interface Event {
  readonly at: number;
  readonly kind: 'ready' | 'end';
}

/**
 * Runs a fleet over arrivals, event by event: the queue hands jobs out in order, within its rate and its number under
 * way; an idle worker takes one at once, else the platform starts a worker while there may be more; whatever worker is
 * free first takes the job that has waited longest.
 */
export function runFleet(arrivals: Float64Array, fleet: Fleet): FleetRun {
  const events = new TinyQueue<Event>([], (a, b) => a.at - b.at);
  const waits = new Float64Array(arrivals.length);
  const idle = new IdleWorkers(fleet.idleSeconds);
  let [taken, started, underWay, instances, coming] = [0, 0, 0, 0, 0];
  let [lastStart, lastDispatch, lastEnd] = [-Infinity, -Infinity, 0];
  const dispatchedAt = new Float64Array(arrivals.length);
  const sum = { peakInstances: 0, peakWaiting: 0, coldStarts: 0, refused: 0, busySeconds: 0 };

  const work = (at: number): void => {
    const job = started++;
    waits[job] = at - (arrivals[job] ?? 0);
    if (at - (dispatchedAt[job] ?? 0) > LIMITS.pendingSeconds) sum.refused += 1;
    const seconds = fleet.serviceSeconds();
    sum.busySeconds += seconds;
    events.push({ at: at + seconds, kind: 'end' });
  };
  /** A worker is free: it takes what waits longest, or idles. */
  const free = (at: number): void => {
    if (started < taken) work(at);
    else idle.add(at);
  };
  const dispatch = (at: number): void => {
    dispatchedAt[taken] = at;
    taken += 1;
    underWay += 1;
    lastDispatch = at;
    if (idle.take(at)) return work(at);
    instances = Math.max(instances - idle.expired(), 0);
    if (instances >= fleet.maxInstances || coming >= taken - started) return;
    instances += 1;
    coming += 1;
    sum.coldStarts += 1;
    sum.peakInstances = Math.max(sum.peakInstances, instances);
    lastStart = Math.max(at, lastStart + 1 / fleet.startsPerSecond);
    events.push({ at: lastStart + fleet.coldStartSeconds, kind: 'ready' });
  };

  let arrived = 0;
  let now = 0;
  while (taken < arrivals.length || events.length > 0) {
    const head = arrivals[taken] ?? Infinity;
    const mayDispatch =
      underWay < fleet.concurrentDispatches
        ? Math.max(now, head, lastDispatch + 1 / fleet.dispatchesPerSecond)
        : Infinity;
    const next = events.peek();
    now = Math.min(mayDispatch, next?.at ?? Infinity);
    while (arrived < arrivals.length && (arrivals[arrived] ?? 0) <= now) arrived += 1;
    if (now === mayDispatch) dispatch(now);
    else if (next) {
      events.pop();
      if (next.kind === 'ready') coming -= 1;
      else {
        underWay -= 1;
        lastEnd = next.at;
      }
      free(next.at);
    }
    sum.peakWaiting = Math.max(sum.peakWaiting, arrived - started);
  }
  return {
    ...sum,
    videos: arrivals.length,
    waits: waits.sort(),
    startingSeconds: sum.coldStarts * fleet.coldStartSeconds,
    seconds: lastEnd - (arrivals[0] ?? 0),
  };
}

/** Workers without a job. The one that idled last is taken first, so that the others can be taken away. */
class IdleWorkers {
  readonly #seconds: number;
  #since: number[] = [];
  #from = 0;
  #expired = 0;

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  add(at: number): void {
    this.#since.push(at);
  }

  take(at: number): boolean {
    while (this.#from < this.#since.length && at - (this.#since[this.#from] ?? 0) > this.#seconds) {
      this.#from += 1;
      this.#expired += 1;
    }
    if (this.#from > 1000) {
      this.#since = this.#since.slice(this.#from);
      this.#from = 0;
    }
    if (this.#from === this.#since.length) return false;
    this.#since.pop();
    return true;
  }

  /** How many were taken away since the last question. */
  expired(): number {
    const expired = this.#expired;
    this.#expired = 0;
    return expired;
  }
}

/** The value that this share of all does not exceed. */
export function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The fewest instances with which 95 of 100 videos wait no longer than this; undefined when `most` are too few. */
export function instancesFor(
  waitSeconds: number,
  most: number,
  run: (maxInstances: number) => FleetRun,
): number | undefined {
  const fits = (instances: number): boolean => percentile(run(instances).waits, 0.95) <= waitSeconds;
  if (!fits(most)) return undefined;
  let [low, high] = [0, most];
  while (high - low > Math.max(1, high * 0.02)) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return high;
}

export const DEFAULTS = {
  dispatchesPerSecond: LIMITS.dispatchesPerSecond,
  coldStartSeconds: ASSUMED.coldStartSeconds,
  startsPerSecond: ASSUMED.startsPerSecond,
  idleSeconds: ASSUMED.idleSeconds,
} as const;
