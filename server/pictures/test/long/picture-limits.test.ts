import { createDeflate } from 'node:zlib';
import { expect } from 'chai';
import sharp from 'sharp';
import { PictureReader } from '../../picture-reader.ts';
import { PictureUnusable } from '../../picture-unusable.ts';
import { chunk, png, refusal } from '../pictures.ts';

const reader = new PictureReader({ searchPath: process.env['PATH'] ?? '' });
const { signal } = new AbortController();
const options = { signal, coverPx: 2400 };

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

describe('untrusted pictures, large ones', () => {
  it('larger than any frame needs are made smaller', async () => {
    expect(await reader.take(png(5000, 3000), options)).to.include({ widthPx: 4000, heightPx: 2400 });
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
});
