import { OFFLINE_LANGUAGES, layTimeline, readWavHeader, voiceFor } from '@shortfactory/core';
import type { OfflineLanguage } from '@shortfactory/core';
import { expect } from 'chai';
import { OfflineNarrator } from '../../narrator/index.ts';
import { HANDBOOK, TRANSLATIONS } from '../../story-writer/handbook/index.ts';
import { OfflineStoryWriter } from '../../story-writer/index.ts';

/** Topics that no handbook holds, one of a form each. */
const UNKNOWN: Readonly<Record<OfflineLanguage, readonly string[]>> = {
  en: ['Why cats knead', 'How to sharpen a pencil', 'Tabs versus spaces', 'Lisbon'],
  es: ['Por qué los gatos amasan', 'Cómo afilar un lápiz', 'Lisboa'],
  de: ['Warum Katzen Gras fressen', 'Wie man einen Bleistift spitzt', 'Lissabon'],
  fr: ['Pourquoi les chats pétrissent', 'Comment tailler un crayon', 'Lisbonne'],
  hi: ['बिल्ली आटा क्यों गूँधती है', 'पेंसिल छीलने का तरीका', 'लिस्बन'],
  ar: ['لماذا تعجن القطط', 'كيفية بري القلم', 'لشبونة'],
  zh: ['猫为什么怕水', '怎么做铅笔', '里斯本'],
};

/** The handbook's topics of a language; of the many English ones every fifth. */
function known(language: OfflineLanguage): readonly string[] {
  return language === 'en'
    ? HANDBOOK.filter((_, i) => i % 5 === 0).map(({ title }) => title)
    : TRANSLATIONS[language].map(({ title }) => title);
}

describe('offline story writer: the length of what it writes, as the offline voice speaks it', () => {
  const writer = new OfflineStoryWriter();
  const narrator = new OfflineNarrator();
  const { signal } = new AbortController();
  const spoken = new Map<string, Promise<number>>();

  after(() => narrator.close());

  function audioMs(text: string, language: string): Promise<number> {
    const voice = voiceFor(narrator.voices, language, undefined).id;
    const known = spoken.get(text);
    const length =
      known ??
      narrator
        .narrate({ text, language, voice }, new AbortController().signal)
        .then(({ wav }) => Math.round(readWavHeader(wav).seconds * 1000));
    spoken.set(text, length);
    return length;
  }

  async function secondsOf(topic: string, language: OfflineLanguage, seconds: number): Promise<number> {
    const story = await writer.writeStory({ topic, language }, signal);
    const { scenes } = await writer.writeScript({ topic, story, seconds }, signal);
    const speeches = await Promise.all(scenes.map(({ narration }) => audioMs(narration, language)));
    return layTimeline(speeches.map((audioMs) => ({ audioMs, cues: [] }))).seconds;
  }

  for (const language of OFFLINE_LANGUAGES) {
    for (const wanted of [20, 30, 45]) {
      it(`is within a tenth of ${wanted} s in "${language}"`, async () => {
        for (const topic of [...known(language), ...UNKNOWN[language]]) {
          const seconds = await secondsOf(topic, language, wanted);
          expect(seconds, topic).to.be.within(wanted * 0.9, wanted * 1.1);
        }
      });
    }

    it(`fills a minute in "${language}"`, async () => {
      for (const topic of [known(language)[0] ?? '', ...UNKNOWN[language]]) {
        expect(await secondsOf(topic, language, 60), topic).to.be.within(54, 66);
      }
    });

    it(`is never over 15 s when 12 were asked for in "${language}"`, async () => {
      for (const topic of [...known(language), ...UNKNOWN[language]]) {
        expect(await secondsOf(topic, language, 12), topic).to.be.within(9, 15);
      }
    });
  }
});
