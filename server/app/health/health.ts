import type { HEALTH_CHECKS, HealthJson } from '@shortfactory/contract';
import type { Clock } from '@shortfactory/core';

export type CheckName = (typeof HEALTH_CHECKS)[number];

/** A part that works: `offline` when it does so without a service. A part that does not work throws. */
export interface Checked {
  readonly state: 'ok' | 'offline';
  /** A few words for a person. */
  readonly detail: string;
}
export type Check = (signal: AbortSignal) => Promise<Checked>;

export interface HealthOptions {
  readonly checks: Readonly<Record<CheckName, Check>>;
  readonly about: Pick<HealthJson, 'version' | 'revision' | 'environment'>;
  readonly load: () => { readonly running: number; readonly waiting: number };
  readonly clock: Clock;
  /** Told of each check that turned from working to broken, or back. */
  readonly onTurn: (name: CheckName, check: HealthJson['checks'][CheckName]) => void;
  /** Last step of every text that leaves. */
  readonly scrub: (text: string) => string;
}

/** However many ask, parts are looked at once in this time. */
const KEEP_MS = 5000;
const TIMEOUT_MS = 4000;
/** Works, but a person would notice. */
const SLOW_MS = 1500;
/** While videos are made, a part that does not answer in time is called slow for so long since it last did. */
const BUSY_PATIENCE_MS = 120_000;

/**
 * Looks at every part that the server needs, side by side, each with a time limit. A part that does not answer in time
 * while videos are being made, which takes every core, is slow and not broken, for two minutes. The answer is kept for five seconds
 * and shared by everybody who asks meanwhile. Never rejects: what is broken is in the answer.
 */
export function createHealth(options: HealthOptions): () => Promise<HealthJson> {
  const { clock, about, load } = options;
  const startedAt = new Date(clock.nowMs()).toISOString();
  const before = new Map<CheckName, string>();
  const answeredMs = new Map<CheckName, number>();
  const beganMs = clock.monotonicMs();
  let kept: { readonly health: Promise<HealthJson>; untilMs: number } | undefined;

  async function look(): Promise<HealthJson> {
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
    if (kept && clock.monotonicMs() < kept.untilMs) return kept.health;
    const health = look();
    const entry = { health, untilMs: Infinity };
    kept = entry;
    void health.then(() => (entry.untilMs = clock.monotonicMs() + KEEP_MS));
    return health;
  };
}

const BUSY = 'A video is being made, which takes the processor.';

/** What a look at a part showed; `late` when the part did not answer in time, which says nothing of what is wrong. */
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
