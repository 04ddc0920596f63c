import { DomainError, NO_JOB_ENDS } from '@shortfactory/core';
import type { Job } from '@shortfactory/core';
import { seeded, whole } from '@shortfactory/testing/seeded';
import { silentLog } from '@shortfactory/testing/silent-log';
import { NO_FAULTS, drawRates } from '@shortfactory/testing/simulation/faults';
import { SimulatedStore, StoreConnection } from '@shortfactory/testing/simulation/simulated-store';
import { SimulatedProcess, VirtualTime } from '@shortfactory/testing/simulation/virtual-time';
import { Operations } from '../index.ts';

const LIFE_MS = 5 * 60_000;
/** Nothing fails any more, and whatever was read before is read again. */
const QUIET_MS = 2 * 60_000;
const ACTS = 40;
const PROCESSES = 3;
const ROUNDS = 6;
const signal = new AbortController().signal;

interface Member {
  readonly process: SimulatedProcess;
  readonly operations: Operations;
}

/**
 * Several processes that enter what was done and how rounds ended, and switch maintenance, with lost and late answers and
 * kills, all drawn from one seed. What has to hold: an entry whose making was answered stands, nothing ever changes or
 * removes one, a round that is told again and again has one, and in the end every process knows what the store says.
 */
export class OperationsWorld {
  violation: string | undefined;
  kills = 0;
  readonly #random: () => number;
  readonly #time = new VirtualTime();
  readonly #store = new SimulatedStore(this.#time, {
    swapped: (name) => {
      if (name !== 'operate/maintenance') this.#broken(`${name} was changed`);
    },
    removed: (name) => this.#broken(`${name} was removed`),
  });
  readonly #members: Member[] = [];
  /** What was answered to stand: of entries their subject, of rounds their number. */
  readonly #entered = new Set<string>();
  readonly #ended = new Set<number>();
  #entries = 0;
  #trouble = true;

  constructor(seed: number) {
    this.#random = seeded(seed);
    // More deaths than a bad day has: they are what this is about.
    const rates = { ...drawRates(this.#random), killed: 0.05 * this.#random() };
    for (let place = 0; place < PROCESSES; place++) this.#start(place, rates);
    for (let act = 0; act < ACTS; act++)
      this.#time.at(whole(this.#random, 0, LIFE_MS), () => void this.#act());
  }

  async run(): Promise<this> {
    const endMs = LIFE_MS + QUIET_MS;
    this.#time.at(LIFE_MS, () => (this.#trouble = false));
    this.#time.at(endMs, () => undefined);
    await this.#time.run(endMs, () => this.violation !== undefined);
    await this.#compare();
    return this;
  }

  #start(place: number, rates: ReturnType<typeof drawRates>): void {
    const rate = 1 + (this.#random() - 0.5) / 50;
    const process = new SimulatedProcess(`p${place}.${this.kills}`, this.#time, rate, 0);
    const objects = new StoreConnection(
      this.#store,
      process,
      this.#random,
      () => (this.#trouble ? rates : NO_FAULTS),
      () => {
        process.kill();
        this.kills += 1;
        this.#start(place, rates);
      },
    );
    const operations = new Operations({
      ...{ store: objects, objects, clock: process, log: silentLog, auditDays: 400 },
      jobs: () => ({ get: async () => undefined, load: () => ({ running: 0, waiting: 0 }) }),
      about: { role: 'all', version: '1', revision: 'r' },
    });
    this.#members[place] = { process, operations };
  }

  async #act(): Promise<void> {
    const { operations } = this.#members[whole(this.#random, 0, PROCESSES - 1)] as Member;
    const kind = this.#random();
    try {
      if (kind < 0.4) await this.#enter(operations);
      else if (kind < 0.7) await this.#end(operations, whole(this.#random, 0, ROUNDS - 1));
      else if (kind < 0.8) await operations.maintenance.switchOff();
      else if (kind < 0.9) await operations.maintenance.switchOn({ sentence: `Since ${this.#time.nowMs}.` });
      else await operations.maintenance.now();
    } catch (error) {
      if (!(error instanceof DomainError)) this.#broken(`somebody saw ${String(error)}`);
    }
  }

  async #enter({ audit }: Operations): Promise<void> {
    const of = `thing-${this.#entries++}`;
    await audit.enter({ as: 'machine', who: 'local', did: 'job.retry', of });
    this.#entered.add(of);
  }

  async #end({ ended }: Operations, round: number): Promise<void> {
    const job = {
      ...{ id: `0${String(round).padStart(25, '0')}`, ownerHash: 'a'.repeat(40), status: 'failed' },
      ...{ createdMs: 0, updatedMs: 1000, finishedMs: 1000 + round, costUsd: 0, degraded: [] },
      error: { stage: 'script', title: 'No', detail: 'No.', retryable: true },
    } as unknown as Job;
    await ended.entering(NO_JOB_ENDS).ended({ job, round: `active/x/${round}` });
    this.#ended.add(round);
  }

  async #compare(): Promise<void> {
    const { operations } = this.#members[0] as Member;
    const seen = await this.#settled(operations.audit.list({ limit: 100 }, signal));
    const subjects = seen.entries.map(({ of = '' }) => of);
    for (const of of this.#entered) if (!subjects.includes(of)) this.#broken(`the entry of ${of} is lost`);
    if (new Set(subjects).size !== subjects.length) this.#broken('something is entered twice');
    const ends = this.#store.names('ends/');
    if (ends.length > ROUNDS || ends.length < this.#ended.size)
      this.#broken(`${ends.length} entries of rounds, of which ${this.#ended.size} were answered`);
    const stored = this.#store.objects.get('operate/maintenance');
    const { isOn = false, sentence } = stored
      ? (JSON.parse(Buffer.from(stored.bytes).toString('utf8')) as { isOn: boolean; sentence: string })
      : {};
    for (const member of this.#members) {
      const now = await this.#settled(member.operations.maintenance.now());
      if (now?.sentence !== (isOn ? sentence : undefined))
        this.#broken(`${member.process.name} knows ${now?.sentence ?? 'nothing'} of maintenance`);
    }
  }

  async #settled<T>(promise: Promise<T>): Promise<T> {
    let over = false;
    const end = promise.finally(() => (over = true));
    await this.#time.run(this.#time.nowMs + QUIET_MS, () => over);
    return end;
  }

  #broken(what: string): void {
    this.violation ??= what;
  }
}
