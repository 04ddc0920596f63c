import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CAPTION_STYLES, FRAME_PX, contrastOverMost } from '@shortfactory/core';
import { expect } from 'chai';
import { coloursUnder } from '../captions/colours-under.ts';
import { ClipFramesReader } from '../clips/clip-frames-reader.ts';
import { inspectClip, lookAt } from '../clips/look.ts';
import { takePlan } from '../clips/clip-plans.ts';
import type { ClipFile } from '../clips/clip-plans.ts';
import { Ffmpeg } from '../ffmpeg/ffmpeg.ts';
import type { ScaledPicture } from '../frames/clip-frames.ts';
import { ScaledPictures } from '../frames/scaled-pictures.ts';

const { signal } = new AbortController();
const ASPECT = '9:16';
const { outline: _outline, ...BARE_LETTERS } = CAPTION_STYLES.outline;

describe('photos and clips of others', () => {
  const ffmpeg = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '');
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'grade-'));
    for (const made of ['-frames:v 1 photo.png', '-c:v libx264 -pix_fmt yuv420p clip.mp4']) {
      const film = `-v error -f lavfi -i color=c=0xC08040:s=540x960:r=30:d=0.2 ${made}`.split(' ');
      await promisify(execFile)(ffmpeg.path, film, { cwd: folder });
    }
  });
  after(() => rm(folder, { recursive: true }));

  const photo = (graded: { graded?: true }): Promise<ScaledPicture> =>
    new ScaledPictures(ffmpeg, folder, signal).of(
      { file: join(folder, 'photo.png'), mediaType: 'image/png', widthPx: 540, heightPx: 960 },
      { focus: { x: 0.5, y: 0.5 }, ...graded },
      ASPECT,
    );
  const clip = async (graded: { graded?: true }): Promise<ScaledPicture> => {
    const from = (await inspectClip(join(folder, 'clip.mp4'))) as ClipFile;
    const facts = await lookAt(ffmpeg, from, 0, join(folder, 'still.jpg'), signal);
    const file = join(folder, `taken-${String(graded.graded)}.mp4`);
    await ffmpeg.run(takePlan(from, facts, graded, ASPECT, 0.1, file), { signal });
    const frames = new ClipFramesReader(ffmpeg, file, ASPECT, signal);
    const pixels = Uint8Array.from(await frames.frame(1));
    await frames.close();
    return { ...FRAME_PX[ASPECT], pixels };
  };

  for (const [what, shown] of Object.entries({ photos: photo, clips: clip })) {
    it(`are darker in the corners and of the same hue, captions as readable: ${what}`, async () => {
      const [before, after] = [await shown({}), await shown({ graded: true })];
      const middle = at(after, 0.5, 0.5);
      const light = ({ luma }: ReturnType<typeof at>): number => luma - 16;
      for (const [x, y] of [
        [0.01, 0.01],
        [0.99, 0.01],
        [0.01, 0.99],
        [0.99, 0.99],
      ] as const)
        expect(light(at(after, x, y)) / light(middle)).to.be.within(0.75, 0.85);
      expect(light(at(after, 0.25, 0.5)) / light(middle), 'beside the middle').to.be.greaterThan(0.95);
      const flat = at(before, 0.5, 0.5);
      expect(light(middle) / light(flat)).to.be.within(0.95, 1.02);
      expect(Math.abs(middle.hue - flat.hue), 'degrees').to.be.lessThan(2);
      const ratio = (picture: ScaledPicture): number =>
        contrastOverMost(BARE_LETTERS, coloursUnder(picture, ASPECT, BARE_LETTERS));
      expect(ratio(after)).to.be.at.least(ratio(before));
    });
  }
});

/** The mean of some pixels around a place in shares of the picture. */
function at({ widthPx, heightPx, pixels }: ScaledPicture, x: number, y: number) {
  const full = widthPx * heightPx;
  const mean = (plane: number, width: number, height: number): number => {
    const [left, top] = [Math.round(x * (width - 9)), Math.round(y * (height - 9))];
    const rows = Array.from({ length: 8 }, (_, row) => plane + (top + row) * width + left);
    return rows.flatMap((from) => [...pixels.subarray(from, from + 8)]).reduce((a, b) => a + b, 0) / 64;
  };
  const [u, v] = [full, full * 1.25].map((plane) => mean(plane, widthPx / 2, heightPx / 2) - 128) as [
    number,
    number,
  ];
  return { luma: mean(0, widthPx, heightPx), hue: (Math.atan2(v, u) * 180) / Math.PI };
}
