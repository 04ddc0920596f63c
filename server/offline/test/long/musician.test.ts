import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { TRACK_IDS } from '@shortfactory/core';
import { Ffmpeg } from '@shortfactory/renderer';
import { expect } from 'chai';
import { OfflineMusician } from '../../index.ts';

const execute = promisify(execFile);
const { path: ffmpeg } = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '');
const { signal } = new AbortController();
const RATE = 44_100;

/** Both channels of a WAV that the musician wrote, from -1 to 1. */
function samplesOf(wav: Uint8Array): [left: Float64Array, right: Float64Array] {
  const bytes = Buffer.from(wav);
  const count = (bytes.length - 44) / 4;
  const of = (channel: 0 | 1): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => bytes.readInt16LE(44 + 4 * i + 2 * channel) / 32_768);
  return [of(0), of(1)];
}

describe('each track of the music shelf', function () {
  this.timeout(60_000);
  const musician = new OfflineMusician();
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'musician-test-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const track of TRACK_IDS) {
    it(`${track} is a bed of −20 LUFS without a clipped sample, whose end leads to its beginning`, async () => {
      const wav = await musician.play(track, signal);
      const [left, right] = samplesOf(wav);
      const about = musician.tracks.find(({ id }) => id === track);
      expect(left.length / RATE).to.be.closeTo(about?.seconds ?? 0, 1e-3);
      for (const channel of [left, right]) {
        const peak = channel.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        expect(peak).to.be.within(0.05, 0.9);
        // At the seam it moves no more than it does elsewhere: there is no click.
        const steps = channel.map((value, i) => Math.abs(value - (channel.at(i - 1) as number)));
        const seam = steps[0] as number;
        expect(seam).to.be.at.most(steps.slice(1).sort().at(-51) as number);
      }
      const file = join(folder, `${track}.wav`);
      await writeFile(file, wav);
      const heard = ['-stream_loop', '1', '-i', file, '-filter:a', 'ebur128', '-f', 'null', '-'];
      const { stderr } = await execute(ffmpeg, ['-hide_banner', '-nostdin', ...heard]);
      const lufs = [...stderr.matchAll(/^\s+I:\s+(-?[\d.]+) LUFS/gm)].map((match) => Number(match[1])).at(-1);
      expect(lufs).to.be.closeTo(-20, 1.5);
    });
  }
});
