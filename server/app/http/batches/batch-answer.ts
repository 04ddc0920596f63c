import { countsOf, csvOf, shownState, spentUsd } from '@shortfactory/batches';
import type { BatchRecord, RowPlan, RowRecord } from '@shortfactory/batches';
import type { BatchCheckJson, BatchJson, BatchRowJson } from '@shortfactory/contract';
import type { Job } from '@shortfactory/core';
import { defined, jobAnswer } from '../videos/job-answer.ts';
import type { PlannedRows } from './plan-rows.ts';

/** A batch as its owner may see it, without its rows. */
export function batchAnswer(batch: BatchRecord): BatchJson {
  const { id, name, status, createdMs, updatedMs, finishedMs, rows, estimateUsd, capUsd } = batch;
  return {
    id,
    ...defined({ name }),
    status,
    createdAt: time(createdMs),
    updatedAt: time(updatedMs),
    ...(finishedMs === undefined ? {} : { finishedAt: time(finishedMs) }),
    rows: rows.length,
    counts: countsOf(batch),
    estimateUsd: cents(estimateUsd),
    costUsd: cents(spentUsd(batch)),
    ...defined({ capUsd }),
  };
}

/** A row of a batch. */
export interface ShownRow {
  readonly plan: RowPlan;
  readonly row: RowRecord;
  /** Rows of the batch that wait before it. */
  readonly waitingBefore: number;
}

/** The rows of a batch in their order. One that repeats an earlier one shows that one's video. */
export function shownRows({ rows }: BatchRecord, plans: readonly RowPlan[]): ShownRow[] {
  const made = new Map<string, RowRecord>();
  let waitingBefore = 0;
  return plans.flatMap((plan, index) => {
    const row = rows[index];
    if (!row) return [];
    const first = made.get(plan.key);
    if (!first) made.set(plan.key, row);
    const shown = { plan, row: first?.job === undefined ? row : { ...row, job: first.job }, waitingBefore };
    if (shownState(row.state) === 'waiting') waitingBefore += 1;
    return [shown];
  });
}

export function rowAnswer(
  { plan: { line, id, title }, row, waitingBefore }: ShownRow,
  jobs: ReadonlyMap<string, Job>,
): BatchRowJson {
  const job = row.job === undefined ? undefined : jobs.get(row.job);
  const state = stateNow(row, job);
  return {
    line,
    ...defined({ id }),
    title: job?.title ?? title,
    state,
    ...(state === 'waiting' ? { place: waitingBefore + 1 } : {}),
    ...(job ? videoOf(job, state) : {}),
    costUsd: row.costUsd ?? 0,
    ...(row.problem === undefined
      ? {}
      : { error: { title: 'It cannot be made', detail: row.problem, retryable: true } }),
  };
}

/** A job that has ended is seen at once, before the batch has noted it. */
function stateNow(row: RowRecord, job: Job | undefined): BatchRowJson['state'] {
  if (row.state !== 'making' || !job) return shownState(row.state);
  return job.status === 'queued' || job.status === 'running' ? 'making' : job.status;
}

function videoOf(job: Job, state: BatchRowJson['state']): Partial<BatchRowJson> {
  const { percent, outputs, poster, degraded, error } = jobAnswer(job, true);
  return {
    video: job.id,
    url: `/api/videos/${job.id}`,
    ...(state === 'making' ? { percent } : {}),
    ...(job.status === 'done' ? { outputs, ...defined({ poster }), degraded } : {}),
    ...(state === 'failed' && error
      ? { error: { title: error.title, detail: error.detail, retryable: error.retryable } }
      : {}),
  };
}

const COLUMNS = ['line', 'id', 'state', 'title', 'video', 'files', 'seconds', 'costUsd', 'error'] as const;

/** The rows as a spreadsheet takes them, texts that look like formulas as texts. */
export function manifestCsv(rows: readonly BatchRowJson[]): string {
  return csvOf(
    COLUMNS,
    rows.map(({ line, id, state, title, video, outputs = [], costUsd, error }) => ({
      ...{ line, id, state, title, video, costUsd },
      files: outputs.map(({ url }) => url).join(' '),
      seconds: outputs[0]?.seconds,
      error: error?.detail,
    })),
  );
}

/** What a table would become. */
export function checkAnswer(
  { plans, makeSecondsPerSecond }: PlannedRows,
  problems: BatchCheckJson['problems'],
): BatchCheckJson {
  const lineOf = new Map<string, number>();
  const rows = plans.map(({ line, id, key, title, seconds, usd, request: { voice, look, aspects } }) => {
    const sameAs = lineOf.get(key);
    if (sameAs === undefined) lineOf.set(key, line);
    return {
      line,
      ...defined({ id, voice, sameAs }),
      ...(look && { look: look.name ?? '' }),
      title,
      aspects: [...aspects],
      seconds,
      usd: cents(usd),
    };
  });
  const made = rows.filter(({ sameAs }) => sameAs === undefined);
  const sum = (each: (row: (typeof rows)[number]) => number): number =>
    made.reduce((total, row) => total + each(row), 0);
  return {
    rows,
    problems: [...problems].sort((a, b) => a.line - b.line),
    videos: made.length,
    estimateUsd: cents(sum(({ usd }) => usd)),
    makeSeconds: Math.round(sum(({ seconds }) => seconds) * makeSecondsPerSecond),
  };
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}

/** Dollars to a hundredth of a cent. */
function cents(usd: number): number {
  return Math.round(usd * 10_000) / 10_000;
}
