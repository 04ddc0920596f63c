import { readWavHeader, splitWords, timeWords } from '@shortfactory/core';
import type { OfflineLanguage } from '@shortfactory/core';
import { OfflineNarrator, OfflineStoryWriter } from '@shortfactory/offline';
import { expect } from 'chai';
import { alignWords } from '../../align-words.ts';

/** None of these was looked at when the weights of syllables were chosen. */
const TOPICS: Record<OfflineLanguage, readonly string[]> = {
  en: ['How volcanoes erupt', 'Why we dream'],
  es: ['Cómo funcionan los agujeros negros', 'Por qué soñamos'],
  de: ['Wie Vulkane ausbrechen', 'Warum wir träumen'],
  fr: ['Comment naissent les volcans', 'Pourquoi nous rêvons'],
  hi: ['ज्वालामुखी कैसे फटते हैं', 'हम सपने क्यों देखते हैं'],
  ar: ['كيف تثور البراكين', 'لماذا نحلم'],
  zh: ['火山是怎么爆发的', '我们为什么会做梦'],
};

/** The most that the docs allow, in ms: the middle word, and nineteen of twenty. */
const STATED = { median: 60, p95: 250 };

describe('words aligned with the sound alone', () => {
  const narrator = new OfflineNarrator();
  after(() => narrator.close());

  for (const [language, topics] of Object.entries(TOPICS)) {
    it(`are within the stated error of the voice’s own times in ${language}`, async function () {
      const errors: number[] = [];
      for (const [text, voice] of await narrations(language, topics)) {
        const { wav, marks } = await narrator.narrate(
          { text, language, voice },
          new AbortController().signal,
        );
        const { dataOffset, frames, sampleRate, seconds } = readWavHeader(wav);
        const from = wav.byteOffset + dataOffset;
        // Little-endian, as every machine of ours has it.
        const samples = new Int16Array(wav.buffer.slice(from, from + frames * 2));
        const words = splitWords(text, language);
        const truth = timeWords(words, marks, seconds * 1000);
        const aligned = timeWords(words, alignWords(words, language, samples, sampleRate), seconds * 1000);
        aligned.forEach(({ startMs }, i) => errors.push(Math.abs(startMs - (truth[i]?.startMs ?? 0))));
      }
      errors.sort((a, b) => a - b);
      const at = (share: number): number => errors[Math.floor(share * (errors.length - 1))] ?? Infinity;
      const measured = `${language}: ${errors.length} words, median ${at(0.5)} ms, 95 % within ${at(0.95)} ms`;
      console.log(`    ${measured}`);
      expect(errors.length).to.be.greaterThan(60);
      expect(at(0.5), measured).to.be.at.most(STATED.median);
      expect(at(0.95), measured).to.be.at.most(STATED.p95);
    });
  }

  /** Each narration of the topics with one of the language's two voices, in turn. */
  async function narrations(language: string, topics: readonly string[]): Promise<[string, string][]> {
    const writer = new OfflineStoryWriter();
    const { signal } = new AbortController();
    const voices = narrator.voices.filter(({ languages }) => languages[0]?.startsWith(language)).slice(0, 2);
    const texts: string[] = [];
    for (const topic of topics) {
      const story = await writer.writeStory({ topic, language }, signal);
      const script = await writer.writeScript({ topic, story, seconds: 60 }, signal);
      texts.push(...script.scenes.map(({ narration }) => narration));
    }
    return texts.map((text, i) => [text, voices[i % voices.length]?.id ?? '']);
  }
});
