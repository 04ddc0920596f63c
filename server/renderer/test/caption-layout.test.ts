import { ASPECTS, FRAME_PX } from '@shortfactory/core';
import type { Aspect, WordBoundary } from '@shortfactory/core';
import { expect } from 'chai';
import { captionSizes, layoutCue } from '../captions/caption-layout.ts';
import type { CaptionLayout, CaptionPart } from '../captions/caption-layout.ts';
import { breakLines } from '../captions/caption-lines.ts';
import { seeded } from '@shortfactory/testing/seeded';

/** What is known of the words of a caption before they are set; `spaced` false for scripts without spaces. */
interface Caption {
  readonly words: readonly string[];
  readonly spaced: boolean;
}

function cueOf(words: readonly string[], spaced = true): Caption {
  return { words, spaced };
}

/** Every character as wide as half the type's size: widths that can be worked out by hand. */
function lay({ words, spaced }: Caption, aspect: Aspect): CaptionLayout {
  const { fontPx } = captionSizes(aspect);
  const parts = words.map((text, index): CaptionPart => ({
    index,
    text,
    widthPx: ([...text].length * fontPx) / 2,
    spaced: index > 0 && spaced,
    boundary: 'word',
    endsLine: false,
  }));
  return layoutCue(parts, aspect);
}

/** Words as they stand on screen: lines from the top, each from left to right. */
function onScreen(cue: Caption, aspect: Aspect = '16:9'): string[][] {
  const { parts } = lay(cue, aspect);
  const baselines = [...new Set(parts.map(({ baseline }) => baseline))].sort((a, b) => a - b);
  return baselines.map((line) =>
    parts
      .filter(({ baseline }) => baseline === line)
      .sort((a, b) => a.x - b.x)
      .map(({ part }) => cue.words[part] ?? ''),
  );
}

const TEXTS = [
  'Hi.',
  'The quick brown fox jumps',
  'Incomprehensibilities notwithstanding everything',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen',
  'a b c d e f g h i j k l m n o p q r s t u v w x y z',
  'هطل المطر وخرج النهر من مجراه',
];

describe('the place of a caption', () => {
  for (const aspect of ASPECTS) {
    it(`stays clear of the sides and of what the apps cover at the bottom, in ${aspect}`, () => {
      const { widthPx, heightPx } = FRAME_PX[aspect];
      for (const text of TEXTS) {
        const { parts, metrics, fontPx } = lay(cueOf(text.split(' ')), aspect);
        for (const { x, width, baseline } of parts) {
          expect(x, text).to.be.at.least(widthPx * 0.05 - 0.01);
          expect(x + width, text).to.be.at.most(widthPx * 0.95 + 0.01);
          expect(baseline + metrics.descent * fontPx, text).to.be.at.most(
            heightPx * (aspect === '9:16' ? 0.85 : 0.93) + 0.51,
          );
          expect(baseline - metrics.ascent * fontPx, 'the upper half is the picture’s').to.be.greaterThan(
            heightPx * 0.5,
          );
        }
      }
    });
  }

  it('centres every line', () => {
    for (const aspect of ASPECTS) {
      const { parts } = lay(cueOf('one three fifteen seven twenty-one'.split(' ')), aspect);
      for (const line of new Set(parts.map(({ baseline }) => baseline))) {
        const row = parts.filter(({ baseline }) => baseline === line);
        const [left, right] = [
          Math.min(...row.map(({ x }) => x)),
          Math.max(...row.map(({ x, width }) => x + width)),
        ];
        expect((left + right) / 2).to.be.closeTo(FRAME_PX[aspect].widthPx / 2, 0.01);
      }
    }
  });

  it('is as large as the design has it, and smaller only where a word or three lines demand it', () => {
    expect(lay(cueOf(['Hello']), '9:16').fontPx).to.equal(Math.round(1080 * 0.108));
    const long = lay(cueOf(['Donaudampfschifffahrtsgesellschaft']), '9:16');
    expect(long.fontPx).to.be.lessThan(Math.round(1080 * 0.108));
    const many = lay(
      cueOf('ever so many words stand in this cue that it cannot do with three'.split(' ')),
      '9:16',
    );
    expect(new Set(many.parts.map(({ baseline }) => baseline)).size).to.be.at.most(3);
    expect(many.fontPx).to.be.lessThan(Math.round(1080 * 0.108));
  });

  it('leaves a gap between words, and little of one where a script has none', () => {
    const gap = (cue: Caption): number => {
      const { parts, fontPx } = lay(cue, '16:9');
      const [first, second] = parts;
      return ((second?.x ?? NaN) - ((first?.x ?? NaN) + (first?.width ?? NaN))) / fontPx;
    };
    expect(gap(cueOf(['two', 'words']))).to.be.closeTo(0.24, 0.01);
    expect(gap(cueOf(['天空', '蓝色'], false))).to.be.within(0.02, 0.1);
    expect(gap(cueOf(['用', 'iPhone'], false))).to.be.within(0.1, 0.2);
  });

  it('keeps the block of a word off its neighbours, also where no space is written', () => {
    for (const cue of [cueOf(['two', 'words', 'more']), cueOf(['我', '用', 'iPhone'], false)]) {
      const { parts } = lay(cue, '9:16');
      parts.slice(1).forEach((part, i) => {
        const before = parts[i];
        expect(part.x - part.sides[0]).to.be.at.least((before?.x ?? NaN) + (before?.width ?? NaN));
        expect((before?.x ?? NaN) + (before?.width ?? NaN) + (before?.sides[1] ?? NaN)).to.be.at.most(part.x);
      });
    }
  });
});

/** Lines of words of which each character is 10 wide and a gap too; `~` says that a word belongs to the next. */
function broken(text: string, maxWidth: number): { lines: string[]; scale: number } {
  const words = text.split(' ');
  const boundary = (word: string): WordBoundary =>
    word.endsWith('~') ? 'bound' : word.endsWith(',') ? 'clause' : 'word';
  const parts = words.map((word) => ({
    width: 10 * word.replace('~', '').length,
    gap: 10,
    boundary: boundary(word),
    endsLine: word.endsWith('-'),
  }));
  const { ranges, scale } = breakLines(parts, maxWidth);
  return { lines: ranges.map(([from, to]) => words.slice(from, to).join(' ').replaceAll('~', '')), scale };
}

describe('the lines of a caption', () => {
  it('are as few as hold the words, all of them in order and none too wide', () => {
    const random = seeded(7);
    for (let round = 0; round < 300; round++) {
      const count = 1 + Math.floor(random() * 7);
      const parts = Array.from({ length: count }, () => ({
        width: 20 + Math.floor(random() * 150),
        gap: 10,
        boundary: 'word' as const,
        endsLine: false,
      }));
      const { ranges, scale } = breakLines(parts, 260);
      expect(ranges.flatMap(([from, to]) => [...parts.keys()].slice(from, to))).to.deep.equal([
        ...parts.keys(),
      ]);
      const widths = ranges.map(([from, to]) =>
        parts.slice(from, to).reduce((sum, { width }) => sum + width + 10, -10),
      );
      expect(Math.max(...widths) * scale).to.be.at.most(260.01);
      expect(ranges.length).to.be.at.most(3);
      const total = parts.reduce((sum, { width }) => sum + width + 10, -10);
      if (total <= 260) expect(ranges).to.have.length(1);
    }
  });

  it('are even, and end where phrases do rather than after an article', () => {
    expect(broken('carry the~ water down the~ hill', 180).lines).to.deep.equal([
      'carry the water',
      'down the hill',
    ]);
    expect(broken('we looked for~ a~ lantern', 180).lines).to.deep.equal(['we looked', 'for a lantern']);
    expect(broken('at night, owls hunt mice', 180).lines).to.deep.equal(['at night,', 'owls hunt mice']);
  });

  it('are two of slightly smaller type rather than three with a lone word', () => {
    const { lines, scale } = broken('the~ current comes from~ below', 150);
    expect(lines).to.deep.equal(['the current', 'comes from below']);
    expect(scale).to.be.within(0.88, 0.99);
  });

  it('end after each piece of a parted word', () => {
    expect(broken('long- er- word', 500).lines).to.deep.equal(['long-', 'er-', 'word']);
  });

  it('do not leave one word alone below a full line', () => {
    const lines = onScreen(cueOf('and the sea came back home'.split(' ')), '9:16');
    expect(lines).to.deep.equal([
      ['and', 'the', 'sea'],
      ['came', 'back', 'home'],
    ]);
  });

  it('run from right to left in Arabic and Hebrew, line after line downwards', () => {
    expect(onScreen(cueOf(['ذهب', 'الولد', 'إلى', 'المدرسة']))).to.deep.equal([
      ['المدرسة', 'إلى', 'الولد', 'ذهب'],
    ]);
    expect(onScreen(cueOf(['שלום', 'עולם']))).to.deep.equal([['עולם', 'שלום']]);
    const long = 'هطل المطر الغزير وخرج النهر الكبير من مجراه'.split(' ');
    const lines = onScreen(cueOf(long), '9:16');
    expect(lines.length).to.be.greaterThan(1);
    expect(lines.flatMap((line) => [...line].reverse())).to.deep.equal(long);
  });

  it('keep Latin words in Arabic in their own order, and Arabic words in English in theirs', () => {
    expect(onScreen(cueOf(['قال', 'open', 'source', 'ثم', 'ذهب']))).to.deep.equal([
      ['ذهب', 'ثم', 'open', 'source', 'قال'],
    ]);
    expect(onScreen(cueOf(['he', 'said', 'مرحبا', 'صديقي', 'twice']))).to.deep.equal([
      ['he', 'said', 'صديقي', 'مرحبا', 'twice'],
    ]);
  });

  it('keep numbers and emoji at their place in Arabic', () => {
    expect(onScreen(cueOf(['في', 'عام', '1969', '🚀', 'هبط']))).to.deep.equal([
      ['هبط', '🚀', '1969', 'عام', 'في'],
    ]);
  });
});
