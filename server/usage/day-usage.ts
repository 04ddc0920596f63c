import type { Quota, QuotaState } from '@shortfactory/core';
import { NOTHING, plus } from './day-record.ts';
import type { DayRecord } from './day-record.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What an owner made in a day. */
export interface DayUsage {
  /** `2026-11-28`, of UTC. */
  readonly date: string;
  /** Being made, or counted by a process that died before there was a job. */
  readonly open: number;
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
  /** Of finished video, all shapes together. */
  readonly seconds: number;
  /** Estimated, of jobs that have ended. */
  readonly usd: number;
  /** Of finished files that were not removed since. */
  readonly bytes: number;
  /** Dollars by provider, as far as they are known. */
  readonly providers: Readonly<Record<string, number>>;
}

export function usageOf(date: string, record: DayRecord | undefined): DayUsage {
  const entries = record?.entries ?? [];
  const sums = entries.reduce(plus, record?.folded ?? NOTHING);
  return { date, open: entries.filter(({ state }) => state === 'open').length, ...sums };
}

/** Of each limit that there is. */
export function quotaStates(quota: Quota, used: DayUsage): QuotaState[] {
  const renewsMs = Date.parse(used.date) + DAY_MS;
  const amounts = { videos: used.open + used.done, minutes: used.seconds / 60, usd: used.usd };
  return (['videos', 'minutes', 'usd'] as const).flatMap((name) => {
    const limit = quota[name];
    return limit === undefined ? [] : [{ name, limit, used: amounts[name], renewsMs }];
  });
}

/** The first that allows nothing more. */
export function usedUp(states: readonly QuotaState[]): QuotaState | undefined {
  return states.find(({ used, limit }) => used >= limit);
}

/** "You have made 5 of 5 videos today; the next can be made from 00:00 UTC, in 3 hours." */
export function quotaSentence({ name, used, limit, renewsMs }: QuotaState, nowMs: number): string {
  const what = {
    videos: `${used} of ${limit} videos`,
    minutes: `${used.toFixed(1)} of ${limit} minutes of video`,
    usd: `$${used.toFixed(2)} of $${limit.toFixed(2)} for services`,
  }[name];
  const minutes = Math.max(1, Math.ceil((renewsMs - nowMs) / 60_000));
  const wait =
    minutes < 120
      ? `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
      : `${Math.round(minutes / 60)} hours`;
  return `Today you have used ${what}; more can be made from 00:00 UTC, in ${wait}.`;
}
