import { readFile } from 'node:fs/promises';
import { directionOf } from '@shortfactory/core';
import { expect } from 'chai';
import { put, shortJson, twoAtATime, workplace } from '../command.ts';
import type { ShortJson } from '../command.ts';
import { cueTextOf, marksAt, middles, readVtt } from '../on-screen.ts';
import type { Cue } from '../on-screen.ts';
import { streams } from '../probe.ts';
import { plainPicture } from '../rendered.ts';

/** A text of a few words each; nothing but the words says which language it is. */
const TEXTS: readonly { readonly language: string; readonly voice: string; readonly text: string }[] = [
  { language: 'en', voice: 'nora', text: 'The rain came down and the river went over its banks.' },
  { language: 'es', voice: 'lucia', text: 'La lluvia cayó y el río salió de su cauce.' },
  { language: 'de', voice: 'greta', text: 'Der Regen fiel und der Fluss trat über die Ufer.' },
  { language: 'fr', voice: 'chloe', text: 'La pluie est tombée et la rivière est sortie de son lit.' },
  { language: 'hi', voice: 'asha', text: 'बारिश हुई और नदी किनारे तोड़कर बह निकली।' },
  { language: 'ar', voice: 'layla', text: 'هطل المطر وخرج النهر من مجراه.' },
  { language: 'zh', voice: 'mei', text: '下了大雨，河水漫过了堤岸。' },
];

interface Made {
  readonly report: ShortJson;
  readonly cues: readonly Cue[];
}

describe('npm run short: languages, each from text to video', () => {
  const made = new Map<string, Made>();

  before(async () => {
    await twoAtATime(TEXTS, async ({ language, text }) => {
      const place = workplace();
      await put(place, 'plain.png', plainPicture('png', 540, 960, 20));
      const script = {
        title: text,
        language,
        scenes: [{ narration: text, visual: 'rain', upload: 'plain.png' }],
      };
      await put(place, 'script.json', script);
      const report = await shortJson(place, ['--script', 'script.json', '--aspect', '1:1']);
      made.set(language, { report, cues: readVtt(await readFile(report.captions.vtt, 'utf8')) });
    });
  });

  for (const { language, voice, text } of TEXTS) {
    describe(language, () => {
      it('is spoken by the first voice of the language, and every character of it can be drawn', () => {
        const { report } = made.get(language) as Made;
        expect(report).to.include({ language, voice });
        expect(report.degraded).to.deep.equal([]);
      });

      it('has every word in its captions, in order', () => {
        const { cues } = made.get(language) as Made;
        const joined = cues.map(cueTextOf).join(' ');
        expect(joined.replace(/\s/gu, '')).to.equal(text.replace(/\s/gu, ''));
      });

      it('marks each word on screen while it is spoken, in the direction of reading', async () => {
        const { report, cues } = made.get(language) as Made;
        const marks = await marksAt(report, cues.flatMap(middles));
        expect(marks).to.not.include(undefined);
        const forward = directionOf(text) === 'rtl' ? -1 : 1;
        let at = 0;
        for (const cue of cues) {
          for (const mark of marks.slice(at + 1, at + cue.words.length)) {
            const before = marks[at++];
            if (!mark || !before) continue;
            if (Math.abs(mark.top - before.top) < 8)
              expect((mark.left - before.left) * forward).to.be.greaterThan(0);
            else expect(mark.top).to.be.greaterThan(before.top);
          }
          at++;
        }
      });

      it('plays for as long as it says', async () => {
        const { report } = made.get(language) as Made;
        const { seconds, frames } = await streams(report.path);
        expect(seconds).to.be.closeTo(report.seconds, report.seconds * 0.02);
        expect(frames).to.equal(Math.round(report.seconds * 30));
      });
    });
  }
});
