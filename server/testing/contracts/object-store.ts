import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputInvalid } from '@shortfactory/core';
import type { ObjectStore } from '@shortfactory/core';
import { expect } from 'chai';

/** What every object store does, whatever it keeps its objects in. `makeStore` returns an empty one each time. */
export function objectStoreContract(name: string, makeStore: () => Promise<ObjectStore>): void {
  describe(`${name} as an object store`, () => {
    let store: ObjectStore;
    let folder: string;

    const put = (object: string, text = object) => store.create(object, { bytes: Buffer.from(text) });
    const textOf = async (object: string): Promise<string | undefined> => {
      const bytes = await store.read(object);
      return bytes && Buffer.from(bytes).toString();
    };

    beforeEach(async () => {
      store = await makeStore();
      folder = await mkdtemp(join(tmpdir(), 'object-store-'));
    });
    afterEach(() => rm(folder, { recursive: true }));

    it('has nothing at first, and says so with values', async () => {
      expect(await store.head('a/b')).to.equal(undefined);
      expect(await store.read('a/b')).to.equal(undefined);
      expect(await store.download('a/b', join(folder, 'out'))).to.equal(false);
      expect(await store.list('', { limit: 10 })).to.deep.equal([]);
      await store.remove('a/b');
      expect(await readdir(folder)).to.deep.equal([]);
    });

    it('keeps bytes as they are', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
      expect(await store.create('jobs/01H', { bytes })).to.equal(true);
      expect(Buffer.compare((await store.read('jobs/01H')) ?? Buffer.alloc(0), bytes)).to.equal(0);
    });

    it('keeps a file as it is, and an empty object', async () => {
      await writeFile(join(folder, 'in'), 'from a file', { mode: 0o444 });
      expect(await store.create('artifacts/x.wav', { file: join(folder, 'in') })).to.equal(true);
      expect(await textOf('artifacts/x.wav')).to.equal('from a file');
      expect(await put('active/01H', '')).to.equal(true);
      expect(await store.head('active/01H')).to.include({ bytes: 0 });
    });

    it('knows size and time without reading', async () => {
      const before = Date.now();
      await put('a', 'four');
      const info = await store.head('a');
      expect(info).to.include({ name: 'a', bytes: 4 });
      // Clocks of services and disks differ by a little.
      expect(info?.updatedMs).to.be.within(before - 5000, Date.now() + 5000);
    });

    it('downloads to a file', async () => {
      await put('a/b', 'content');
      expect(await store.download('a/b', join(folder, 'out'))).to.equal(true);
      expect(await readFile(join(folder, 'out'), 'utf8')).to.equal('content');
    });

    it('does not touch what stands already', async () => {
      expect(await put('a', 'first')).to.equal(true);
      expect(await put('a', 'second')).to.equal(false);
      expect(await textOf('a')).to.equal('first');
    });

    it('lets exactly one of fifty writers win, with its content whole', async () => {
      const contents = Array.from({ length: 50 }, (_, index) =>
        String(index).padStart(2, '0').repeat(20_000),
      );
      const made = await Promise.all(contents.map((content) => put('race', content)));
      expect(made.filter(Boolean)).to.have.length(1);
      expect(await textOf('race')).to.equal(contents[made.indexOf(true)]);
    });

    it('makes an object again after it was removed', async () => {
      await put('a/b', 'old');
      await store.remove('a/b');
      expect(await store.read('a/b')).to.equal(undefined);
      expect(await put('a/b', 'new')).to.equal(true);
      expect(await textOf('a/b')).to.equal('new');
    });

    it('refuses a file that is not there, without making the object', async () => {
      const error: unknown = await store
        .create('a', { file: join(folder, 'none') })
        .catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(Error).with.property('message').that.contains('none');
      expect(await store.head('a')).to.equal(undefined);
    });

    describe('list', () => {
      const names = ['a', 'b-c', 'b/1', 'b/2', 'b/2.x', 'b/3/x', 'b/30', 'b0', 'jobs/1', 'jobs/2'];
      beforeEach(() => Promise.all([...names].reverse().map((object) => put(object))));

      const cases: [string, { limit: number; after?: string }, string[]][] = [
        ['', { limit: 100 }, names],
        ['', { limit: 3 }, ['a', 'b-c', 'b/1']],
        ['', { limit: 0 }, []],
        ['b/', { limit: 100 }, ['b/1', 'b/2', 'b/2.x', 'b/3/x', 'b/30']],
        ['b/3', { limit: 100 }, ['b/3/x', 'b/30']],
        ['b', { limit: 100 }, ['b-c', 'b/1', 'b/2', 'b/2.x', 'b/3/x', 'b/30', 'b0']],
        ['b/', { limit: 2, after: 'b/2' }, ['b/2.x', 'b/3/x']],
        ['b/', { limit: 9, after: 'b/3/x' }, ['b/30']],
        ['', { limit: 2, after: 'b/30' }, ['b0', 'jobs/1']],
        ['', { limit: 2, after: 'b/zzz' }, ['b0', 'jobs/1']],
        ['jobs/', { limit: 9, after: 'a' }, ['jobs/1', 'jobs/2']],
        ['jobs/', { limit: 9, after: 'k' }, []],
        ['nothing/', { limit: 9 }, []],
      ];
      for (const [prefix, options, expected] of cases) {
        it(`gives [${expected.join(' ')}] for "${prefix}" ${JSON.stringify(options)}`, async () => {
          expect(await store.list(prefix, options)).to.deep.equal(expected);
        });
      }
    });

    describe('names that begin with a time', () => {
      const timed = [
        'o/x/8204123456789-A',
        'o/x/8204123456789-B',
        'o/x/8204123457000-C',
        'o/x/8204999999999-D',
        'o/x/8999000000000-E',
      ];
      const others = [
        'o/w',
        'o/x/1',
        'o/x/8204123456789',
        'o/x/82041234567890-Z',
        'o/x/9',
        'o/y/8000000000000-F',
      ];
      const all = [...timed, ...others].sort();
      beforeEach(() => Promise.all([...all].reverse().map((object) => put(object))));

      it('are kept, found, given and removed like others', async () => {
        expect(await put('o/x/8204123456789-A', 'again')).to.equal(false);
        expect(await textOf('o/x/8204123456789-A')).to.equal('o/x/8204123456789-A');
        expect(await store.head('o/x/8204999999999-D')).to.include({ bytes: 19 });
        expect(await store.download('o/x/8204999999999-D', join(folder, 'out'))).to.equal(true);
        expect(await readFile(join(folder, 'out'), 'utf8')).to.equal('o/x/8204999999999-D');
        for (const object of timed) await store.remove(object);
        expect(await store.list('o/', { limit: 99 })).to.deep.equal([...others].sort());
        expect(await store.head('o/x/8204123456789-A')).to.equal(undefined);
        expect(await put('o/x/8204123456789-A', 'anew')).to.equal(true);
        expect(await textOf('o/x/8204123456789-A')).to.equal('anew');
      });

      it('stand in order among others, from any beginning and after any name', async () => {
        expect(await store.list('', { limit: 99 })).to.deep.equal(all);
        const places = [
          '',
          'o/',
          'o/x',
          'o/x/',
          'o/x/8',
          'o/x/8204123',
          'o/x/8204123456789',
          'o/x/8204123456789-',
          'o/y/8',
        ];
        for (const prefix of places)
          for (const after of ['', ...all, 'o/x/8204123456789-AA', 'o/x/82045', 'o/x/8204123456', 'o/z'])
            for (const limit of [1, 3, 99])
              expect(
                await store.list(prefix, { limit, ...(after === '' ? {} : { after }) }),
                `${prefix} ${after} ${limit}`,
              ).to.deep.equal(all.filter((each) => each.startsWith(prefix) && each > after).slice(0, limit));
      });

      it('are not listed for who has given up', async () => {
        const gone = AbortSignal.abort(new Error('gone'));
        const error: unknown = await store
          .list('o/', { limit: 9, signal: gone })
          .catch((thrown: unknown) => thrown);
        expect(error).to.be.instanceOf(Error).with.property('message', 'gone');
      });
    });

    const badNames = [
      '',
      '/',
      'a/',
      '/a',
      'a//b',
      '..',
      'a/../b',
      '.',
      '.tmp/x',
      'a b',
      'a\0b',
      'ü',
      'a\\b',
      'x'.repeat(513),
    ];
    for (const bad of badNames) {
      it(`refuses the name ${JSON.stringify(bad.slice(0, 20))}`, async () => {
        const attempts = [
          () => store.head(bad),
          () => store.read(bad),
          () => store.download(bad, join(folder, 'out')),
          () => put(bad),
          () => store.remove(bad),
        ];
        for (const attempt of attempts) {
          const error: unknown = await attempt().catch((thrown: unknown) => thrown);
          expect(error).to.be.instanceOf(InputInvalid);
        }
      });
    }

    it('takes a name of 512 characters in parts that a disk can hold', async () => {
      const long = Array.from({ length: 4 }, () => 'x'.repeat(127)).join('/') + 'y';
      expect(long).to.have.length(512);
      expect(await put(long, 'deep')).to.equal(true);
      expect(await textOf(long)).to.equal('deep');
    });
  });
}
