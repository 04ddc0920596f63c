import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DIGITAL_SOURCE_TYPES } from '@shortfactory/core';
import { expect } from 'chai';
import sharp from 'sharp';
import { Ffmpeg } from '../ffmpeg/ffmpeg.ts';
import { markPicture, markVideo } from '../metadata/mark-file.ts';
import { saysModelMadeIt } from '../metadata/xmp.ts';

const execute = promisify(execFile);
const ffmpeg = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '').path;
const address = (type: string): string => `http://cv.iptc.org/newscodes/digitalsourcetype/${type}`;

/** What exiftool reads of a file, or undefined where there is none. */
async function exiftool(file: string): Promise<Record<string, unknown> | undefined> {
  try {
    const { stdout } = await execute('exiftool', [
      '-json',
      '-G',
      '-n',
      '-DigitalSourceType',
      '-CreatorTool',
      file,
    ]);
    return (JSON.parse(stdout) as Record<string, unknown>[])[0];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

describe('how a file was made, written into it', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mark-test-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const plain = sharp({ create: { width: 64, height: 48, channels: 3, background: '#86a' } });

  for (const type of DIGITAL_SOURCE_TYPES) {
    it(`a video says ${type} and plays as before`, async function () {
      const file = join(folder, `${type}.mp4`);
      const source = ['-f', 'lavfi', '-i', 'testsrc=size=64x48:rate=10:duration=1'];
      await execute(ffmpeg, [...source, '-pix_fmt', 'yuv420p', '-movflags', '+faststart', file]);
      const frames = async (): Promise<string> =>
        (await execute(ffmpeg, ['-v', 'error', '-xerror', '-i', file, '-f', 'framemd5', '-'])).stdout;
      const before = await frames();
      await markVideo(file, type);
      expect(await frames()).to.equal(before);
      const read = await exiftool(file);
      if (read) expect(read).to.include({ 'XMP:DigitalSourceType': address(type) });
      expect(saysModelMadeIt(await readFile(file))).to.equal(type !== 'digitalCreation');
      if (!read) console.log('    exiftool is not here: the mark of the MP4 was not read by another program');
    });

    it(`a JPEG and a PNG say ${type} to other programs, with the same pixels`, async () => {
      for (const picture of [await plain.jpeg().toBuffer(), await plain.png().toBuffer()]) {
        const marked = markPicture(picture, type);
        const { xmp, format } = await sharp(marked).metadata();
        expect(xmp?.toString(), format).to.include(`DigitalSourceType="${address(type)}"`);
        expect(await sharp(marked).raw().toBuffer()).to.deep.equal(await sharp(picture).raw().toBuffer());
        const file = join(folder, `${type}.${format}`);
        await writeFile(file, marked);
        const read = await exiftool(file);
        if (read)
          expect(read).to.include({
            'XMP:DigitalSourceType': address(type),
            'XMP:CreatorTool': 'ShortFactory',
          });
        expect(saysModelMadeIt(marked)).to.equal(type !== 'digitalCreation');
      }
    });
  }

  it('a picture of another kind is not marked, and a plain one says nothing', async () => {
    expect(saysModelMadeIt(await plain.png().toBuffer())).to.equal(false);
    const webp = await plain.webp().toBuffer();
    expect(() => markPicture(webp, 'digitalCreation')).to.throw('only JPEG and PNG are marked');
  });
});
