import { ASPECTS, FRAME_PX } from '@shortfactory/core';
import type { Aspect, CaptionCue } from '@shortfactory/core';
import { expect } from 'chai';
import { balance, captionStyle, layoutCue } from '../captions/caption-layout.ts';
import type { CaptionLayout } from '../captions/caption-layout.ts';
import { seeded } from '@shortfactory/testing/seeded';

/** A cue of words that are half a second each; `spaced` false for scripts without spaces. */
function cueOf(words: readonly string[], spaced = true): CaptionCue {
  return {
    startMs: 0,
    endMs: words.length * 500,
    words: words.map((text, i) => ({
      text,
      startMs: i * 500,
      endMs: (i + 1) * 500,
      spaced: i > 0 && spaced,
    })),
  };
}

/** Every character as wide as half the type's size, a space half of that: widths that can be worked out by hand. */
function lay(cue: CaptionCue, aspect: Aspect): CaptionLayout {
  const { fontPx } = captionStyle(aspect);
  return layoutCue(cue, aspect, {
    word: (index) => ([...(cue.words[index]?.text ?? '')].length * fontPx) / 2,
    space: fontPx / 4,
  });
}

/** Words as they stand on screen: lines from the top, each from left to right. */
function onScreen(cue: CaptionCue, aspect: Aspect = '16:9'): string[][] {
  const { words } = lay(cue, aspect);
  const baselines = [...new Set(words.map(({ baseline }) => baseline))].sort((a, b) => a - b);
  return baselines.map((line) =>
    words
      .filter(({ baseline }) => baseline === line)
      .sort((a, b) => a.x - b.x)
      .map(({ index }) => cue.words[index]?.text ?? ''),
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
        const { words, metrics, fontPx } = lay(cueOf(text.split(' ')), aspect);
        for (const { x, width, baseline } of words) {
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
      const { words } = lay(cueOf('one three fifteen seven twenty-one'.split(' ')), aspect);
      for (const line of new Set(words.map(({ baseline }) => baseline))) {
        const row = words.filter(({ baseline }) => baseline === line);
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
    expect(new Set(many.words.map(({ baseline }) => baseline)).size).to.be.at.most(3);
    expect(many.fontPx).to.be.lessThan(Math.round(1080 * 0.108));
  });

  it('leaves a gap between words, and none where a script has none', () => {
    const gap = (cue: CaptionCue): number => {
      const [first, second] = lay(cue, '16:9').words;
      return (second?.x ?? NaN) - ((first?.x ?? NaN) + (first?.width ?? NaN));
    };
    expect(gap(cueOf(['two', 'words']))).to.be.closeTo(captionStyle('16:9').fontPx / 4, 0.01);
    expect(gap(cueOf(['天空', '蓝色'], false))).to.be.closeTo(0, 0.01);
  });
});

describe('the lines of a caption', () => {
  it('are as few as hold the words, and of those the split whose widest line is narrowest', () => {
    const random = seeded(7);
    for (let round = 0; round < 300; round++) {
      const count = 1 + Math.floor(random() * 7);
      const widths = Array.from({ length: count }, () => 20 + Math.floor(random() * 180));
      const gaps = widths.map((_, i) => (i === 0 ? 0 : 10));
      const best = everySplit(count)
        .map((ranges) => ({
          ranges,
          widest: Math.max(...ranges.map((range) => widthOf(range, widths, gaps))),
        }))
        .filter(({ widest }) => widest <= 260)
        .sort((a, b) => a.ranges.length - b.ranges.length || a.widest - b.widest)[0];
      const found = balance(widths, gaps, 260);
      expect(found).to.have.length(best?.ranges.length ?? NaN);
      expect(Math.max(...found.map((range) => widthOf(range, widths, gaps)))).to.equal(best?.widest);
      expect(
        found.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i)),
      ).to.deep.equal([...widths.keys()]);
    }
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

function widthOf(
  [from, to]: readonly [number, number],
  widths: readonly number[],
  gaps: readonly number[],
): number {
  let width = 0;
  for (let i = from; i < to; i++) width += (widths[i] ?? 0) + (i > from ? (gaps[i] ?? 0) : 0);
  return width;
}

/** Every way to break `count` words into lines. */
function everySplit(count: number): [number, number][][] {
  return Array.from({ length: 2 ** (count - 1) }, (_, breaks) => {
    const ranges: [number, number][] = [];
    let from = 0;
    for (let i = 1; i <= count; i++) {
      if (i < count && !(breaks & (1 << (i - 1)))) continue;
      ranges.push([from, i]);
      from = i;
    }
    return ranges;
  });
}
