import { expect } from 'chai';
import { cuesFrom, cueText, shiftCues, verifyCaptions } from '../domain/captions/captions.ts';
import type { CaptionCue, CaptionWord, WordBoundary } from '../domain/captions/captions.ts';
import { CaptionsInvalid } from '../domain/errors.ts';
import { splitWords } from '../domain/script/language.ts';
import { seeded, whole } from '@shortfactory/testing/seeded';

const WORD_MS = 300;

/** What ends after a word, by its last sign; a word with '~' belongs to the next. */
function boundaryOf(word: string): WordBoundary {
  if (/[.!?…。！？؟।][”)]*$/u.test(word)) return 'sentence';
  if (/[,，]$/u.test(word)) return 'clause';
  return word.endsWith('~') ? 'bound' : 'word';
}

/** A text's words, one every 300 ms, with `pauses` (word index → silence before it). */
function spoken(text: string, language = 'en', pauses: Record<number, number> = {}): CaptionWord[] {
  const words = splitWords(text, language);
  let at = 0;
  return words.map((word, i) => {
    at += pauses[i] ?? 0;
    const startMs = at;
    at += WORD_MS;
    const spaced = i > 0 && word.start > (words[i - 1]?.end ?? 0);
    return { text: word.text, startMs, endMs: at, spaced, boundary: boundaryOf(word.text) };
  });
}

function cut(text: string, language = 'en', pauses: Record<number, number> = {}): string[] {
  const words = spoken(text, language, pauses);
  return cuesFrom(words, words.at(-1)?.endMs ?? 0).map(cueText);
}

describe('captions', () => {
  it('begin anew after every sentence, closing quotes and brackets included', () => {
    expect(cut('Look! “Three hearts?” (Yes.) It has three… Really')).to.deep.equal([
      'Look!',
      '“Three hearts?”',
      '(Yes.)',
      'It has three…',
      'Really',
    ]);
  });

  it('begin anew after a pause of 350 ms, not after a shorter one', () => {
    expect(cut('one two three', 'en', { 1: 349, 2: 350 })).to.deep.equal(['one two', 'three']);
  });

  it('begin anew at a clause once there is enough to read, not after a first word', () => {
    expect(cut('So, the octopus has hearts, and blood is blue')).to.deep.equal([
      'So, the octopus has hearts,',
      'and blood is blue',
    ]);
  });

  it('never show more than seven words, however short they are', () => {
    expect(cut('a b c d e f g h i j k l m n o')).to.deep.equal(['a b c d e', 'f g h i j', 'k l m n o']);
  });

  it('leave no last word alone where the one before can give some, and are about as long as one another', () => {
    expect(cut('Nobody in the valley remembered such a winter')).to.deep.equal([
      'Nobody in the valley',
      'remembered such a winter',
    ]);
    expect(cut('They kept the old lighthouse burning for sailors')).to.deep.equal([
      'They kept the old lighthouse',
      'burning for sailors',
    ]);
  });

  it('do not end after a word that belongs to the next, however long the pause behind it', () => {
    expect(cut('The letter was for old Dr~ Winterbottom of Kent')).to.deep.equal([
      'The letter was for old',
      'Dr~ Winterbottom of Kent',
    ]);
    expect(cut('Ask Dr~ Lee', 'en', { 2: 900 })).to.deep.equal(['Ask Dr~ Lee']);
  });

  it('cut Chinese by its own words and write it without spaces', () => {
    const cues = cut('章鱼有三颗心脏，两颗为鳃供血。血是蓝色的。', 'zh');
    expect(cues.join('')).to.equal('章鱼有三颗心脏，两颗为鳃供血。血是蓝色的。');
    expect(cues.at(-1)).to.equal('血是蓝色的。');
    // Three lines hold 21 wide characters.
    for (const text of cues) expect([...text].length, text).to.be.at.most(21);
  });

  it('end at the Arabic question mark and the Hindi danda', () => {
    expect(cut('لماذا السماء زرقاء؟ بسبب الضوء.', 'ar')).to.deep.equal([
      'لماذا السماء زرقاء؟',
      'بسبب الضوء.',
    ]);
    expect(cut('आकाश नीला है। क्यों?', 'hi')).to.deep.equal(['आकाश नीला है।', 'क्यों?']);
  });

  it('give long German compounds a caption of few words', () => {
    const cues = cut(
      'Die Donaudampfschifffahrtsgesellschaft befördert Rindfleischetikettierungsgesetze täglich',
    );
    expect(cues.join(' ')).to.equal(
      'Die Donaudampfschifffahrtsgesellschaft befördert Rindfleischetikettierungsgesetze täglich',
    );
    for (const text of cues)
      expect(text.split(' ').filter((word) => word.length > 20)).to.have.length.at.most(1);
  });

  it('stay a moment after the last word, but never into the next caption', () => {
    const words = spoken('One. Two. Three.', 'en', { 1: 100, 2: 2000 });
    const [first, second, third] = cuesFrom(words, 5000) as [CaptionCue, CaptionCue, CaptionCue];
    expect(first.endMs).to.equal(second.startMs);
    expect(second.endMs).to.be.within(second.words[0]?.endMs ?? 0, third.startMs - 1);
    expect(third.endMs).to.be.above(third.words[0]?.endMs ?? 0);
  });

  it('of nothing are nothing', () => {
    expect(cuesFrom([], 1000)).to.deep.equal([]);
  });

  it('hold every word once, in order, on screen while it is spoken, for any words and times', () => {
    const random = seeded(2);
    const pool = ['a', 'octopus', 'hearts,', 'blue.', 'Why?', '心臓', 'नमस्ते', 'سلام', '😀', 'x'.repeat(900)];
    for (let run = 0; run < 1500; run++) {
      let at = whole(random, 0, 500);
      const words = Array.from({ length: whole(random, 1, 50) }, (_, i): CaptionWord => {
        at += random() < 0.3 ? whole(random, 0, 900) : 0;
        const startMs = at;
        at += whole(random, 1, 900);
        const text = pool[whole(random, 0, 9)] as string;
        return { text, startMs, endMs: at, spaced: i > 0, boundary: boundaryOf(text) };
      });
      const audioMs = at + whole(random, 0, 700);
      const cues = cuesFrom(words, audioMs);
      const context = `run ${run}`;
      expect(
        cues.flatMap((cue) => cue.words),
        context,
      ).to.deep.equal(words);
      cues.forEach((cue, i) => {
        expect(cue.words.length, context).to.be.within(1, 7);
        expect(cue.startMs, context).to.be.at.most(cue.words[0]?.startMs ?? -1);
        expect(cue.endMs, context).to.be.at.least(cue.words.at(-1)?.endMs ?? Infinity);
        expect(cue.endMs, context).to.be.at.most(cues[i + 1]?.startMs ?? Infinity);
        const letters = cueText(cue).replace(/\p{Mn}/gu, '');
        if (cue.words.length > 1) expect([...letters].length, context).to.be.at.most(38);
        const ends = cue.words
          .slice(0, -1)
          .filter(
            ({ text, endMs }, w) => /[.?]$/.test(text) || (cue.words[w + 1]?.startMs ?? 0) - endMs >= 350,
          );
        expect(ends, context).to.deep.equal([]);
      });
      const narration = words.map((word) => word.text).join(' ');
      verifyCaptions(1, narration, 'en', cues, audioMs);
    }
  });

  it('moved later keep their lengths and words', () => {
    const cues = cuesFrom(spoken('One two. Three.'), 1000);
    const moved = shiftCues(cues, 250.5);
    expect(moved.map(cueText)).to.deep.equal(cues.map(cueText));
    moved.forEach((cue, i) => {
      expect(cue.startMs - (cues[i]?.startMs ?? 0)).to.equal(250.5);
      expect(cue.endMs - cue.startMs).to.equal((cues[i]?.endMs ?? 0) - (cues[i]?.startMs ?? 0));
      expect((cue.words[0]?.startMs ?? 0) - (cues[i]?.words[0]?.startMs ?? 0)).to.equal(250.5);
    });
  });
});

describe('verifyCaptions', () => {
  const text = 'An octopus has three hearts';
  const words = spoken(text);
  const audioMs = words.length * WORD_MS;
  const one = (shown: readonly CaptionWord[]): CaptionCue[] => [{ startMs: 0, endMs: 9999, words: shown }];
  const timed = (index: number, change: Partial<CaptionWord>): CaptionCue[] =>
    one(words.map((word, i) => (i === index ? { ...word, ...change } : word)));
  const swapped = words.map((word, i) => ({ ...word, text: (words[[0, 2, 1, 3, 4][i] ?? 0] ?? word).text }));

  it('accepts captions that say what the narration says', () => {
    expect(() => verifyCaptions(3, text, 'en', cuesFrom(words, audioMs), audioMs)).not.to.throw();
  });

  const faults: readonly [string, readonly CaptionCue[], RegExp][] = [
    ['a missing word', one(words.filter((_, i) => i !== 2)), /“has”/],
    ['a missing last word', one(words.slice(0, -1)), /“hearts” is missing/],
    ['no captions at all', [], /“An” is missing/],
    ['a doubled word', one([...words.slice(0, 2), words[1] as CaptionWord, ...words.slice(2)]), /“octopus”/],
    ['two swapped words', one(swapped), /“has”.*“octopus”/],
    ['a word too many', one([...words, { ...(words[4] as CaptionWord), text: 'indeed' }]), /“indeed”/],
    ['a word spelled otherwise', timed(1, { text: 'Octopus' }), /“Octopus”.*“octopus”/],
    ['a word before the one that precedes it', timed(3, { startMs: 850 }), /“three”/],
    ['a word that ends before it begins', timed(3, { endMs: 899 }), /“three”/],
    ['a word before the audio', timed(0, { startMs: -1 }), /“An”/],
    ['a word after the audio', timed(4, { endMs: audioMs + 2 }), /“hearts”.*1502 ms.*1500 ms/],
    ['a caption that comes late', [{ startMs: 1, endMs: 9999, words }], /“An”/],
    ['a caption that goes early', [{ startMs: 0, endMs: 1499, words }], /“An”/],
  ];
  for (const [what, cues, names] of faults) {
    it(`refuses ${what}, naming the scene and the word`, () => {
      expect(() => verifyCaptions(3, text, 'en', cues, audioMs))
        .to.throw(CaptionsInvalid)
        .with.property('message')
        .that.matches(/^Scene 3: /)
        .and.matches(names);
    });
  }
});
