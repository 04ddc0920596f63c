import type { Script } from '@shortfactory/core';
import { ScriptInvalid } from '@shortfactory/core';
import { expect } from 'chai';
import { cutWordsOf } from '../cut-words.ts';
import { performanceOf } from '../performance.ts';

function placesOf(narration: string, at: readonly string[], language = 'en'): number[] | undefined {
  const cuts = at.map((word) => ({ at: word, visual: 'x' }));
  const script: Script = { title: 'T', language, scenes: [{ narration, visual: 'x', cuts }] };
  return cutWordsOf(performanceOf(script), '/script')[0];
}

describe('the words at which a scene cuts', () => {
  for (const [what, narration, at, places, language] of [
    ['a word', 'An octopus has three hearts.', ['has'], [2]],
    ['a phrase, whatever its capitals and signs', 'It has “Three”, yes three hearts!', ['THREE hearts'], [4]],
    ['the first such word after the cut before', 'The one, the two, the three.', ['the', 'the'], [2, 4]],
    ['a word with a mark', 'So [pause 1s] it is *blue* here.', ['blue'], [3]],
    ['a word with an apostrophe of another kind', 'They don’t sleep.', ["don't"], [1]],
    ['a word that is only said, not the name of who says it', 'ANNA: Hello Anna, hello.', ['anna'], [1]],
    ['a word of a script without spaces', '章鱼有三颗心脏。', ['心脏'], [3], 'zh'],
    ['a word without its vowel signs', 'الأُخْطُبوط له ثلاثة قُلُوب.', ['قلوب'], [3], 'ar'],
    ['capitals of Turkish', 'Burası güzel İstanbul, bir ışık.', ['istanbul', 'IŞIK'], [2, 4], 'tr'],
    ['capitals of German', 'Die lange Straße ist leer.', ['STRASSE'], [2], 'de'],
    ['a word with an emoji', 'I love octopuses🐙 a lot.', ['octopuses'], [2]],
    ['a phrase over an emoji, and not from it on', 'I love 🐙 octopuses 👨‍👩‍👧 a lot.', ['octopuses a'], [3]],
    ['an emoji', 'I love the red ❤️ of it.', ['❤'], [4]],
  ] as const) {
    it(`are found by ${what}`, () => {
      expect(placesOf(narration, at, language)).to.deep.equal(places);
    });
  }

  for (const [what, at, sentence] of [
    ['a word that is not said', ['squid'], '/script/scenes/0/cuts/0/at: is not a word or phrase that'],
    ['a part of a word', ['hear'], '/script/scenes/0/cuts/0/at: is not a word or phrase that'],
    [
      'the first word',
      ['An'],
      '/script/scenes/0/cuts/0/at: is where the scene begins; a cut comes at a later',
    ],
    [
      'a word before that of the cut before it',
      ['hearts', 'has'],
      '/script/scenes/0/cuts/1/at: is not said after “hearts”, the cut before it; cuts stand in the order',
    ],
    ['the same word twice', ['has', 'has'], '/script/scenes/0/cuts/1/at: is not said after “has”'],
    ['nothing but a sign', ['…'], '/script/scenes/0/cuts/0/at: is not a word or phrase that'],
  ] as const) {
    it(`are refused for ${what}`, () => {
      expect(() => placesOf('An octopus has three hearts.', at)).to.throw(ScriptInvalid, sentence);
    });
  }
});
