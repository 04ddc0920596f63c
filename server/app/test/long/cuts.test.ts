import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadConfig } from '@shortfactory/config';
import type { Script, Short } from '@shortfactory/core';
import { makeShort } from '@shortfactory/pipeline';
import { Ffmpeg } from '@shortfactory/renderer';
import { expect } from 'chai';
import { assemble } from '../../index.ts';
import type { Assembled } from '../../index.ts';

const execute = promisify(execFile);
const { signal } = new AbortController();

const TONE_HZ = 5000;
/** Arguments of ffmpeg that make what is shown. */
const MADE = {
  red: '-f lavfi -i color=red:s=400x400 -frames:v 1 -f image2 -c:v png',
  blue: '-f lavfi -i color=blue:s=400x400 -frames:v 1 -f image2 -c:v png',
  magenta: '-f lavfi -i color=magenta:s=400x400 -frames:v 1 -f image2 -c:v png',
  green: `-f lavfi -i color=lime:s=400x400:r=30:d=4 -f lavfi -i sine=f=${TONE_HZ}:d=4 -c:v libx264 -c:a aac -f mp4`,
} as const;
type Name = keyof typeof MADE;

describe('a scene with cuts', () => {
  let folder: string;
  let assembled: Assembled;
  let ffmpeg: string;
  let first: Made;

  interface Made {
    readonly short: Short;
    readonly file: string;
    /** Parts that were not there before, as `compose` or `illustrate`. */
    readonly anew: readonly string[];
  }

  const nameOf = (name: Name): string => `uploads/${Buffer.from(name).toString('hex').padEnd(24, '0')}`;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuts-test-'));
    const env = { PATH: process.env['PATH'] ?? '', FFMPEG_PATH: process.env['FFMPEG_PATH'] };
    ffmpeg = Ffmpeg.locate(env.FFMPEG_PATH, env.PATH).path;
    assembled = await assemble(
      loadConfig({ ...env, APP_ENV: 'local', DATA_DIR: join(folder, 'data'), SCRATCH_DIR: folder }),
    );
    for (const [name, args] of Object.entries(MADE)) {
      const file = join(folder, name);
      await execute(ffmpeg, ['-v', 'error', ...args.split(' '), file]);
      await assembled.parts.store.create(nameOf(name as Name), { file });
    }
    first = await made('blue');
  });

  after(async () => {
    await assembled.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Red, then another picture at a word, a green clip at the next. */
  async function made(second: Name): Promise<Made> {
    const script: Script = {
      title: 'Cuts',
      language: 'en',
      scenes: [
        {
          narration: 'First we see this, then we look at that, and it moves at the end.',
          visual: 'x',
          upload: nameOf('red'),
          cuts: [
            { at: 'then', visual: 'x', upload: nameOf(second) },
            { at: 'moves', visual: 'x', upload: nameOf('green'), clip: { sound: 'under' } },
          ],
        },
        {
          narration: 'One two three.',
          visual: 'x',
          upload: nameOf('red'),
          cuts: ['two', 'three'].map((at) => ({ at, visual: 'x', upload: nameOf('red') })),
        },
      ],
    };
    const anew: string[] = [];
    const { short } = await makeShort(
      assembled.parts,
      { source: { script }, seconds: 5, aspects: ['1:1'] },
      { signal, onArtifact: (stage, found) => void (found || anew.push(stage)) },
    );
    const file = join(folder, `${second}.mp4`);
    await assembled.parts.store.download(short.outputs[0]?.object ?? '', file);
    return { short, file, anew };
  }

  /** The colour over the captions and the share of white in them, of every frame. */
  async function framesOf(file: string): Promise<{ readonly colour: string; readonly white: boolean }[]> {
    const raw = ['-vf', 'scale=90:90:flags=area,format=rgb24', '-f', 'rawvideo', '-'];
    const { stdout } = await execute(ffmpeg, ['-v', 'error', '-i', file, ...raw], {
      encoding: 'buffer',
      maxBuffer: 2 ** 28,
    });
    const bytes = 90 * 90 * 3;
    return Array.from({ length: stdout.length / bytes }, (_, i) => {
      const frame = stdout.subarray(i * bytes, (i + 1) * bytes);
      const colour = [0, 1, 2].map((channel) => ((frame[channel] ?? 0) > 128 ? 'RGB'[channel] : '')).join('');
      const isWhite = (at: number): boolean => [0, 1, 2].every((channel) => (frame[at + channel] ?? 0) > 190);
      const white = Array.from({ length: 90 * 90 }, (_each, at) => isWhite(3 * at)).filter(Boolean).length;
      return { colour, white: white > 20 };
    });
  }

  /** The frame at which a word is heard, as the caption file says it. */
  async function frameOf(word: string): Promise<number> {
    const vtt = Buffer.from((await assembled.parts.store.read(first.short.captions.vtt)) ?? []).toString();
    const [, minutes, seconds] =
      new RegExp(`(\\d\\d):(\\d\\d\\.\\d{3})(?: -->.*\\n|>)${word}`).exec(vtt) ?? [];
    return Math.round((Number(minutes) * 60 + Number(seconds)) * 30);
  }

  it('shows another picture from the frame of the word on, under captions that run on', async () => {
    const frames = await framesOf(first.file);
    for (const [word, colours] of [
      ['then', ['R', 'B']],
      ['moves', ['B', 'G']],
    ] as const) {
      const at = await frameOf(word);
      expect([frames[at - 1]?.colour, frames[at]?.colour], word).to.deep.equal(colours);
      expect([frames[at - 1]?.white, frames[at]?.white], word).to.deep.equal([true, true]);
    }
    const changes = frames.filter(({ colour }, i) => i > 0 && colour !== frames[i - 1]?.colour).length;
    // Two cuts, and the scene after them comes in over the clip.
    expect(changes).to.be.within(3, 4);
  });

  it('says where words follow one another too fast for their pictures', () => {
    expect(first.short.degraded).to.have.length(1);
    expect(first.short.degraded[0]).to.match(
      /^Scene 2 cuts 0\.\d s after “three” is said, so that each picture is seen for long enough\.$/,
    );
  });

  it('lets a clip be heard while it is seen, and not before', async () => {
    const at = (await frameOf('moves')) / 30;
    const loudness = async (from: number): Promise<number> => {
      const filter = `bandpass=f=${TONE_HZ}:width_type=h:w=20,volumedetect`;
      const part = ['-ss', from.toFixed(3), '-t', '0.4', '-i', first.file];
      const { stderr } = await execute(ffmpeg, [...part, '-af', filter, '-f', 'null', '-']);
      return Number(/mean_volume: (-?[\d.]+) dB/.exec(stderr)?.[1]);
    };
    expect(await loudness(at + 0.2)).to.be.greaterThan((await loudness(at - 0.5)) + 10);
  });

  it('makes nothing anew but a picture that is replaced and the file that holds it', async () => {
    const { anew, file } = await made('magenta');
    expect(anew).to.deep.equal(['illustrate', 'compose', 'compose']);
    const at = await frameOf('then');
    const frames = await framesOf(file);
    expect([frames[at - 1]?.colour, frames[at]?.colour]).to.deep.equal(['R', 'RB']);
  });
});
