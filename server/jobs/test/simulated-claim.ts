import { accept, claim } from '@shortfactory/core';
import type { Job } from '@shortfactory/core';
import { JobStore } from '../store/job-store.ts';
import type { Stored } from '../store/job-store.ts';
import { ClaimedJob } from '../run/claimed-job.ts';
import { TIMING } from '../timing.ts';
import type { Timing } from '../timing.ts';
import { seeded } from '@shortfactory/testing/seeded';
import { silentLog } from '@shortfactory/testing/silent-log';
import { NO_FAULTS } from '@shortfactory/testing/simulation/faults';
import type { FaultRates } from '@shortfactory/testing/simulation/faults';
import { Invariants } from '@shortfactory/testing/simulation/invariants';
import { SimulatedStore, StoreConnection } from '@shortfactory/testing/simulation/simulated-store';
import { InVirtualTime, SimulatedProcess } from '@shortfactory/testing/simulation/virtual-time';
import { tinyRequest } from '@shortfactory/testing/jobs/real-jobs';

export const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

/** One worker and its store in virtual time: faults come when a test says so. */
export class Bench extends InVirtualTime {
  readonly process = new SimulatedProcess('worker', this.time, 1, 0);
  readonly invariants = new Invariants();
  readonly store: SimulatedStore;
  readonly jobs: JobStore;
  readonly told: Job[] = [];
  rates: FaultRates = NO_FAULTS;

  constructor() {
    super();
    this.store = new SimulatedStore(this.time, this.invariants);
    this.invariants.over(this.store);
    this.jobs = this.#jobsOf(this.process);
  }

  /** Another process on the same store, without faults. */
  other(): JobStore {
    const process = new SimulatedProcess('other', this.time, 1, 0);
    const connection = new StoreConnection(
      this.store,
      process,
      seeded(2),
      () => NO_FAULTS,
      () => undefined,
    );
    return new JobStore({ objects: connection, clock: process, newId: () => process.newId() });
  }

  /** A job that this worker has just claimed. */
  async claimed(timing: Partial<Timing> = {}): Promise<ClaimedJob> {
    const wanted = {
      id: ID,
      ownerHash: 'o',
      request: tinyRequest('Tiny'),
      requestHash: 'h',
      marker: 'active/o/x',
    };
    const created = this.jobs.create(accept(wanted, this.process.nowMs()), { patienceMs: 60_000 });
    const made = (await this.settled(created)).stored as Stored;
    const change = this.jobs.update(ID, ({ record }) => claim(record, 'worker.0', this.process.nowMs()), {
      base: made,
      patienceMs: 60_000,
    });
    const taken = await this.settled(change);
    if (!taken.changed) throw new Error('it was not claimed');
    const deps = {
      store: this.jobs,
      clock: this.process,
      log: silentLog,
      timing: { ...TIMING, ...timing },
      onChange: (job: Job) => void this.told.push(job),
    };
    return new ClaimedJob(deps, taken.stored, { holder: 'worker.0', epoch: 1 }, taken.sentMs);
  }

  /** Writes that were made to the job's record since it was created. */
  get writes(): number {
    return Number(this.store.objects.get(`jobs/${ID}`)?.generation ?? 0);
  }

  #jobsOf(process: SimulatedProcess): JobStore {
    const connection = new StoreConnection(
      this.store,
      process,
      seeded(1),
      () => this.rates,
      () => process.kill(),
    );
    return new JobStore({ objects: connection, clock: process, newId: () => process.newId() });
  }
}
