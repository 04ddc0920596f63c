import { CAPTION_SCRIPTS } from '@shortfactory/core';
import { expect } from 'chai';
import { Fonts } from '../captions/fonts.ts';

/** The first letters of a script in the order of Unicode; the basic ones come first. */
function lettersOf(script: string): string[] {
  const letter = new RegExp(`\\p{Script=${script}}(?<=\\p{L})`, 'u');
  const found: string[] = [];
  for (let code = 0x41; code < 0xfb00 && found.length < 20; code++) {
    if (code === 0xd800) code = 0xe000;
    const char = String.fromCodePoint(code);
    if (letter.test(char)) found.push(char);
  }
  return found;
}

describe('the fonts of the captions', () => {
  it('have the letters of every script that captions are said to be written in', () => {
    const fonts = new Fonts();
    for (const script of CAPTION_SCRIPTS) {
      const letters = lettersOf(script);
      expect(letters, script).to.not.be.empty;
      expect(fonts.itemize(letters.join(''), 'en').missing.length, script).to.be.below(letters.length / 2);
    }
  });

  it('draw a word of one script with one face, its digits and signs too', () => {
    const fonts = new Fonts();
    for (const word of ['தமிழ்,', 'ខ្មែរ៖', 'አማርኛ።', 'မြန်မာ။', 'ქართული!']) {
      expect(fonts.itemize(word, 'en').runs, word).to.have.length(1);
    }
  });
});
