import { expect } from 'chai';
import { directionOf, isSpeakable, splitWords } from '../domain/script/language.ts';

const SPLITS: readonly [what: string, language: string, text: string, words: string[]][] = [
  ['English with punctuation', 'en', 'Why is it blue? Because.', ['Why', 'is', 'it', 'blue?', 'Because.']],
  ['contractions and hyphens', 'en', "It doesn't stop mid-air.", ['It', "doesn't", 'stop', 'mid-air.']],
  ['numbers', 'en', 'About 3.5% of 1,000', ['About', '3.5%', 'of', '1,000']],
  ['Chinese with a full stop', 'zh', '天空是蓝色的。', ['天空', '是', '蓝色', '的。']],
  ['Chinese with brackets', 'zh', '「你好」（世界）', ['「你好」', '（世界）']],
  ['Chinese with straight quotes', 'zh', '他说"你好"。', ['他', '说', '"你好"。']],
  [
    'Latin and numbers in Chinese',
    'zh',
    '我用C++花了$5和3.5%',
    ['我', '用', 'C++', '花了', '$5', '和', '3.5%'],
  ],
  ['an emoji in Chinese', 'zh', '你好🎉世界', ['你好', '🎉', '世界']],
  ['Japanese', 'ja', '吾輩は猫である。', ['吾輩', 'は', '猫', 'で', 'ある。']],
  ['Thai', 'th', 'ท้องฟ้าเป็นสีฟ้า', ['ท้องฟ้า', 'เป็น', 'สี', 'ฟ้า']],
  ['Arabic', 'ar', 'لماذا السماء زرقاء؟', ['لماذا', 'السماء', 'زرقاء؟']],
  [
    'a name of Latin letters and digits in Chinese as one word',
    'zh',
    '买USB-C线只花3.5%',
    ['买', 'USB-C', '线', '只花', '3.5%'],
  ],
  ['an emoji between words', 'en', 'party 🎉 time 🇫🇷', ['party', '🎉', 'time', '🇫🇷']],
  ['a dash between words', 'en', 'a - b', ['a -', 'b']],
  ['a dash that begins', 'en', '— and then', ['— and', 'then']],
  ['a quote that begins', 'en', '"Yes," he said …', ['"Yes,"', 'he', 'said …']],
  ['nothing to say', 'en', ' … — ', []],
];

describe('words of a text', () => {
  for (const [what, language, text, words] of SPLITS) {
    it(`splits ${what}`, () => {
      expect(splitWords(text, language).map((word) => word.text)).to.deep.equal(words);
    });
  }

  it('places each word where it stands, and leaves out nothing but spaces', () => {
    for (const [, language, text, words] of SPLITS) {
      const found = splitWords(text, language);
      for (const word of found) expect(word.text).to.equal(text.slice(word.start, word.end));
      if (words.length > 0) {
        expect(found.map((word) => word.text.replace(/\s/gu, '')).join('')).to.equal(
          text.replace(/\s/gu, ''),
        );
      }
    }
  });

  it('calls a word, a number, an emoji and a flag speakable, and punctuation not', () => {
    for (const text of ['a', '水', '7', '🎉', '🇫🇷', '€']) expect(isSpeakable(text), text).to.equal(true);
    for (const text of ['', ' ', '…', '-', '"?!"', '《》']) expect(isSpeakable(text), text).to.equal(false);
  });

  it('reads the direction from the first letter', () => {
    expect(directionOf('1. مرحبا hello')).to.equal('rtl');
    expect(directionOf('hello مرحبا')).to.equal('ltr');
  });
});
