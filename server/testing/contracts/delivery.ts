import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { CRC32C } from '@google-cloud/storage';
import { Conflict, InputInvalid, StorageFailed } from '@shortfactory/core';
import type { Delivery, ObjectStore } from '@shortfactory/core';
import { expect } from 'chai';

export interface DeliveryParts {
  readonly delivery: Delivery;
  /** The objects of the same folder or bucket. */
  readonly objects: ObjectStore;
}

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100, 1)]);
const large = Buffer.from(Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 31) % 251));

/**
 * What every delivery does. `makeParts` returns an empty one each time. An emulator may forget the type that an upload
 * was opened with.
 */
export function deliveryContract(
  name: string,
  makeParts: () => Promise<DeliveryParts>,
  { forgetsTypes = false }: { readonly forgetsTypes?: boolean } = {},
): void {
  describe(`${name} as delivery`, () => {
    let delivery: Delivery;
    let objects: ObjectStore;

    const put = (object: string, bytes: Buffer | string): Promise<boolean> =>
      objects.create(object, { bytes: Buffer.from(bytes) });
    const bytesOf = async (
      object: string,
      range?: { first: number; last: number },
    ): Promise<Buffer | undefined> => {
      const stream = await delivery.open(object, range);
      return stream && buffer(stream);
    };
    const thrownBy = (promise: Promise<unknown>): Promise<unknown> =>
      promise.then(
        () => undefined,
        (error: unknown) => error,
      );

    beforeEach(async () => {
      ({ delivery, objects } = await makeParts());
    });

    it('knows nothing of what is not there', async () => {
      await put('videos/a/b.mp4', 'x');
      for (const object of ['none.mp4', 'videos/a', 'videos/a/b.mp4/c']) {
        expect(await delivery.stat(object), object).to.equal(undefined);
        expect(await delivery.open(object), object).to.equal(undefined);
      }
    });

    it('describes an object', async () => {
      const before = Date.now();
      await put('videos/a.mp4', 'four');
      const found = await delivery.stat('videos/a.mp4');
      expect(found).to.include({ name: 'videos/a.mp4', bytes: 4, contentType: 'video/mp4' });
      expect(found?.updatedMs).to.be.within(before - 5000, Date.now() + 5000);
      expect(found?.etag).to.match(/^[!#-~]+$/);
      expect(await delivery.stat('videos/a.mp4')).to.deep.equal(found);
    });

    for (const [object, type] of [
      ['a.vtt', 'text/vtt; charset=utf-8'],
      ['a.srt', 'application/x-subrip; charset=utf-8'],
      ['a.jpg', 'image/jpeg'],
      ['a.html', 'application/octet-stream'],
      ['a.svg', 'application/octet-stream'],
      ['a', 'application/octet-stream'],
    ]) {
      it(`serves ${object} as ${type}`, async () => {
        await put(object ?? '', '<svg>');
        expect((await delivery.stat(object ?? ''))?.contentType).to.equal(type);
      });
    }

    it('gives another validator to other content of the same name and size', async () => {
      await put('a.mp4', 'one!');
      const first = await delivery.stat('a.mp4');
      await objects.remove('a.mp4');
      await put('a.mp4', 'two!');
      expect((await delivery.stat('a.mp4'))?.etag).not.to.equal(first?.etag);
    });

    it('streams an object, whole or in part', async () => {
      await put('large', large);
      expect(large.equals((await bytesOf('large')) ?? Buffer.alloc(0))).to.equal(true);
      const cases: [number, number][] = [
        [0, 0],
        [0, 99],
        [999_999, 999_999],
        [262_143, 262_145],
        [500_000, 5_000_000],
        [1, 999_998],
      ];
      for (const [first, last] of cases) {
        const part = (await bytesOf('large', { first, last })) ?? Buffer.alloc(0);
        expect(large.subarray(first, last + 1).equals(part), `${first}-${last}`).to.equal(true);
      }
    });

    it('streams an empty object', async () => {
      await put('empty', '');
      expect(await bytesOf('empty')).to.have.length(0);
    });

    it('refuses a range that does not begin within the object', async () => {
      await put('a', 'four');
      await put('empty', '');
      for (const [object, first, last] of [
        ['a', 4, 9],
        ['a', 3, 2],
        ['a', -1, 2],
        ['a', 0.5, 2],
        ['empty', 0, 0],
      ] as const) {
        const error = await thrownBy(bytesOf(object, { first, last }));
        expect(error, `${object} ${first}-${last}`).to.be.instanceOf(InputInvalid);
      }
    });

    it('frees everything when the reader goes away', async () => {
      await put('large', large);
      for (let i = 0; i < 50; i++) {
        const stream = (await delivery.open('large')) as Readable;
        if (i % 2 === 0) await stream.iterator({ destroyOnReturn: false }).next();
        stream.destroy();
        if (!stream.closed) await new Promise((resolve) => stream.once('close', resolve));
      }
      expect(await bytesOf('large', { first: 0, last: 3 })).to.have.length(4);
    });

    it('publishes under a new name, and says what stands there', async () => {
      await put('artifacts/compose/x', large);
      const published = await delivery.publish('artifacts/compose/x', 'videos/1/a.mp4', 'video/mp4');
      const crc32c = new CRC32C();
      crc32c.update(large);
      expect(published).to.include({
        name: 'videos/1/a.mp4',
        bytes: large.length,
        crc32c: crc32c.toString(),
      });
      expect(published.generation).to.match(/./);
      expect(await delivery.stat('videos/1/a.mp4')).to.include({
        bytes: large.length,
        contentType: 'video/mp4',
      });
      expect(large.equals((await bytesOf('videos/1/a.mp4')) ?? Buffer.alloc(0))).to.equal(true);
    });

    it('publishes twice with the same outcome, and keeps what is published when its source goes', async () => {
      await put('a', 'content');
      const first = await delivery.publish('a', 'b.mp4', 'video/mp4');
      expect(await delivery.publish('a', 'b.mp4', 'video/mp4')).to.deep.equal(first);
      await put('a2', 'content');
      expect(await delivery.publish('a2', 'b.mp4', 'video/mp4')).to.deep.equal(first);
      await objects.remove('a');
      expect((await bytesOf('b.mp4'))?.toString()).to.equal('content');
    });

    it('does not publish over other content, nor what is not there', async () => {
      await put('a', 'content');
      await put('b.mp4', 'CONTENT');
      await put('c.mp4', 'longer content');
      for (const to of ['b.mp4', 'c.mp4'])
        expect(await thrownBy(delivery.publish('a', to, 'video/mp4'))).to.be.instanceOf(StorageFailed);
      expect((await bytesOf('b.mp4'))?.toString()).to.equal('CONTENT');
      expect(await thrownBy(delivery.publish('none', 'd.mp4', 'video/mp4'))).to.be.instanceOf(StorageFailed);
      expect(await delivery.stat('d.mp4')).to.equal(undefined);
    });

    it('receives an upload, in any chunks', async () => {
      const chunks = [PNG.subarray(0, 3), PNG.subarray(3, 50), PNG.subarray(50)];
      await delivery.receive('uploads/a', Readable.from(chunks), PNG.length, 'image/png');
      expect(PNG.equals((await bytesOf('uploads/a')) ?? Buffer.alloc(0))).to.equal(true);
      const contentType = forgetsTypes ? 'application/octet-stream' : 'image/png';
      expect(await delivery.stat('uploads/a')).to.include({ bytes: PNG.length, contentType });
    });

    it('receives one upload to a name', async () => {
      await delivery.receive('uploads/a', Readable.from([PNG]), 1000, 'image/png');
      const again = delivery.receive('uploads/a', Readable.from([Buffer.from('other')]), 1000, 'image/png');
      expect(await thrownBy(again)).to.be.instanceOf(Conflict);
      expect(PNG.equals((await bytesOf('uploads/a')) ?? Buffer.alloc(0))).to.equal(true);
    });

    it('keeps nothing of an upload that is too long, and leaves its sender connected', async () => {
      const source = Readable.from(Array.from({ length: 100 }, () => PNG));
      const error = await thrownBy(delivery.receive('uploads/a', source, PNG.length * 2, 'image/png'));
      expect(error)
        .to.be.instanceOf(InputInvalid)
        .with.property('message')
        .that.contains(String(PNG.length * 2));
      expect(source.destroyed).to.equal(false);
      expect(await delivery.stat('uploads/a')).to.equal(undefined);
      expect(await objects.list('', { limit: 10 })).to.deep.equal([]);
      source.destroy();
    });

    it('keeps nothing of an upload that breaks off', async () => {
      // From its first read.
      const source = new Readable({
        read: () => void setTimeout(() => source.destroy(new Error('aborted')), 50),
      });
      source.push(PNG);
      expect(await thrownBy(delivery.receive('uploads/a', source, 1_000_000, 'image/png')))
        .to.be.instanceOf(InputInvalid)
        .with.property('message')
        .that.contains('broke off');
      expect(await objects.list('', { limit: 10 })).to.deep.equal([]);
    });

    for (const bad of ['', '../a', 'a//b', 'a b', '.tmp/a', 'a?alt=media', 'a%2Fb', 'x'.repeat(513)]) {
      it(`refuses the name ${JSON.stringify(bad.slice(0, 20))}`, async () => {
        const attempts = [
          () => delivery.stat(bad),
          () => delivery.open(bad),
          () => delivery.link(bad, { seconds: 60 }),
          () => delivery.publish(bad, 'b', 'video/mp4'),
          () => delivery.publish('a', bad, 'video/mp4'),
          () => delivery.uploadTarget(bad, { contentType: 'image/png', bytes: 1 }),
          () => delivery.receive(bad, Readable.from([]), 1, 'image/png'),
        ];
        for (const attempt of attempts) expect(await thrownBy(attempt())).to.be.instanceOf(InputInvalid);
      });
    }
  });
}
