import { AGE_BOUNDS } from '@shortfactory/contract';
import type { OperateOverviewJson } from '@shortfactory/contract';
import { STAGES } from '@shortfactory/core';
import type { Job } from '@shortfactory/core';
import { dayOf } from '@shortfactory/operations';
import type { EndedJob } from '@shortfactory/operations';
import type { AppDeps } from '../deps.ts';
import { sinceMs } from './job-page.ts';
import { maintenanceOf } from './maintenance-answer.ts';

const HOUR_MS = 60 * 60 * 1000;
const HOURS = 24;

type Deps = Pick<AppDeps, 'config' | 'health' | 'operations'>;

/** What an operator sees at first: a few lists of names, and the records of at most 300 jobs under way. Throws StorageFailed. */
export async function overviewOf(deps: Deps, signal: AbortSignal): Promise<OperateOverviewJson> {
  const { operations, config, health } = deps;
  const nowMs = Date.now();
  const [active, last24, spent, { checks }, instances, state] = await Promise.all([
    operations.active.some(signal),
    operations.ended.since(nowMs - HOURS * HOUR_MS, signal),
    operations.spent(1),
    health(),
    operations.instances.list(signal),
    operations.maintenance.now(),
  ]);
  const midnightMs = Date.parse(`${dayOf(nowMs)}T00:00:00Z`);
  const today = last24.jobs.filter(({ endedMs }) => endedMs >= midnightMs);
  const counted = (which: EndedJob['state']): number => today.filter((job) => job.state === which).length;
  const usd = spent.at(-1)?.usd;
  const capUsd = config.MAX_COST_PER_DAY_USD;
  return {
    at: new Date(nowMs).toISOString(),
    jobs: { ...tableOf(active.jobs, nowMs), isAll: active.isAll },
    today: {
      done: counted('done'),
      failed: counted('failed'),
      cancelled: counted('cancelled'),
      standIns: today.filter(({ state: each, standIns }) => each === 'done' && standIns > 0).length,
      costUsd: today.reduce((sum, { costUsd }) => sum + costUsd, 0),
      isAll: last24.isAll,
    },
    wait: { ...waitOf(last24.jobs), byHour: hoursOf(last24.jobs, nowMs) },
    spent: { ...(usd === undefined ? {} : { usd }), ...(capUsd === undefined ? {} : { capUsd }) },
    checks,
    instances: instances.map(({ startedMs, ...instance }) => ({
      ...instance,
      since: new Date(startedMs).toISOString(),
    })),
    flags: flagsOf(config),
    maintenance: maintenanceOf(state),
  };
}

function tableOf(jobs: readonly Job[], nowMs: number): Pick<OperateOverviewJson['jobs'], 'rows' | 'owners'> {
  const waiting = jobs.filter(({ status }) => status === 'queued');
  const stageOf = ({ stage, stages }: Job) =>
    stage ?? stages.find(({ state }) => state !== 'done')?.stage ?? 'publish';
  const made = jobs.filter(({ status }) => status === 'running');
  const rows = [
    rowOf('queued', waiting, nowMs),
    ...STAGES.map((stage) =>
      rowOf(
        stage,
        made.filter((job) => stageOf(job) === stage),
        nowMs,
      ),
    ),
  ];
  return { rows, owners: new Set(waiting.map(({ ownerHash }) => ownerHash)).size };
}

function rowOf(
  state: OperateOverviewJson['jobs']['rows'][number]['state'],
  jobs: readonly Job[],
  nowMs: number,
): OperateOverviewJson['jobs']['rows'][number] {
  const ages = jobs.map((job) => Math.max(0, nowMs - sinceMs(job)) / 1000);
  const byAge = Array.from({ length: AGE_BOUNDS.length + 1 }, () => 0);
  for (const age of ages) {
    const column = AGE_BOUNDS.findIndex((bound) => age < bound);
    const at = column === -1 ? AGE_BOUNDS.length : column;
    byAge[at] = (byAge[at] ?? 0) + 1;
  }
  return {
    ...{ state, byAge, all: jobs.length },
    ...(ages.length === 0 ? {} : { oldestSeconds: Math.round(Math.max(...ages)) }),
  };
}

function waitOf(jobs: readonly EndedJob[]): Omit<OperateOverviewJson['wait'], 'byHour'> {
  const waits = jobs.flatMap(({ waitedSeconds }) => waitedSeconds ?? []).sort((a, b) => a - b);
  const at = (share: number): number =>
    waits[Math.min(waits.length - 1, Math.floor(share * waits.length))] ?? 0;
  return {
    count: waits.length,
    ...(waits.length === 0 ? {} : { halfSeconds: at(0.5), most95Seconds: at(0.95) }),
  };
}

function hoursOf(jobs: readonly EndedJob[], nowMs: number): OperateOverviewJson['wait']['byHour'] {
  const firstMs = (Math.floor(nowMs / HOUR_MS) - HOURS + 1) * HOUR_MS;
  return Array.from({ length: HOURS }, (_, hour) => {
    const fromMs = firstMs + hour * HOUR_MS;
    const inIt = jobs.filter(({ endedMs }) => endedMs >= fromMs && endedMs < fromMs + HOUR_MS);
    return { at: new Date(fromMs).toISOString(), ...waitOf(inIt) };
  });
}

const FLAGS = [
  ...['APP_ENV', 'ROLE', 'AUTH', 'STORAGE', 'QUEUE', 'JOB_CONCURRENCY', 'MAX_JOBS_PER_OWNER'],
  ...['USE_REAL_LLM', 'USE_REAL_IMAGE', 'USE_REAL_VOICE', 'RENDER_SKIP', 'FOOTAGE'],
  ...['MAX_COST_PER_VIDEO_USD', 'MAX_COST_PER_DAY_USD', 'AUDIT_DAYS'],
] as const;

/** Settings that say how this process runs; none of them a secret. */
function flagsOf(config: AppDeps['config']): OperateOverviewJson['flags'] {
  const values: Readonly<Record<string, unknown>> = config;
  return FLAGS.map((name) => {
    const value = values[name];
    const text = Array.isArray(value) ? value.join(', ') : value === undefined ? '' : String(value as string);
    return { name, value: text === '' ? 'not set' : text };
  });
}
