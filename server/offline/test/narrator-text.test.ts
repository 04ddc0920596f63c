import { expect } from 'chai';
import { espeakPhonemes } from '../narrator/ipa.ts';
import { spokenText } from '../narrator/spoken-text.ts';

/** What is said, without the spaces that only keep words apart. */
const said = (text: string, language = 'en'): string =>
  spokenText(text, language).text.trim().replaceAll(/\s+/g, ' ');

describe('spokenText', () => {
  const cases: [string, string, string][] = [
    ['en', 'Nothing special, here.', 'Nothing special, here.'],
    ['en', 'It costs $1,250.50, not €3', 'It costs 1,250.50 dollars , not 3 euros'],
    ['de', 'Nur 20 €!', 'Nur 20 Euro !'],
    ['uk', '€5', '5 €'],
    ['en', '3 < 5 and 7>2', '3 is less than 5 and 7 is greater than 2'],
    ['en', '<b>bold</b>', 'b bold /b'],
    ['en', 'AT&T &lt;', 'AT& T & lt;'],
    ['en', '[[h@l]] {\\an8} *so* snake_case', 'h@l an8 so snake case'],
    ['en', 'one\0two\u0001+50S\ud800three', 'one two +50S three'],
    ['en', 'soft\u00adhyphen\ufeff \u202eright\u202c', 'softhyphen right'],
    ['ar', '50%', '50 بالمئة'],
    ['hi', 'क्ष\u200dत्र', 'क्ष\u200dत्र'],
    ['en', '👩\u200d🚀', '👩\u200d🚀'],
  ];
  for (const [language, text, expected] of cases) {
    it(`says ${JSON.stringify(expected)} for ${JSON.stringify(text)} in ${language}`, () => {
      expect(said(text, language)).to.equal(expected);
    });
  }

  it('leads each part of what is said back to its place in the original', () => {
    const original = '🐙 costs $5, 3 < 4';
    const { text, offsets } = spokenText(original, 'en');
    const spoken = [...text];
    expect(offsets).to.have.length(spoken.length);
    const offsetOf = (part: string): number | undefined =>
      offsets[[...text.slice(0, text.indexOf(part))].length];
    expect(offsetOf('costs')).to.equal(original.indexOf('costs'));
    expect(offsetOf('dollars')).to.equal(original.indexOf('$5'));
    expect(offsetOf('is less than')).to.equal(original.indexOf('<'));
    expect(offsets).to.deep.equal([...offsets].sort((a, b) => a - b));
  });

  it('says other words in place of a part', () => {
    const { text, offsets } = spokenText('a 🫨 b', 'en', [{ start: 2, end: 4, spoken: 'shaking face' }]);
    expect(text.replaceAll(/\s+/g, ' ')).to.equal('a shaking face b');
    expect(new Set(offsets)).to.deep.equal(new Set([0, 1, 2, 4, 5]));
  });
});

describe('espeakPhonemes', () => {
  const cases: [string, string, string | undefined][] = [
    ['en', 'wɪn', '[[wIn]]'],
    ['en', 'ˈtʃʌmli', "[['tSVmli]]"],
    ['en', 'ʒoʊˈzeɪ', "[[ZoU'zeI]]"],
    ['de', 'ʃɛf', '[[SEf]]'],
    ['es', 'ˈɡuːɡəl', "[['gu:g@l]]"],
    // A click is in no voice: the word is said as it is written.
    ['en', 'ǃoʊ', undefined],
    ['en', '.', undefined],
  ];
  for (const [language, ipa, expected] of cases)
    it(`spells /${ipa}/ for ${language}`, () => expect(espeakPhonemes(ipa, language)).to.equal(expected));
});
