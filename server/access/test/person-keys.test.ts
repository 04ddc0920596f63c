import { crc32 } from 'node:zlib';
import { Conflict, LimitReached, NotFound } from '@shortfactory/core';
import { silentLog } from '@shortfactory/testing/silent-log';
import { NO_FAULTS } from '@shortfactory/testing/simulation/faults';
import { SimulatedStore, StoreConnection } from '@shortfactory/testing/simulation/simulated-store';
import { SimulatedProcess, VirtualTime } from '@shortfactory/testing/simulation/virtual-time';
import { expect } from 'chai';
import { newKeyText, ownerHashOf } from '../keys/key-text.ts';
import { KEY_TEXT, PersonKeys, isKeyLike } from '../index.ts';
import { OWNER, PeopleWorld, ownerHash } from './people-world.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const SEEDS = 500;
const HASH = ownerHash(OWNER);
const WANTED = { name: 'n8n at home', scopes: ['read', 'make'], days: 90 } as const;

describe('the text of a key', () => {
  it('has a prefix, a secret, its owner and a checksum over all of it, and is never the same', () => {
    const [one, other] = [newKeyText(HASH), newKeyText(HASH)];
    expect(one).to.match(KEY_TEXT).and.have.length(82);
    expect(one.slice(0, 36)).not.to.equal(other.slice(0, 36));
    expect(ownerHashOf(one)).to.equal(HASH);
    const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    const checksum = [...one.slice(-6)].reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0);
    expect(checksum).to.equal(crc32(one.slice(0, -6)));
  });

  it('is none when a character is another, one is missing or one is too much', () => {
    const key = newKeyText(HASH);
    for (const [at, char] of [...key].entries()) {
      const wrong = `${key.slice(0, at)}${char === '7' ? '8' : '7'}${key.slice(at + 1)}`;
      expect(ownerHashOf(wrong), `${at}`).to.equal(undefined);
    }
    for (const wrong of [key.slice(0, -1), `${key}0`, '', 'sfk_', key.toUpperCase()])
      expect(ownerHashOf(wrong), wrong).to.equal(undefined);
    expect([isKeyLike(key), isKeyLike(key.slice(0, -1)), isKeyLike('a'.repeat(43))]).to.deep.equal([
      true,
      true,
      false,
    ]);
  });
});

describe('keys of people', () => {
  let time: VirtualTime;
  let store: SimulatedStore;
  let writes: number;
  beforeEach(() => {
    writes = 0;
    time = new VirtualTime();
    store = new SimulatedStore(time, { swapped: () => writes++, removed: () => undefined });
  });
  const start = (signingKey = 'a signing key of a test, long enough'): PersonKeys => {
    const process = new SimulatedProcess('p', time, 1, 0);
    const objects = new StoreConnection(
      store,
      process,
      () => 0.5,
      () => NO_FAULTS,
      () => undefined,
    );
    return new PersonKeys({ objects, clock: process, log: silentLog, signingKey, ownerHash });
  };
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

  it('are shown once, found, and stored as a hash that another signing key does not make', async () => {
    const keys = start();
    const { key, text } = await settled(keys.make(OWNER, WANTED));
    expect(await settled(keys.find(text))).to.deep.equal({
      ...{ owner: OWNER, id: key.id, prefix: text.slice(0, 8) },
      scopes: ['read', 'make'],
    });
    const stored = Buffer.from([...store.objects.values()][0]?.bytes ?? []).toString();
    expect(stored).to.include(text.slice(0, 8)).and.not.include(text.slice(0, 12));
    expect(await settled(start('another signing key of a test, as long').find(text))).to.equal(undefined);
    expect(await settled(keys.find(newKeyText(HASH)))).to.equal(undefined);
    expect(await settled(keys.find(newKeyText('f'.repeat(40))))).to.equal(undefined);
  });

  it('are refused at once where they are revoked, elsewhere within 5 seconds, and for good', async () => {
    const [here, there] = [start(), start()];
    const { key, text } = await settled(here.make(OWNER, WANTED));
    for (const keys of [here, there]) expect(await settled(keys.find(text))).to.include({ id: key.id });
    await settled(here.revoke(OWNER, key.id));
    await settled(here.revoke(OWNER, key.id));
    expect(await settled(here.find(text))).to.equal(undefined);
    await later(5000);
    expect(await settled(there.find(text))).to.equal(undefined);
    expect(await failure(here.renew(OWNER, key.id, 90))).to.be.instanceOf(Conflict);
    expect((await settled(here.list(OWNER)))[0]?.revokedMs).to.be.a('number');
  });

  it('end, may be renewed, and leave the list 90 days after their end', async () => {
    const keys = start();
    const { key, text } = await settled(keys.make(OWNER, { ...WANTED, days: 1 }));
    await later(DAY_MS);
    expect(await settled(keys.find(text))).to.equal(undefined);
    await settled(keys.renew(OWNER, key.id, 1));
    expect(await settled(keys.find(text))).to.include({ id: key.id });
    await later(90 * DAY_MS);
    expect(await settled(keys.list(OWNER))).to.have.length(1);
    await later(2 * DAY_MS);
    expect(await settled(keys.list(OWNER))).to.deep.equal([]);
  });

  it('are 20 at most; one that was revoked or has ended does not count', async () => {
    const keys = start();
    const made = [];
    for (let i = 0; i < 20; i++) made.push(await settled(keys.make(OWNER, WANTED)));
    const refused = await failure(keys.make(OWNER, WANTED));
    expect(refused).to.be.instanceOf(LimitReached);
    expect((refused as Error).message).to.equal('20 keys are the most; revoke one first.');
    await settled(keys.revoke(OWNER, made[0]?.key.id ?? ''));
    await settled(keys.make(OWNER, WANTED));
    expect(await settled(keys.list(OWNER))).to.have.length(21);
    expect(await settled(keys.list('oidc:ben'))).to.deep.equal([]);
    for (const owner of [OWNER, 'oidc:ben'])
      expect(await failure(keys.revoke(owner, 'of nobody'))).to.be.instanceOf(NotFound);
  });

  it('know their last use to ten minutes, with one write in that time', async () => {
    const keys = start();
    const { text } = await settled(keys.make(OWNER, WANTED));
    const before = writes;
    for (let i = 0; i < 100; i++) {
      await settled(keys.find(text));
      await later(1000);
    }
    expect(writes - before).to.equal(1);
    await later(9 * 60_000);
    await settled(keys.find(text));
    await settled(keys.drain());
    expect(writes - before).to.equal(2);
    expect((await settled(keys.list(OWNER)))[0]?.usedMs).to.be.a('number');
  });

  it(`keep their word under ${SEEDS} seeds of kills, lost answers and late writes`, async () => {
    let kills = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const world = await new PeopleWorld(seed).run();
      expect(world.violation, `seed ${seed}`).to.equal(undefined);
      kills += world.kills;
    }
    expect(kills).to.be.greaterThan(500);
  });
});
