import { RenderFailed } from '@shortfactory/core';
import { expect } from 'chai';
import sharp from 'sharp';
import { PictureReader } from '../picture-reader.ts';
import { PictureUnusable } from '../picture-unusable.ts';
import { png, refusal } from './pictures.ts';

const reader = new PictureReader({ searchPath: process.env['PATH'] ?? '' });
const { signal } = new AbortController();
const options = { signal, coverPx: 2400 };

/** A red picture of 64 × 48 pixels as libheif's own encoder writes it. */
const HEIC = Buffer.from(
  [
    'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA',
    'AA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAHQACAAEAAAAAAAAA',
    'AQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAA',
    'ALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQED',
    'cAAAAwCQAAADAAADAB6gIIEFlurkprm4EBAwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlz',
    'cGUAAAAAAAAAQAAAADAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGlt',
    'ZwACAAEAAQAAACVtZGF0AAAAGSgBrxOA+BDhp//8CSj/8oM8PuoJvzopDPg=',
  ].join(''),
  'base64',
);

/** A red bitmap of 60 × 40 pixels. */
function bmp({
  bits,
  runs = false,
  topDown = false,
}: {
  bits: 8 | 24 | 32;
  runs?: boolean;
  topDown?: boolean;
}): Buffer {
  const palette = bits === 8 ? Buffer.from([0, 0, 0, 0, 0x30, 0x20, 0xc0, 0]) : Buffer.alloc(0);
  const row =
    bits === 8
      ? Buffer.alloc(60, 1)
      : Buffer.concat(Array<Buffer>(60).fill(Buffer.from([0x30, 0x20, 0xc0, 0].slice(0, bits / 8))));
  const rows = runs ? Buffer.from([60, 1, 0, 0]) : row;
  const header = Buffer.alloc(54);
  header.write('BM', 'latin1');
  header.writeUInt32LE(54 + palette.length, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(60, 18);
  header.writeInt32LE(topDown ? -40 : 40, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(bits, 28);
  header.writeUInt32LE(runs ? 1 : 0, 30);
  header.writeUInt32LE(palette.length / 4, 46);
  return Buffer.concat([header, palette, ...Array<Buffer>(40).fill(rows)]);
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
    const cases: readonly (readonly [string, Buffer])[] = [
      ['PNG', await photo.clone().png().toBuffer()],
      ['JPEG', await photo.clone().toColourspace('cmyk').jpeg().toBuffer()],
      ['WebP', await photo.clone().webp().toBuffer()],
      ['GIF', await photo.clone().gif().toBuffer()],
      ['AVIF', await photo.clone().avif().toBuffer()],
      ['TIFF', await photo.clone().toColourspace('rgb16').tiff().toBuffer()],
      ['HEIC', HEIC],
      ['BMP', bmp({ bits: 24 })],
      ['BMP', bmp({ bits: 8 })],
      ['BMP', bmp({ bits: 8, runs: true })],
      ['BMP', bmp({ bits: 32, topDown: true })],
    ];
    await Promise.all(
      cases.map(async ([name, bytes]) => {
        const taken = await reader.take(bytes, options);
        expect(taken).to.have.nested.property('kind.name', name);
        expect(taken).to.include({ widthPx: name === 'HEIC' ? 64 : 60, mediaType: 'image/jpeg' });
        const [red = 0, , blue = 0] = await pixel(taken.bytes, 30, 20);
        expect([red > 160, blue < 80], name).to.deep.equal([true, true]);
      }),
    );
  });

  it('stand upright as their camera noted it', async () => {
    const given = await photo.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await reader.take(given, options)).to.include({ widthPx: 40, heightPx: 60 });
    expect(await reader.look(given, true, signal)).to.include({ widthPx: 40, heightPx: 60 });
  });

  it('of which something shines through stand on a ground that their ink shows against', async () => {
    const inked = (ink: string): Promise<Buffer> =>
      sharp({ create: { width: 40, height: 40, channels: 4, background: '#00000000' } })
        .composite([{ input: { create: { width: 20, height: 20, channels: 3, background: ink } } }])
        .webp({ lossless: true })
        .toBuffer();
    const shown = async (ink: string): Promise<{ ink: number; ground: number }> => {
      const { bytes, mediaType, widthPx } = await reader.take(await inked(ink), options);
      expect(widthPx, 'room around it, so that no frame cuts it').to.be.greaterThan(50);
      expect(mediaType).to.equal('image/png');
      expect((await sharp(bytes).metadata()).hasAlpha).to.equal(false);
      return { ink: (await pixel(bytes, 27, 27))[1] ?? 0, ground: (await pixel(bytes, 2, 2))[1] ?? 0 };
    };
    const [dark, light] = await Promise.all([shown('#101010'), shown('#f8f8f8')]);
    expect(dark.ground - dark.ink).to.be.greaterThan(150);
    expect(light.ink - light.ground).to.be.greaterThan(150);
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

  it('cut short are refused', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const noisy = sharp({ create: { width: 300, height: 300, channels: 3, background: '#888', noise } });
    for (const format of ['png', 'jpeg'] as const) {
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
