import type { OfflineLanguage } from '@shortfactory/core';
import { expect } from 'chai';
import { findEntry, HANDBOOK, TRANSLATIONS } from '../story-writer/handbook/index.ts';
import { OUTLINES } from '../story-writer/outlines/index.ts';
import { GENERAL_VISUALS, OPENING_VISUALS } from '../story-writer/outlines/visuals.ts';

describe('the handbook', () => {
  it('has at least forty topics, each with its own id and title', () => {
    expect(HANDBOOK.length).to.be.at.least(40);
    expect(new Set(HANDBOOK.map(({ id }) => id)).size).to.equal(HANDBOOK.length);
    expect(new Set(HANDBOOK.map(({ title }) => title)).size).to.equal(HANDBOOK.length);
  });

  for (const topic of HANDBOOK) {
    it(`tells "${topic.title}" in beats that can be spoken and drawn`, () => {
      expect(topic.beats.length).to.be.within(8, 12);
      for (const [narration, visual] of topic.beats) {
        expect(narration.split(/\s+/u).length, narration).to.be.within(5, 24);
        expect(narration).to.match(/[.!?]$/u);
        expect(visual.split(/\s+/u).length, visual).to.be.at.least(4);
        expect(visual, 'a picture names its subject').not.to.match(/^(?:it|they|this|that|these|he|she)\b/iu);
      }
      for (const index of topic.core ?? []) expect(index).to.be.within(1, topic.beats.length - 2);
    });

    it(`finds "${topic.title}" by its own title and keywords, before any other`, () => {
      for (const asked of [topic.title, ...topic.keywords]) {
        expect(findEntry(asked, 'en')?.title, asked).to.equal(topic.title);
      }
    });
  }

  it('has six topics in each other language, beat for beat', () => {
    for (const [language, translations] of Object.entries(TRANSLATIONS)) {
      expect(translations.map(({ id }) => id).sort(), language).to.deep.equal(
        ['bread', 'coffee', 'moon', 'octopus', 'sky', 'sleep'].sort(),
      );
      for (const translation of translations) {
        const original = HANDBOOK.find(({ id }) => id === translation.id);
        expect(translation.narrations.length, `${language} ${translation.id}`).to.equal(
          original?.beats.length,
        );
        for (const asked of [translation.title, ...translation.keywords]) {
          expect(findEntry(asked, language as OfflineLanguage)?.title, asked).to.equal(translation.title);
        }
      }
    }
  });
});

describe('the outlines', () => {
  for (const [language, text] of Object.entries(OUTLINES)) {
    it(`have a picture for each sentence in ${language}, and the topic in each hook`, () => {
      expect(text.general.length).to.equal(GENERAL_VISUALS.length);
      expect(text.summary).to.include('{topic}');
      for (const [form, { hooks, steps }] of Object.entries(text.forms)) {
        expect(steps.length + 1, form).to.equal(OPENING_VISUALS[form as keyof typeof OPENING_VISUALS].length);
        for (const hook of hooks) expect(hook).to.include('{topic}');
      }
    });
  }
});
