import { createDeflate, crc32, deflateSync } from 'node:zlib';
import { RenderFailed } from '@shortfactory/core';
import { expect } from 'chai';
import sharp from 'sharp';
import { PictureReader } from '../picture-reader.ts';
import { PictureUnusable } from '../picture-unusable.ts';

const reader = new PictureReader({ searchPath: process.env['PATH'] ?? '' });
const { signal } = new AbortController();
const options = { signal, coverPx: 2400 };

function chunk(type: string, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...content]);
  const bytes = Buffer.alloc(8 + body.length);
  bytes.writeUInt32BE(body.length - 4, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), 4 + body.length);
  return bytes;
}

/** A black PNG of 8 bits with other chunks before its pixels. */
function png(width: number, height: number, before: readonly Uint8Array[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...before,
    chunk('IDAT', deflateSync(Buffer.alloc(height * (width + 1)))),
    chunk('IEND'),
  ]);
}

/** Zeros of so many MB, deflated: a thousandth of that. */
async function zeros(megabytes: number): Promise<Buffer> {
  const deflate = createDeflate({ level: 9 });
  const write = async (): Promise<void> => {
    for (let i = 0; i < megabytes; i++) {
      if (!deflate.write(Buffer.alloc(1e6))) await new Promise((resolve) => deflate.once('drain', resolve));
    }
    deflate.end();
  };
  const written = write();
  const parts: Buffer[] = [];
  for await (const part of deflate) parts.push(part as Buffer);
  await written;
  return Buffer.concat(parts);
}

async function refusal(work: Promise<unknown>): Promise<Error> {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error).to.be.instanceOf(Error);
  return error as Error;
}

async function pixel(bytes: Uint8Array, left: number, top: number): Promise<number[]> {
  const area = { left, top, width: 1, height: 1 };
  return [...(await sharp(bytes).extract(area).raw().toBuffer())];
}

describe('untrusted pictures', () => {
  const photo = sharp({ create: { width: 60, height: 40, channels: 3, background: '#c02030' } });

  it('are made anew: one small file of pixels with nothing else in it', async () => {
    const given = await photo
      .clone()
      .withExif({ IFD0: { Artist: 'Ada Artist' } })
      .jpeg()
      .toBuffer();
    expect(given.includes('Ada Artist')).to.equal(true);
    const taken = await reader.take(given, options);
    expect(taken).to.include({ mediaType: 'image/jpeg', widthPx: 60, heightPx: 40 });
    expect(Buffer.from(taken.bytes).includes('Ada Artist')).to.equal(false);
    expect(Buffer.from(taken.bytes).includes('Exif')).to.equal(false);
  });

  it('of every kind are read, and the kind is said', async () => {
    for (const [name, bytes] of [
      ['PNG', await photo.clone().png().toBuffer()],
      ['JPEG', await photo.clone().jpeg().toBuffer()],
      ['WebP', await photo.clone().webp().toBuffer()],
      ['GIF', await photo.clone().gif().toBuffer()],
      ['AVIF', await photo.clone().avif().toBuffer()],
      ['TIFF', await photo.clone().tiff().toBuffer()],
      ['JPEG', await photo.clone().toColourspace('cmyk').jpeg().toBuffer()],
    ] as const) {
      const taken = await reader.take(bytes, options);
      expect(taken).to.have.nested.property('kind.name', name);
      const [red = 0, , blue = 0] = await pixel(taken.bytes, 30, 20);
      expect([red > 160, blue < 80], name).to.deep.equal([true, true]);
    }
  });

  it('stand upright as their camera noted it', async () => {
    const given = await photo.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await reader.take(given, options)).to.include({ widthPx: 40, heightPx: 60 });
    expect(await reader.look(given, true, signal)).to.include({ widthPx: 40, heightPx: 60 });
  });

  it('of which something shines through keep that, and those that only could do not', async () => {
    const half = sharp({ create: { width: 9, height: 9, channels: 4, background: '#ff000080' } });
    expect(await reader.take(await half.webp().toBuffer(), options)).to.include({ mediaType: 'image/png' });
    const full = await photo.clone().ensureAlpha().webp().toBuffer();
    expect(await reader.take(full, options)).to.include({ mediaType: 'image/jpeg' });
  });

  it('that move give their first frame, and how many they had', async () => {
    const frames = ['#ff0000', '#0000ff'].map((background) => ({
      create: { width: 20, height: 30, channels: 3 as const, background },
    }));
    const pages = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()));
    for (const format of ['webp', 'gif'] as const) {
      const moving = await sharp(pages, { join: { animated: true } })
        .toFormat(format)
        .toBuffer();
      const taken = await reader.take(moving, options);
      expect(taken.was.frames, format).to.equal(2);
      expect(taken).to.include({ widthPx: 20, heightPx: 30 });
      const [red = 0, , blue = 0] = await pixel(taken.bytes, 10, 15);
      expect([red > 200, blue < 60], format).to.deep.equal([true, true]);
    }
  });

  it('with words behind their end are taken, as their decoder takes them', async () => {
    const given = Buffer.concat([png(40, 30), Buffer.from('a scanner wrote this')]);
    expect(await reader.take(given, options)).to.include({ widthPx: 40, heightPx: 30 });
  });

  it('larger than any frame needs are made smaller', async () => {
    expect(await reader.take(png(5000, 3000), options)).to.include({ widthPx: 4000, heightPx: 2400 });
  });

  it('cut short are refused', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const noisy = sharp({ create: { width: 300, height: 300, channels: 3, background: '#888', noise } });
    for (const format of ['png', 'jpeg', 'webp'] as const) {
      const bytes = await noisy.clone().toFormat(format).toBuffer();
      const error = await refusal(reader.take(bytes.subarray(0, bytes.length / 2), options));
      expect(error, format).to.be.instanceOf(PictureUnusable);
      expect(error.message).to.match(/^begins like \w+ but cannot be decoded; the file is damaged/);
    }
  });

  it('are not looked at beyond their header, of which the beginning of the file is enough', async () => {
    const bytes = png(900, 1600);
    expect(await reader.look(bytes.subarray(0, 200), false, signal)).to.include({ widthPx: 900 });
    expect((await refusal(reader.look(png(9000, 9000), true, signal))).message).to.equal(
      'an image of 9000 × 9000 pixels; at most 40 million were expected',
    );
  });

  describe('that hold a bomb', () => {
    let gigabyte: Buffer;
    before(async function () {
      this.timeout(60_000);
      gigabyte = await zeros(950);
    });

    for (const [name, chunkOf] of [
      ['zTXt', (z: Buffer) => chunk('zTXt', Buffer.from('Comment\0\0'), z)],
      ['iTXt', (z: Buffer) => chunk('iTXt', Buffer.from('Comment\0\x01\0\0\0'), z)],
      ['iCCP', (z: Buffer) => chunk('iCCP', Buffer.from('icc\0\0'), z)],
    ] as const) {
      it(`in a ${name} chunk are read in less memory than it inflates to: a quarter of a gigabyte is allowed`, async () => {
        const bomb = png(400, 700, [chunkOf(gigabyte)]);
        expect(bomb.length).to.be.below(1_000_000);
        const little = new PictureReader({
          searchPath: process.env['PATH'] ?? '',
          memoryBytes: 256 * 2 ** 20,
        });
        expect(await little.take(bomb, options)).to.include({ widthPx: 400, heightPx: 700 });
      });
    }

    it('in thirteen chunks of a gigabyte are read or refused, and take no minute', async function () {
      this.timeout(60_000);
      const bomb = png(
        400,
        700,
        Array.from({ length: 13 }, () => chunk('zTXt', Buffer.from('Comment\0\0'), gigabyte)),
      );
      const outcome = await reader.take(bomb, options).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).to.be.instanceOf(PictureUnusable);
      else expect(outcome).to.include({ widthPx: 400, heightPx: 700 });
    });
  });

  it('that need more memory than a child may have end that child and nothing else', async function () {
    if (process.platform !== 'linux') {
      console.log('      not Linux: limits were not tried');
      this.skip();
    }
    const little = new PictureReader({ searchPath: process.env['PATH'] ?? '', memoryBytes: 192 * 2 ** 20 });
    // Turned by a quarter it has to be decoded as a whole: 300 MB with two bytes a channel.
    const large = await sharp({ create: { width: 6200, height: 6200, channels: 4, background: '#4567' } })
      .toColourspace('rgb16')
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer();
    const error = await refusal(little.take(large, options));
    expect(error).to.be.instanceOf(PictureUnusable);
    expect(error.message).to.match(/more time or memory to read than any photo|cannot be decoded/);
    expect(await little.take(png(40, 30), options)).to.include({ widthPx: 40 });
  });

  it('are given up with the signal', async () => {
    const stop = new AbortController();
    const reading = refusal(reader.take(png(5000, 5000), { ...options, signal: stop.signal }));
    const reason = new Error('enough');
    stop.abort(reason);
    expect(await reading).to.equal(reason);
  });

  it('are not blamed for a child that does not start', async () => {
    const broken = new PictureReader({ childPath: '/nowhere/child.mjs' });
    expect(await refusal(broken.take(png(40, 30), options))).to.be.instanceOf(RenderFailed);
  });
});
