import { expect } from 'chai';
import { put, shortJson, workplace } from '../command.ts';
import type { ShortJson } from '../command.ts';
import { readVtt } from '../on-screen.ts';
import { bandDb, loudnessLufs } from '../probe.ts';
import { plainPicture } from '../rendered.ts';
import { readFile } from 'node:fs/promises';
import { encodeWav } from '@shortfactory/core';

/** Far above a voice, so that a narrow band around it holds the music alone. */
const TONE_HZ = 9000;
const RATE = 22_050;

/** A steady tone of two seconds: shorter than the video, so it has to be repeated, and never quieter by itself. */
function tone(): Uint8Array {
  const cycle = (i: number): number => Math.sin((2 * Math.PI * TONE_HZ * i) / RATE);
  return encodeWav(
    Int16Array.from({ length: 2 * RATE }, (_, i) => Math.round(9000 * cycle(i))),
    RATE,
  );
}

describe('npm run short: music', () => {
  let report: ShortJson;
  let speech: { fromSeconds: number; toSeconds: number };

  before(async () => {
    const place = workplace();
    await put(place, 'tone.wav', tone());
    await put(place, 'plain.png', plainPicture('png', 540, 960, 160));
    await put(place, 'script.json', {
      title: 'Waves',
      language: 'en',
      scenes: [
        {
          narration: 'Waves come in all night and carry the sand along the shore.',
          visual: 'waves on a beach',
          upload: 'plain.png',
        },
      ],
    });
    report = await shortJson(place, [
      '--script',
      'script.json',
      '--music',
      'tone.wav',
      '--aspect',
      '1:1',
      '--out',
      'waves.mp4',
    ]);
    const words = readVtt(await readFile(report.captions.vtt, 'utf8')).flatMap((cue) => cue.words);
    const [first, last] = [words[0]?.startMs ?? NaN, words.at(-1)?.startMs ?? NaN];
    speech = { fromSeconds: first / 1000, toSeconds: last / 1000 };
  });

  const levelDb = (from: number, to: number): Promise<number> => bandDb(report.path, TONE_HZ, from, to);

  it('lies under speech and fades out: gone with the last picture', async () => {
    const { seconds } = report;
    const [under, late, last] = await Promise.all([
      levelDb(speech.fromSeconds + 0.6, speech.toSeconds),
      levelDb(seconds - 0.45, seconds - 0.3),
      levelDb(seconds - 0.08, seconds),
    ]);
    expect(under, 'under speech').to.be.within(-60, -25);
    expect(late, 'after it').to.be.greaterThan(last + 6);
    expect(last, 'at the end').to.be.lessThan(-60);
  });

  it('leaves the whole as loud as the apps play', async () => {
    expect(await loudnessLufs(report.path)).to.be.closeTo(-14, 1);
  });
});
