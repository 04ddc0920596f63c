import type { Clock, Log, ObjectStore, VersionedObjects } from '@shortfactory/core';
import type { Jobs } from '@shortfactory/jobs';
import { AuditLog } from './audit/audit-log.ts';
import { EndedJobs } from './ends/ended-jobs.ts';
import { Maintenance } from './maintenance/maintenance.ts';
import { ActiveJobs } from './running/active-jobs.ts';
import { Instances } from './running/instances.ts';
import type { InstancesOptions } from './running/instances.ts';
import { spentByDay } from './store/spent.ts';
import type { DaySpent } from './store/spent.ts';
import { StoreSizes } from './store/store-sizes.ts';

/** Between two looks for what is too old to be kept. */
const SWEEP_MS = 10 * 60_000;
/** What a store that hangs keeps from being taken away is forgotten by the others. */
const DRAIN_MS = 2000;

export interface OperationsOptions {
  readonly store: ObjectStore;
  readonly objects: VersionedObjects;
  readonly jobs: () => Pick<Jobs, 'get' | 'load'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly about: InstancesOptions['about'];
  /** How long the audit log is kept. */
  readonly auditDays: number;
}

/** What whoever runs a deployment sees and does. Nothing begins before `start` or a call. */
export class Operations {
  readonly audit: AuditLog;
  readonly maintenance: Maintenance;
  readonly ended: EndedJobs;
  readonly active: ActiveJobs;
  readonly instances: Instances;
  readonly sizes: StoreSizes;
  readonly #options: OperationsOptions;
  readonly #over = new AbortController();
  #writing: Promise<void> = Promise.resolve();

  constructor(options: OperationsOptions) {
    const { store, jobs, about, auditDays } = options;
    this.#options = options;
    this.audit = new AuditLog({ ...options, days: auditDays });
    this.maintenance = new Maintenance(options);
    this.ended = new EndedJobs(options);
    this.active = new ActiveJobs({ ...options, store, jobs: { get: (id) => jobs().get(id) } });
    this.instances = new Instances({ ...options, about, running: () => jobs().load().running });
    this.sizes = new StoreSizes(options);
  }

  /** What was spent in the last days, oldest first. Throws StorageFailed. */
  spent(days: number): Promise<readonly DaySpent[]> {
    return spentByDay(this.#options.objects, this.#options.clock.nowMs(), days);
  }

  start(): void {
    this.#writing = this.instances.keepWriting(this.#over.signal);
    void this.#sweepOn();
  }

  async drain(): Promise<void> {
    this.#over.abort();
    const ended = new AbortController();
    void this.#writing.then(() => ended.abort());
    await this.#options.clock.sleep(DRAIN_MS, ended.signal).catch(() => undefined);
  }

  async #sweepOn(): Promise<void> {
    const { clock, log } = this.#options;
    const { signal } = this.#over;
    while (!signal.aborted) {
      await clock.sleep(SWEEP_MS, signal).catch(() => undefined);
      for (const kept of [this.audit, this.ended]) {
        if (signal.aborted) return;
        await kept.sweep(signal).catch((error: unknown) => {
          if (!signal.aborted) log.warn('What is too old to be kept could not be removed.', { error });
        });
      }
    }
  }
}
