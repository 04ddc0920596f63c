import { randomBytes } from 'node:crypto';
import {
  Conflict,
  IdempotencyMismatch,
  InputInvalid,
  NotFound,
  NotYours,
  STAGES,
  isTerminal,
} from '@shortfactory/core';
import type { Job, JobWebhook, ShortRequest } from '@shortfactory/core';
import { OPERATOR } from '@shortfactory/jobs';
import type { Jobs, Operator, RunOutcome } from '@shortfactory/jobs';

/** Jobs that change only when a test changes them: the HTTP side is tested against every state and error of the port. */
export class ManualJobs implements Jobs {
  readonly #jobs = new Map<string, Job>();
  readonly #keys = new Map<string, { id: string; body: string }>();
  readonly #watchers = new Set<() => void>();
  readonly webhooks = new Map<string, JobWebhook>();
  outcome: RunOutcome = 'finished';
  /** Thrown by the next call of any method. */
  fault: Error | undefined;
  watching = 0;

  async submit(owner: string, request: ShortRequest, key?: string, webhook?: JobWebhook) {
    this.#check();
    const body = JSON.stringify({ request, webhook });
    const known = key === undefined ? undefined : this.#keys.get(`${owner} ${key}`);
    if (known && known.body !== body)
      throw new IdempotencyMismatch('The key came with another request before.');
    if (known) return { job: this.#jobs.get(known.id) as Job, created: false };
    const now = Date.now();
    const id = `0${randomBytes(20).toString('hex').slice(0, 25).toUpperCase()}`;
    const job: Job = {
      id,
      ownerHash: owner,
      rev: 1,
      status: 'queued',
      request,
      title: 'script' in request.source ? request.source.script.title : request.source.topic,
      percent: 0,
      stages: STAGES.map((stage) => ({ stage, state: 'waiting', percent: 0 })),
      scenes: [],
      createdMs: now,
      updatedMs: now,
      attempts: 0,
      ...('script' in request.source ? { script: request.source.script } : {}),
      outputs: [],
      degraded: 'script' in request.source ? (request.source.remarks ?? []) : [],
      costUsd: 0,
    };
    this.#jobs.set(id, job);
    if (webhook) this.webhooks.set(id, webhook);
    if (key !== undefined) this.#keys.set(`${owner} ${key}`, { id, body });
    return { job, created: true };
  }

  /** Changes a job as a worker would. */
  move(id: string, change: Partial<Job>): Job {
    const before = this.#jobs.get(id) as Job;
    const job = { ...before, ...change, rev: before.rev + 1, updatedMs: Date.now() };
    this.#jobs.set(id, job);
    for (const wake of this.#watchers) wake();
    return job;
  }

  async get(id: string) {
    this.#check();
    return this.#jobs.get(id);
  }

  async handOver(ids: readonly string[], from: string, to: string) {
    this.#check();
    const theirs = ids.filter((id) => [from, to].includes(this.#jobs.get(id)?.ownerHash ?? ''));
    for (const id of theirs) this.move(id, { ownerHash: to });
    return theirs;
  }

  owns(job: Job, owner: string) {
    return job.ownerHash === owner;
  }

  async list(owner: string, query: Parameters<Jobs['list']>[1]) {
    this.#check();
    // As an entry of an owner's list looks: a time, then the id.
    const cursorId = query.cursor?.slice(14);
    if (cursorId !== undefined && !this.#jobs.has(cursorId)) throw new InputInvalid('cursor', 'is not ours');
    const own = [...this.#jobs.values()]
      .filter((job) => job.ownerHash === owner && (query.status ?? job.status) === job.status)
      .filter((job) => job.title.includes(query.text ?? ''))
      .reverse();
    const from = cursorId === undefined ? 0 : own.findIndex(({ id }) => id === cursorId);
    const next = own[from + query.limit]?.id;
    return {
      jobs: own.slice(from, from + query.limit),
      ...(next === undefined ? {} : { next: `0000000000000-${next}` }),
    };
  }

  async retry(id: string, owner: string | Operator) {
    const job = this.#own(id, owner);
    if (job.status !== 'failed') throw new Conflict('Only a failed video can be tried again.');
    return this.move(id, { status: 'queued' });
  }

  async cancel(id: string, owner: string | Operator) {
    const job = this.#own(id, owner);
    if (isTerminal(job.status)) throw new Conflict('This video is finished.');
    return this.move(id, { status: 'cancelled' });
  }

  async remove(id: string, owner: string) {
    const job = this.#own(id, owner);
    if (!isTerminal(job.status)) throw new Conflict('This video is being made.');
    this.#jobs.delete(id);
  }

  async *watch(id: string, signal: AbortSignal, afterRev = 0) {
    this.watching += 1;
    try {
      let seen = afterRev;
      while (!signal.aborted) {
        const job = this.#jobs.get(id) as Job;
        if (job.rev > seen) {
          seen = job.rev;
          yield job;
          if (isTerminal(job.status)) return;
        } else await this.#change(signal);
      }
    } finally {
      this.watching -= 1;
    }
  }

  async run() {
    this.#check();
    return this.outcome;
  }

  load() {
    return { running: 0, waiting: 0 };
  }

  start() {}

  async drain() {}

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#watchers.delete(wake);
        resolve();
      };
      this.#watchers.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  #own(id: string, owner: string | Operator): Job {
    this.#check();
    const job = this.#jobs.get(id);
    if (!job) throw new NotFound('There is no video with this id.');
    if (owner !== OPERATOR && job.ownerHash !== owner) throw new NotYours('This video is not yours.');
    return job;
  }

  #check(): void {
    const { fault } = this;
    this.fault = undefined;
    if (fault) throw fault;
  }
}
