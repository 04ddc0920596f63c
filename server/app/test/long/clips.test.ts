import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadConfig } from '@shortfactory/config';
import { ScriptInvalid } from '@shortfactory/core';
import type { ClipUse, Script, Short } from '@shortfactory/core';
import { createStudio, makeShort } from '@shortfactory/pipeline';
import { Ffmpeg } from '@shortfactory/renderer';
import { expect } from 'chai';
import { assemble } from '../../index.ts';
import type { Assembled } from '../../index.ts';

const execute = promisify(execFile);
const { signal } = new AbortController();

const SIZE = 'testsrc2=s=320x180:r=25';
const RED_OVER_BLUE = 'color=red:s=180x160:r=25:d=1,pad=180:320:0:0:blue';

/** Arguments of ffmpeg that make a clip, by the name of its file. */
const MADE: Readonly<Record<string, string>> = {
  'h264.mp4': `-f lavfi -i ${SIZE}:d=1 -c:v libx264`,
  'sound.mp4': `-f lavfi -i ${SIZE}:d=1 -f lavfi -i sine=f=5000:d=1 -c:v libx264 -c:a aac -shortest`,
  'quicktime.mov': `-f lavfi -i ${SIZE}:d=1 -c:v libx264`,
  'prores.mov': `-f lavfi -i ${SIZE}:d=1 -c:v prores_ks`,
  'motion-jpeg.mov': `-f lavfi -i ${SIZE}:d=1 -c:v mjpeg -pix_fmt yuvj420p`,
  'mpeg4.mp4': `-f lavfi -i ${SIZE}:d=1 -c:v mpeg4`,
  'hevc.mp4': `-f lavfi -i ${SIZE}:d=1 -c:v libx265 -x265-params log-level=error -tag:v hvc1`,
  'hevc-10-bit.mp4': `-f lavfi -i ${SIZE}:d=1 -c:v libx265 -x265-params log-level=error -pix_fmt yuv420p10le`,
  'h264-444.mp4': `-f lavfi -i ${SIZE}:d=1 -c:v libx264 -pix_fmt yuv444p`,
  'vp8.webm': `-f lavfi -i ${SIZE}:d=1 -c:v libvpx -deadline realtime`,
  'vp9.webm': `-f lavfi -i ${SIZE}:d=1 -c:v libvpx-vp9 -deadline realtime -cpu-used 8`,
  'vp9.mkv': `-f lavfi -i ${SIZE}:d=1 -c:v libvpx-vp9 -deadline realtime -cpu-used 8`,
  'moving.gif': '-f lavfi -i testsrc2=s=160x90:r=10:d=1',
  'odd-size.webm': '-f lavfi -i testsrc2=s=321x181:r=25:d=1 -c:v libvpx -deadline realtime',
  'wide-pixels.mp4': `-f lavfi -i ${SIZE}:d=1 -vf setsar=4/3 -c:v libx264`,
  'interlaced.mp4': `-f lavfi -i ${SIZE}:d=1 -vf tinterlace=interleave_top,fieldorder=tff -flags +ilme+ildct -c:v libx264`,
  'variable-rate.mp4': `-f lavfi -i ${SIZE}:d=2 -vf select='not(mod(n,3))+lt(n,20)' -vsync vfr -c:v libx264`,
  'fast-rate.mp4': '-f lavfi -i testsrc2=s=320x180:r=120:d=1 -c:v libx264',
  'upright.mp4': `-f lavfi -i ${RED_OVER_BLUE} -c:v libx264`,
  'one-frame.mp4': `-f lavfi -i ${SIZE}:d=0.04 -c:v libx264`,
  'picture.png': `-f lavfi -i ${SIZE} -frames:v 1`,
  'sound-only.mp4': '-f lavfi -i sine=d=1 -c:a aac',
  '8k.mp4': '-f lavfi -i color=gray:s=7680x4320:r=1:d=1 -c:v libx264 -preset ultrafast',
};

describe('clips that people bring along', () => {
  let folder: string;
  let assembled: Assembled;
  const files = (name: string): string => join(folder, name);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clips-test-'));
    const env = { PATH: process.env['PATH'] ?? '', FFMPEG_PATH: process.env['FFMPEG_PATH'] };
    assembled = await assemble(
      loadConfig({ ...env, APP_ENV: 'local', DATA_DIR: files('data'), SCRATCH_DIR: folder }),
    );
    const { path } = Ffmpeg.locate(env.FFMPEG_PATH, env.PATH);
    const make = async (name: string, args: string): Promise<void> => {
      await execute(path, ['-v', 'error', '-y', ...args.split(' '), files(name)]);
    };
    for (const [name, args] of Object.entries(MADE)) await make(name, args);
    // A phone stores pictures as its sensor sees them, and how they are turned.
    await make('turned.mp4', `-i ${files('upright.mp4')} -c copy -metadata:s:v:0 rotate=90`);
    const whole = await readFile(files('h264.mp4'));
    await writeFile(files('cut.mp4'), whole.subarray(0, whole.length / 2));
    await writeFile(files('noise.mp4'), Buffer.concat([whole.subarray(0, 32), Buffer.alloc(50_000, 0x5a)]));
    await writeFile(
      files('encrypted.mp4'),
      Buffer.from(whole.toString('latin1').replaceAll('avc1', 'encv'), 'latin1'),
    );
    await writeFile(
      files('unknown-codec.mp4'),
      Buffer.from(whole.toString('latin1').replaceAll('avc1', 'zzzz'), 'latin1'),
    );
    const webm = await readFile(files('vp9.webm'));
    await writeFile(files('cut.webm'), webm.subarray(0, Math.round(webm.length * 0.6)));
  });

  after(async () => {
    await assembled.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function scriptOf(name: string, clip?: ClipUse, times = 1): Promise<Script> {
    const upload = `uploads/${Buffer.from(name).toString('hex').padEnd(24, '0')}`;
    await assembled.parts.store.create(upload, { file: files(name) });
    const scene = { narration: 'One.', visual: 'a clip', upload, ...(clip ? { clip } : {}) };
    return { title: 'A clip', language: 'en', scenes: Array.from({ length: times }, () => scene) };
  }

  /** What is said of it, or nothing where it can be shown. */
  async function refusal(name: string, clip?: ClipUse): Promise<string> {
    const studio = createStudio(assembled.parts, assembled.rates);
    try {
      await studio.checkUploads(await scriptOf(name, clip), signal);
      return '';
    } catch (error) {
      if (error instanceof ScriptInvalid) return `${error.where} ${error.problem}`;
      throw error;
    }
  }

  /** Makes a square short of it, and gives each second's frame as the mean colour of its upper and its lower half. */
  async function made(name: string, clip?: ClipUse): Promise<Short> {
    const source = { script: await scriptOf(name, clip) };
    const { short } = await makeShort(assembled.parts, { source, seconds: 5, aspects: ['1:1'] }, { signal });
    return short;
  }

  async function coloursOf(short: Short, seconds: number): Promise<string> {
    const { path } = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '');
    const video = join(mkdtempSync(files('video-')), 'short.mp4');
    await assembled.parts.store.download(short.outputs[0]?.object ?? '', video);
    const raw = ['-vf', 'scale=3:3:flags=area,format=rgb24', '-f', 'rawvideo', '-frames:v', '1', '-'];
    const { stdout } = await execute(path, ['-v', 'error', '-ss', String(seconds), '-i', video, ...raw], {
      encoding: 'buffer',
    });
    rmSync(video);
    const name = (at: number): string => {
      const [red = 0, , blue = 0] = stdout.subarray(at, at + 3);
      return red > blue + 60 ? 'red' : blue > red + 60 ? 'blue' : 'neither';
    };
    // Left, right, top and bottom of the middle.
    return [9, 15, 3, 21].map(name).join(' ');
  }

  for (const name of Object.keys(MADE).filter((each) => !['sound-only.mp4', '8k.mp4'].includes(each))) {
    it(`reads ${name}`, async () => {
      expect(await refusal(name)).to.equal('');
    });
  }

  for (const [name, sentence] of [
    ['sound-only.mp4', /^\/scenes\/0\/upload has no moving picture, only sound or a cover$/],
    ['8k.mp4', /^\/scenes\/0\/upload is 7680 × 4320; clips of up to 9437184 pixels/],
    ['cut.mp4', /^\/scenes\/0\/upload begins like MP4 but cannot be read; the file is damaged or cut short$/],
    ['noise.mp4', /^\/scenes\/0\/upload begins like MP4 but cannot be read/],
    ['encrypted.mp4', /^\/scenes\/0\/upload is encrypted \(a protected copy\), which is not read$/],
    [
      'unknown-codec.mp4',
      /^\/scenes\/0\/upload .*(?:which is not read here; save it as MP4 with H\.264|no moving picture)/,
    ],
  ] as const) {
    it(`refuses ${name} in a sentence`, async () => {
      expect(await refusal(name)).to.match(sentence);
    });
  }

  it('takes what there is of a clip that was cut short and can still be played', async () => {
    expect(await refusal('cut.webm')).to.equal('');
  });

  it('says where a clip ends that is asked for from behind its end, and that a picture has no time', async () => {
    expect(await refusal('h264.mp4', { fromSeconds: 5 })).to.equal(
      '/scenes/0/clip/fromSeconds is behind the end of the clip, which is 1.0 s long',
    );
    expect(await refusal('picture.png', { speed: 2 })).to.equal(
      '/scenes/0/clip/speed is for clips; the upload is PNG, a picture',
    );
  });

  it('fills the frame or shows all of it, turned as the phone says, and says how a short clip was stretched', async () => {
    const filled = await made('turned.mp4');
    // Turned by a quarter the red upper half is on the right.
    expect(await coloursOf(filled, 0.5)).to.match(/^(?:blue red|red blue) /);
    expect(filled.degraded.join(' ')).to.match(
      /The clip of scene 1 has 1\.0 s for \d\.\d s: it is played (?:slower|again)/,
    );
    const upright = await made('upright.mp4');
    expect(await coloursOf(upright, 0.5)).to.match(/ red blue$/);
    const fit = await made('upright.mp4', { fit: 'fit' });
    expect(await coloursOf(fit, 0.5)).to.match(/ red blue$/);
    expect(fit.outputs[0]?.object).to.not.equal(upright.outputs[0]?.object);
  });

  it('shows one clip in several scenes', async () => {
    const source = { script: await scriptOf('quicktime.mov', { speed: 0.5 }, 3) };
    const { short } = await makeShort(assembled.parts, { source, seconds: 5, aspects: ['1:1'] }, { signal });
    expect(short.scenes).to.have.lengthOf(3);
  });

  it('lets its sound be heard under the voice', async () => {
    const silent = await made('sound.mp4');
    const heard = await made('sound.mp4', { sound: 'under' });
    // A tone of 5 kHz, by the share of the sound that a narrow filter passes.
    const share = async (short: Short): Promise<number> => {
      const { path } = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '');
      const video = join(mkdtempSync(files('video-')), 'short.mp4');
      await assembled.parts.store.download(short.outputs[0]?.object ?? '', video);
      const filter = 'bandpass=f=5000:width_type=h:w=20,volumedetect';
      const { stderr } = await execute(path, ['-i', video, '-af', filter, '-f', 'null', '-']);
      return Number(/mean_volume: (-?[\d.]+) dB/.exec(stderr)?.[1]);
    };
    expect(await share(heard)).to.be.greaterThan((await share(silent)) + 6);
  });

  it('makes the same short again from what is kept, and reads the clip no second time', async () => {
    const first = await made('h264.mp4', { fromSeconds: 0.2, toSeconds: 0.8, speed: 0.5 });
    const script = await scriptOf('h264.mp4', { fromSeconds: 0.2, toSeconds: 0.8, speed: 0.5 });
    await truncate(join(files('data'), script.scenes[0]?.upload ?? ''), 0);
    const again = await made('h264.mp4', { fromSeconds: 0.2, toSeconds: 0.8, speed: 0.5 });
    expect(again.outputs[0]?.object).to.equal(first.outputs[0]?.object);
  });
});
