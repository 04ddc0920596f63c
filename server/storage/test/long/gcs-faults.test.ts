import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { InputInvalid, StorageFailed, StorageUnknown } from '@shortfactory/core';
import { expect } from 'chai';
import { ONE_REQUEST_BYTES } from '../../gcs/write.ts';
import type { Fault, Operation } from '@shortfactory/testing/fakes/gcs/faults';
import { FakeGcs } from '@shortfactory/testing/fakes/gcs/server';
import { partsAt } from '../gcs-parts.ts';
import type { GcsParts } from '../gcs-parts.ts';

const thrownBy = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
const content = Buffer.from('content');
/** More than goes in one request. */
const large = Buffer.from(
  Uint8Array.from({ length: ONE_REQUEST_BYTES + 100_000 }, (_, index) => (index * 31) % 253),
);

describe('Cloud Storage when things go wrong', () => {
  let fake: FakeGcs;
  let parts: GcsParts;
  let folder: string;
  let file: string;

  before(async () => {
    fake = await FakeGcs.start();
    folder = await mkdtemp(join(tmpdir(), 'gcs-faults-'));
    file = join(folder, 'large');
    await writeFile(file, large);
  });
  beforeEach(() => {
    fake.reset();
    parts = partsAt(fake.url, fake.name);
  });
  after(async () => {
    await fake.stop();
    await rm(folder, { recursive: true });
  });

  const passing: [string, Fault][] = [
    ['a connection that breaks', { kind: 'drop' }],
    ['an answer that is lost', { kind: 'lose' }],
    ['no answer', { kind: 'stall' }],
    ['too many requests', { kind: 'status', status: 429 }],
    ['a bad gateway', { kind: 'status', status: 502 }],
    ['trouble inside', { kind: 'status', status: 503 }],
    ['trouble after it was done', { kind: 'status', status: 500, applied: true }],
    ['a write that comes late', { kind: 'late', ms: 5 }],
    ['a write that comes far too late', { kind: 'late', ms: 300 }],
  ];

  describe('creating a small object', () => {
    for (const [what, fault] of passing) {
      it(`makes it once in spite of ${what}`, async () => {
        fake.faults.plan('insert', fault);
        expect(await parts.objects.create('a', { bytes: content })).to.equal(true);
        expect(await parts.objects.create('a', { bytes: Buffer.from('other') })).to.equal(false);
        expect(Buffer.from((await parts.objects.read('a')) ?? []).toString()).to.equal('content');
      });
      it(`does not take another's object for its own in spite of ${what}`, async () => {
        await parts.objects.create('a', { bytes: content });
        fake.faults.plan('insert', fault);
        expect(await parts.objects.create('a', { bytes: Buffer.from('other') })).to.equal(false);
      });
    }

    for (const [what, fault] of passing.slice(0, 6)) {
      it(`says so when nothing helps against ${what}, and lets no token out`, async () => {
        fake.faults.plan('insert', fault, 99);
        fake.faults.plan('metadata', { kind: 'status', status: 503 }, 99);
        const error = await thrownBy(parts.objects.create('a', { bytes: content }));
        expect(error)
          .to.be.instanceOf(StorageFailed)
          .with.property('message')
          .that.contains('The bucket shorts ');
      });
    }

    it('does not try again what was refused', async () => {
      fake.faults.plan('insert', { kind: 'status', status: 403 });
      expect(await thrownBy(parts.objects.create('a', { bytes: content })))
        .to.be.instanceOf(StorageFailed)
        .with.property(
          'message',
          'The bucket shorts is closed to this service; give its account the role Storage Object User on the bucket (403).',
        );
      expect(fake.count('insert')).to.equal(1);
    });

    it('names a bucket that does not exist', async () => {
      const none = partsAt(fake.url, 'none');
      const attempts = [
        () => none.objects.create('a', { bytes: content }),
        () => none.objects.head('a'),
        () => none.objects.read('a'),
        () => none.objects.list('', { limit: 1 }),
        () => none.versioned.get('a'),
        () => none.versioned.swap('a', null, content),
        () => none.delivery.stat('a'),
        () => none.delivery.uploadTarget('a', { contentType: 'image/png', bytes: 1 }),
      ];
      for (const [index, attempt] of attempts.entries()) {
        expect(await thrownBy(attempt()), String(index))
          .to.be.instanceOf(StorageFailed)
          .with.property('message')
          .that.contains('The bucket none does not exist; create it or correct GCS_BUCKET_NAME');
      }
    });

    it('reports an unreachable bucket', async () => {
      const gone = await FakeGcs.start();
      const { url } = gone;
      await gone.stop();
      const nowhere = partsAt(url, 'shorts');
      for (const attempt of [
        () => nowhere.objects.create('a', { bytes: content }),
        () => nowhere.objects.read('a'),
        () => nowhere.versioned.swap('a', null, content),
      ]) {
        expect(await thrownBy(attempt()))
          .to.be.instanceOf(StorageFailed)
          .with.property('message')
          .that.contains('could not be reached; check the network (ECONNREFUSED)');
      }
    });
  });

  describe('creating a large object', () => {
    const expectMade = async (): Promise<void> => {
      expect(await parts.objects.create('large', { file })).to.equal(true);
      expect(large.equals(Buffer.from((await parts.objects.read('large')) ?? []))).to.equal(true);
    };

    it('opens one session and sends it in one piece', async () => {
      await expectMade();
      expect([fake.count('session'), fake.count('chunk'), fake.count('insert')]).to.deep.equal([1, 1, 0]);
      fake.requests.length = 0;
      expect(await parts.objects.create('large', { file })).to.equal(false);
      expect([fake.count('session'), fake.count('chunk')]).to.deep.equal([0, 0]);
    });

    for (const [what, fault] of passing) {
      it(`opens its session in spite of ${what}`, async () => {
        fake.faults.plan('session', fault);
        await expectMade();
      });
      it(`sends its bytes in spite of ${what}`, async () => {
        fake.faults.plan('chunk', fault);
        await expectMade();
      });
      it(`finds out how far it came in spite of ${what}`, async () => {
        fake.faults.plan('chunk', { kind: 'cut', bytes: 2_000_000 });
        fake.faults.plan('status', fault);
        await expectMade();
      });
    }

    it('goes on where the connection broke', async () => {
      fake.faults.plan('chunk', { kind: 'cut', bytes: 4_000_000 });
      await expectMade();
      expect([fake.count('session'), fake.count('status'), fake.count('chunk')]).to.deep.equal([1, 1, 2]);
      expect(fake.bytesOfChunks).to.be.below(large.length + 1_000_000);
    });

    it('begins again when its session is gone', async () => {
      fake.faults.plan('chunk', { kind: 'drop' });
      fake.faults.plan('status', { kind: 'status', status: 410 });
      await expectMade();
      expect(fake.count('session')).to.equal(2);
    });

    it('lets exactly one of four win', async () => {
      const made = await Promise.all(
        [1, 2, 3, 4].map(() => partsAt(fake.url, fake.name).objects.create('large', { file })),
      );
      expect(made.filter(Boolean)).to.have.length(1);
    });
  });

  describe('reading', () => {
    const faults: [string, Operation, Fault][] = [
      ['a connection that breaks', 'media', { kind: 'drop' }],
      ['no answer', 'media', { kind: 'stall' }],
      ['trouble inside', 'media', { kind: 'status', status: 503 }],
      ['a body that is cut', 'media', { kind: 'truncate', bytes: 1_000_000 }],
      ['a body without its end', 'media', { kind: 'truncate', bytes: large.length - 1 }],
      ['a body with another byte', 'media', { kind: 'corrupt' }],
    ];
    for (const [what, operation, fault] of faults) {
      it(`gets the bytes as they were stored in spite of ${what}`, async () => {
        await parts.objects.create('large', { bytes: large });
        fake.faults.plan(operation, fault, 2);
        expect(large.equals(Buffer.from((await parts.objects.read('large')) ?? []))).to.equal(true);
        fake.faults.plan(operation, fault, 2);
        const path = join(folder, 'out');
        expect(await parts.objects.download('large', path)).to.equal(true);
        expect(large.equals(await readFile(path))).to.equal(true);
        await rm(path);
      });

      it(`fails and leaves no file when nothing helps against ${what}`, async () => {
        await parts.objects.create('large', { bytes: large });
        fake.faults.plan(operation, fault, 99);
        expect(await thrownBy(parts.objects.read('large'))).to.be.instanceOf(StorageFailed);
        expect(await thrownBy(parts.objects.download('large', join(folder, 'out')))).to.be.instanceOf(
          StorageFailed,
        );
        expect(await readdir(folder)).to.deep.equal(['large']);
      });
    }

    it('lists, looks and removes in spite of trouble', async () => {
      await parts.objects.create('a', { bytes: content });
      for (const [operation, act] of [
        ['list', () => parts.objects.list('', { limit: 5 })],
        ['metadata', () => parts.objects.head('a')],
        ['delete', () => parts.objects.remove('a')],
      ] as const) {
        for (const [, fault] of passing.slice(0, 7)) {
          fake.faults.plan(operation, fault);
          await act();
        }
      }
      expect(await parts.objects.head('a')).to.equal(undefined);
    });

    it('does not touch a file that is there', async () => {
      await parts.objects.create('a', { bytes: content });
      expect(await thrownBy(parts.objects.download('a', file)))
        .to.be.instanceOf(StorageFailed)
        .with.property('message', `The file ${file} is there already.`);
      expect(large.equals(await readFile(file))).to.equal(true);
    });

    it('names the disk when that is what fails', async () => {
      await parts.objects.create('a', { bytes: content });
      const error = await thrownBy(parts.objects.download('a', join(folder, 'none', 'out')));
      expect(error)
        .to.be.instanceOf(StorageFailed)
        .with.property('message')
        .that.contains(join(folder, 'none'));
      expect(fake.count('media')).to.equal(1);
    });
  });

  describe('swapping', () => {
    const swap = (expected: string | null, text: string) =>
      parts.versioned.swap('job', expected, Buffer.from(text));

    const unknown: [string, Fault, boolean][] = [
      ['a connection that breaks', { kind: 'drop' }, false],
      ['an answer that is lost', { kind: 'lose' }, true],
      ['no answer', { kind: 'stall' }, false],
      ['trouble inside', { kind: 'status', status: 503 }, false],
      ['trouble after it was done', { kind: 'status', status: 503, applied: true }, true],
      ['a write that comes late', { kind: 'late', ms: 50 }, true],
    ];
    for (const [what, fault, applied] of unknown) {
      it(`does not know after ${what}, and does not try again`, async () => {
        fake.faults.plan('insert', fault);
        expect(await thrownBy(swap(null, 'one'))).to.be.instanceOf(StorageUnknown);
        expect(fake.count('insert')).to.equal(1);
        if (fault.kind === 'late') expect(await parts.versioned.get('job')).to.equal(undefined);
        await setTimeout(100);
        expect((await parts.versioned.get('job')) !== undefined).to.equal(applied);
      });
      it(`does not know whether it removed after ${what}`, async () => {
        const made = await swap(null, 'one');
        fake.faults.plan('delete', fault);
        const generation = made.swapped ? made.generation : '';
        expect(await thrownBy(parts.versioned.discard('job', generation))).to.be.instanceOf(StorageUnknown);
        expect(fake.count('delete')).to.equal(1);
      });
    }

    it('waits and tries again when it was too fast: nothing was done', async () => {
      fake.faults.plan('insert', { kind: 'status', status: 429 }, 2);
      expect(await swap(null, 'one')).to.include({ swapped: true });
      fake.faults.plan('insert', { kind: 'status', status: 429 }, 99);
      expect(await thrownBy(swap(null, 'one'))).to.be.instanceOf(StorageFailed);
    });

    it('knows that a refused write was not done', async () => {
      for (const status of [400, 401, 403]) {
        fake.faults.plan('insert', { kind: 'status', status });
        expect(await thrownBy(swap(null, 'one'))).to.be.instanceOf(StorageFailed);
      }
      expect(await parts.versioned.get('job')).to.equal(undefined);
    });

    it('judges age by the clock of the bucket, however wrong the own one is', async () => {
      for (const hours of [-30, 30]) {
        fake.skewMs = hours * 3_600_000;
        const made = await parts.versioned.swap(`job${hours}`, null, content);
        const found = await parts.versioned.get(`job${hours}`);
        expect(made.swapped && made.updatedMs).to.equal(found?.updatedMs);
        expect(found?.updatedMs).to.be.closeTo(fake.nowMs(), 5000);
        // The Date header has whole seconds.
        expect((found?.nowMs ?? 0) - (found?.updatedMs ?? 0)).to.be.within(-1000, 5000);
      }
    });

    it('reads content and generation that belong together while others write', async () => {
      let generation: string | null = null;
      let done = false;
      const writing = (async () => {
        for (let i = 0; i < 60; i++) {
          const result = await parts.versioned.swap('job', generation, Buffer.from(`${generation}`));
          if (!result.swapped) throw new Error('lost without a rival');
          generation = result.generation;
          await setTimeout(10);
        }
        done = true;
      })();
      const seen = new Map<string, string>();
      while (!done) {
        const found = await parts.versioned.get('job');
        if (found) seen.set(found.generation, Buffer.from(found.bytes).toString());
      }
      await writing;
      // Each content names the generation before its own.
      for (const [own, before] of seen) expect(before === 'null' || before < own).to.equal(true);
      expect(seen.size).to.be.greaterThan(3);
    });
  });

  describe('delivering', () => {
    it('publishes in spite of trouble, and in several steps', async () => {
      await parts.objects.create('a', { bytes: content });
      for (const [index, [, fault]] of passing.entries()) {
        fake.rewriteSteps = 1 + (index % 3);
        fake.faults.plan('rewrite', fault);
        const published = await parts.delivery.publish('a', `videos/${index}.mp4`, 'video/mp4');
        expect(published).to.include({ bytes: content.length });
        expect((await parts.delivery.stat(published.name))?.etag).to.equal(published.generation);
      }
    });

    it('fails a stream whose bytes do not come as they were stored', async () => {
      await parts.objects.create('large', { bytes: large });
      for (const fault of [{ kind: 'truncate', bytes: 1_000_000 }, { kind: 'corrupt' }] as const) {
        fake.faults.plan('media', fault);
        const stream = await parts.delivery.open('large');
        expect(await thrownBy(buffer(stream ?? process.stdin))).to.be.instanceOf(StorageFailed);
      }
    });

    it('fails a stream that breaks before anybody reads it, and nothing else', async () => {
      await parts.objects.create('large', { bytes: large });
      fake.faults.plan('media', { kind: 'truncate', bytes: 10_000 });
      const stream = await parts.delivery.open('large');
      // Mocha fails a test in whose time an error has no handler; the server would end.
      await setTimeout(200);
      expect(await thrownBy(buffer(stream ?? process.stdin))).to.be.instanceOf(StorageFailed);
    });

    it('keeps no upload whose connection breaks', async () => {
      fake.faults.plan('chunk', { kind: 'cut', bytes: 100_000 });
      const { Readable } = await import('node:stream');
      const source = Readable.from([large.subarray(0, 500_000), large.subarray(500_000)]);
      const error = await thrownBy(parts.delivery.receive('uploads/a', source, large.length, 'image/png'));
      expect(error).to.be.instanceOf(StorageFailed);
      expect(await parts.delivery.stat('uploads/a')).to.equal(undefined);
    });

    it('recognizes its own upload when the answer is lost', async () => {
      fake.faults.plan('chunk', { kind: 'lose' });
      const { Readable } = await import('node:stream');
      await parts.delivery.receive('uploads/a', Readable.from([content]), 100, 'image/png');
      expect(await parts.delivery.stat('uploads/a')).to.include({ bytes: content.length });
    });
  });

  it('leaves no request open when an upload breaks off', async () => {
    const source = new Readable({ read: () => undefined });
    source.push(content);
    const receiving = thrownBy(parts.delivery.receive('uploads/a', source, 1000, 'image/png'));
    while (fake.count('chunk') === 0) await setTimeout(5);
    source.destroy(new Error('aborted'));
    expect(await receiving)
      .to.be.instanceOf(InputInvalid)
      .with.property('message', 'upload: broke off after 7 bytes');
    for (let waits = 0; fake.open > 0 && waits < 100; waits += 1) await setTimeout(10);
    expect(fake.open, 'open requests').to.equal(0);
  });
});
