import type { JobWebhook } from './job-end.ts';
import type { Job, JobError, JobOutput } from './job.ts';
import { isTerminal } from './job.ts';
import type { Short, ShortRequest } from '../script/short.ts';
import { freshProgress } from './job-progress.ts';

/** Who runs a job: the process, and which claim of the job it was. */
export interface ClaimToken {
  readonly holder: string;
  readonly epoch: number;
}

/**
 * A job as it is stored, in one object that is changed only by compare-and-swap. The functions below are every change
 * there is; each returns the next record, or undefined where the change does not apply to what stands there.
 *
 * queued → running → done | failed; running → queued (handed back or reaped); queued | running → cancelled;
 * failed → queued when its owner asks; done → queued when its owner asks and its files are damaged. Nothing else.
 */
export interface JobRecord {
  readonly job: Job;
  /** Counts claims; part of every output's name, so that two runs never write one object. */
  readonly epoch: number;
  readonly lease?: ClaimToken;
  /** `pending` until a queue has taken the job. */
  readonly enqueue: 'pending' | 'done';
  /** Name of the empty object that stands while the job is under way. Each round has its own and never another's. */
  readonly marker: string;
  /** Of the request that made it: the same idempotency key with another body is refused. */
  readonly requestHash: string;
  /** Its end is told here, besides its owner's standing webhooks. Not part of the job, which others may see. */
  readonly webhook?: JobWebhook;
  /** Its owner removed it. What is left keeps late writers out, and goes with the garbage. */
  readonly removed?: boolean;
}

/** Runs that may die in the same place before a job is given up. */
export const MAX_ATTEMPTS = 3;

export interface Acceptance {
  readonly id: string;
  readonly ownerHash: string;
  readonly request: ShortRequest;
  readonly requestHash: string;
  readonly marker: string;
  readonly webhook?: JobWebhook;
}

export function accept({ requestHash, marker, webhook, ...wanted }: Acceptance, nowMs: number): JobRecord {
  const { source } = wanted.request;
  const job: Job = {
    ...wanted,
    rev: nowMs,
    status: 'queued',
    title: 'topic' in source ? source.topic : source.script.title,
    percent: 0,
    ...freshProgress(wanted.request),
    createdMs: nowMs,
    updatedMs: nowMs,
    attempts: 0,
    ...('script' in source ? { script: source.script } : {}),
    outputs: [],
    degraded: 'script' in source ? (source.remarks ?? []) : [],
    costUsd: 0,
  };
  return { job, epoch: 0, enqueue: 'pending', marker, requestHash, ...(webhook && { webhook }) };
}

/** What a removed job's id becomes when the same request comes again: new, but its epoch goes on. */
export function acceptAgain(record: JobRecord, wanted: Acceptance, nowMs: number): JobRecord | undefined {
  if (!record.removed) return undefined;
  const fresh = accept(wanted, Math.max(nowMs, record.job.rev + 1));
  return { ...fresh, epoch: record.epoch };
}

export function holds(record: JobRecord, { holder, epoch }: ClaimToken): boolean {
  return (
    record.job.status === 'running' &&
    record.epoch === epoch &&
    record.lease?.epoch === epoch &&
    record.lease.holder === holder
  );
}

/** True when any worker may claim the job: it is queued, or its worker's heartbeat is too old. */
export function claimable(record: JobRecord, silentMs: number, takeoverMs: number): boolean {
  return record.job.status === 'queued' || (record.job.status === 'running' && silentMs >= takeoverMs);
}

/** Takes a job. One that has taken its worker down with it again and again fails instead. */
export function claim(record: JobRecord, holder: string, nowMs: number): JobRecord {
  if (record.job.attempts >= MAX_ATTEMPTS) return givenUp(record, nowMs);
  const epoch = record.epoch + 1;
  const { error: _, finishedMs: __, ...job } = record.job;
  return {
    ...record,
    epoch,
    lease: { holder, epoch },
    enqueue: 'done',
    job: changed(
      {
        ...job,
        status: 'running',
        attempts: job.attempts + 1,
        startedMs: job.startedMs ?? nowMs,
        stages: job.stages.map((stage) => (stage.state === 'done' ? stage : { ...stage, state: 'waiting' })),
      },
      nowMs,
    ),
  };
}

/** The holder's word on how far it is; any such write renews its lease. */
export function recorded(record: JobRecord, claimToken: ClaimToken, job: Job): JobRecord | undefined {
  return holds(record, claimToken) ? { ...record, job: ownedAsNow(record, job) } : undefined;
}

/**
 * The job as its holder has it, with the owner whom the record names: it may have been handed over since the holder
 * read it.
 */
function ownedAsNow(record: JobRecord, job: Job): Job {
  const { ownerHash } = record.job;
  return job.ownerHash === ownerHash ? job : { ...job, ownerHash };
}

/** Another owner's from now on, in whatever state it is; its marker stays where it is until its round ends. */
export function handedOver(record: JobRecord, from: string, to: string): JobRecord | undefined {
  if (record.removed || record.job.ownerHash !== from) return undefined;
  return { ...record, job: { ...record.job, ownerHash: to } };
}

export function finished(
  record: JobRecord,
  claimToken: ClaimToken,
  job: Job,
  made: { readonly short: Short; readonly outputs: readonly JobOutput[] },
  nowMs: number,
): JobRecord | undefined {
  if (!holds(record, claimToken)) return undefined;
  const { etaSeconds: _, stage: __, ...rest } = ownedAsNow(record, job);
  return ended(record, nowMs, {
    ...rest,
    status: 'done',
    percent: 100,
    title: made.short.title,
    script: made.short.script,
    degraded: made.short.degraded,
    scenes: made.short.scenes.map((scene) => ({ ...scene, captioned: true })),
    ...made,
  });
}

export function failed(
  record: JobRecord,
  claimToken: ClaimToken,
  job: Job,
  error: JobError,
  nowMs: number,
): JobRecord | undefined {
  return holds(record, claimToken) ? stopped(record, ownedAsNow(record, job), error, nowMs) : undefined;
}

/** Handed back by its holder, unharmed: the run does not count. */
export function released(
  record: JobRecord,
  claimToken: ClaimToken,
  job: Job,
  nowMs: number,
): JobRecord | undefined {
  if (!holds(record, claimToken)) return undefined;
  const attempts = Math.max(0, job.attempts - 1);
  return waiting(record, { ...ownedAsNow(record, job), attempts }, nowMs);
}

/** Taken from a holder that has not been heard of for too long. */
export function reaped(
  record: JobRecord,
  silentMs: number,
  takeoverMs: number,
  nowMs: number,
): JobRecord | undefined {
  if (record.job.status !== 'running' || silentMs < takeoverMs) return undefined;
  return record.job.attempts >= MAX_ATTEMPTS ? givenUp(record, nowMs) : waiting(record, record.job, nowMs);
}

export function cancelled(record: JobRecord, nowMs: number): JobRecord | undefined {
  if (isTerminal(record.job.status)) return undefined;
  const { etaSeconds: _, ...job } = record.job;
  return ended(record, nowMs, { ...job, status: 'cancelled' });
}

export function retried(record: JobRecord, marker: string, nowMs: number): JobRecord | undefined {
  if (record.job.status !== 'failed' || record.removed) return undefined;
  const { error: _, finishedMs: __, ...job } = record.job;
  return { ...waiting(record, { ...job, attempts: 0 }, nowMs), marker };
}

/** A finished video whose files are damaged, to be made again under new names. */
export function remade(record: JobRecord, marker: string, nowMs: number): JobRecord | undefined {
  if (record.job.status !== 'done' || record.removed) return undefined;
  const { short: _, finishedMs: __, startedMs: ___, ...job } = record.job;
  const again = { ...job, attempts: 0, percent: 0, outputs: [], ...freshProgress(job.request) };
  return { ...waiting(record, again, nowMs), marker };
}

export function enqueued(record: JobRecord): JobRecord | undefined {
  return record.job.status === 'queued' && record.enqueue === 'pending'
    ? { ...record, enqueue: 'done' }
    : undefined;
}

const NOTHING_LEFT = { title: '', scenes: [], outputs: [], degraded: [] } as const;

/** A request without what a person wrote or brought along. */
function emptied({ seconds, aspects }: ShortRequest): ShortRequest {
  return { source: { topic: '' }, seconds, aspects };
}

/** Only what keeps late writers out is left of a removed job. */
export function removed(record: JobRecord, nowMs: number): JobRecord | undefined {
  if (!isTerminal(record.job.status) || record.removed) return undefined;
  const { webhook: ____, ...kept } = record;
  const { short: _, script: __, error: ___, ...job } = record.job;
  return {
    ...kept,
    removed: true,
    job: changed({ ...job, ...NOTHING_LEFT, request: emptied(job.request) }, nowMs),
  };
}

/** A job with a later time and revision. Revisions follow the clock, so they grow across processes, too. */
export function changed(job: Job, nowMs: number): Job {
  return { ...job, rev: Math.max(job.rev + 1, nowMs), updatedMs: Math.max(job.updatedMs, nowMs) };
}

function waiting({ lease: _, ...record }: JobRecord, job: Job, nowMs: number): JobRecord {
  const { etaSeconds: __, stage: ___, ...rest } = job;
  return { ...record, enqueue: 'pending', job: changed({ ...rest, status: 'queued' }, nowMs) };
}

function ended({ lease: _, ...record }: JobRecord, nowMs: number, job: Job): JobRecord {
  return { ...record, job: changed({ ...job, finishedMs: nowMs }, nowMs) };
}

function stopped(record: JobRecord, job: Job, error: JobError, nowMs: number): JobRecord {
  const { etaSeconds: _, ...rest } = job;
  return ended(record, nowMs, {
    ...rest,
    status: 'failed',
    stage: error.stage,
    error,
    stages: job.stages.map((stage) => (stage.stage === error.stage ? { ...stage, state: 'failed' } : stage)),
  });
}

function givenUp(record: JobRecord, nowMs: number): JobRecord {
  const { job } = record;
  const stage = job.stages.find(({ state }) => state !== 'done')?.stage ?? 'publish';
  return stopped(
    record,
    job,
    {
      stage,
      title: 'Making this video stopped the machine',
      detail: `${MAX_ATTEMPTS} tries ended without a word in the same place. Try again resumes from there; if it stops once more, change the script or its pictures.`,
      retryable: true,
    },
    nowMs,
  );
}
