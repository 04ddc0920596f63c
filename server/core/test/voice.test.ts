import { expect } from 'chai';
import { InputInvalid } from '../domain/errors.ts';
import { voiceFor } from '../domain/speech/voice.ts';

const voices = [
  { id: 'nora', label: 'Nora, warm', languages: ['en-GB', 'en'] },
  { id: 'gus', label: 'Gus, calm', languages: ['en-US', 'en'] },
  { id: 'polly', label: 'Polly, bright', languages: ['is', 'en'] },
  { id: 'gudrun', label: 'Gudrun, warm', languages: ['is'] },
  { id: 'mei', label: 'Mei, warm', languages: ['zh-CN'] },
];

describe('voiceFor', () => {
  const cases: [string, string | undefined, string][] = [
    ['en', undefined, 'nora'],
    ['en-GB', undefined, 'nora'],
    ['en-US', undefined, 'gus'],
    ['en-AU', undefined, 'nora'],
    ['is', undefined, 'polly'],
    ['zh', undefined, 'mei'],
    ['cmn', undefined, 'mei'],
    ['zh-Hant-TW', undefined, 'mei'],
    ['en', 'gus', 'gus'],
    ['en', 'Gus', 'gus'],
    ['en', 'polly', 'polly'],
  ];
  for (const [language, wanted, expected] of cases) {
    it(`chooses ${expected} for ${language}${wanted ? ` when ${wanted} is wanted` : ''}`, () => {
      expect(voiceFor(voices, language, wanted).id).to.equal(expected);
    });
  }

  const refusals: [string, string | undefined, string, string][] = [
    ['is', 'nora', 'voice', "voice: Nora doesn't speak Icelandic; use polly or gudrun"],
    ['zh', 'gus', 'voice', "voice: Gus doesn't speak Chinese; use mei"],
    ['en', 'bob', 'voice', 'voice: there is no voice "bob"; for English use nora, gus, or polly'],
    ['ja', undefined, 'language', 'language: none of the voices speaks Japanese'],
    ['ja', 'nora', 'language', 'language: none of the voices speaks Japanese'],
    ['not a tag', undefined, 'language', 'language: none of the voices speaks "not a tag"'],
  ];
  for (const [language, wanted, where, message] of refusals) {
    it(`says: ${message}`, () => {
      expect(() => voiceFor(voices, language, wanted))
        .to.throw(InputInvalid, message)
        .with.property('where', where);
    });
  }
});
