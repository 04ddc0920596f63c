import { ASPECTS, CAPTION_STYLES, FRAME_PX, msToFrame, splitWords } from '@shortfactory/core';
import type { Aspect, CaptionCue, CaptionStyle } from '@shortfactory/core';
import { expect } from 'chai';
import { paintCaptions } from '../captions/caption-painter.ts';
import type { CaptionLayer } from '../captions/caption-painter.ts';
import { captionSizes, layoutCue } from '../captions/caption-layout.ts';
import { coloursUnder } from '../captions/colours-under.ts';
import { Fonts } from '../captions/fonts.ts';
import { scaledSize } from '../ffmpeg/arguments.ts';

const fonts = new Fonts();
const WORD_MS = 400;
const NAMED = Object.entries(CAPTION_STYLES) as readonly (readonly [string, CaptionStyle])[];
const SHOWN = NAMED.filter(([name]) => name !== 'none');
/** One sentence in each way in which scripts are set. */
const TEXTS = [
  ['Octopuses don’t have one heart', 'en'],
  ['للأخطبوط ثلاثة قلوب زرقاء', 'ar'],
  ['ऑक्टोपस के तीन दिल होते हैं', 'hi'],
  ['หมึกยักษ์มีหัวใจสามดวง', 'th'],
  ['章鱼有三颗心脏', 'zh'],
] as const;

function cueOf(text: string, language: string): CaptionCue {
  const words = splitWords(text, language);
  return {
    startMs: 0,
    endMs: words.length * WORD_MS,
    words: words.map((word, i) => ({
      text: word.text,
      startMs: i * WORD_MS,
      endMs: (i + 1) * WORD_MS,
      spaced: i > 0 && word.start > (words[i - 1]?.end ?? 0),
    })),
  };
}

function paint(text: string, language: string, style: CaptionStyle, aspect: Aspect = '9:16') {
  return paintCaptions([cueOf(text, language)], language, aspect, fonts, style);
}

const alphaOf = ({ planes, widthPx, heightPx }: CaptionLayer): Uint8Array =>
  planes.subarray(widthPx * heightPx * 1.5, widthPx * heightPx * 2.5);

/** How far beside the letters nothing of the picture comes, in pixels of the narrowest frame. */
const RING_PX = 3;
/** As much of the picture is seen through a plate as this leaves. */
const LEAST_COVER = 200;
/** Luma of white and of the mark's yellow. */
const LETTERS = [235, 187];

describe('captions in a style', () => {
  for (const [name, style] of SHOWN) {
    for (const aspect of ASPECTS) {
      it(`are read on any footage: ${name} in ${aspect}, nothing of it comes near a letter`, async () => {
        const { shows, spoken } = style;
        const layers = await paint('Weiße Möwen', 'de', style, aspect);
        // What stands alone has come in by then.
        const layer = layers.find(({ fromFrame, toFrame }) => toFrame - fromFrame > 3) as CaptionLayer;
        const luma = shows === 'word' && spoken.as === 'colour' ? LETTERS[1] : LETTERS[0];
        const alpha = alphaOf(layer);
        const letters = [...alpha.keys()].filter((at) => layer.planes[at] === luma && alpha[at] === 255);
        expect(letters.length).to.be.above(500);
        const around = [-1, 0, 1].flatMap((dy) =>
          [-1, 0, 1].map((dx) => RING_PX * (dy * layer.widthPx + dx)),
        );
        const bare = letters.filter((at) => around.some((step) => (alpha[at + step] ?? 0) < LEAST_COVER));
        expect(bare).to.deep.equal([]);
      });
    }

    it(`stay within what the apps leave free in every script: ${name}`, async () => {
      for (const [text, language] of TEXTS) {
        for (const layer of await paint(text, language, style)) {
          const { left, right, top, bottom } = inked(layer);
          expect(left, text).to.be.at.least(0.02 * 1080);
          expect(right, text).to.be.at.most(0.98 * 1080);
          expect(top, text).to.be.at.least(0.5 * 1920);
          expect(bottom, text).to.be.at.most(0.87 * 1920);
        }
      }
    });
  }

  it('are Block where none is named', async () => {
    const named = await paint('Three hearts', 'en', CAPTION_STYLES.block);
    expect(await paintCaptions([cueOf('Three hearts', 'en')], 'en', '9:16', fonts)).to.deep.equal(named);
  });

  it('are not painted at all where there are to be none', async () => {
    expect(await paint('Three hearts', 'en', CAPTION_STYLES.none)).to.deep.equal([]);
  });

  it('show one word at a time, without a gap, where a style does, and let it come in', async () => {
    const layers = await paint('Three blue hearts', 'en', CAPTION_STYLES.pop);
    const [first, ...others] = layers;
    expect(first?.fromFrame).to.equal(0);
    others.forEach((layer, i) => expect(layer.fromFrame).to.equal(layers[i]?.toFrame));
    expect(layers.at(-1)?.toFrame).to.equal(msToFrame(3 * WORD_MS));
    expect(layers).to.have.length(9);
    expect(first?.widthPx, 'smaller when it comes').to.be.lessThan(layers[2]?.widthPx ?? 0);
  });

  it('come in by getting opaque where a style says so, and are marked when they stand', async () => {
    const layers = await paint('Three hearts', 'en', CAPTION_STYLES.underline);
    const strongest = layers.map((layer) => alphaOf(layer).reduce((most, each) => Math.max(most, each)));
    expect(strongest.slice(0, 3)).to.satisfy(
      ([a = 0, b = 0, c = 0]: number[]) => a < b && b < c && c === 255,
    );
    expect(layers[3]?.fromFrame).to.equal(2);
    expect(layers).to.have.length(5);
  });

  it('mark the spoken word where it stands, also from right to left', async () => {
    for (const style of [CAPTION_STYLES.outline, CAPTION_STYLES.underline]) {
      const marks = (await paint('قلب واحد', 'ar', style)).slice(-2).map(inked);
      expect(marks[0]?.left, 'the first word is the right one').to.be.above(marks[1]?.left ?? NaN);
    }
  });

  it('are in capitals where a script has them, by the rules of the language', async () => {
    const { outline } = CAPTION_STYLES;
    const written = { ...outline, case: 'as-written' } as const;
    const planes = async (text: string, language: string, style: CaptionStyle) =>
      (await paint(text, language, style)).map((layer) => layer.planes);
    expect(await planes('kitap', 'tr', outline)).to.deep.equal(await planes('KİTAP', 'tr', written));
    for (const [text, language] of TEXTS.slice(1))
      expect(await planes(text, language, outline), text).to.deep.equal(
        await planes(text, language, written),
      );
  });

  it('use another typeface for the letters that it has', () => {
    const families = (typeface: CaptionStyle['typeface']): string[] =>
      fonts.itemize('Herz 心', 'en', typeface).runs.flatMap((run) => ('family' in run ? [run.family] : []));
    expect(families('sans')).to.deep.equal(['SF Sans', 'SF Han']);
    expect(families('gothic')).to.deep.equal(['SF Gothic latin', 'SF Han']);
  });

  for (const aspect of ASPECTS) {
    it(`stand at the top, in the middle or below in ${aspect}`, () => {
      const { heightPx } = FRAME_PX[aspect];
      const place = (position: CaptionStyle['position']): { top: number; bottom: number } => {
        const style = { ...CAPTION_STYLES.block, position };
        const { fontPx } = captionSizes(aspect, style);
        const parts = ['one', 'two', 'three', 'four'].map((text, index) => ({
          ...{
            text,
            index,
            widthPx: fontPx * 3,
            spaced: index > 0,
            boundary: 'word' as const,
            endsLine: false,
          },
        }));
        const laid = layoutCue(parts, aspect, style);
        const baselines = laid.parts.map(({ baseline }) => baseline);
        return {
          top: (Math.min(...baselines) - laid.metrics.ascent * laid.fontPx) / heightPx,
          bottom: (Math.max(...baselines) + laid.metrics.descent * laid.fontPx) / heightPx,
        };
      };
      const below = aspect === '9:16' ? 0.85 : 0.93;
      expect(place('top').top).to.be.closeTo(aspect === '9:16' ? 0.13 : 0.07, 0.001);
      expect(place('lower').bottom).to.be.closeTo(below, 0.001);
      const { top, bottom } = place('middle');
      expect((top + bottom) / 2).to.be.closeTo((place('top').top + below) / 2, 0.001);
    });
  }
});

describe('the colours under captions', () => {
  it('are those of the picture where the style stands', () => {
    const { widthPx, heightPx } = scaledSize('9:16');
    // White above the middle, black below.
    const pixels = new Uint8Array(widthPx * heightPx * 1.5).fill(128);
    pixels.fill(235, 0, (widthPx * heightPx) / 2).fill(16, (widthPx * heightPx) / 2, widthPx * heightPx);
    const under = (position: CaptionStyle['position']): number[] => [
      ...new Set(
        coloursUnder({ widthPx, heightPx, pixels }, '9:16', { ...CAPTION_STYLES.block, position }).map(
          ([red]) => Math.round(red),
        ),
      ),
    ];
    expect(under('top')).to.deep.equal([255]);
    expect(under('lower')).to.deep.equal([0]);
  });
});

/** Edges of what is painted, in the frame. */
function inked(layer: CaptionLayer): { left: number; right: number; top: number; bottom: number } {
  const alpha = alphaOf(layer);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < alpha.length; at++) {
    if ((alpha[at] ?? 0) < 16) continue;
    const [x, y] = [layer.x + (at % layer.widthPx), layer.y + Math.floor(at / layer.widthPx)];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { left, right, top, bottom };
}
