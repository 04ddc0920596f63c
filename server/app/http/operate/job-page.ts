import type { OperateJobJson, OperateJobListJson } from '@shortfactory/contract';
import type { Job, JobStatus } from '@shortfactory/core';
import { pseudonymOf } from '@shortfactory/operations';
import type { EndedJob } from '@shortfactory/operations';
import pLimit from 'p-limit';
import type { AppDeps } from '../deps.ts';

const READS_AT_A_TIME = 8;

type Deps = Pick<AppDeps, 'jobs' | 'operations'>;

interface Query {
  readonly limit: number;
  readonly cursor?: string;
  readonly state?: JobStatus;
  readonly reason?: string;
}

/**
 * A page of everybody's jobs: those that wait or are made by their markers, those that ended by their ends, newest first.
 * Without a state, those that ended. Throws InputInvalid, StorageFailed.
 */
export async function jobPage(
  { jobs, operations }: Deps,
  { state, reason, ...page }: Query,
  signal: AbortSignal,
): Promise<OperateJobListJson> {
  if (state === 'queued' || state === 'running') {
    const found = await operations.active.list({ ...page, status: state }, signal);
    const next = found.next === undefined ? {} : { next: found.next };
    return { jobs: found.jobs.map(underWay), ...next };
  }
  const query = { ...page, ...(state && { state }), ...(reason !== undefined && { reason }) };
  const found = await operations.ended.list(query, signal);
  const atATime = pLimit(READS_AT_A_TIME);
  const shown = await Promise.all(
    found.jobs.map((end) => atATime(async () => ended(end, await jobs.get(end.id).catch(() => undefined)))),
  );
  return { jobs: shown, ...(found.next === undefined ? {} : { next: found.next }) };
}

function underWay(job: Job): OperateJobJson {
  const { id, ownerHash, status, stage, percent, attempts, createdMs, costUsd, degraded } = job;
  return {
    ...{ id, owner: pseudonymOf(ownerHash), state: status, percent, attempts, costUsd },
    ...(stage && { stage }),
    createdAt: time(createdMs),
    since: time(sinceMs(job)),
    standIns: degraded.length,
  };
}

/** Since when it waits or is made. */
export function sinceMs({ status, startedMs, updatedMs }: Job): number {
  return status === 'running' ? (startedMs ?? updatedMs) : updatedMs;
}

/** As it ended, with what its record says besides, as long as it is still that end. */
function ended(end: EndedJob, job: Job | undefined): OperateJobJson {
  const { id, owner, state, endedMs, costUsd, reason, standIns } = end;
  const isSame = job?.status === state;
  return {
    ...{ id, owner, state, costUsd, standIns },
    since: time(endedMs),
    ...(reason === undefined ? {} : { reason }),
    ...(job && { createdAt: time(job.createdMs) }),
    ...(isSame && { attempts: job.attempts, ...(job.error && { error: job.error, stage: job.error.stage }) }),
  };
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}
