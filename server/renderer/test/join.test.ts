import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { encodeWav } from '@shortfactory/core';
import { expect } from 'chai';
import { clipPlan } from '../ffmpeg/arguments.ts';
import { Ffmpeg } from '../ffmpeg/ffmpeg.ts';
import { joinClips } from '../mp4/join.ts';
import { soundPlan } from '../sound/audio.ts';

const execute = promisify(execFile);
const [WIDTH, HEIGHT] = [64, 48];
const FRAME_BYTES = (WIDTH * HEIGHT * 3) / 2;
const FORMAT = { widthPx: WIDTH, heightPx: HEIGHT, fps: 30 };
/** Where the tone begins, a place between two blocks of AAC. */
const TONE_AT = 24_000 + 333;

describe('clips and sound that are joined', () => {
  const ffmpeg = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '');
  const { signal } = new AbortController();
  const lengths = [31, 1, 20, 8];
  const frames = lengths.reduce((sum, length) => sum + length, 0);
  let folder: string;
  let clips: string[];
  let video: string;
  let sound: Buffer;

  const shadeOf = (frame: number): number => 30 + 3 * (frame % 60);

  /** A clip with B pictures, as it is encoded where no pictures are skipped; each frame has another shade. */
  async function clip(name: string, from: number, length: number, width = WIDTH): Promise<string> {
    const file = join(folder, name);
    const { inputs, outputs, doing } = clipPlan('9:16', file);
    const [input, output] = [inputs[0], outputs[0]];
    if (!input || !output) throw new Error('a clip is made from one input');
    const options = input.options.map((option) => (option === '1080x1920' ? `${width}x${HEIGHT}` : option));
    await ffmpeg.run(
      { doing, inputs: [{ ...input, options }], outputs: [output] },
      {
        signal,
        feed: async (write) => {
          for (let n = 0; n < length; n++) {
            const picture = Buffer.alloc((FRAME_BYTES * width) / WIDTH, 128);
            await write(picture.fill(shadeOf(from + n), 0, width * HEIGHT));
          }
        },
      },
    );
    return file;
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'join-test-'));
    clips = [];
    for (const [i, length] of lengths.entries()) {
      const from = lengths.slice(0, i).reduce((sum, each) => sum + each, 0);
      clips.push(await clip(`clip-${i}.mp4`, from, length));
    }
    const samples = new Int16Array(2 * 1600 * frames);
    for (let i = 2 * TONE_AT; i < samples.length; i++)
      samples[i] = Math.round(12_000 * Math.sin((2 * Math.PI * 1000 * (i >> 1)) / 48_000));
    const [wav, aac] = [join(folder, 'tone.wav'), join(folder, 'tone.aac')];
    await writeFile(wav, encodeWav(samples, 48_000, 2));
    await ffmpeg.run(soundPlan(wav, [{ fromSample: 0, toSample: samples.length / 2, file: aac }]), {
      signal,
    });
    sound = await readFile(aac);
    video = join(folder, 'video.mp4');
    const title = 'Sjö — “a\nb” = c';
    await joinClips({ clips, sound, soundBitsPerSecond: 160_000, title, format: FORMAT }, video);
  });

  after(() => rm(folder, { recursive: true, force: true }));

  async function decoded(...options: string[]): Promise<Buffer> {
    const file = join(folder, 'decoded');
    await execute(ffmpeg.path, ['-xerror', '-v', 'error', '-y', '-i', video, ...options, file]);
    return readFile(file);
  }

  it('show every frame once, in order, also of clips with B pictures and of a single frame', async () => {
    const raw = await decoded('-map', '0:v', '-vsync', '0', '-f', 'rawvideo', '-pix_fmt', 'yuv420p');
    const shades = Array.from({ length: raw.length / FRAME_BYTES }, (_, n) => raw[n * FRAME_BYTES] ?? NaN);
    expect(shades).to.have.length(frames);
    shades.forEach((shade, n) => expect(shade, `frame ${n}`).to.be.closeTo(shadeOf(n), 2));
  });

  it('show the frame that belongs to each time', async () => {
    for (const n of [0, 30, 31, 32, 51, 52, frames - 1]) {
      const raw = await decoded(
        ...['-map', '0:v', '-ss', ((n + 0.5) / 30).toFixed(4), '-frames:v', '1'],
        ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p'],
      );
      // A decoder that seeks shows the first frame that begins at that time or later.
      expect(raw.length === 0 ? shadeOf(frames - 1) : raw[0], `frame ${n}`).to.be.closeTo(
        shadeOf(Math.min(frames - 1, n + 1)),
        2,
      );
    }
  });

  it('sound where the samples were, and as long as there are frames', async () => {
    const raw = await decoded('-map', '0:a', '-f', 's16le', '-ac', '1');
    const samples = new Int16Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length));
    expect(samples.length).to.be.within(1600 * frames, 1600 * frames + 1024);
    const first = samples.findIndex((sample) => Math.abs(sample) > 2000);
    expect(first).to.be.closeTo(TONE_AT, 40);
  });

  it('say their title and length, and can be played while they are fetched', async () => {
    const { stderr } = await execute(ffmpeg.path, ['-i', video, '-f', 'null', '-']);
    expect(stderr)
      .to.contain('Sjö — “a')
      .and.to.match(/Duration: 00:00:02\.00, start: 0\.000000/);
    expect(stderr)
      .to.match(/Video: h264 \(High\).*yuv420p\(tv, bt709\).*64x48/)
      .and.to.match(/30 fps/);
    const bytes = await readFile(video);
    expect(bytes.indexOf('moov')).to.be.below(bytes.indexOf('mdat'));
  });

  const refused: readonly [string, () => Promise<string[]>, RegExp][] = [
    ['clips of another size', async () => [...clips, await clip('wide.mp4', 0, 3, 96)], /parameter sets/],
    [
      'a clip that is cut',
      async () => {
        const cut = join(folder, 'cut.mp4');
        const bytes = await readFile(clips[0] as string);
        await writeFile(cut, bytes.subarray(0, bytes.length - 40));
        return [cut];
      },
      /cut|without/,
    ],
    [
      'what is no clip',
      async () => {
        const other = join(folder, 'other.mp4');
        await writeFile(other, sound);
        return [other];
      },
      /clip/,
    ],
  ];
  for (const [what, made, message] of refused) {
    it(`are refused with ${what}`, async () => {
      const work = { clips: await made(), sound, soundBitsPerSecond: 1, title: '', format: FORMAT };
      const fault = await joinClips(work, join(folder, 'refused.mp4')).then(
        () => undefined,
        (error: unknown) => error as Error,
      );
      expect(fault?.message).to.match(message);
    });
  }
});
