import { readdirSync } from 'node:fs';
import { CAPTION_STYLES, InputInvalid, captionStyleOf } from '@shortfactory/core';
import { expect } from 'chai';
import { LOOKS, LOOK_NAMES, lookJson, lookNamed, parseLook } from '../look-json.ts';

const CASES: readonly [what: string, json: unknown, message: string][] = [
  ['null', null, 'the JSON is not an object with version'],
  ['no version', {}, '/version is missing (expected 1)'],
  ['a later version', { version: 2 }, '/version is not a version that this release reads (expected 1)'],
  [
    'an unknown field',
    { version: 1, colour: '#FFFFFF' },
    '/colour is not a known field (expected version, name, captions, colours, imageStyle, transition, music, voice, speed)',
  ],
  [
    'an unknown field of the captions',
    { version: 1, captions: { style: 'block', font: 'Arial' } },
    '/captions/font is not a known field (expected style, typeface, weight, widthPercent, size, case, fill, outline, shadow, plate, spoken, shows, entrance, tiltDegrees, lines, position)',
  ],
  [
    'a style that there is none of',
    { version: 1, captions: { style: 'neon' } },
    '/captions/style is not one of "block", "outline", "pop", "underline", "calm", "none"',
  ],
  [
    'captions of no style',
    { version: 1, captions: {} },
    '/captions/style is missing (expected one of "block", "outline", "pop", "underline", "calm", "none")',
  ],
  [
    'letters that are too large',
    { version: 1, captions: { style: 'block', size: 4 } },
    '/captions/size is not a number from 0.7 to 1.3',
  ],
  [
    'a colour by its name',
    { version: 1, colours: { spoken: 'red' } },
    '/colours/spoken is not a colour such as "#FFC81E"',
  ],
  [
    'a mark that there is none of',
    { version: 1, captions: { style: 'block', spoken: { as: 'bold' } } },
    '/captions/spoken/as is not one of "block", "colour", "underline", "plain"',
  ],
  [
    'a mark that is no object',
    { version: 1, captions: { style: 'block', spoken: 'bold' } },
    '/captions/spoken is not an object with as, one of "block", "colour", "underline", "plain"',
  ],
  [
    'a key that JSON.parse alone makes',
    JSON.parse('{"version": 1, "__proto__": {}}'),
    '/__proto__ is not a known field (expected version, name, captions, colours, imageStyle, transition, music, voice, speed)',
  ],
  [
    'an unknown field of the music',
    { version: 1, music: { level: 3 } },
    '/music/level is not a known field (expected track, levelDb)',
  ],
  [
    'music that is too loud',
    { version: 1, music: { levelDb: 20 } },
    '/music/levelDb is not a number from -12 to 6',
  ],
  [
    'two mistakes',
    { version: 1, speed: 3, transition: 'whip' },
    '/transition is not one of "mixed", "cut", "fade", "slide"; /speed is not a number from 0.8 to 1.3',
  ],
];

describe('a look in JSON', () => {
  for (const [what, json, message] of CASES) {
    it(`is refused in a sentence: ${what}`, () => {
      expect(() => parseLook(json, 'look.json')).to.throw(InputInvalid, `look.json: ${message}.`);
    });
  }

  it('is taken as it stands', () => {
    const look = { version: 1, captions: { style: 'pop', outline: null }, music: { track: 'none' } };
    expect(parseLook(look, 'look.json')).to.deep.equal(look);
  });
});

describe('the looks that come with the product', () => {
  it('are a file each', () => {
    const files = readdirSync(new URL('../looks/', import.meta.url));
    expect(files).to.have.members(LOOK_NAMES.map((name) => `${name}.json`));
  });

  for (const name of LOOK_NAMES) {
    it(`can be read and are like no other: ${name}`, () => {
      expect(parseLook(LOOKS[name], name)).to.deep.equal(LOOKS[name]);
      const others = LOOK_NAMES.filter((other) => other !== name).map((other) =>
        captionStyleOf(LOOKS[other]),
      );
      expect(others).to.not.deep.include(captionStyleOf(LOOKS[name]));
    });
  }

  it('are found by name, and by nothing else', () => {
    expect(lookNamed('midnight')).to.equal(LOOKS.midnight);
    expect(lookNamed('constructor')).to.equal(undefined);
  });

  it('begin with what videos have without a look', () => {
    expect(captionStyleOf(LOOKS.newsstand)).to.equal(undefined);
    expect(lookJson.parse(LOOKS.newsstand).captions).to.deep.equal({ style: 'block' });
    expect(CAPTION_STYLES).to.have.property('block');
  });
});
