import type { FootageCredit, Short } from '@shortfactory/core';
import { expect } from 'chai';
import { postKitOf, postKitText } from '../index.ts';

const SCRIPT: Short['script'] = {
  title: 'Why the sky is blue',
  language: 'en',
  scenes: [
    { narration: 'Sunlight looks white.', visual: 'the sun over a hill' },
    { narration: 'Air scatters blue light.', visual: 'air' },
    { narration: 'So the sky is blue: [pause 1s] light scatters.', visual: 'a blue sky' },
  ],
};
const SHORT: Short = {
  title: SCRIPT.title,
  description: 'Light, scattered.',
  language: 'en',
  voice: 'nora',
  script: SCRIPT,
  scenes: [],
  outputs: [],
  captions: { srt: 's', vtt: 'v', ass: 'a' },
  poster: 'p',
  loudnessLufs: -14,
  degraded: [],
  offline: [],
};

function credit(scene: number, attribution: string, more: Partial<FootageCredit> = {}): FootageCredit {
  return {
    ...{ scene, source: 'wikimedia', id: 'photo-1', title: `Title of ${attribution}`, author: 'A' },
    ...{ pageUrl: 'https://example.org/1', licence: { id: 'CC BY', url: 'https://example.org/by' } },
    ...{ attribution, ...more },
  };
}

describe('publish kit', () => {
  it('has hashtags of the words that say something: of the title, then those that scenes say again', () => {
    const { hashtags, text } = postKitOf(SHORT);
    expect(hashtags).to.deep.equal(['#sky', '#blue', '#scatters', '#light']);
    expect(text).to.equal('Light, scattered.\n\n#sky #blue #scatters #light');
  });

  for (const [language, title, expected] of [
    ['de', 'Warum der Himmel blau ist', ['#himmel', '#blau']],
    ['zh', '为什么天空是蓝色的', ['#为什么', '#天空', '#蓝色']],
    ['en', 'The lighthouse’s 3 lamps', ['#lighthouse', '#lamps']],
    ['en', '50% [0:v] {x}', []],
  ] as const) {
    it(`makes of “${title}” ${expected.length} hashtags`, () => {
      const script = { title, language, scenes: [{ narration: '1', visual: '' }] };
      expect(postKitOf({ ...SHORT, script }).hashtags).to.deep.equal(expected);
    });
  }

  it("takes a description's own hashtags in their place, once each, and its text without them", () => {
    const kit = postKitOf({ ...SHORT, description: 'It is number #1.\nLook up!\n\n#sky #light #sky' });
    expect(kit.hashtags).to.deep.equal(['#sky', '#light']);
    expect(kit.description).to.equal('It is number #1.\nLook up!');
  });

  it('credits each photo once with its licence and its scenes, behind what was made with AI', () => {
    const kit = postKitOf({
      ...SHORT,
      credits: [credit(0, 'One by A'), credit(2, 'Two by B'), credit(2, 'One by A', { cut: 0 })],
      origin: {
        ...{ video: 'compositeWithTrainedAlgorithmicMedia', poster: 'digitalCreation' },
        disclosure: 'Made with AI: text.',
      },
    });
    expect(kit.credits.map(({ attribution, scenes }) => [attribution, scenes])).to.deep.equal([
      ['One by A', [1, 3]],
      ['Two by B', [3]],
    ]);
    expect(kit.credits[0]?.licence).to.deep.equal({ id: 'CC BY', url: 'https://example.org/by' });
    expect(kit.text.split('\n\n')).to.deep.equal([
      ...['Light, scattered.', 'Made with AI: text.', kit.hashtags.join(' '), 'One by A\nTwo by B'],
    ]);
    expect(kit.altText).to.equal('Title of One by A');
  });

  it('says what the thumbnail shows by the first scene, else by the title', () => {
    expect(postKitOf(SHORT).altText).to.equal('the sun over a hill');
    const [first, ...others] = SCRIPT.scenes;
    const blank = { ...SCRIPT, scenes: [{ narration: first?.narration ?? '', visual: ' ' }, ...others] };
    expect(postKitOf({ ...SHORT, script: blank }).altText).to.equal(SCRIPT.title);
    expect(postKitText(postKitOf(SHORT))).to.match(/^Why the sky is blue\n\nLight[^]+the sun over a hill\n$/);
  });
});
