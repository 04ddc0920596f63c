import { OfflineStoryWriter, spokenSeconds as asSpoken } from '@shortfactory/offline';
import { expect } from 'chai';
import { sceneSeconds, spokenSeconds } from '../speech-pace.ts';

const TOPICS = {
  en: 'why the sky is blue',
  de: 'warum der Himmel blau ist',
  es: 'por qué el cielo es azul',
  fr: 'pourquoi le ciel est bleu',
  hi: 'आसमान नीला क्यों है',
  ar: 'لماذا السماء زرقاء',
  zh: '天空为什么是蓝色的',
} as const;

describe('the estimate of how long a script is spoken', () => {
  for (const [language, topic] of Object.entries(TOPICS) as [keyof typeof TOPICS, string][]) {
    it(`is within a fifth of what was measured of the offline voice, in ${language}`, async () => {
      const writer = new OfflineStoryWriter();
      const { signal } = new AbortController();
      const story = await writer.writeStory({ topic, language }, signal);
      const { scenes } = await writer.writeScript({ topic, story, seconds: 60 }, signal);
      const sum = (pace: (text: string) => number): number =>
        scenes.reduce((total, { narration }) => total + pace(narration), 0);
      const ratio = sum((text) => spokenSeconds(text, language)) / sum((text) => asSpoken(text, language));
      expect(ratio).to.be.within(0.8, 1.2);
    });
  }

  it('counts the silence around scenes as the timeline lays it', () => {
    expect(sceneSeconds([2, 2, 2]).map((seconds) => Number(seconds.toFixed(2)))).to.deep.equal([
      2.4, 2.55, 3.2,
    ]);
    expect(sceneSeconds([])).to.deep.equal([]);
  });
});
