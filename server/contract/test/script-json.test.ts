import { ScriptInvalid } from '@shortfactory/core';
import { expect } from 'chai';
import { parseScript } from '../script-json.ts';

const SCENE = { narration: 'Hello there.', visual: 'a hand that waves' };
const SCRIPT = { title: 'Hello', language: 'en', scenes: [SCENE] };

const CASES: readonly [what: string, json: unknown, message: string][] = [
  ['null', null, 'the JSON is not an object with title, language and scenes'],
  ['a list', [], 'the JSON is not an object with title, language and scenes'],
  [
    'an empty object',
    {},
    '/title is missing (expected text of 1 to 160 characters); /language is missing (expected a BCP 47 language tag such as "en" or "zh-Hans"); /scenes is missing (expected a list of 1 to 40 scenes)',
  ],
  [
    'an unknown field',
    { ...SCRIPT, 'a/b': 1 },
    '/a~1b is not a known field (expected title, language, imageStyle, description, voices, pronunciations, speed, emoji, scenes)',
  ],
  [
    'a pause that is too long',
    { ...SCRIPT, scenes: [{ narration: 'So [pause 60s] it was.', visual: 'a clock' }] },
    '/scenes/0/narration has a pause of 60 s (0.1 to 5 s were expected)',
  ],
  [
    'a narration of nothing but marks',
    { ...SCRIPT, scenes: [{ narration: '[pause 1s] <break/>', visual: 'a clock' }] },
    '/scenes/0/narration holds nothing that can be spoken (expected a letter, a number or an emoji)',
  ],
  ['an emoji reading of another name', { ...SCRIPT, emoji: 'loud' }, '/emoji is not "silent" or "spoken"'],
  ['a speed that no voice has', { ...SCRIPT, speed: 2 }, '/speed is not a number from 0.8 to 1.3'],
  [
    'a voice that cannot be one',
    { ...SCRIPT, voices: { MIA: 'no ra' } },
    '/voices/MIA is not the id of a voice (GET /api/options lists them)',
  ],
  [
    'a pronunciation without sound',
    { ...SCRIPT, pronunciations: { Nguyen: '' } },
    '/pronunciations/Nguyen is empty (expected text of 1 to 80 characters); /pronunciations/Nguyen is blank (expected at least one letter, number or sign)',
  ],
  [
    'a pronunciation of no word',
    { ...SCRIPT, pronunciations: { '': 'win' } },
    '/pronunciations/ has a name that is none (expected text of 1 to 80 characters)',
  ],
  [
    'a misspelt field of a scene',
    { ...SCRIPT, scenes: [SCENE, SCENE, { naration: 'x', visual: 'x' }] },
    '/scenes/2/narration is missing (expected text of 1 to 1200 characters); /scenes/2/naration is not a known field (expected narration, visual, searchWords, upload, footage, clip, recording, cuts)',
  ],
  [
    'a misspelt field of a clip',
    { ...SCRIPT, scenes: [{ ...SCENE, cuts: [{ at: 'there', upload: 'a.mp4', clip: { from: 1 } }] }] },
    '/scenes/0/cuts/0/clip/from is not a known field (expected fromSeconds, toSeconds, fit, focus, sound, speed)',
  ],
  [
    'cuts that are wrong in every way',
    {
      ...SCRIPT,
      scenes: [
        {
          ...SCENE,
          cuts: [
            { visual: 'x' },
            { at: 'there' },
            { at: ' ', upload: 'a.png', footage: { source: 'pexels', id: 'photo-1' }, when: 3 },
          ],
        },
        { ...SCENE, cuts: [] },
        { ...SCENE, cuts: Array(4).fill({ at: 'there', visual: 'x' }) },
      ],
    },
    '/scenes/0/cuts/0/at is missing (expected text of 1 to 120 characters); /scenes/0/cuts/1/visual is missing (expected text of 1 to 600 characters, or an upload); /scenes/0/cuts/2/at is blank (expected at least one letter, number or sign); /scenes/0/cuts/2/when is not a known field (expected at, visual, searchWords, upload, footage, clip); /scenes/0/cuts/2/footage stands beside upload; one of them was expected; /scenes/1/cuts is empty (expected 1 to 3 cuts); /scenes/2/cuts has 4 cuts (the most is 3)',
  ],
  [
    'searches that are none, or too many',
    {
      ...SCRIPT,
      scenes: [
        { ...SCENE, searchWords: 'waving hand' },
        { ...SCENE, searchWords: ['a', 'b', 'c', 'd'] },
        { ...SCENE, searchWords: [] },
      ],
    },
    '/scenes/0/searchWords is not a list of 1 to 3 texts; /scenes/1/searchWords is not a list of 1 to 3 texts; /scenes/2/searchWords is not a list of 1 to 3 texts',
  ],
  ['no scenes', { ...SCRIPT, scenes: [] }, '/scenes is empty (expected 1 to 40 scenes)'],
  ['41 scenes', { ...SCRIPT, scenes: Array(41).fill(SCENE) }, '/scenes has 41 scenes (the most is 40)'],
  [
    'a number to say',
    { ...SCRIPT, scenes: [{ ...SCENE, narration: 3 }] },
    '/scenes/0/narration is not text of 1 to 1200 characters',
  ],
  [
    'a long narration',
    { ...SCRIPT, scenes: [{ ...SCENE, narration: 'x'.repeat(1201) }] },
    '/scenes/0/narration has 1201 characters (the most is 1200)',
  ],
  [
    'a narration of dots',
    { ...SCRIPT, scenes: [{ ...SCENE, narration: '...' }] },
    '/scenes/0/narration holds nothing that can be spoken (expected a letter, a number or an emoji)',
  ],
  [
    'no visual',
    { ...SCRIPT, scenes: [{ narration: 'x' }] },
    '/scenes/0/visual is missing (expected text of 1 to 600 characters, or an upload)',
  ],
  [
    'a null visual beside a picture',
    { ...SCRIPT, scenes: [{ narration: 'x', visual: null, upload: 'a.png' }] },
    '/scenes/0/visual is not text of 1 to 600 characters',
  ],
  [
    'a blank visual',
    { ...SCRIPT, scenes: [{ ...SCENE, visual: ' ' }] },
    '/scenes/0/visual is blank (expected at least one letter, number or sign)',
  ],
  [
    'a null upload',
    { ...SCRIPT, scenes: [{ ...SCENE, upload: null }] },
    '/scenes/0/upload is not text of 1 to 600 characters',
  ],
  [
    'a NUL',
    { ...SCRIPT, scenes: [{ ...SCENE, narration: 'a\0b' }] },
    '/scenes/0/narration holds a NUL character',
  ],
  [
    'a control character',
    { ...SCRIPT, title: 'a\u001b[31m' },
    '/title holds the character U+001B, which no text holds',
  ],
  [
    'half a surrogate pair',
    { ...SCRIPT, scenes: [{ ...SCENE, visual: '\ud83c' }] },
    '/scenes/0/visual holds the character U+D83C, which no text holds',
  ],
  [
    'an invalid language',
    { ...SCRIPT, language: 'not a tag' },
    '/language is not a BCP 47 language tag such as "en" or "zh-Hans"',
  ],
  [
    'an unknown style',
    { ...SCRIPT, imageStyle: 'oil' },
    '/imageStyle is not one of "flat", "paper", "ink", "chalk"',
  ],
  [
    'too many words in all',
    { ...SCRIPT, scenes: Array(40).fill({ ...SCENE, narration: 'a '.repeat(20) }) },
    '/scenes has 800 words in all narrations (the most is 700)',
  ],
  [
    '__proto__ keys',
    JSON.parse(
      '{"__proto__":{},"title":"T","language":"en","scenes":[{"__proto__":1,"narration":"a","visual":"b"}]}',
    ),
    '/scenes/0/__proto__ is not a known field (expected narration, visual, searchWords, upload, footage, clip, recording, cuts); /__proto__ is not a known field (expected title, language, imageStyle, description, voices, pronunciations, speed, emoji, scenes)',
  ],
];

describe('a script as JSON', () => {
  it('is taken as it stands', () => {
    const script = {
      ...SCRIPT,
      language: 'zh-Hans',
      imageStyle: 'ink',
      scenes: [
        SCENE,
        { narration: 'tab\tand\nline 🎉', visual: 'x', upload: 'uploads/a.png', searchWords: ['hand'] },
      ],
    };
    expect(parseScript(script)).to.deep.equal(script);
  });

  for (const [what, json, message] of CASES) {
    it(`refuses ${what}`, () => {
      expect(() => parseScript(json))
        .to.throw(ScriptInvalid)
        .with.property('message', `script: ${message}`);
    });
  }

  it('lists the first mistakes of many and counts the rest', () => {
    expect(() => parseScript({ ...SCRIPT, scenes: Array(40).fill({}) })).to.throw(/; and 72 more$/u);
  });
});
