import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { FPS, audioKind, encodeWav, layTimeline } from '@shortfactory/core';
import type { MediaKind } from '@shortfactory/core';
import { expect } from 'chai';
import { ClipFramesReader } from '../../clips/clip-frames-reader.ts';
import { clipPlan, posterPlan, scalePlan, scaledSize } from '../../ffmpeg/arguments.ts';
import { everyPlan } from '../../ffmpeg/every-plan.ts';
import { inWords } from '../../ffmpeg/ffmpeg-about.ts';
import { inspectImage } from '../../ffmpeg/inspect.ts';
import { Fonts } from '../../captions/fonts.ts';
import { NOTHING_KEPT } from '../support/nothing-kept.ts';
import { Renderer } from '../../renderer.ts';
import { ffmpegVersions } from '@shortfactory/testing/support/ffmpeg-versions';
import type { Ffmpeg } from '../../ffmpeg/ffmpeg.ts';

const [WIDTH, HEIGHT] = [1080, 1920];
const FRAMES = 4;
const PATCHES = ['#e02020', '#20c040', '#2040e0', '#f0d020', '#20d0d0', '#c030c0', '#808080', '#f0f0f0'];
const [COLUMNS, ROWS] = [2, 4];
const { signal } = new AbortController();

type Three = readonly [number, number, number];

const rgbOf = (hex: string): Three => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as never;

/** BT.709, limited range. */
function yuvOf(hex: string): Three {
  const [r, g, b] = rgbOf(hex).map((value) => value / 255) as unknown as Three;
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return [16 + 219 * y, 128 + (224 * (b - y)) / 1.8556, 128 + (224 * (r - y)) / 1.5748];
}

const middle = (patch: number, width: number, height: number): { x: number; y: number } => ({
  x: Math.floor(((patch % COLUMNS) + 0.5) * (width / COLUMNS)),
  y: Math.floor((Math.floor(patch / COLUMNS) + 0.5) * (height / ROWS)),
});

/** How far the patches of a yuv420p frame are off, at the worst. */
function worstYuv(frame: Uint8Array, width: number, height: number): number {
  const luma = width * height;
  return Math.max(
    ...PATCHES.flatMap((hex, patch) => {
      const { x, y } = middle(patch, width, height);
      const chroma = (y >> 1) * (width / 2) + (x >> 1);
      const found = [frame[y * width + x], frame[luma + chroma], frame[luma + luma / 4 + chroma]];
      return yuvOf(hex).map((wanted, i) => Math.abs(wanted - (found[i] ?? NaN)));
    }),
  );
}

function patchesAsRgb(): Canvas {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  PATCHES.forEach((hex, patch) => {
    context.fillStyle = hex;
    const [w, h] = [WIDTH / COLUMNS, HEIGHT / ROWS];
    context.fillRect((patch % COLUMNS) * w, Math.floor(patch / COLUMNS) * h, w, h);
  });
  return canvas;
}

/** The same as the encoder is fed it. */
function patchesAsYuv(): Buffer {
  const planes = [
    { width: WIDTH, height: HEIGHT },
    { width: WIDTH / 2, height: HEIGHT / 2 },
    { width: WIDTH / 2, height: HEIGHT / 2 },
  ].map(({ width, height }, plane) => {
    const pixels = Buffer.alloc(width * height);
    for (let y = 0; y < height; y++) {
      for (let column = 0; column < COLUMNS; column++) {
        const hex = PATCHES[Math.floor((y * ROWS) / height) * COLUMNS + column] as string;
        const from = y * width + (column * width) / COLUMNS;
        pixels.fill(Math.round(yuvOf(hex)[plane] as number), from, from + width / COLUMNS);
      }
    }
    return pixels;
  });
  return Buffer.concat(planes);
}

describe('the plans, by every ffmpeg that is here', () => {
  const found: { readonly ffmpeg: Ffmpeg; readonly renderer: Renderer; readonly name: string }[] = [];
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'versions-'));
    let newest = 0;
    for (const ffmpeg of ffmpegVersions()) {
      const about = await ffmpeg.check();
      newest = Math.max(newest, about.codec[0] ?? 0);
      const renderer = new Renderer({ ffmpeg, fonts: new Fonts(), concurrency: 1 });
      found.push({ ffmpeg, renderer, name: inWords(about) });
    }
    console.log(`    tried: ${found.map(({ name }) => name).join(', ')}`);
    // libavcodec 61 is of ffmpeg 7.
    if (newest < 61) console.log('    no ffmpeg of 7 or newer is here (.ci/ffmpeg-versions fetches one)');
  });

  after(() => rm(folder, { recursive: true, force: true }));

  const file = (name: string): string => join(folder, name);

  it('have no option that one of them does not know', async () => {
    for (const { ffmpeg, name } of found)
      for (const plan of everyPlan()) {
        // Options are read before files are opened, and of these there is none.
        const inputs = plan.inputs.map((input) => ({ ...input, source: `file:${file('nothing')}` }));
        const outputs = plan.outputs.map((output) => ({ ...output, file: `file:${file('nowhere/at-all')}` }));
        const failure: unknown = await ffmpeg.run({ ...plan, inputs, outputs }, { signal }).then(
          () => 'it was done',
          (error: unknown) => error,
        );
        expect(inspect(failure), `${plan.doing}, by ${name}`).to.include('No such file');
      }
  });

  it('show a clip frame by frame, from any of them on', async () => {
    const luma = (frame: number): number => 40 + 2 * frame;
    for (const { ffmpeg, name } of found) {
      const clip = file('frames.mp4');
      await ffmpeg.run(clipPlan('9:16', clip), {
        signal,
        feed: async (write) => {
          for (let i = 0; i < 80; i++) await write(Buffer.alloc((WIDTH * HEIGHT * 3) / 2, luma(i)));
        },
      });
      const reader = new ClipFramesReader(ffmpeg, clip, '9:16', signal);
      for (const frame of [0, 1, 2, 70, 79, 31, 32])
        expect((await reader.frame(frame))[WIDTH * 900 + 500], `${frame}, by ${name}`).to.be.closeTo(
          luma(frame),
          1,
        );
      const behind: unknown = await reader.frame(80).catch((error: unknown) => error);
      expect(behind).to.have.property('message', 'A clip ended before its frame 80.');
      await reader.close();
    }
  });

  it('read a picture with the same colours', async () => {
    const canvas = patchesAsRgb();
    const { widthPx, heightPx } = scaledSize('9:16');
    for (const bytes of [canvas.toBuffer('image/png'), canvas.toBuffer('image/jpeg', 95)]) {
      await writeFile(file('picture'), bytes);
      const image = await inspectImage(file('picture'), { widthPx: WIDTH, heightPx: HEIGHT });
      for (const { ffmpeg, name } of found) {
        await ffmpeg.run(scalePlan(image, { x: 0.5, y: 0.5 }, '9:16', file('scaled')), { signal });
        expect(worstYuv(await readFile(file('scaled')), widthPx, heightPx), name).to.be.below(2);
      }
    }
  });

  it('encode the same colours, whichever of them decodes, and write the poster in them', async () => {
    const frame = patchesAsYuv();
    for (const { ffmpeg, name } of found) {
      const clip = file('clip.mp4');
      await ffmpeg.run(clipPlan('9:16', clip), {
        signal,
        feed: async (write) => {
          for (let i = 0; i < FRAMES; i++) await write(frame);
        },
      });
      for (const reader of found) {
        await reader.ffmpeg.run(
          {
            doing: 'decode a frame',
            inputs: [{ options: ['-f', 'mov'], source: `file:${clip}` }],
            outputs: [{ options: ['-frames:v', '1', '-f', 'rawvideo'], file: `file:${file('frame')}` }],
          },
          { signal },
        );
        const off = worstYuv(await readFile(file('frame')), WIDTH, HEIGHT);
        expect(off, `encoded by ${name}, decoded by ${reader.name}`).to.be.below(2);
      }
      await ffmpeg.run(posterPlan('9:16', file('poster.jpg')), { signal, feed: (write) => write(frame) });
      const canvas = createCanvas(WIDTH, HEIGHT);
      const context = canvas.getContext('2d');
      context.drawImage(await loadImage(file('poster.jpg')), 0, 0);
      PATCHES.forEach((hex, patch) => {
        const { x, y } = middle(patch, WIDTH, HEIGHT);
        const { data } = context.getImageData(x, y, 1, 1);
        rgbOf(hex).forEach((wanted, i) =>
          expect(data[i], `poster by ${name}, ${hex}`).to.be.within(wanted - 6, wanted + 6),
        );
      });
    }
  });

  it('mix the same sound, join the clips, and read them to the end', async () => {
    const tone = (hz: number, level: number): Uint8Array =>
      encodeWav(
        Int16Array.from({ length: 11_025 }, (_, i) => level * Math.sin((2 * Math.PI * hz * i) / 22_050)),
        22_050,
      );
    await writeFile(file('narration.wav'), tone(300, 6000));
    await writeFile(file('music'), tone(3000, 15_000));
    const music = { file: file('music'), kind: audioKind(tone(1, 1)) as MediaKind };
    const timeline = layTimeline([{ audioMs: 500, cues: [] }]);
    const frames = Math.round(timeline.seconds * FPS);
    const loudness: number[] = [];
    for (const { ffmpeg, renderer, name } of found) {
      const [narration, sound] = [file('narration.wav'), file('sound.aac')];
      const work = { narrations: [narration], timeline, music };
      const { stream, loudnessLufs } = await renderer.renderSound(work, NOTHING_KEPT, folder, signal);
      loudness.push(loudnessLufs);
      await writeFile(sound, stream);
      await ffmpeg.run(clipPlan('9:16', file('part.mp4')), {
        signal,
        feed: async (write) => {
          for (let i = 0; i < frames; i++) await write(Buffer.alloc((WIDTH * HEIGHT * 3) / 2, 100));
        },
      });
      await renderer.join([file('part.mp4')], sound, 'A title', '9:16', file('video.mp4'));
      for (const reader of found) await reader.renderer.probe(file('video.mp4'), timeline.seconds, signal);
      expect((await readFile(file('video.mp4'))).includes('A title'), name).to.equal(true);
    }
    expect(Math.max(...loudness) - Math.min(...loudness)).to.be.below(0.3);
  });
});
