import type { OperateUsageJson } from '@shortfactory/contract';
import { dayOf } from '@shortfactory/operations';
import type { EndedJob } from '@shortfactory/operations';
import type { AppDeps } from '../deps.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The last days, oldest first, today with them. Throws StorageFailed. */
export async function usageOf(
  { operations, config }: Pick<AppDeps, 'operations' | 'config'>,
  days: number,
  signal: AbortSignal,
): Promise<OperateUsageJson> {
  const firstMs = Date.parse(`${dayOf(Date.now() - (days - 1) * DAY_MS)}T00:00:00Z`);
  const [spent, { jobs, isAll }] = await Promise.all([
    operations.spent(days),
    operations.ended.since(firstMs, signal),
  ]);
  const byDay = new Map<string, EndedJob[]>();
  for (const job of jobs) {
    const day = dayOf(job.endedMs);
    const known = byDay.get(day);
    if (known) known.push(job);
    else byDay.set(day, [job]);
  }
  const { MAX_COST_PER_DAY_USD: capUsd } = config;
  return {
    ...(capUsd === undefined ? {} : { capUsd }),
    isAll,
    days: spent.map(({ day, usd }) => {
      const ended = byDay.get(day) ?? [];
      const counted = (which: EndedJob['state']): number =>
        ended.filter(({ state }) => state === which).length;
      return {
        day,
        ...(usd === undefined ? {} : { spentUsd: usd }),
        costUsd: ended.reduce((sum, { costUsd }) => sum + costUsd, 0),
        done: counted('done'),
        failed: counted('failed'),
        cancelled: counted('cancelled'),
        owners: new Set(ended.map(({ owner }) => owner)).size,
      };
    }),
  };
}
