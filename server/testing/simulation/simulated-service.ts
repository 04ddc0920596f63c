import { Batches, wakingBatches } from '@shortfactory/batches';
import { NO_TRACES } from '@shortfactory/core';
import type { ShortRequest } from '@shortfactory/core';
import { JobService, JobStore, Signer, TIMING } from '@shortfactory/jobs';
import { InlineQueue } from '@shortfactory/queue';
import { seeded } from '../seeded.ts';
import { silentLog } from '../silent-log.ts';
import { NO_FAULTS } from './faults.ts';
import { Invariants } from './invariants.ts';
import { mortal, stepsOf } from './mortal.ts';
import type { KilledAt } from './mortal.ts';
import { RemoteQueue } from './remote-queue.ts';
import { makeSimulatedShort } from './simulated-pipeline.ts';
import { SimulatedStore, StoreConnection, checksum } from './simulated-store.ts';
import { InVirtualTime, SimulatedProcess } from './virtual-time.ts';
import { Webhooks } from '@shortfactory/webhooks';
import type { Send } from '@shortfactory/webhooks';
import { Usage } from '@shortfactory/usage';

const SIGNING_KEY = 'the key of a simulation, of no use to anyone';

export interface Member {
  readonly process: SimulatedProcess;
  readonly jobs: JobService;
  readonly webhooks: Webhooks;
  readonly batches: Batches;
}

export interface MemberOptions {
  /** A receiver, at the time of the world. */
  readonly send: Send;
  readonly killedAt?: KilledAt;
  /** Side by side. */
  readonly jobs?: number;
  /** Rows of one owner under way at a time. */
  readonly rows?: number;
}

/** A service in virtual time: processes on one store, with jobs, batches and webhooks as the product puts them together. */
export class SimulatedService extends InVirtualTime {
  readonly invariants = new Invariants();
  readonly store = new SimulatedStore(this.time, this.invariants);
  /** Writes and messages so far, by what they were. */
  readonly steps: string[] = [];
  /** A queue beside the processes, which delivers to those that live, in turn; else each has its own. */
  readonly #queue: RemoteQueue | undefined;
  readonly #members: Member[] = [];
  #processes = 0;
  #runs = 0;
  #deliveries = 0;

  constructor({ hasQueue = false }: { readonly hasQueue?: boolean } = {}) {
    super();
    this.invariants.over(this.store);
    if (!hasQueue) return;
    this.#queue = new RemoteQueue(this.time, seeded(1), 0, (id) => {
      const alive = this.#members.filter(({ process }) => !process.isDead);
      return alive[this.#deliveries++ % alive.length]?.jobs.run(id);
    });
  }

  start({ send, killedAt, jobs: side = 2, rows = side }: MemberOptions): Member {
    const process = new SimulatedProcess(`p${this.#processes++}`, this.time, 1, 0);
    const random = seeded(this.#processes);
    const connection = new StoreConnection(
      this.store,
      process,
      random,
      () => NO_FAULTS,
      () => process.kill(),
    );
    const step = stepsOf(process, this.steps, killedAt);
    const seen = mortal(connection, step);
    const newId = (): string => process.newId();
    const signer = new Signer(SIGNING_KEY);
    const webhooks = new Webhooks({
      ...{ store: seen, objects: seen, clock: process, log: silentLog, telemetry: NO_TELEMETRY },
      ...{ signingKey: SIGNING_KEY, ownerHash: (owner) => signer.ownerHash(owner), newId, random },
      allowed: { networks: [], loopback: false, http: false },
      send: (message, signal) => step(`message ${message.url.href}`, () => send(message, signal)),
    });
    const inline = new InlineQueue({ clock: process, concurrency: side, run: (id) => jobs.run(id) });
    const queue = this.#queue?.port ?? inline;
    const jobs: JobService = new JobService({
      ...{
        store: seen,
        clock: process,
        log: silentLog,
        telemetry: NO_TELEMETRY,
        random,
        newId,
        signer,
        queue,
      },
      jobs: new JobStore({ objects: seen, clock: process, newId }),
      delivery: connection,
      ends: wakingBatches(webhooks, () => batches),
      usage: new Usage({ objects: seen, store: seen, clock: process, quotaOf: () => ({}) }),
      accepts: true,
      make: (request, options) => {
        const { invariants } = this;
        const kill = (): void => process.kill();
        const world = { process, store: seen, invariants, random, nextRun: () => ++this.#runs, kill };
        return makeSimulatedShort(world, request, options);
      },
      inspect: async (object) => ({ sha256: checksum(Buffer.from(object)) }),
      traces: NO_TRACES,
      timing: { ...TIMING, lookMs: 4000 },
      maxJobsPerOwner: 1000,
      maxRunning: side,
    });
    const batches = new Batches({
      ...{ jobs, signer, newId, store: seen, objects: seen, clock: process, log: silentLog },
      ends: webhooks,
      evictable: connection,
      rowsAtATime: rows,
    });
    jobs.start();
    webhooks.start();
    batches.start();
    const member = { process, jobs, webhooks, batches };
    this.#members.push(member);
    return member;
  }
}

export function requestOf(title: string): ShortRequest {
  const scenes = [{ narration: 'A word.', visual: 'A thing.' }];
  return { source: { script: { title, language: 'en', scenes } }, seconds: 10, aspects: ['9:16'] };
}

const NO_TELEMETRY = { record: () => undefined };
