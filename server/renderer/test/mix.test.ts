import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { audioKind, encodeWav, layTimeline } from '@shortfactory/core';
import type { MediaKind } from '@shortfactory/core';
import { expect } from 'chai';
import { Ffmpeg } from '../ffmpeg/ffmpeg.ts';
import { Fonts } from '../captions/fonts.ts';
import { NOTHING_KEPT } from './support/nothing-kept.ts';
import { Renderer } from '../renderer.ts';
import { loudnessFrom } from '../sound/audio.ts';

const execute = promisify(execFile);
const RATE = 22_050;
const [VOICE_HZ, MUSIC_HZ] = [300, 5000];

/** A tone that sounds while `on` says so. */
function tone(hz: number, seconds: number, level: number, on: (second: number) => boolean): Uint8Array {
  const samples = Int16Array.from({ length: seconds * RATE }, (_, i) =>
    on(i / RATE) ? Math.round(level * Math.sin((2 * Math.PI * hz * i) / RATE)) : 0,
  );
  return encodeWav(samples, RATE);
}

describe('the mixed sound, measured', () => {
  const ffmpeg = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '');
  const renderer = new Renderer({ ffmpeg, fonts: new Fonts(), concurrency: 2 });
  const { signal } = new AbortController();
  let folder: string;
  let mixed: string;
  let lufs: number;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mix-test-'));
    // Speaks from 0 to 2 s and from 5 to 7 s; the pause between is long enough for the music to come up.
    const speech = join(folder, 'narration.wav');
    await writeFile(
      speech,
      tone(VOICE_HZ, 7, 6000, (second) => second < 2 || second >= 5),
    );
    const music = join(folder, 'music');
    const bytes = tone(MUSIC_HZ, 3, 20_000, () => true);
    await writeFile(music, bytes);
    mixed = join(folder, 'mixed.aac');
    const timeline = layTimeline([{ audioMs: 7000, cues: [] }]);
    const bed = { file: music, kind: audioKind(bytes) as MediaKind };
    const work = { narrations: [speech], timeline, music: bed };
    const sound = await renderer.renderSound(work, NOTHING_KEPT, folder, signal);
    await writeFile(mixed, sound.stream);
    lufs = sound.loudnessLufs;
  });

  after(() => rm(folder, { recursive: true, force: true }));

  /** Mean level of the music's band over a stretch, in dB. The narration begins 150 ms in. */
  async function musicDb(from: number, to: number): Promise<number> {
    const band = `bandpass=f=${MUSIC_HZ}:width_type=h:w=200`;
    const filter = `atrim=${from}:${to},${band},${band},volumedetect`;
    const { stderr } = await execute(ffmpeg.path, [
      '-i',
      mixed,
      '-map',
      '0:a',
      '-af',
      filter,
      '-f',
      'null',
      '-',
    ]);
    const level = /mean_volume: (-?[\d.]+|-inf) dB/.exec(stderr)?.[1];
    return level === '-inf' ? -Infinity : Number(level);
  }

  it('ducks music by 6 dB or more under speech, and lets it up again in a pause', async () => {
    const [under, pause, again] = await Promise.all([musicDb(0.8, 2), musicDb(3.5, 5), musicDb(5.8, 6.3)]);
    expect(pause - under).to.be.greaterThan(6);
    expect(pause - again).to.be.greaterThan(6);
    expect(under, 'still to be heard').to.be.greaterThan(-55);
  });

  it('repeats music that is shorter than the video, without a gap', async () => {
    // Three seconds of music: its first end lies at 3 s, in the pause.
    expect(await musicDb(2.9, 3.2)).to.be.greaterThan((await musicDb(3.5, 5)) - 6);
  });

  it('has the music gone with the last picture', async () => {
    const [pause, late, last] = await Promise.all([musicDb(3.5, 5), musicDb(7.7, 7.85), musicDb(7.98, 8.05)]);
    expect(late).to.be.within(last + 6, pause);
    expect(last).to.be.lessThan(pause - 20);
  });

  it('is as loud as it says by another meter, and as the apps play, with its peaks under −1 dBTP', async () => {
    expect(lufs).to.be.closeTo(-14, 0.3);
    const meter = 'ebur128=peak=true';
    const args = ['-i', mixed, '-map', '0:a', '-af', meter, '-f', 'null', '-'];
    const { stderr } = await execute(ffmpeg.path, args);
    expect(loudnessFrom(stderr).at(-1)).to.be.closeTo(lufs, 0.2);
    expect(Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(stderr)?.[1])).to.be.below(-1);
  });
});
