import { expect } from 'chai';
import { splitWords } from '../domain/script/language.ts';
import { timeWords, type TimedWord } from '../domain/captions/word-times.ts';

const starts = (timed: readonly TimedWord[]): number[] => timed.map(({ startMs }) => startMs);

/** What every result must be, whatever went in. */
function expectSound(timed: readonly TimedWord[], audioMs: number): void {
  timed.forEach(({ startMs, endMs }, index) => {
    expect(startMs, `start of ${index}`).to.satisfy(Number.isInteger);
    expect(endMs, `end of ${index}`).to.satisfy(Number.isInteger);
    expect(endMs - startMs, `length of ${index}`).to.be.at.least(timed.length <= audioMs ? 1 : 0);
    expect(endMs, `end of ${index}`).to.be.at.most(timed[index + 1]?.startMs ?? audioMs);
  });
}

describe('timeWords', () => {
  const words = splitWords('One two three four', 'en');

  it('starts each word at its mark and ends it when the next begins', () => {
    const timed = timeWords(
      words,
      [
        { offset: 0, ms: 0 },
        { offset: 4, ms: 300.4 },
        { offset: 8, ms: 600 },
        { offset: 14, ms: 900 },
      ],
      1200,
    );
    expect(timed.map(({ text, startMs, endMs }) => [text, startMs, endMs])).to.deep.equal([
      ['One', 0, 300],
      ['two', 300, 600],
      ['three', 600, 900],
      ['four', 900, 1200],
    ]);
  });

  it('takes the first of several marks in a word, in whatever order they come', () => {
    const timed = timeWords(
      words,
      [
        { offset: 14, ms: 900 },
        { offset: 5, ms: 450 },
        { offset: 4, ms: 300 },
        { offset: 4, ms: 300 },
        { offset: 8, ms: 600 },
        { offset: 0, ms: 0 },
      ],
      1200,
    );
    expect(starts(timed)).to.deep.equal([0, 300, 600, 900]);
  });

  it('shares the time between two marks by the lengths of the words', () => {
    const timed = timeWords(
      splitWords('go international so', 'en'),
      [
        { offset: 0, ms: 0 },
        { offset: 17, ms: 1500 },
      ],
      1700,
    );
    // Two letters and thirteen share 1500 ms.
    expect(starts(timed)).to.deep.equal([0, 200, 1500]);
  });

  it('spreads all words over the audio when there are no marks', () => {
    expect(starts(timeWords(splitWords('aaa bbb ccc', 'en'), [], 900))).to.deep.equal([0, 300, 600]);
  });

  it('lets a word end before a long pause', () => {
    const timed = timeWords(
      words.slice(0, 2),
      [
        { offset: 0, ms: 0 },
        { offset: 4, ms: 5000 },
      ],
      9000,
    );
    expect(timed[0]?.endMs).to.be.within(300, 600);
    expect(timed[1]?.endMs).to.be.within(5300, 5600);
  });

  it('keeps a number until its last part is spoken', () => {
    const timed = timeWords(
      splitWords('1250 octopuses', 'en'),
      [
        { offset: 0, ms: 0 },
        { offset: 1, ms: 700 },
        { offset: 2, ms: 3000 },
        { offset: 5, ms: 4000 },
      ],
      5000,
    );
    expect(timed[0]?.endMs).to.be.within(3200, 4000);
  });

  it('gives a Chinese word the time of its syllables', () => {
    const [first] = timeWords(splitWords('天空 blue', 'zh'), [{ offset: 3, ms: 6000 }], 7000);
    expect(first?.endMs).to.be.within(700, 1000);
  });

  it('ignores a mark that would make the words go back', () => {
    const timed = timeWords(
      words,
      [
        { offset: 0, ms: 100 },
        { offset: 4, ms: 700 },
        { offset: 8, ms: 500 },
        { offset: 14, ms: 900 },
      ],
      1200,
    );
    expect(starts(timed).slice(0, 2)).to.deep.equal([100, 700]);
    expect(starts(timed)[3]).to.equal(900);
    expectSound(timed, 1200);
  });

  it('clamps marks from outside the audio and drops what is not a time', () => {
    const timed = timeWords(
      words,
      [
        { offset: 0, ms: -50 },
        { offset: 4, ms: Number.NaN },
        { offset: 8, ms: 99_999 },
        { offset: 14, ms: 99_999 },
      ],
      1000,
    );
    expect(starts(timed)[0]).to.equal(0);
    expectSound(timed, 1000);
  });

  it('spreads words evenly when there are more than milliseconds', () => {
    expect(starts(timeWords(words, [], 2))).to.deep.equal([0, 0, 1, 1]);
    expectSound(timeWords(words, [], 2), 2);
    expectSound(timeWords(words, [], 0), 0);
  });

  it('gives no words for no words', () => {
    expect(timeWords([], [{ offset: 0, ms: 3 }], 100)).to.deep.equal([]);
  });

  it('holds its promises for any marks', () => {
    // A small congruential generator: the same thousand cases every time.
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const many = splitWords('The sky 天空为什么 is 3 € blue 🐙 and नीला or أزرق , twice (twice) !', 'en');
    for (let round = 0; round < 1000; round++) {
      const audioMs = random(3) === 0 ? random(30) : random(9000);
      const marks = Array.from({ length: random(40) }, () => ({
        offset: random(80),
        ms: random(12_000) - 1000,
      }));
      expectSound(timeWords(many, marks, audioMs), audioMs);
    }
  });
});
