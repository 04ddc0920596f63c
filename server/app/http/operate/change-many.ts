import { MOST_CHANGED } from '@shortfactory/contract';
import type { RetryManyJson } from '@shortfactory/contract';
import { DomainError } from '@shortfactory/core';
import { OPERATOR } from '@shortfactory/jobs';
import type { Actor, Audited } from '@shortfactory/operations';
import pLimit from 'p-limit';
import type { AppDeps } from '../deps.ts';

const AT_A_TIME = 4;
const PAGE = 100;
/** Failures of a reason that are looked at for some that can still be tried again. */
const MOST_LOOKED = 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

type Deps = Pick<AppDeps, 'jobs' | 'operations'>;

/** The jobs that are meant: by their ids, or the newest of a reason that are still failed. Throws StorageFailed. */
export async function jobsToRetry(
  { jobs, operations }: Deps,
  wanted: RetryManyJson,
  signal: AbortSignal,
): Promise<{ readonly ids: readonly string[]; readonly more: boolean }> {
  if ('ids' in wanted) return { ids: [...new Set(wanted.ids)], more: false };
  const { reason, days = 1 } = wanted;
  const sinceMs = Date.now() - days * DAY_MS;
  const ids = new Set<string>();
  let cursor: string | undefined;
  for (let looked = 0; looked < MOST_LOOKED; looked += PAGE) {
    const query = {
      state: 'failed',
      reason,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    } as const;
    const { jobs: ended, next } = await operations.ended.list(query, signal);
    for (const { id, endedMs } of ended) {
      if (endedMs < sinceMs) return { ids: [...ids], more: false };
      const isFailed = !ids.has(id) && (await jobs.get(id))?.status === 'failed';
      if (isFailed && ids.size === MOST_CHANGED) return { ids: [...ids], more: true };
      if (isFailed) ids.add(id);
    }
    if (next === undefined) return { ids: [...ids], more: false };
    cursor = next;
  }
  return { ids: [...ids], more: true };
}

/** Each by itself: one that is refused keeps none from the others. What is done is entered in the log before. */
export async function changeMany(
  { jobs, operations }: Deps,
  {
    ids,
    did,
    by,
  }: {
    readonly ids: readonly string[];
    readonly did: Extract<Audited, 'job.retry' | 'job.cancel'>;
    readonly by: { readonly as: Actor; readonly who: string };
  },
  signal: AbortSignal,
): Promise<{ done: string[]; refused: { id: string; why: string }[] }> {
  const done: string[] = [];
  const refused: { id: string; why: string }[] = [];
  const atATime = pLimit(AT_A_TIME);
  await Promise.all(
    [...new Set(ids)].map((id) =>
      atATime(async () => {
        signal.throwIfAborted();
        try {
          await operations.audit.enter({ ...by, did, of: id });
          await (did === 'job.retry' ? jobs.retry(id, OPERATOR) : jobs.cancel(id, OPERATOR));
          done.push(id);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          refused.push({ id, why: error.message });
        }
      }),
    ),
  );
  return { done, refused };
}
