import { splitWords } from '@shortfactory/core';
import { forVoice, spokenForm, writtenMarks } from '@shortfactory/text';
import { expect } from 'chai';
import { spokenCases } from '../measure/spoken-form.ts';

const said = (written: string, language = 'en'): string => spokenForm(written, language).text;

describe('spokenForm', () => {
  it('says every sentence of the table as it stands there', async () => {
    const cases = await spokenCases();
    const languages = new Set(cases.map(({ language }) => language.split('-')[0]));
    expect(cases.length).to.be.at.least(130);
    expect(languages.size).to.be.at.least(30);
    for (const { language, written, spoken } of cases)
      expect(said(written, language), `${language}: ${written}`).to.equal(spoken);
  });

  it('leads every part of what is said to a place in what is written, in order', async () => {
    for (const { language, written } of await spokenCases()) {
      const { text, offsets } = spokenForm(written, language);
      expect(offsets, written).to.have.length(text.length);
      expect(offsets, written).to.deep.equal([...offsets].sort((a, b) => a - b));
      expect(offsets.every((offset) => offset >= 0 && offset < written.length)).to.equal(true);
    }
  });

  it('leads a word that is said to the word that was written for it', () => {
    const written = 'They paid $2.5 billion for 12 km of road in Jan. 1999.';
    const { text, offsets } = spokenForm(written, 'en');
    const place = (word: string): string => {
      const offset = offsets[text.indexOf(word)] ?? -1;
      return splitWords(written, 'en').find(({ start, end }) => offset >= start && offset < end)?.text ?? '';
    };
    expect(
      ['2.5', 'billion', 'dollars', 'kilometers', 'road', 'January', 'nineteen'].map(place),
    ).to.deep.equal(['$2.5', 'billion', 'billion', 'km', 'road', 'Jan.', '1999.']);
  });

  it('leaves plain sentences as they are', () => {
    for (const plain of [
      'Nothing to see here, move on!',
      'Er sagte: „Na gut.“',
      '天空为什么是蓝色的？',
      'आसमान नीला है।',
    ])
      expect(said(plain, 'de')).to.equal(plain);
  });

  it('never says markup, control characters or invisible marks', () => {
    expect(said('# A *b* _c_ `d` [[e]] {f} | g <b>h</b> so\u00adft\u200b \ufeffend\u0007')).to.equal(
      'A b c d e f g b h b so' + 'ft end',
    );
  });

  it('leaves stretches alone that have a pronunciation of their own', () => {
    const written = 'NASA paid $5 to Dr. X.';
    expect(
      spokenForm(written, 'en', {
        kept: [
          { start: 0, end: 4 },
          { start: 10, end: 12 },
        ],
      }).text,
    ).to.equal('NASA paid $5 to Doctor X.');
  });

  it('says emoji when it is given their names', () => {
    const emojiName = (emoji: string): string | undefined => (emoji === '🎉' ? 'party popper' : undefined);
    expect(spokenForm('Done 🎉🫨 now', 'en', { emojiName }).text).to.equal('Done party popper now');
  });

  it('leaves a text of nothing but emoji to the voice', () => {
    expect(said('🐙🎉')).to.equal('🐙🎉');
  });

  it('takes a language that it does not know', () => {
    expect(said('5 km, $5', 'xx')).to.not.equal('');
    expect(said('5 km', 'not a tag')).to.equal('5 kilometers');
  });

  it('reads a long text of odd signs in good time', () => {
    const start = performance.now();
    for (const unit of ['$1,', '1/2-', '<[*', '9:', 'A.', '1 000 ', '@a.b', '👩‍🚀', '٣', 'XIV '])
      said(unit.repeat(2000 / unit.length), 'de');
    // A second on a quiet machine; a pattern that backtracks would take minutes.
    expect(performance.now() - start).to.be.below(30_000);
  });
});

describe('forVoice', () => {
  it('leaves what a list pronounces alone, and leads all of it back to what is written', () => {
    const written = 'Dr. Nguyen paid $5M to NASA.';
    const { text, offsets, phonemes } = forVoice(written, 'en', [{ Nguyen: '/wɪn/', NASA: 'NASSA' }]);
    expect(text).to.equal('Doctor Nguyen paid 5 million dollars to NASSA.');
    expect(phonemes.map(({ start, end, ipa }) => [text.slice(start, end), ipa])).to.deep.equal([
      ['Nguyen', 'wɪn'],
    ]);
    const place = (word: string): number => offsets[text.indexOf(word)] ?? -1;
    expect([place('million'), place('NASSA')]).to.deep.equal([
      written.indexOf('$5M'),
      written.indexOf('NASA'),
    ]);
  });
});

describe('writtenMarks', () => {
  it('gives an emoji that is not said the time of the next word, and the last one the end', () => {
    const written = '✅ Pay $5M 👉 now 🎉';
    const form = spokenForm(written, 'en');
    const marks = ['Pay', '5', 'million', 'dollars', 'now'].map((word, i) => ({
      offset: form.text.indexOf(word),
      ms: i * 300,
    }));
    const words = splitWords(written, 'en');
    const found = writtenMarks(form, words, marks, 2000);
    const first = (text: string): number | undefined => {
      const word = words.find((one) => one.text === text);
      return found.find(({ offset }) => offset >= (word?.start ?? 0) && offset < (word?.end ?? 0))?.ms;
    };
    expect(['✅', 'Pay', '$5M', '👉', 'now', '🎉'].map(first)).to.deep.equal([0, 0, 300, 1200, 1200, 2000]);
  });
});
