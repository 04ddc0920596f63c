import { expect } from 'chai';
import { isAddress, lettersWithoutFont } from '../index.ts';

describe('a topic', () => {
  it('is an address when it is one and nothing else', () => {
    for (const topic of [
      'https://example.org/how-to-bake',
      'http://localhost:3000',
      'www.example.de',
      'example.com',
      'news.example.co.uk/today?id=3#top',
      '<https://example.org>',
      'bücher.example.ch/neu',
      'youtu.be/abc123',
    ]) {
      expect(isAddress(topic), topic).to.equal(true);
    }
    for (const topic of [
      'Why www stands before a name',
      'Node.js',
      'ASP.NET',
      'What example.com is for',
      'e.g. bread',
      'setup.py',
      '3.5',
      'Man vs. machine',
      'Yahoo!',
    ]) {
      expect(isAddress(topic), topic).to.equal(false);
    }
  });
});

describe('letters that captions lack', () => {
  it('are named where a text is written with them, and pass as a single word', () => {
    expect(lettersWithoutFont('བོད་སྐད')).to.not.be.empty;
    expect(lettersWithoutFont('ଓଡ଼ିଆ ଭାଷା')).to.not.be.empty;
    expect(lettersWithoutFont('The Tibetan greeting བཀྲ means luck in a language of the mountains')).to.be
      .empty;
    for (const text of ['தமிழ்', 'ខ្មែរ', 'አማርኛ', 'ქართული', 'Tiếng Việt', '日本語', '2026', '🎉']) {
      expect(lettersWithoutFont(text), text).to.be.empty;
    }
  });
});
