import { DomainError } from '@shortfactory/core';
import { seeded, whole } from '@shortfactory/testing/seeded';
import { drawRates } from '@shortfactory/testing/simulation/faults';
import { SimulatedStore, StoreConnection } from '@shortfactory/testing/simulation/simulated-store';
import { SimulatedProcess, VirtualTime } from '@shortfactory/testing/simulation/virtual-time';
import { PersonSessions } from '../index.ts';
import { decodeSessions } from '../sessions/session-record.ts';

const LIFE_MS = 10 * 60_000;
const ACTS = 80;
const PROCESSES = 3;
const DAY_MS = 24 * 60 * 60_000;
const OWNER = 'oidc:ada';

interface Cookie {
  readonly id: string;
  readonly begunMs: number;
}

/**
 * A person whose browsers sign in, look at pages and end each other through several processes, with lost and late answers
 * and kills, all drawn from one seed. What has to hold: a session that was ended is never listed nor goes on again, one
 * that nobody ended goes on, and who ends all others keeps their own.
 */
export class SessionsWorld {
  violation: string | undefined;
  kills = 0;
  ends = 0;
  readonly #cookies: Cookie[] = [];
  #begun = 0;
  /** Ended in the store, by whatever way. */
  readonly #ended = new Set<string>();
  readonly #random: () => number;
  readonly #time = new VirtualTime();
  readonly #store = new SimulatedStore(this.#time, {
    swapped: (_name, before, bytes) => this.#compare(before?.bytes, bytes),
    removed: (name) => this.#broken(`${name} was removed`),
  });
  readonly #members: PersonSessions[] = [];
  readonly #clock = new SimulatedProcess('the web interface', this.#time, 1, 0);

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
    const ownerHash = (owner: string): string => Buffer.from(owner).toString('hex').padEnd(40, '0');
    this.#members[place] = new PersonSessions({ objects, clock: process, ownerHash });
  }

  async #act(): Promise<void> {
    const sessions = this.#members[whole(this.#random, 0, PROCESSES - 1)] as PersonSessions;
    const cookie = this.#cookies[whole(this.#random, 0, Math.max(0, this.#cookies.length - 1))];
    const kind = this.#random();
    try {
      if (!cookie || kind < 0.15) await this.#begin(sessions);
      else if (kind < 0.25) await this.#end(sessions, cookie);
      else if (kind < 0.3) await this.#endOthers(sessions, cookie);
      else await this.#note(sessions, cookie);
    } catch (error) {
      if (!(error instanceof DomainError)) this.#broken(`somebody saw ${String(error)}`);
    }
  }

  async #begin(sessions: PersonSessions): Promise<void> {
    const cookie = { id: String(this.#begun++).padStart(32, '0'), begunMs: this.#clock.nowMs() };
    try {
      const told = { ...cookie, endsMs: cookie.begunMs + DAY_MS, isNew: true };
      const goesOn = await sessions.note(OWNER, told);
      if (!goesOn && !this.#ended.has(cookie.id)) this.#broken(`${cookie.id} did not begin`);
    } finally {
      // Only now a browser gets it.
      this.#cookies.push(cookie);
    }
  }

  async #end(sessions: PersonSessions, { id }: Cookie): Promise<void> {
    await sessions.end(OWNER, id);
    this.ends += 1;
    if (!this.#ended.has(id)) this.#broken(`${id} was said to be ended and is not`);
  }

  async #endOthers(sessions: PersonSessions, { id }: Cookie): Promise<void> {
    const wasEnded = this.#ended.has(id);
    await sessions.endOthers(OWNER, id);
    this.ends += 1;
    if (wasEnded) this.#broken(`${id} ended all others though it was over`);
  }

  async #note(sessions: PersonSessions, cookie: Cookie): Promise<void> {
    const wasEnded = this.#ended.has(cookie.id);
    const goesOn = await sessions.note(OWNER, { ...cookie, endsMs: cookie.begunMs + DAY_MS, isNew: false });
    if (goesOn && wasEnded) this.#broken(`${cookie.id} goes on though it was ended`);
    if (!goesOn && !this.#ended.has(cookie.id)) this.#broken(`${cookie.id} does not go on`);
  }

  #compare(was: Uint8Array | undefined, bytes: Uint8Array): void {
    const now = decodeSessions(bytes);
    const live = new Set(now.sessions.map(({ id }) => id));
    for (const id of live) if (this.#ended.has(id)) this.#broken(`${id} is back`);
    for (const { id } of was ? decodeSessions(was).sessions : []) if (!live.has(id)) this.#ended.add(id);
    for (const { id, begunMs } of this.#cookies)
      if (begunMs <= now.endedUntilMs && !live.has(id)) this.#ended.add(id);
  }

  #broken(what: string): void {
    this.violation ??= what;
  }
}
