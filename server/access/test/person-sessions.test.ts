import { NotFound } from '@shortfactory/core';
import { NO_FAULTS } from '@shortfactory/testing/simulation/faults';
import { SimulatedStore, StoreConnection } from '@shortfactory/testing/simulation/simulated-store';
import { SimulatedProcess, VirtualTime } from '@shortfactory/testing/simulation/virtual-time';
import { expect } from 'chai';
import { PersonSessions } from '../index.ts';
import { OWNER, ownerHash } from './people-world.ts';
import { SessionsWorld } from './sessions-world.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SEEDS = 500;

describe('sessions of people', () => {
  let time: VirtualTime;
  let store: SimulatedStore;
  let writes: number;
  let sessions: PersonSessions;
  let process: SimulatedProcess;
  beforeEach(() => {
    writes = 0;
    time = new VirtualTime();
    store = new SimulatedStore(time, { swapped: () => writes++, removed: () => undefined });
    process = new SimulatedProcess('p', time, 1, 0);
    const objects = new StoreConnection(
      store,
      process,
      () => 0.5,
      () => NO_FAULTS,
      () => undefined,
    );
    sessions = new PersonSessions({ objects, clock: process, ownerHash });
  });
  /** What a call gives; time goes on until then. */
  const settled = async <T>(promise: Promise<T>): Promise<T> => {
    let over = false;
    const noted = promise.finally(() => (over = true));
    noted.catch(() => undefined);
    await time.run(time.nowMs + 600_000, () => over);
    return noted;
  };
  const failure = (promise: Promise<unknown>): Promise<unknown> =>
    settled(
      promise.then(
        () => undefined,
        (error: unknown) => error,
      ),
    );
  const later = (ms: number): Promise<void> => {
    time.after(ms, () => undefined);
    return time.run(time.nowMs + ms, () => false);
  };
  const cookie = (id: string, endsInMs = 14 * DAY_MS) => ({
    ...({ id, device: 'Mac', browser: 'Firefox' } as const),
    ...{ begunMs: process.nowMs(), endsMs: process.nowMs() + endsInMs },
  });
  type Cookie = ReturnType<typeof cookie>;
  const begin = async (id: string): Promise<Cookie> => {
    const begun = cookie(id);
    expect(await settled(sessions.note(OWNER, { ...begun, isNew: true }))).to.equal(true);
    return begun;
  };
  const goesOn = (known: Cookie): Promise<boolean> =>
    settled(sessions.note(OWNER, { ...known, isNew: false }));
  const ids = async (): Promise<string[]> => (await settled(sessions.list(OWNER))).map(({ id }) => id);

  it('are listed by their last use, which is written once in ten minutes', async () => {
    const first = await begin('a');
    await later(MINUTE_MS);
    await begin('b');
    expect(await ids()).to.deep.equal(['b', 'a']);
    const before = writes;
    for (let page = 0; page < 9; page++) {
      expect(await goesOn(first)).to.equal(true);
      await later(MINUTE_MS / 2);
    }
    expect(writes).to.equal(before);
    await later(10 * MINUTE_MS);
    expect(await goesOn(first)).to.equal(true);
    expect(writes).to.equal(before + 1);
    expect(await ids()).to.deep.equal(['a', 'b']);
    expect(await settled(sessions.list('oidc:ben'))).to.deep.equal([]);
  });

  it('that were ended stay ended, are told apart from unknown ones, and leave nothing but their number', async () => {
    const [here, there] = [await begin('a'), await begin('b')];
    for (let twice = 0; twice < 2; twice++) await settled(sessions.end(OWNER, 'b'));
    expect([await goesOn(here), await goesOn(there)]).to.deep.equal([true, false]);
    expect(await settled(sessions.note(OWNER, { ...there, isNew: true }))).to.equal(false);
    expect(await failure(sessions.end(OWNER, 'c'))).to.be.instanceOf(NotFound);
    expect(await failure(sessions.end('oidc:ben', 'a'))).to.be.instanceOf(NotFound);
    await settled(sessions.end(OWNER, 'a'));
    expect(Buffer.from([...store.objects.values()][0]?.bytes ?? []).toString()).not.to.match(/Mac|Firefox/);
  });

  it('end with all others also where they were never listed, and only what begins afterwards goes on', async () => {
    const unlisted = cookie('u');
    await later(1000);
    const [here] = [await begin('a'), await begin('b')];
    await later(1000);
    await settled(sessions.endOthers(OWNER, 'a'));
    expect([await goesOn(here), await goesOn(unlisted)]).to.deep.equal([true, false]);
    expect(await ids()).to.deep.equal(['a']);
    expect(await failure(sessions.endOthers(OWNER, 'b'))).to.be.instanceOf(NotFound);
    await later(1000);
    expect(await goesOn(cookie('c'))).to.equal(true);
  });

  it('are listed when the API hears of them late, and gone when their time is over', async () => {
    expect(await goesOn(cookie('late', MINUTE_MS))).to.equal(true);
    expect(await ids()).to.deep.equal(['late']);
    await later(MINUTE_MS);
    expect(await ids()).to.deep.equal([]);
    await begin('a');
    expect(Buffer.from([...store.objects.values()][0]?.bytes ?? []).toString()).not.to.include('late');
  });

  it('are 20 at most, and however many were ended, none of these comes back', async () => {
    const all: Cookie[] = [];
    for (let i = 0; i < 150; i++) {
      all.push(await begin(`s${i}`));
      await later(1000);
    }
    expect(await ids())
      .to.have.length(20)
      .and.include('s149')
      .and.not.include('s129');
    for (const each of all.slice(0, 130)) expect(await goesOn(each), each.id).to.equal(false);
    for (const each of all.slice(130)) expect(await goesOn(each), each.id).to.equal(true);
    expect([...store.objects.values()][0]?.bytes.length).to.be.lessThan(10_000);
  });

  it('end for good when everything of their person is deleted', async () => {
    const here = await begin('a');
    await later(1000);
    expect(await settled(sessions.forget(OWNER))).to.equal(true);
    expect(await settled(sessions.forget(OWNER))).to.equal(false);
    expect(await goesOn(here)).to.equal(false);
    expect(await ids()).to.deep.equal([]);
    await later(1000);
    await begin('b');
  });

  it(`stay ended under ${SEEDS} seeds of kills, lost answers and late writes`, async () => {
    let [kills, ends] = [0, 0];
    for (let seed = 1; seed <= SEEDS; seed++) {
      const world = await new SessionsWorld(seed).run();
      expect(world.violation, `seed ${seed}`).to.equal(undefined);
      kills += world.kills;
      ends += world.ends;
    }
    expect(kills).to.be.greaterThan(500);
    expect(ends).to.be.greaterThan(500);
  });
});
