import { abbreviationsOf } from '@shortfactory/text';
import { expect } from 'chai';

describe('abbreviationsOf', () => {
  const cases: [language: string, written: string, spoken: string, followedBy: string][] = [
    ['en', 'Prof.', 'Professor', 'name'],
    ['en-GB', 'Fig.', 'figure', 'number'],
    ['en', 'Oct.', 'October', 'number'],
    ['de', 'z. B.', 'zum Beispiel', 'more'],
    ['de', 'usw.', 'und so weiter', 'anything'],
    ['fr', 'Mme', 'madame', 'name'],
    ['no', 'f.eks.', 'for eksempel', 'more'],
    ['he', 'ד"ר', 'דוקטור', 'name'],
    ['th', 'ดร.', 'ดอกเตอร์', 'name'],
  ];
  for (const [language, written, spoken, followedBy] of cases) {
    it(`knows ${written} in ${language}`, () => {
      expect(abbreviationsOf(language)).to.deep.include({ written, spoken, followedBy, afterNumber: false });
    });
  }

  it('knows that some count only behind a number', () => {
    const hours = abbreviationsOf('pl').filter(({ written }) => written === 'godz.');
    expect(hours.map(({ afterNumber }) => afterNumber)).to.include(true);
  });

  it('is empty for a language without a list', () => expect(abbreviationsOf('xx')).to.deep.equal([]));
});
