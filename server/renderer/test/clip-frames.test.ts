import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FPS, layTimeline } from '@shortfactory/core';
import type { CaptionCue } from '@shortfactory/core';
import { expect } from 'chai';
import { scaledSize } from '../ffmpeg/arguments.ts';
import type { FfmpegPlan } from '../ffmpeg/arguments.ts';
import { Ffmpeg } from '../ffmpeg/ffmpeg.ts';
import type { RunOptions } from '../ffmpeg/ffmpeg.ts';
import type { ImageFile } from '../ffmpeg/inspect.ts';
import { MOVES } from '../frames/camera.ts';
import { paintCaptions } from '../captions/caption-painter.ts';
import { drawClip } from '../frames/clip-frames.ts';
import type { ScaledPicture } from '../frames/clip-frames.ts';
import { planClips } from '../frames/clip-plan.ts';
import type { ClipPlan } from '../frames/clip-plan.ts';
import { Fonts } from '../captions/fonts.ts';
import { SKIPPING } from '../frames/skipping.ts';
import { Kernel } from '../kernel/kernel.ts';
import { Renderer } from '../renderer.ts';

const [WIDTH, HEIGHT] = [1080, 1920];
const PAPER = 16;

/** A scaled picture of one colour. */
function plain(luma: number): ScaledPicture {
  const size = scaledSize('9:16');
  const pixels = new Uint8Array(size.widthPx * size.heightPx * 1.5).fill(128);
  pixels.fill(luma, 0, size.widthPx * size.heightPx);
  return { ...size, pixels };
}

/** A grid of soft dots, so that their middles can be measured far below a pixel. */
function grid(): ScaledPicture {
  const { widthPx, heightPx, pixels } = plain(PAPER);
  const [pitch, reach, sigma] = [190, 24, 6];
  for (let middleY = 120; middleY < heightPx - reach; middleY += pitch) {
    for (let middleX = 105; middleX < widthPx - reach; middleX += pitch) {
      for (let y = middleY - reach; y <= middleY + reach; y++) {
        for (let x = middleX - reach; x <= middleX + reach; x++) {
          const far = (x - middleX) ** 2 + (y - middleY) ** 2;
          pixels[y * widthPx + x] = Math.round(PAPER + 215 * Math.exp(-far / (2 * sigma * sigma)));
        }
      }
    }
  }
  return { widthPx, heightPx, pixels };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const REACH = 26;

/** The middle of the ink around a place. Squared, so that rounding to whole levels far from the middle weighs little. */
function middle(frame: Uint8Array, near: Point): Point {
  let [mass, sumX, sumY] = [0, 0, 0];
  for (let y = Math.round(near.y) - REACH; y <= Math.round(near.y) + REACH; y++) {
    for (let x = Math.round(near.x) - REACH; x <= Math.round(near.x) + REACH; x++) {
      const ink = ((frame[y * WIDTH + x] ?? PAPER) - PAPER) ** 2;
      mass += ink;
      sumX += ink * x;
      sumY += ink * y;
    }
  }
  return { x: sumX / mass, y: sumY / mass };
}

/** Dots that lie wholly in a frame, far enough from its edges to stay there for some seconds. */
function findDots(frame: Uint8Array): Point[] {
  const dots: Point[] = [];
  const margin = REACH + 140;
  for (let y = margin; y < HEIGHT - margin; y++) {
    for (let x = margin; x < WIDTH - margin; x++) {
      if ((frame[y * WIDTH + x] ?? 0) < 200) continue;
      if (dots.some((dot) => Math.hypot(dot.x - x, dot.y - y) < 60)) continue;
      dots.push(middle(frame, middle(frame, { x, y })));
    }
  }
  return dots;
}

/** Of a scene on which the camera is measured. */
const FRAMES = 138;

function scene(seed: number, seconds: number): ClipPlan[] {
  // A first scene begins 150 ms before its speech, a last one ends 900 ms after it.
  const timeline = layTimeline([{ audioMs: seconds * 1000 - 1050, cues: [] }]);
  return planClips(timeline, [{ image: 'grid', focus: { x: 0.42, y: 0.55 } }], [seed], '9:16');
}

const IMAGE: ImageFile = { file: 'unused', mediaType: 'image/png', widthPx: 1, heightPx: 1 };
const { signal } = new AbortController();

/** The places of every dot in each frame, from those of the first. */
class Tracks {
  readonly all: Point[][] = [];

  add(frame: Uint8Array): void {
    if (this.all.length === 0) this.all.push(...findDots(frame).map((dot) => [dot]));
    else for (const track of this.all) track.push(middle(frame, track.at(-1) as Point));
  }
}

/** How much a point's pace changes from each frame to the next, in px/frame², x and y apart. */
function bends(track: readonly Point[]): number[] {
  return track.slice(1, -1).flatMap((b, i) => {
    const [a, c] = [track[i] as Point, track[i + 2] as Point];
    return [Math.abs(a.x - 2 * b.x + c.x), Math.abs(a.y - 2 * b.y + c.y)];
  });
}

describe('Ken Burns, measured on frames of a grid', () => {
  const picture = grid();
  const kernel = new Kernel();
  const figures: string[] = [];
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ken-burns-'));
  });

  MOVES.forEach((move, seed) => {
    it(`“${move}” moves every dot evenly as it is drawn: second difference of its place at most 0.05 px a frame²`, async () => {
      const tracks = new Tracks();
      for (const plan of scene(seed, FRAMES / FPS)) {
        await drawClip(plan, { picture, captions: [] }, kernel, async (frame) => tracks.add(frame));
      }
      expect(tracks.all).to.have.length.at.least(20);
      const travelled = tracks.all.map((track) => {
        expect(track).to.have.length(FRAMES);
        const [from, to] = [track[0] as Point, track.at(-1) as Point];
        return Math.hypot(to.x - from.x, to.y - from.y);
      });
      expect(Math.max(...travelled), 'the picture moves').to.be.above(30);
      const largest = Math.max(...tracks.all.flatMap(bends));
      figures.push(`${move} ${largest.toFixed(4)}`);
      expect(largest).to.be.at.most(0.05);
    });
  });

  for (const seed of [0, 1]) {
    it(`“${MOVES[seed]}” moves as evenly as it is decoded, skipped pictures included`, async () => {
      const ffmpeg = Ffmpeg.locate(undefined, '');
      // A plate as ffmpeg would have scaled it is what the renderer is given.
      const given = Object.assign(Object.create(ffmpeg) as Ffmpeg, {
        run: async (plan: FfmpegPlan, options: RunOptions) =>
          plan.doing === 'read a picture'
            ? writeFile((plan.outputs[0]?.file ?? '').slice('file:'.length), picture.pixels).then(() => '')
            : ffmpeg.run(plan, options),
      });
      const renderer = new Renderer({ ffmpeg: given, fonts: new Fonts(), concurrency: 1, skip: true });
      const plans = scene(seed, FRAMES / FPS);
      const jobs = plans.map((plan, i) => ({
        plan,
        language: 'en',
        image: IMAGE,
        file: join(folder, `${seed}-${i}.mp4`),
        skipping: SKIPPING,
      }));
      let coded = 0;
      await renderer.renderClips(
        jobs,
        renderer.scaledPictures(folder, signal),
        signal,
        () => (coded += 1),
        async () => undefined,
      );
      const tracks = new Tracks();
      for (const { file } of jobs) for (const frame of await decoded(ffmpeg, file)) tracks.add(frame);
      const frames = tracks.all[0]?.length ?? 0;
      expect(frames).to.equal(FRAMES);
      // Of the picture as a whole: what is left of each dot by itself is the codec's, and no motion.
      const whole = Array.from({ length: frames }, (_, i) =>
        mean(tracks.all.map((track) => track[i] as Point)),
      );
      const largest = Math.max(...bends(whole));
      figures.push(`${MOVES[seed]} decoded ${largest.toFixed(4)}`);
      expect(largest).to.be.at.most(0.05);
    });
  }

  after(async () => {
    await rm(folder, { recursive: true, force: true });
    console.log(`    Ken Burns, largest second difference in px/frame²: ${figures.join(', ')}`);
  });
});

function mean(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

async function decoded(ffmpeg: Ffmpeg, file: string): Promise<Buffer[]> {
  const raw = `${file}.yuv`;
  const options = ['-map', '0:v', '-f', 'rawvideo', '-pix_fmt', 'yuv420p'];
  const inputs = [{ options: ['-f', 'mov'], source: `file:${file}` }];
  await ffmpeg.run(
    { doing: 'decode a clip', inputs, outputs: [{ options, file: `file:${raw}` }] },
    { signal },
  );
  const [pixels, bytes] = [await readFile(raw), WIDTH * HEIGHT * 1.5];
  await rm(raw);
  return Array.from({ length: pixels.length / bytes }, (_, i) => pixels.subarray(i * bytes, (i + 1) * bytes));
}

describe('drawClip', () => {
  const [dark, light] = [plain(40), plain(200)];
  const pictures = ['a', 'b'].map((image) => ({ image, focus: { x: 0.5, y: 0.5 } }));
  const cue: CaptionCue = {
    startMs: 400,
    endMs: 900,
    words: [{ text: 'Hearts', startMs: 400, endMs: 600, spaced: false }],
  };

  /** The second scene of two, its frames one a number. */
  function second(seed: number, cues: readonly CaptionCue[] = []): ClipPlan {
    const timeline = layTimeline([
      { audioMs: 1000, cues: [] },
      { audioMs: 1000, cues },
    ]);
    return planClips(timeline, pictures, [1, seed], '9:16').find(({ before }) => before) as ClipPlan;
  }

  async function frames<T>(
    plan: ClipPlan,
    look: (frame: Buffer) => T,
    captions: Parameters<typeof drawClip>[1]['captions'] = [],
  ): Promise<T[]> {
    const seen: T[] = [];
    await drawClip(plan, { picture: light, before: dark, captions }, new Kernel(), async (frame) => {
      seen.push(look(frame));
    });
    return seen;
  }

  it('gives every frame of its plan, whole', async () => {
    const plan = second(4);
    const sizes = await frames(plan, (frame) => frame.length);
    expect(sizes).to.have.length(plan.toFrame - plan.fromFrame);
    expect(new Set(sizes)).to.deep.equal(new Set([WIDTH * HEIGHT * 1.5]));
  });

  it('fades from the picture before, brighter with every frame, and is through when speech begins', async () => {
    const luma = await frames(second(4), (frame) => frame[WIDTH * 900 + 500] ?? 0);
    expect(luma[0]).to.be.within(41, 60);
    for (let i = 1; i < 9; i++) expect(luma[i]).to.be.above(luma[i - 1] ?? 255);
    for (const after of luma.slice(9)) expect(after).to.equal(200);
  });

  it('pushes the picture before out to the left', async () => {
    const rows = await frames(second(3), (frame) =>
      Uint8Array.from(frame.subarray(WIDTH * 900, WIDTH * 901)),
    );
    let edge = WIDTH;
    for (const row of rows.slice(0, 9)) {
      const next = row.indexOf(200);
      expect(next).to.be.within(1, edge - 1);
      expect(row.subarray(next).every((value) => value === 200)).to.equal(true);
      expect(row.subarray(0, next).every((value) => value === 40)).to.equal(true);
      edge = next;
    }
    expect(rows[9]?.every((value) => value === 200)).to.equal(true);
  });

  it('shows a caption and its mark while they are due, and nothing of them before and after', async () => {
    const layers = await paintCaptions([cue], 'en', '9:16', new Fonts());
    const [words] = layers;
    if (!words) throw new Error('nothing was painted');
    const bare = await frames(second(4), lumaOf);
    const shown = await frames(second(4), lumaOf, layers);
    const differs = shown.map((value, i) => value !== bare[i]);
    expect(differs).to.deep.equal(differs.map((_, frame) => frame >= 12 && frame < 27));
    // While the word is spoken its block covers it: brighter than ink on the light picture alone.
    expect(new Set(shown.slice(12, 18)).size).to.equal(1);
    expect(shown[18]).not.to.equal(shown[17]);

    function lumaOf(frame: Buffer): number {
      let sum = 0;
      for (let y = 1300; y < 1640; y++) for (let x = 0; x < WIDTH; x++) sum += frame[y * WIDTH + x] ?? 0;
      return sum;
    }
  });

  it('draws on only when its writer has taken a frame', async () => {
    let [begun, held] = [0, 0];
    await drawClip(second(4), { picture: light, before: dark, captions: [] }, new Kernel(), async (frame) => {
      begun += 1;
      held += 1;
      const copy = Buffer.from(frame);
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (Buffer.compare(copy, frame) !== 0) throw new Error('a frame was drawn over while it was written');
      held -= 1;
      expect(held).to.be.at.most(3);
    });
    expect(begun).to.be.above(20);
  });

  it('rejects with the writer’s fault and draws no further', async () => {
    let writes = 0;
    const fault = new Error('the pipe is closed');
    const drawing = drawClip(
      second(4),
      { picture: light, before: dark, captions: [] },
      new Kernel(),
      async () => {
        writes += 1;
        if (writes === 3) throw fault;
      },
    );
    expect(await drawing.catch((error: unknown) => error)).to.equal(fault);
    expect(writes).to.be.at.most(6);
  });
});

describe('drawn frames whose encoder has died', () => {
  it('fails once, with the first reason, when every write that is under way fails', async () => {
    const stray: unknown[] = [];
    const note = (reason: unknown): void => void stray.push(reason);
    process.on('unhandledRejection', note);
    try {
      const [plan] = scene(1, 2);
      const writes: Promise<void>[] = [];
      const caught: unknown = await drawClip(
        plan as ClipPlan,
        { picture: plain(PAPER), captions: [] },
        new Kernel(),
        () => {
          const after = writes.length * 20;
          const write = new Promise<void>((_, reject) =>
            setTimeout(() => reject(new Error(`write ${after} failed`)), 5 + after),
          );
          writes.push(write);
          return write;
        },
      ).catch((error: unknown) => error);
      expect(caught).to.be.instanceOf(Error).with.property('message', 'write 0 failed');
      expect(writes, 'nothing is drawn for a dead encoder').to.have.length(2);
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(stray).to.deep.equal([]);
    } finally {
      process.off('unhandledRejection', note);
    }
  });
});
