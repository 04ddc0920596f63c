import type { HEALTH_CHECKS, HealthJson } from '@shortfactory/contract';
import type { Clock } from '@shortfactory/core';

export type CheckName = (typeof HEALTH_CHECKS)[number];

/** The result of a part that works: `offline` when it does so without a service. A part that does not work throws. */
export interface Checked {
  readonly state: 'ok' | 'offline';
  /** A short text for operators. */
  readonly detail: string;
}
export type Check = (signal: AbortSignal) => Promise<Checked>;

export interface HealthOptions {
  readonly checks: Readonly<Record<CheckName, Check>>;
  readonly about: Pick<HealthJson, 'version' | 'revision' | 'environment'>;
  readonly load: () => { readonly running: number; readonly waiting: number };
  readonly clock: Clock;
  /** Called for each check that turned from working to broken, or back. */
  readonly onTurn: (name: CheckName, check: HealthJson['checks'][CheckName]) => void;
  /** Applied last to every text in the result. */
  readonly scrub: (text: string) => string;
}

/** All callers share one result for this time. */
const CACHE_MS = 5000;
const TIMEOUT_MS = 4000;
/** Works, but noticeably slowly. */
const SLOW_MS = 1500;
/** While videos are made, a part that times out counts as slow for this long after its last answer. */
const BUSY_PATIENCE_MS = 120_000;

/**
 * Checks every part that the server needs, concurrently, each with a time limit. A part that times out while videos are
 * being made, which takes every core, is slow and not broken, for two minutes. The result is cached for five seconds
 * and shared by all callers. Never rejects: what is broken is in the result.
 */
export function createHealth(options: HealthOptions): () => Promise<HealthJson> {
  const { clock, about, load } = options;
  const startedAt = new Date(clock.nowMs()).toISOString();
  const before = new Map<CheckName, string>();
  const answeredMs = new Map<CheckName, number>();
  const beganMs = clock.monotonicMs();
  let cached: { readonly health: Promise<HealthJson>; untilMs: number } | undefined;

  async function checkAll(): Promise<HealthJson> {
    const names = Object.keys(options.checks) as CheckName[];
    const entries = await Promise.all(
      names.map(async (name) => {
        const { late, ...seen } = await examine(options.checks[name], clock, options.scrub);
        if (!late) answeredMs.set(name, clock.monotonicMs());
        const silentMs = clock.monotonicMs() - (answeredMs.get(name) ?? beganMs);
        const isBusy = late && load().running > 0 && silentMs < BUSY_PATIENCE_MS;
        const check = isBusy ? { ...seen, state: 'slow' as const, detail: `${seen.detail} ${BUSY}` } : seen;
        const broken = check.state === 'broken';
        if (broken !== (before.get(name) === 'broken')) options.onTurn(name, check);
        before.set(name, check.state);
        return [name, check] as const;
      }),
    );
    return {
      status: entries.some(([, { state }]) => state === 'broken') ? 'broken' : 'ok',
      checks: Object.fromEntries(entries) as HealthJson['checks'],
      ...about,
      runtime: `Node ${process.version}`,
      startedAt,
      checkedAt: new Date(clock.nowMs()).toISOString(),
      jobs: load(),
    };
  }

  return () => {
    if (cached && clock.monotonicMs() < cached.untilMs) return cached.health;
    const health = checkAll();
    const entry = { health, untilMs: Infinity };
    cached = entry;
    void health.then(() => (entry.untilMs = clock.monotonicMs() + CACHE_MS));
    return health;
  };
}

const BUSY = 'A video is being made, which takes the processor.';

/** The result of one check; `late` when the part timed out, which says nothing of what is wrong. */
type Seen = HealthJson['checks'][CheckName] & { readonly late: boolean };

async function examine(check: Check, clock: Clock, scrub: (text: string) => string): Promise<Seen> {
  const start = clock.monotonicMs();
  const latency = (): number => Math.round(clock.monotonicMs() - start);
  const settled = new AbortController();
  const limit = new AbortController();
  const timeout = clock.sleep(TIMEOUT_MS, settled.signal).then(() => {
    const late = new Error(`No answer within ${TIMEOUT_MS / 1000} s.`);
    limit.abort(late);
    throw late;
  });
  timeout.catch(() => undefined);
  try {
    const { state, detail } = await Promise.race([check(limit.signal), timeout]);
    return {
      state: state === 'ok' && latency() > SLOW_MS ? 'slow' : state,
      detail: scrub(detail),
      latencyMs: latency(),
      late: false,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { state: 'broken', detail: scrub(reason), latencyMs: latency(), late: limit.signal.aborted };
  } finally {
    settled.abort();
  }
}
