import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputInvalid, NO_JOB_ENDS, StorageFailed } from '@shortfactory/core';
import type { Job, JobEnd, ObjectStore } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { FsObjectStore, FsVersionedObjects } from '@shortfactory/storage';
import { silentLog } from '@shortfactory/testing/silent-log';
import { NO_FAULTS } from '@shortfactory/testing/simulation/faults';
import { SimulatedStore, StoreConnection } from '@shortfactory/testing/simulation/simulated-store';
import { SimulatedProcess, VirtualTime } from '@shortfactory/testing/simulation/virtual-time';
import { expect } from 'chai';
import { Operations } from '../index.ts';
import { OperationsWorld } from './operations-world.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW_MS = Date.parse('2026-11-24T12:00:00Z');
const ABOUT = { role: 'all', version: '1', revision: 'r1' };
const signal = new AbortController().signal;

function idOf(n: number): string {
  return `0${String(n).padStart(25, '0')}`;
}

function ended(n: number, change: Partial<Job> = {}): JobEnd {
  const job = {
    ...{ id: idOf(n), ownerHash: `${n % 10}`.repeat(40), status: 'done' },
    ...{ createdMs: NOW_MS - 90_000, startedMs: NOW_MS - 60_000, updatedMs: NOW_MS, finishedMs: NOW_MS },
    ...{ costUsd: 0.05, degraded: [] },
    ...change,
  } as unknown as Job;
  return { job, round: `active/x/${job.id}.${n}` };
}

function failure(title: string, detail = 'It said no.'): Partial<Job> {
  return { status: 'failed', error: { stage: 'illustrate', scene: 3, title, detail, retryable: true } };
}

/** A store of sorted names, as large as is wanted, that counts what it is asked. */
class CountingStore implements ObjectStore {
  readonly names: string[];
  readonly bytes = new Map<string, Uint8Array>();
  calls = 0;
  listed = 0;

  constructor(names: readonly string[] = []) {
    this.names = [...names].sort();
  }

  async list(prefix: string, { limit, after = '' }: { limit: number; after?: string }) {
    this.calls += 1;
    const from = after > prefix ? after : prefix;
    let [low, high] = [0, this.names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.names[middle] ?? '') < from) low = middle + 1;
      else high = middle;
    }
    if (this.names[low] === after) low += 1;
    const found = this.names.slice(low, low + limit).filter((name) => name.startsWith(prefix));
    this.listed += found.length;
    return found;
  }

  async create(name: string, source: { readonly bytes: Uint8Array } | { readonly file: string }) {
    this.calls += 1;
    if (this.bytes.has(name)) return false;
    this.names.push(name);
    this.names.sort();
    if ('bytes' in source) this.bytes.set(name, source.bytes);
    return true;
  }

  async read(name: string) {
    this.calls += 1;
    return this.bytes.get(name);
  }

  async head(name: string) {
    this.calls += 1;
    return { name, bytes: 10, updatedMs: NOW_MS };
  }

  async download() {
    return false;
  }

  async remove(name: string) {
    this.calls += 1;
    this.names.splice(this.names.indexOf(name), 1);
  }
}

function over(store: ObjectStore, nowMs: () => number = () => NOW_MS): Operations {
  return new Operations({
    ...{ store, log: silentLog, about: ABOUT, auditDays: 400 },
    objects: {
      get: async () => undefined,
      swap: () => Promise.reject(new Error()),
      discard: async () => false,
    },
    clock: { ...systemClock, nowMs, monotonicMs: () => performance.now(), sleep: systemClock.sleep },
    jobs: () => ({
      get: async (id) => ({ id, status: 'queued' }) as Job,
      load: () => ({ running: 0, waiting: 0 }),
    }),
  });
}

describe('what an operator sees', () => {
  it('costs the same with a hundred jobs and with a hundred thousand', async () => {
    const cost = async (jobs: number): Promise<number> => {
      const template = new CountingStore();
      const entering = over(template).ended.entering(NO_JOB_ENDS);
      const moment = (n: number) => ({ finishedMs: NOW_MS - 2 * DAY_MS - n * 1000 });
      // One name is made as names are made; the others differ in their time and id.
      await entering.ended(ended(1, moment(0)));
      const [made = ''] = template.names;
      const names = Array.from({ length: jobs }, (_, n) =>
        made.replace(/\d{13}-\d{26}/, `${9_999_999_999_999 - moment(n).finishedMs}-${idOf(n)}`),
      );
      const markers = Array.from(
        { length: jobs },
        (_, n) => `active/${'a'.repeat(40)}/${idOf(n)}.${'b'.repeat(32)}`,
      );
      const log = Array.from(
        { length: jobs },
        (_, n) => `audit/${9_999_999_999_999 - NOW_MS + n}-${'c'.repeat(16)}`,
      );
      const store = new CountingStore([
        ...names,
        ...markers,
        ...log,
        ...names.map((name) => `jobs/${name.slice(19, 45)}`),
      ]);
      const operations = over(store);
      const page = await operations.ended.list({ limit: 50 }, signal);
      expect(page.jobs).to.have.length(50);
      const second = await operations.ended.list({ limit: 50, cursor: page.next ?? '' }, signal);
      expect(second.jobs[0]?.id).to.equal(idOf(50));
      expect((await operations.active.list({ limit: 50 }, signal)).jobs).to.have.length(50);
      expect((await operations.ended.since(NOW_MS - DAY_MS, signal)).jobs).to.have.length(0);
      await operations.audit.list({ limit: 50 }, signal).catch(() => undefined);
      await operations.audit.sweep(signal);
      return store.calls + store.listed;
    };
    const [small, large] = [await cost(100), await cost(100_000)];
    expect(large).to.be.lessThan(small + 1100);
    expect(small).to.be.greaterThan(100);
  });

  it('says where there is more than is counted', async () => {
    const store = new CountingStore();
    const entering = over(store).ended.entering(NO_JOB_ENDS);
    await entering.ended(ended(1, failure('no')));
    const [made = ''] = store.names;
    const many = new CountingStore(Array.from({ length: 12_000 }, (_, n) => made.replace(/\d{26}/, idOf(n))));
    const { jobs, isAll } = await over(many).ended.since(NOW_MS - DAY_MS, signal);
    expect([jobs.length, isAll]).to.deep.equal([10_000, false]);
    const { kinds } = await over(many).sizes.now();
    expect(kinds.find(({ kind }) => kind === 'log')).to.include({ objects: 1000, isAtLeast: true });
  });
});

describe('how jobs ended', () => {
  let store: CountingStore;
  let operations: Operations;
  let told: string[];
  const enter = (end: JobEnd) =>
    operations.ended
      .entering({ ended: async ({ round }) => void told.push(round), told: () => Promise.resolve() })
      .ended(end);
  beforeEach(() => {
    [store, told] = [new CountingStore(), []];
    operations = over(store);
  });

  it('is entered once however often it is told, and told each time', async () => {
    await enter(ended(1));
    await enter(ended(1));
    expect([store.names.length, told.length]).to.deep.equal([1, 2]);
    // Tried again, it ends in another round.
    await enter({ ...ended(1), round: 'active/x/another' });
    expect(store.names).to.have.length(2);
  });

  it('is grouped by reason, most first, with the newest as the example in its own words', async () => {
    for (const n of [1, 2, 3])
      await enter(ended(n, { ...failure('Gemini answered 503'), finishedMs: NOW_MS - n }));
    await enter(ended(4, failure('Out of memory', 'Killed.')));
    await enter(ended(5));
    const { jobs, isAll } = await operations.ended.since(NOW_MS - DAY_MS, signal);
    const groups = await operations.ended.failures(jobs);
    expect([jobs.length, isAll, groups.length]).to.deep.equal([5, true, 2]);
    expect(groups[0]).to.include({ count: 3, owners: 3, lastMs: NOW_MS - 1, firstMs: NOW_MS - 3 });
    expect(groups[0]?.example).to.deep.include({ id: idOf(1), owner: 'p-1111111111' });
    expect(groups[1]?.example.error).to.include({ title: 'Out of memory', detail: 'Killed.', scene: 3 });
    const listed = await operations.ended.list({ limit: 2, reason: groups[0]?.reason ?? '' }, signal);
    expect(listed.jobs.map(({ id }) => id)).to.deep.equal([idOf(1), idOf(2)]);
    const rest = await operations.ended.list(
      { limit: 2, reason: groups[0]?.reason ?? '', cursor: listed.next ?? '' },
      signal,
    );
    expect(rest.jobs.map(({ id }) => id)).to.deep.equal([idOf(3)]);
    expect(rest.next).to.equal(undefined);
  });

  it('holds numbers that cannot be, and still reads', async () => {
    await enter(ended(1, { costUsd: Number.NaN, startedMs: NOW_MS - 10 * DAY_MS }));
    await enter(ended(2, { costUsd: -1 }));
    await enter(ended(3, { costUsd: Infinity }));
    const { jobs } = await operations.ended.list({ limit: 10 }, signal);
    expect(jobs).to.have.length(3);
    for (const { costUsd, waitedSeconds } of jobs)
      expect([costUsd >= 0, (waitedSeconds ?? 0) >= 0], String(costUsd)).to.deep.equal([true, true]);
  });

  it('refuses a cursor that it never gave', async () => {
    for (const cursor of ['../../jobs', 'x', '1'.repeat(500)]) {
      for (const list of [
        () => operations.ended.list({ limit: 1, cursor }, signal),
        () => operations.audit.list({ limit: 1, cursor }, signal),
        () => operations.active.list({ limit: 1, cursor }, signal),
      ])
        expect(await list().catch((error: unknown) => error), cursor).to.be.instanceOf(InputInvalid);
    }
  });
});

describe('the log of who did what', () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'audit-'))));
  after(() => rm(folder, { recursive: true }));

  it('is newest first by pages on a disk, and forgets what is too old and nothing else', async () => {
    let nowMs = NOW_MS - 500 * DAY_MS;
    const operations = over(new FsObjectStore(folder), () => nowMs);
    const enter = (of: string) =>
      operations.audit.enter({ as: 'machine', who: 'local', did: 'job.retry', of });
    for (const of of ['oldest', 'older']) {
      await enter(of);
      nowMs += DAY_MS;
    }
    nowMs = NOW_MS;
    for (const of of ['one', 'two', 'three']) {
      await enter(of);
      nowMs += 1000;
    }
    const all = async (): Promise<string[]> => {
      const seen: string[] = [];
      for (let cursor: string | undefined, more = true; more;) {
        const { entries, next } = await operations.audit.list(
          { limit: 2, ...(cursor && { cursor }) },
          signal,
        );
        seen.push(...entries.map(({ of = '' }) => of));
        [cursor, more] = [next, next !== undefined];
      }
      return seen;
    };
    expect(await all()).to.deep.equal(['three', 'two', 'one', 'older', 'oldest']);
    await operations.audit.sweep(signal);
    expect(await all()).to.deep.equal(['three', 'two', 'one']);
  });

  it('throws where an entry could not be made, and where it may not throw it says so in the log', async () => {
    const store = Object.assign(new CountingStore(), {
      create: () => Promise.reject(new StorageFailed('The disk is full.')),
    });
    const { audit } = over(store);
    const entry = { as: 'owner', who: 'p-1', did: 'key.made' } as const;
    expect(await audit.enter(entry).catch((error: unknown) => error)).to.be.instanceOf(StorageFailed);
    await audit.note(entry);
  });
});

describe('maintenance', () => {
  let time: VirtualTime;
  let store: SimulatedStore;
  beforeEach(() => {
    time = new VirtualTime();
    store = new SimulatedStore(time, { swapped: () => undefined, removed: () => undefined });
  });
  const start = (name: string): Operations => {
    const process = new SimulatedProcess(name, time, 1, 0);
    const objects = new StoreConnection(
      store,
      process,
      () => 0.5,
      () => NO_FAULTS,
      () => undefined,
    );
    return new Operations({
      ...{ store: objects, objects, clock: process, log: silentLog, about: ABOUT, auditDays: 400 },
      jobs: () => ({ get: async () => undefined, load: () => ({ running: 0, waiting: 0 }) }),
    });
  };
  /** Runs until the promise has settled, or for so long. */
  const settled = async <T>(promise: Promise<T>, ms = 60_000): Promise<T> => {
    let over = false;
    const end = promise.finally(() => (over = true));
    await time.run(time.nowMs + ms, () => over);
    return end;
  };
  const pass = async (ms: number): Promise<void> => {
    const endMs = time.nowMs + ms;
    time.at(endMs, () => undefined);
    await time.run(endMs, () => false);
  };

  it('holds where it was switched at once, and in every process within 2 seconds', async () => {
    const [here, there] = [start('here'), start('there')];
    expect(await settled(there.maintenance.now())).to.equal(undefined);
    await settled(here.maintenance.switchOn({ sentence: 'Back soon.' }));
    expect(await settled(here.maintenance.now())).to.include({ sentence: 'Back soon.' });
    await pass(2100);
    expect(await settled(there.maintenance.now())).to.include({ sentence: 'Back soon.' });
    await settled(here.maintenance.switchOff());
    await pass(2100);
    expect(await settled(there.maintenance.now())).to.equal(undefined);
  });

  it('is answered from what was known while the store hangs, and the store is asked once', async () => {
    let asked = 0;
    const operations = new Operations({
      ...{ store: new CountingStore(), log: silentLog, about: ABOUT, auditDays: 400, clock: systemClock },
      objects: {
        get: () => {
          asked += 1;
          return new Promise(() => undefined);
        },
        swap: () => Promise.reject(new StorageFailed('It hangs.')),
        discard: async () => false,
      },
      jobs: () => ({ get: async () => undefined, load: () => ({ running: 0, waiting: 0 }) }),
    });
    const all = await Promise.all([1, 2, 3].map(() => operations.maintenance.now()));
    expect([all, asked]).to.deep.equal([[undefined, undefined, undefined], 1]);
  });

  it('ends by itself, and is not forgotten by a process that starts', async () => {
    const here = start('here');
    await settled(here.maintenance.switchOn({ sentence: 'Back.', endsMs: store.nowMs + 60_000 }));
    expect(await settled(start('new').maintenance.now())).to.include({ sentence: 'Back.' });
    await pass(61_000);
    expect(await settled(here.maintenance.now())).to.equal(undefined);
    expect(await settled(start('newer').maintenance.now())).to.equal(undefined);
  });

  it('shows the processes that there are, and forgets those that died', async () => {
    const [one, other] = [start('one'), start('other')];
    one.start();
    other.start();
    await pass(70_000);
    expect(await settled(one.instances.list(signal))).to.have.length(2);
    await settled(other.drain());
    expect(await settled(one.instances.list(signal))).to.have.length(1);
    await settled(one.drain());
  });
});

describe('a store on a disk', () => {
  it('holds maintenance for the next process', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'maintenance-'));
    const open = () =>
      new Operations({
        ...{ store: new FsObjectStore(folder), objects: new FsVersionedObjects(folder), clock: systemClock },
        ...{ log: silentLog, about: ABOUT, auditDays: 400 },
        jobs: () => ({ get: async () => undefined, load: () => ({ running: 0, waiting: 0 }) }),
      });
    await open().maintenance.switchOn({ sentence: 'Later.' });
    expect(await open().maintenance.now()).to.include({ sentence: 'Later.' });
    await rm(folder, { recursive: true });
  });
});

describe('processes that die in the middle', () => {
  it('lose no entry that was answered, make none twice, and agree on maintenance, under 500 seeds', async () => {
    let kills = 0;
    for (let seed = 1; seed <= 500; seed++) {
      const world = await new OperationsWorld(seed).run();
      expect(world.violation, `seed ${seed}`).to.equal(undefined);
      kills += world.kills;
    }
    expect(kills).to.be.above(200);
  });
});
