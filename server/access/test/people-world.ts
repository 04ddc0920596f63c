import { DomainError } from '@shortfactory/core';
import { seeded, whole } from '@shortfactory/testing/seeded';
import { silentLog } from '@shortfactory/testing/silent-log';
import { drawRates } from '@shortfactory/testing/simulation/faults';
import { SimulatedStore, StoreConnection } from '@shortfactory/testing/simulation/simulated-store';
import type { Kept } from '@shortfactory/testing/simulation/simulated-store';
import { SimulatedProcess, VirtualTime } from '@shortfactory/testing/simulation/virtual-time';
import { decodePerson } from '../keys/person-record.ts';
import { PersonKeys } from '../index.ts';

const LIFE_MS = 10 * 60_000;
const ACTS = 40;
const PROCESSES = 3;
/** Clocks run up to one part in a hundred slow. */
const REVOKED_WITHIN_MS = 5000 * 1.02;
const MADE_WITHIN_MS = 1000 * 1.02;
export const OWNER = 'oidc:ada';
export const ownerHash = (owner: string): string => Buffer.from(owner).toString('hex').padEnd(40, '0');

interface Member {
  readonly process: SimulatedProcess;
  readonly keys: PersonKeys;
}

/**
 * A person whose keys several processes make, revoke, renew and look up, with lost and late answers and kills, all drawn
 * from one seed. What has to hold: a revoked key stays revoked and works nowhere 5 seconds later, in the process that
 * answered at once; a new one works a second later everywhere; no key is lost; bad news are errors made for people.
 */
export class PeopleWorld {
  violation: string | undefined;
  kills = 0;
  /** Texts of the keys whose making was answered, by id. */
  readonly #texts = new Map<string, string>();
  readonly #madeMs = new Map<string, number>();
  /** When each key was revoked in the store, and by which processes that has been answered. */
  readonly #revoked = new Map<string, { readonly atMs: number; readonly told: Set<string> }>();
  readonly #random: () => number;
  readonly #time = new VirtualTime();
  readonly #store = new SimulatedStore(this.#time, {
    swapped: (_name, before, bytes) => this.#compare(before, bytes),
    removed: (name) => this.#broken(`${name} was removed`),
  });
  readonly #members: Member[] = [];

  constructor(seed: number) {
    this.#random = seeded(seed);
    // More deaths than a bad day has: they are what this is about.
    const rates = { ...drawRates(this.#random), killed: 0.05 * this.#random() };
    for (let place = 0; place < PROCESSES; place++) this.#start(place, rates);
    for (let act = 0; act < ACTS; act++)
      this.#time.at(whole(this.#random, 0, LIFE_MS), () => void this.#act());
  }

  async run(): Promise<this> {
    await this.#time.run(LIFE_MS + 10 * 60_000, () => this.violation !== undefined);
    const [object] = this.#store.objects.values();
    const kept = new Set(object ? decodePerson(object.bytes).keys.map(({ id }) => id) : []);
    for (const id of this.#texts.keys()) if (!kept.has(id)) this.#broken(`${id} is lost`);
    return this;
  }

  #start(place: number, rates: ReturnType<typeof drawRates>): void {
    const rate = 1 + (this.#random() - 0.5) / 50;
    const process = new SimulatedProcess(`p${place}.${this.kills}`, this.#time, rate, 0);
    const objects = new StoreConnection(
      this.#store,
      process,
      this.#random,
      () => rates,
      () => {
        process.kill();
        this.kills += 1;
        this.#start(place, rates);
      },
    );
    const signingKey = 'the key of a simulation, of no use to anyone';
    const keys = new PersonKeys({ objects, clock: process, log: silentLog, signingKey, ownerHash });
    this.#members[place] = { process, keys };
  }

  async #act(): Promise<void> {
    const member = this.#members[whole(this.#random, 0, PROCESSES - 1)] as Member;
    const [id, text] = [...this.#texts][whole(this.#random, 0, Math.max(0, this.#texts.size - 1))] ?? [];
    const kind = this.#random();
    try {
      if (id === undefined || text === undefined || kind < 0.15) await this.#make(member);
      else if (kind < 0.3) await this.#revoke(member, id);
      else if (kind < 0.4) await member.keys.renew(OWNER, id, 30);
      else await this.#find(member, id, text);
    } catch (error) {
      if (!(error instanceof DomainError)) this.#broken(`somebody saw ${String(error)}`);
    }
  }

  async #make({ keys }: Member): Promise<void> {
    const { key, text } = await keys.make(OWNER, { name: 'a program', scopes: ['read'], days: 90 });
    this.#texts.set(key.id, text);
    this.#madeMs.set(key.id, this.#time.nowMs);
  }

  async #revoke({ keys, process }: Member, id: string): Promise<void> {
    await keys.revoke(OWNER, id);
    this.#revoked.get(id)?.told.add(process.name);
    if (!this.#revoked.has(id)) this.#broken(`${id} was said to be revoked and is not`);
  }

  async #find({ keys, process }: Member, id: string, text: string): Promise<void> {
    const beganMs = this.#time.nowMs;
    const revoked = this.#revoked.get(id);
    const isOver =
      revoked !== undefined && (revoked.told.has(process.name) || beganMs - revoked.atMs > REVOKED_WITHIN_MS);
    const found = await keys.find(text);
    if (found && isOver) this.#broken(`${id} works though it was revoked at ${revoked.atMs}, at ${beganMs}`);
    const isNew = beganMs - (this.#madeMs.get(id) ?? 0) < MADE_WITHIN_MS;
    if (!found && !isNew && this.#revoked.get(id) === undefined) this.#broken(`${id} does not work`);
  }

  #compare(before: Kept | undefined, bytes: Uint8Array): void {
    const now = new Map(decodePerson(bytes).keys.map((key) => [key.id, key]));
    for (const was of before ? decodePerson(before.bytes).keys : []) {
      const key = now.get(was.id);
      if (!key) this.#broken(`${was.id} is lost`);
      else if (was.revokedMs !== undefined && key.revokedMs !== was.revokedMs)
        this.#broken(`${was.id} is back`);
    }
    for (const { id, revokedMs } of now.values())
      if (revokedMs !== undefined && !this.#revoked.has(id))
        this.#revoked.set(id, { atMs: this.#time.nowMs, told: new Set() });
  }

  #broken(what: string): void {
    this.violation ??= what;
  }
}
