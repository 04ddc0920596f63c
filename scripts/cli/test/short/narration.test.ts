import { readFileSync } from 'node:fs';
import { assemble } from '@shortfactory/app';
import { loadConfig } from '@shortfactory/config';
import { encodeWav } from '@shortfactory/core';
import { expect } from 'chai';
import { put, short, workplace } from '../command.ts';
import type { Workplace } from '../command.ts';

const SCENES = [
  { narration: 'Bakers knead their dough before dawn.', visual: 'a baker' },
  { narration: 'It rests for an hour in a warm room.', visual: 'dough in a bowl' },
];
const SCRIPT = { title: 'Bread', language: 'en', scenes: SCENES };

describe('npm run short: one’s own narration', () => {
  let place: Workplace;

  before(async () => {
    place = workplace();
    await put(place, 'script.json', SCRIPT);
    const { parts, close } = await assemble(loadConfig({ APP_ENV: 'local', DATA_DIR: place.dataDir }));
    const say = async (name: string, text: string): Promise<void> => {
      // Not the voice that it is compared with: nobody who records is.
      const request = { text, language: 'en', voice: 'gus' };
      const { wav } = await parts.narrator.narrate(request, new AbortController().signal);
      await put(place, name, wav);
    };
    await say('whole.wav', SCENES.map(({ narration }) => narration.replace('warm ', '')).join(' '));
    await say('other.wav', 'Rivers carry sand to the sea, where the waves sort it along the shore.');
    await close();
  });

  const refused = async (args: readonly string[], says: RegExp): Promise<void> => {
    const { code, stderr } = await short(place, args);
    expect(stderr).to.match(says);
    expect(code).to.equal(2);
  };

  it('speaks with a recording of the whole script, cut at its scenes, and says what was left out', async () => {
    const { code, stdout, stderr } = await short(place, [
      ...['--script', 'script.json', '--narration', 'whole.wav', '--out', 'x.mp4', '--json'],
    ]);
    expect(code, stderr).to.equal(0);
    const { degraded, captions } = JSON.parse(stdout) as { degraded: string[]; captions: { vtt: string } };
    expect(degraded).to.deep.equal([
      '“warm” of scene 2 was not found in the recording; captions show what is written.',
    ]);
    expect(readFileSync(captions.vtt, 'utf8')).to.match(/warm/);
  });

  it('refuses a recording of other words with the first one that was not found', () =>
    refused(
      ['--script', 'script.json', '--narration', 'other.wav'],
      /^--narration other\.wav: is not a recording of this text: the first word that was not found in it is “\w+” of scene \d\.$/m,
    ));

  it('refuses it without a script, and another number of files than of scenes', async () => {
    await refused(
      ['bread', '--narration', 'whole.wav'],
      /^--narration: Speech is not turned into text here; --script FILE with the words that are said was expected, too\.$/m,
    );
    await refused(
      ['--script', 'script.json', '--narration', 'whole.wav,other.wav,whole.wav'],
      /^--narration whole\.wav,other\.wav,whole\.wav: 3 sound files for 2 scenes; one for all of them or one a scene was expected\.$/m,
    );
  });

  it('refuses what is not sound, or not of this length', async () => {
    await put(place, 'empty.wav', '');
    await put(place, 'page.mp3', '<!doctype html>');
    for (const name of ['empty.wav', 'page.mp3']) {
      const says = new RegExp(
        `^--narration ${name}: not sound that can be read; a WAV, MP3, .* file was expected\\.$`,
        'm',
      );
      await refused(['--script', 'script.json', '--narration', name], says);
    }
    const tone = Int16Array.from({ length: 8000 * 90 }, (_, i) => 9000 * Math.sin(i / 3));
    await put(place, 'long.wav', encodeWav(tone, 8000));
    await refused(
      ['--script', 'script.json', '--narration', 'long.wav'],
      /^--narration long\.wav: is 90 s of sound, which cannot be this text: it takes about \d(\.\d)? s to say\.$/m,
    );
    await put(place, 'hours.wav', encodeWav(new Int16Array(8000 * 605).fill(900), 8000));
    await refused(
      ['--script', 'script.json', '--narration', 'hours.wav'],
      /^--narration hours\.wav: is longer than 10 minutes; one of this script's length was expected\.$/m,
    );
    await put(place, 'silent.wav', encodeWav(new Int16Array(16_000), 8000));
    await refused(
      ['--script', 'script.json', '--narration', 'silent.wav'],
      /^--narration silent\.wav: is silent; a recording of the script was expected\.$/m,
    );
  });
});
