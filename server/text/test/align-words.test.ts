import { splitWords } from '@shortfactory/core';
import { expect } from 'chai';
import { alignWords } from '../align-words.ts';
import { babble, RATE } from '@shortfactory/testing/fakes/providers/sounds';

describe('alignWords', () => {
  const align = (text: string, samples: Int16Array) =>
    alignWords(splitWords(text, 'en'), 'en', samples, RATE);

  it('puts the words after a pause after the pause', () => {
    const text = 'Rain falls on the roof, and nobody hears it. Why?';
    const { samples, startsMs } = babble(text);
    const marks = align(text, samples);
    for (const word of ['and', 'Why?']) {
      const index = splitWords(text, 'en').findIndex((each) => each.text === word);
      expect(marks[index]?.ms, word).to.be.closeTo(startsMs[index] ?? 0, 20);
    }
  });

  it('gives every word one mark, in order', () => {
    const text = 'One two, three! Four five six: seven. Eight';
    const marks = align(text, babble(text).samples);
    expect(marks.map(({ offset }) => offset)).to.deep.equal(splitWords(text, 'en').map(({ start }) => start));
    const times = marks.map(({ ms }) => ms);
    expect(times).to.deep.equal([...times].sort((a, b) => a - b));
  });

  it('gives none for silence, for no words, or for no sound', () => {
    expect(align('One two', new Int16Array(RATE))).to.deep.equal([]);
    expect(align('One two', new Int16Array(0))).to.deep.equal([]);
    expect(align('', babble('One two').samples)).to.deep.equal([]);
  });

  it('is done in a moment with a scene of the greatest length and sound full of gaps', () => {
    const words = 'word, '.repeat(200).trim();
    const samples = Int16Array.from({ length: RATE * 60 }, (_, i) => (Math.floor(i / 3000) % 2 ? 9000 : 0));
    const started = process.cpuUsage();
    expect(align(words, samples)).to.have.length(200);
    // Of this process's own time: others may have the cores.
    expect(process.cpuUsage(started).user / 1000).to.be.lessThan(5000);
  });
});
