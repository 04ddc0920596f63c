import type { EvictableObjects, ObjectInfo, ObjectStore } from '@shortfactory/core';
import { expect } from 'chai';

export interface EvictableParts {
  readonly objects: ObjectStore;
  readonly evictable: EvictableObjects;
}

const NAME = 'artifacts/narrate/x.wav';

/** What every store does for objects that may be cleared away. `open` returns an empty one each time. */
export function evictableObjectsContract(name: string, open: () => Promise<EvictableParts>): void {
  describe(`${name} as a place for objects that may go`, () => {
    let objects: ObjectStore;
    let evictable: EvictableObjects;

    const seen = async (): Promise<ObjectInfo> => (await objects.head(NAME)) as ObjectInfo;
    const text = async (): Promise<string | undefined> => {
      const bytes = await objects.read(NAME);
      return bytes && Buffer.from(bytes).toString();
    };
    /** Stores tell time in milliseconds. */
    const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 8));

    beforeEach(async () => {
      ({ objects, evictable } = await open());
      await objects.create(NAME, { bytes: Buffer.from('spoken') });
    });

    it('removes what is as it was seen', async () => {
      expect(await evictable.evict(await seen())).to.equal(true);
      expect(await text()).to.equal(undefined);
      expect(await objects.list('', { limit: 10 })).to.deep.equal([]);
    });

    it('makes an object young by a touch, and leaves its content alone', async () => {
      const before = await seen();
      await aMoment();
      expect(await evictable.touch(NAME)).to.equal(true);
      expect((await seen()).updatedMs).to.be.above(before.updatedMs);
      expect(await text()).to.equal('spoken');
    });

    it('makes an empty object young, too', async () => {
      const emptied = 'artifacts/caption/x.srt';
      await objects.create(emptied, { bytes: Buffer.alloc(0) });
      const before = await objects.head(emptied);
      await aMoment();
      expect(await evictable.touch(emptied)).to.equal(true);
      expect((await objects.head(emptied))?.updatedMs).to.be.above(before?.updatedMs ?? Infinity);
    });

    it('does not remove what was touched since it was seen', async () => {
      const before = await seen();
      await aMoment();
      await evictable.touch(NAME);
      expect(await evictable.evict(before)).to.equal(false);
      expect(await text()).to.equal('spoken');
    });

    it('does not remove what was made anew since it was seen', async () => {
      const before = await seen();
      await objects.remove(NAME);
      await aMoment();
      await objects.create(NAME, { bytes: Buffer.from('again') });
      expect(await evictable.evict(before)).to.equal(false);
      expect(await text()).to.equal('again');
    });

    it('says when there is nothing to touch or to remove', async () => {
      const before = await seen();
      expect(await evictable.evict(before)).to.equal(true);
      expect(await evictable.evict(before)).to.equal(false);
      expect(await evictable.touch(NAME)).to.equal(false);
      expect(await text()).to.equal(undefined);
    });

    it('never loses what was touched, however the two meet', async () => {
      for (let round = 0; round < 20; round++) {
        const before = await seen();
        await aMoment();
        const [touched, evicted] = await Promise.all([evictable.touch(NAME), evictable.evict(before)]);
        // Both may succeed only if the touch brought it back.
        expect(touched || evicted).to.equal(true);
        if (touched) expect(await text()).to.equal('spoken');
        else await objects.create(NAME, { bytes: Buffer.from('spoken') });
      }
    });
  });
}
