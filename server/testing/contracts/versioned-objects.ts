import { InputInvalid } from '@shortfactory/core';
import type { ObjectStore, SwapResult, VersionedObjects } from '@shortfactory/core';
import { expect } from 'chai';

export interface VersionedParts {
  readonly versioned: VersionedObjects;
  /** The objects of the same folder or bucket. */
  readonly objects: ObjectStore;
}

/**
 * What every store of versioned objects does. `makeParts` returns an empty one each time. An emulator may remove whatever
 * generation it was told to; then the rest is asserted.
 */
export function versionedObjectsContract(
  name: string,
  makeParts: () => Promise<VersionedParts>,
  { removesAny = false }: { readonly removesAny?: boolean } = {},
): void {
  describe(`${name} as versioned objects`, () => {
    let versioned: VersionedObjects;
    let objects: ObjectStore;

    const swap = (object: string, expected: string | null, text: string): Promise<SwapResult> =>
      versioned.swap(object, expected, Buffer.from(text));
    /** Swaps, and returns the new generation. */
    const put = async (object: string, expected: string | null, text: string): Promise<string> => {
      const result = await swap(object, expected, text);
      if (!result.swapped) throw new Error(`${object} was not swapped`);
      return result.generation;
    };
    const textOf = async (object: string): Promise<string | undefined> => {
      const found = await versioned.get(object);
      return found && Buffer.from(found.bytes).toString();
    };

    beforeEach(async () => {
      ({ versioned, objects } = await makeParts());
    });

    it('has nothing at first', async () => {
      expect(await versioned.get('jobs/a')).to.equal(undefined);
      expect(await versioned.discard('jobs/a', '1')).to.equal(false);
      expect(await swap('jobs/a', '1', 'text')).to.deep.equal({ swapped: false });
      expect(await versioned.get('jobs/a')).to.equal(undefined);
    });

    it('makes an object that is absent, and only then', async () => {
      const generation = await put('jobs/a', null, 'one');
      expect(await swap('jobs/a', null, 'other')).to.deep.equal({ swapped: false });
      const found = await versioned.get('jobs/a');
      expect(found?.generation).to.equal(generation);
      expect(Buffer.from(found?.bytes ?? []).toString()).to.equal('one');
    });

    it('replaces the generation that stands, and no other', async () => {
      const first = await put('jobs/a', null, 'one');
      const second = await put('jobs/a', first, 'two');
      expect(second).not.to.equal(first);
      expect(await swap('jobs/a', first, 'three')).to.deep.equal({ swapped: false });
      expect(await swap('jobs/a', 'no generation', 'three')).to.deep.equal({ swapped: false });
      expect(await textOf('jobs/a')).to.equal('two');
    });

    it('keeps any bytes, none included', async () => {
      const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
      await versioned.swap('a', null, bytes);
      expect(Buffer.compare((await versioned.get('a'))?.bytes ?? Buffer.alloc(0), bytes)).to.equal(0);
      await put('empty', null, '');
      expect(await textOf('empty')).to.equal('');
    });

    it('tells the time of the write and of the answer by one clock', async () => {
      const result = await swap('a', null, 'one');
      await new Promise((resolve) => setTimeout(resolve, 1200));
      const found = await versioned.get('a');
      if (!result.swapped || !found) throw new Error('the object was not written');
      expect(found.updatedMs).to.equal(result.updatedMs);
      // A service tells its time in whole seconds.
      expect(found.nowMs - found.updatedMs).to.be.within(150, 60_000);
      expect(Math.abs(found.nowMs - Date.now())).to.be.below(10_000);
    });

    it('lets exactly one of sixteen writers win, a hundred times over', async function () {
      this.timeout(120_000);
      let generation: string | null = null;
      for (let round = 0; round < 100; round++) {
        const results = await Promise.all(
          Array.from({ length: 16 }, (_, writer) => swap('race', generation, `${round} ${writer}`)),
        );
        const won = results.flatMap((result, writer) => (result.swapped ? [{ result, writer }] : []));
        expect(won, `round ${round}`).to.have.length(1);
        const found = await versioned.get('race');
        expect(found?.generation).to.equal(won[0]?.result.generation);
        expect(await textOf('race')).to.equal(`${round} ${won[0]?.writer}`);
        generation = found?.generation ?? null;
      }
    });

    it('counts right when sixteen writers add at once', async function () {
      this.timeout(120_000);
      await put('count', null, '0');
      const addOnce = async (): Promise<void> => {
        for (;;) {
          const found = await versioned.get('count');
          if (!found) throw new Error('the count is gone');
          const next = String(Number(Buffer.from(found.bytes).toString()) + 1);
          if ((await swap('count', found.generation, next)).swapped) return;
        }
      };
      await Promise.all(
        Array.from({ length: 16 }, async () => {
          for (let i = 0; i < 5; i++) await addOnce();
        }),
      );
      expect(await textOf('count')).to.equal('80');
    });

    it('removes the generation that stands, and no other', async () => {
      const first = await put('jobs/a', null, 'one');
      const second = await put('jobs/a', first, 'two');
      if (!removesAny) expect(await versioned.discard('jobs/a', first)).to.equal(false);
      expect(await versioned.discard('jobs/a', second)).to.equal(true);
      expect(await versioned.get('jobs/a')).to.equal(undefined);
      expect(await versioned.discard('jobs/a', second)).to.equal(false);
      expect(await swap('jobs/a', second, 'three')).to.deep.equal({ swapped: false });
    });

    it('never takes the generation of a removed object for one of its successor', async () => {
      const old = await put('jobs/a', null, 'old');
      await versioned.discard('jobs/a', old);
      const fresh = await put('jobs/a', null, 'new');
      expect(fresh).not.to.equal(old);
      expect(await swap('jobs/a', old, 'late')).to.deep.equal({ swapped: false });
      if (!removesAny) expect(await versioned.discard('jobs/a', old)).to.equal(false);
      expect(await textOf('jobs/a')).to.equal('new');
    });

    it('lets either the swap or the removal win', async function () {
      if (removesAny) return this.skip();
      for (let round = 0; round < 20; round++) {
        const generation = await put(`jobs/${round}`, null, 'one');
        const [swapped, removed] = await Promise.all([
          swap(`jobs/${round}`, generation, 'two'),
          versioned.discard(`jobs/${round}`, generation),
        ]);
        expect([swapped.swapped, removed].filter(Boolean), `round ${round}`).to.have.length(1);
        expect(await textOf(`jobs/${round}`)).to.equal(removed ? undefined : 'two');
      }
    });

    it('is listed by its name among other objects, until it is removed', async () => {
      const generation = await put('jobs/a', null, 'one');
      await put('jobs/a', generation, 'two');
      const gone = await put('jobs/b', null, 'one');
      await put('jobs/c', null, 'one');
      await put('jobs/d', null, 'one');
      await objects.create('jobs/a-b', { bytes: Buffer.from('') });
      await objects.create('jobs/e/f', { bytes: Buffer.from('') });
      await versioned.discard('jobs/b', gone);
      const all = ['jobs/a', 'jobs/a-b', 'jobs/c', 'jobs/d', 'jobs/e/f'];
      expect(await objects.list('jobs/', { limit: 10 })).to.deep.equal(all);
      expect(await objects.list('', { limit: 10 })).to.deep.equal(all);
      expect(await objects.list('jobs/', { limit: 2, after: 'jobs/a' })).to.deep.equal([
        'jobs/a-b',
        'jobs/c',
      ]);
      expect(await objects.list('jobs/', { limit: 2, after: 'jobs/c' })).to.deep.equal([
        'jobs/d',
        'jobs/e/f',
      ]);
      expect(await objects.list('jobs/a', { limit: 10 })).to.deep.equal(['jobs/a', 'jobs/a-b']);
      expect(await objects.list('jobs/a/', { limit: 10 })).to.deep.equal([]);
    });

    for (const bad of ['', '../a', 'a//b', 'a b', '.tmp/a', 'a?alt=media', 'a%2Fb', 'x'.repeat(513)]) {
      it(`refuses the name ${JSON.stringify(bad.slice(0, 20))}`, async () => {
        const attempts = [
          () => versioned.get(bad),
          () => swap(bad, null, ''),
          () => versioned.discard(bad, '1'),
        ];
        for (const attempt of attempts) {
          const error: unknown = await attempt().catch((thrown: unknown) => thrown);
          expect(error).to.be.instanceOf(InputInvalid);
        }
      });
    }
  });
}
