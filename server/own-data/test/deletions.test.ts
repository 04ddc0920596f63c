import { DomainError } from '@shortfactory/core';
import { seeded, whole } from '@shortfactory/testing/seeded';
import { silentLog } from '@shortfactory/testing/silent-log';
import { NO_FAULTS, drawRates } from '@shortfactory/testing/simulation/faults';
import { SimulatedStore, StoreConnection } from '@shortfactory/testing/simulation/simulated-store';
import { SimulatedProcess, VirtualTime } from '@shortfactory/testing/simulation/virtual-time';
import { expect } from 'chai';
import { Deletions } from '../index.ts';
import type { DeletionStep } from '../index.ts';

const SEEDS = 500;
const PROCESSES = 3;
const HOUR_MS = 3_600_000;
/** Trouble ends here; what is left is done soon after. */
const CALM_MS = 26 * HOUR_MS;
const END_MS = 40 * HOUR_MS;
const ownerHash = (owner: string): string => Buffer.from(owner).toString('hex').padEnd(40, '0');
const OWNERS = ['oidc:ada', 'visitor:ben', 'oidc:cleo'] as const;
const KINDS = ['keys', 'batches', 'videos'] as const;

/** One kind of thing of an owner: listed, and removed one by one. */
function stepFor(what: string, store: StoreConnection): DeletionStep {
  return {
    what,
    run: async (who) => {
      const names = await store.list(`${what}/${who.ownerHash}/`, { limit: 100 });
      for (const name of names) {
        const object = await store.get(name);
        if (object) await store.discard(name, object.generation);
      }
      return names.length > 0;
    },
  };
}

/**
 * Three owners with things of several kinds, and processes that die at any call. The first asks for everything to go, the
 * second asks and takes it back, the third asks for nothing.
 */
class DeletionWorld {
  kills = 0;
  violation: string | undefined;
  readonly #random: () => number;
  readonly #time = new VirtualTime();
  readonly #store = new SimulatedStore(this.#time, {
    swapped: () => undefined,
    removed: (name) => this.#isAllowed(name),
  });
  readonly #rates: ReturnType<typeof drawRates>;
  readonly #members: Deletions[] = [];
  isTakenBack = false;

  constructor(seed: number) {
    this.#random = seeded(seed);
    this.#rates = { ...drawRates(this.#random), killed: 0.1 * this.#random() };
    for (let place = 0; place < PROCESSES; place++) this.#start(place);
  }

  async run(): Promise<this> {
    const helper = this.#connect(
      () => NO_FAULTS,
      () => undefined,
    );
    const filling = this.#fill(helper);
    for (let tries = 0; tries < 10; tries++) this.#time.at(60_000 + tries * 600_000, () => void this.#ask());
    for (let tries = 0; tries < 20; tries++)
      this.#time.at(
        12 * HOUR_MS + tries * 1_200_000,
        () => void this.#call((each) => each.takeBack(OWNERS[1])),
      );
    // What comes while things go.
    this.#time.at(24 * HOUR_MS + 60_000, () => void this.#add(helper, 'late'));
    await this.#time.run(END_MS, () => this.violation !== undefined);
    await filling;
    const left = [...this.#store.objects.keys()];
    const of = (owner: string): string[] => left.filter((name) => name.includes(ownerHash(owner)));
    const isGone = of(OWNERS[0]).filter((name) => !name.endsWith('late'));
    if (isGone.length > 0) this.violation ??= `${isGone.join(', ')} is left`;
    for (const owner of this.#stays())
      if (of(owner).length !== 4 * KINDS.length)
        this.violation ??= `of ${owner} something is gone, or was added`;
    return this;
  }

  #start(place: number): void {
    const connection = this.#connect(
      () => (this.#time.nowMs < CALM_MS ? this.#rates : NO_FAULTS),
      (process) => {
        process.kill();
        this.kills += 1;
        this.#time.after(whole(this.#random, 100, 100_000), () => this.#start(place));
      },
    );
    const deletions = new Deletions({
      ...{ objects: connection.store, store: connection.store, clock: connection.process, log: silentLog },
      ownerHash,
      sweepMs: HOUR_MS / 2,
      steps: KINDS.map((kind) => stepFor(kind, connection.store)),
    });
    this.#members[place] = deletions;
    deletions.start();
  }

  #connect(rates: () => typeof NO_FAULTS, die: (process: SimulatedProcess) => void) {
    const process = new SimulatedProcess(`p${this.kills}`, this.#time, 1, 0);
    const store = new StoreConnection(this.#store, process, this.#random, rates, () => die(process));
    return { process, store };
  }

  async #fill({ store }: { readonly store: StoreConnection }): Promise<void> {
    for (const owner of OWNERS)
      for (const kind of KINDS)
        for (let i = 0; i < 4; i++)
          await store.swap(`${kind}/${ownerHash(owner)}/${i}`, null, Buffer.from('x'));
  }

  async #add({ store }: { readonly store: StoreConnection }, name: string): Promise<void> {
    await store.swap(`videos/${ownerHash(OWNERS[0])}/${name}`, null, Buffer.from('x'));
  }

  async #ask(): Promise<void> {
    await this.#call((each) => each.ask(OWNERS[0]));
    await this.#call((each) => each.ask(OWNERS[1]));
  }

  async #call<T>(act: (deletions: Deletions) => Promise<T>): Promise<T | undefined> {
    try {
      return await act(this.#members[whole(this.#random, 0, PROCESSES - 1)] as Deletions);
    } catch (error) {
      if (!(error instanceof DomainError)) this.violation ??= `somebody saw ${String(error)}`;
      return undefined;
    }
  }

  /** Whose things stay: of who has asked only where it was taken back in time, which a dead process may not have done. */
  #stays(): readonly string[] {
    return this.isTakenBack ? OWNERS.slice(1) : OWNERS.slice(2);
  }

  #isAllowed(name: string): void {
    if (name.startsWith('deletions/')) {
      if (name.includes(ownerHash(OWNERS[1])) && this.#time.nowMs < 24 * HOUR_MS) this.isTakenBack = true;
      return;
    }
    if (this.#stays().some((owner) => name.includes(ownerHash(owner)))) this.violation ??= `${name} went`;
    // A call whose answer was lost may have been heard.
    if (this.#time.nowMs < 24 * HOUR_MS) this.violation ??= `${name} went before its day was over`;
  }
}

describe('the deletion of everything', () => {
  it(`is done a day later, whole and of nobody else, whichever process dies, under ${SEEDS} seeds`, async () => {
    let [kills, takenBack] = [0, 0];
    const violations: string[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      const world = await new DeletionWorld(seed).run();
      kills += world.kills;
      if (world.isTakenBack) takenBack += 1;
      if (world.violation !== undefined) violations.push(`seed ${seed}: ${world.violation}`);
    }
    expect(violations.slice(0, 5)).to.deep.equal([]);
    expect(kills).to.be.above(SEEDS);
    expect(takenBack).to.be.above(SEEDS / 2);
  });

  it('is not kept waiting by any number of others whose day is not over, which are not read again', async () => {
    const time = new VirtualTime();
    const store = new SimulatedStore(time, { swapped: () => undefined, removed: () => undefined });
    const process = new SimulatedProcess('p', time, 1, 0);
    const objects = new StoreConnection(
      store,
      process,
      () => 0.5,
      () => NO_FAULTS,
      () => undefined,
    );
    let reads = 0;
    const done: string[] = [];
    const deletions = new Deletions({
      objects: {
        get: (name) => {
          reads += 1;
          return objects.get(name);
        },
        swap: (...swap) => objects.swap(...swap),
        discard: (...discard) => objects.discard(...discard),
      },
      ...{ store: objects, clock: process, log: silentLog, ownerHash },
      steps: [{ what: 'videos', run: async ({ owner }) => done.push(owner) < 2 }],
    });
    const settled = async <T>(promise: Promise<T>): Promise<T> => {
      let over = false;
      const noted = promise.finally(() => (over = true));
      await time.run(time.nowMs + HOUR_MS, () => over);
      return noted;
    };
    const { signal } = new AbortController();
    await settled(deletions.ask('z'));
    time.after(12 * HOUR_MS, () => undefined);
    await time.run(time.nowMs + 12 * HOUR_MS, () => false);
    for (let i = 0; i < 1100; i++) await settled(deletions.ask(`a${i}`));
    await settled(deletions.sweep(signal));
    const before = reads;
    await settled(deletions.sweep(signal));
    expect(reads).to.equal(before);
    time.after(12 * HOUR_MS, () => undefined);
    await time.run(time.nowMs + 12 * HOUR_MS, () => false);
    await settled(deletions.sweep(signal));
    // Once more, as the first time something was found.
    expect(done).to.deep.equal(['z', 'z']);
    expect(await settled(deletions.of('z'))).to.equal(undefined);
    expect((await settled(deletions.of('a1')))?.owner).to.equal('a1');
  });
});
