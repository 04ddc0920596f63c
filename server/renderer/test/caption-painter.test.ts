import { createCanvas } from '@napi-rs/canvas';
import { ASPECTS, FRAME_PX, msToFrame, splitWords } from '@shortfactory/core';
import type { CaptionCue } from '@shortfactory/core';
import { expect } from 'chai';
import { paintCaptions } from '../captions/caption-painter.ts';
import type { CaptionLayer } from '../captions/caption-painter.ts';
import { toPlanes } from '../captions/caption-planes.ts';
import { Fonts } from '../captions/fonts.ts';
import { piecesOf } from '../captions/long-words.ts';

const fonts = new Fonts();
const MARK = [0xff, 0xc8, 0x1e];
const INK = [0x12, 0x21, 0x1c];

function cueOf(text: string, language: string): CaptionCue {
  const words = splitWords(text, language);
  return {
    startMs: 100,
    endMs: 100 + words.length * 400,
    words: words.map((word, i) => ({
      text: word.text,
      startMs: 100 + i * 400,
      endMs: 500 + i * 400,
      spaced: i > 0 && word.start > (words[i - 1]?.end ?? 0),
    })),
  };
}

interface Pixel {
  readonly rgb: readonly number[];
  readonly alpha: number;
}

/** A layer's pixel as it was painted: the inverse of the planes' BT.709 limited range, within their rounding. */
function pixel({ planes, widthPx, heightPx }: CaptionLayer, x: number, y: number): Pixel {
  const full = widthPx * heightPx;
  const half = (y >> 1) * (widthPx / 2) + (x >> 1);
  const luma = (1.164384 * ((planes[y * widthPx + x] ?? 0) - 16)) / 1;
  const [u, v] = [(planes[full + half] ?? 0) - 128, (planes[full * 1.25 + half] ?? 0) - 128];
  return {
    rgb: [luma + 1.792741 * v, luma - 0.213249 * u - 0.532909 * v, luma + 2.112402 * u],
    alpha: planes[full * 1.5 + y * widthPx + x] ?? 0,
  };
}

function isNear({ rgb, alpha }: Pixel, wanted: readonly number[]): boolean {
  return alpha === 255 && rgb.every((value, i) => Math.abs(value - (wanted[i] ?? 0)) <= 6);
}

/** How much of a layer has a colour, from 0 to 1. */
function share(layer: CaptionLayer, wanted: readonly number[] | ((seen: Pixel) => boolean)): number {
  const is = typeof wanted === 'function' ? wanted : (seen: Pixel) => isNear(seen, wanted);
  let found = 0;
  for (let y = 0; y < layer.heightPx; y++) {
    for (let x = 0; x < layer.widthPx; x++) if (is(pixel(layer, x, y))) found++;
  }
  return found / (layer.widthPx * layer.heightPx);
}

const colourful = ({ rgb, alpha }: Pixel): boolean =>
  alpha === 255 && Math.max(...rgb) - Math.min(...rgb) > 60;

/** How wide the outline is at the least, in pixels of the narrowest frame. */
const RING_PX = 3;

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: readonly number[], other: readonly number[]): number {
  const light = ([r = 0, g = 0, b = 0]: readonly number[]): number => {
    const linear = (value: number): number =>
      value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  };
  const [darker = 0, lighter = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('painted captions', () => {
  it('are a layer of all words for the cue’s time, then the marked word for its own, in order', async () => {
    const cue = cueOf('Two hearts beat', 'en');
    const [all, ...marked] = await paintCaptions([cue], 'en', '9:16', fonts);
    expect(all).to.include({ fromFrame: msToFrame(cue.startMs), toFrame: msToFrame(cue.endMs) });
    expect(marked.map(({ fromFrame, toFrame }) => [fromFrame, toFrame])).to.deep.equal(
      cue.words.map(({ startMs, endMs }) => [msToFrame(startMs), msToFrame(endMs)]),
    );
  });

  it('show a word that is spoken within one frame for that frame', async () => {
    const [, marked] = await paintCaptions(
      [{ startMs: 100, endMs: 400, words: [{ text: 'a', startMs: 100, endMs: 101, spaced: false }] }],
      'en',
      '9:16',
      fonts,
    );
    expect((marked?.toFrame ?? 0) - (marked?.fromFrame ?? 0)).to.equal(1);
  });

  it('have the spoken word in ink on a solid block of the mark’s yellow, all others white with an ink outline', async () => {
    const [all, marked] = await paintCaptions([cueOf('hearts', 'en')], 'en', '9:16', fonts);
    expect(share(marked as CaptionLayer, MARK)).to.be.within(0.5, 0.9);
    expect(share(marked as CaptionLayer, INK)).to.be.within(0.08, 0.4);
    expect(share(all as CaptionLayer, [255, 255, 255])).to.be.within(0.05, 0.4);
    expect(share(all as CaptionLayer, INK)).to.be.within(0.05, 0.4);
    expect(share(all as CaptionLayer, MARK)).to.equal(0);
  });

  for (const aspect of ASPECTS) {
    it(`are read on any footage in ${aspect}, white foam too: nothing of it comes near a letter, and ink is what does`, async () => {
      const [all] = await paintCaptions([cueOf('Weiße Möwen, 1 Licht', 'de')], 'de', aspect, fonts);
      const { widthPx, heightPx, planes } = all as CaptionLayer;
      const alpha = planes.subarray(widthPx * heightPx * 1.5, widthPx * heightPx * 2.5);
      const letters = [...alpha.keys()].filter((at) => planes[at] === 235 && alpha[at] === 255);
      expect(letters.length).to.be.above(1000);
      const bare = letters.filter((at) =>
        [-1, 0, 1].some((dy) => [-1, 0, 1].some((dx) => alpha[at + RING_PX * (dy * widthPx + dx)] !== 255)),
      );
      expect(bare).to.deep.equal([]);
      expect(contrast([255, 255, 255], INK)).to.be.at.least(7);
      expect(contrast(MARK, INK)).to.be.at.least(7);
    });

    it(`lie inside the frame and clear of its edges in ${aspect}, however long a word is`, async () => {
      const text = 'Donaudampfschifffahrtsgesellschaftskapitän sailed yesterday';
      const { widthPx, heightPx } = FRAME_PX[aspect];
      for (const layer of await paintCaptions([cueOf(text, 'de')], 'de', aspect, fonts)) {
        expect(layer.x % 2 === 0 && layer.y % 2 === 0 && layer.widthPx % 32 === 0).to.equal(true);
        expect(layer.x).to.be.at.least(0);
        expect(layer.x + layer.widthPx).to.be.at.most(widthPx);
        expect(layer.y + layer.heightPx).to.be.at.most(heightPx * (aspect === '9:16' ? 0.87 : 0.96));
        const seen = inked(layer);
        expect(seen.left).to.be.at.least(widthPx * 0.03);
        expect(seen.right).to.be.at.most(widthPx * 0.97);
      }
    });
  }

  it('draw an emoji in its colours, joined ones, keycaps, skin tones and flags as one picture each', async () => {
    const people = ['💑', '👩🏾‍❤️‍💋‍👨🏻'];
    for (const emoji of ['🦊', '👩‍🚀', '👍🏽', '🏳️‍🌈', '❤️', '🇫🇷', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '7️⃣', '👉', '⚽️', ...people]) {
      const cue = cueOf(`ok ${emoji}`, 'en');
      const { runs, missing } = fonts.itemize(emoji, 'en');
      expect(runs, emoji).to.deep.equal([{ emoji }]);
      expect(missing, emoji).to.deep.equal([]);
      const layers = await paintCaptions([cue], 'en', '9:16', fonts);
      expect(share(layers[0] as CaptionLayer, colourful), emoji).to.be.greaterThan(0.01);
    }
    expect(fonts.itemize('👨‍👩‍👦', 'en').runs).to.deep.equal([{ emoji: '👨‍👩‍👦' }]);
  });

  it('leave out an emoji without a picture, with its time', async () => {
    expect(fonts.itemize('hi🇽🇽', 'en')).to.deep.equal({
      runs: [{ family: 'SF Gothic latin', text: 'hi' }],
      missing: [],
    });
    const layers = await paintCaptions([cueOf('one 🇽🇽 two', 'en')], 'en', '9:16', fonts);
    expect(layers).to.have.length(3);
    expect(await paintCaptions([cueOf('🇽🇽', 'en')], 'en', '9:16', fonts)).to.deep.equal([]);
  });

  it('part a word that is too long for a line: after syllables, in an address after its separators', async () => {
    const limit = (text: string): number => [...text].length;
    const parted = async (word: string, language: string): Promise<string> =>
      (await piecesOf(word, language, 10, limit)).join(' ');
    expect(await parted('Straßenbahn', 'de')).to.equal('Straßenbahn');
    expect(await parted('Straßenbahnhaltestelle', 'de')).to.equal('Straßenbahn- haltestelle');
    expect(await parted('www.tea-shop.org/green/leaves', 'en')).to.match(/^www\.tea-\S* \S+[/.] \S+$/);
    expect(await parted('abc\u00addefghijklmnop', 'xx')).to.match(/- /);
    expect(await parted('प्रयोगशालाकार्यक्रमविश्वविद्यालय', 'hi')).to.not.contain('-');
    expect((await piecesOf('q'.repeat(300), 'en', 10, limit)).length).to.be.at.most(4);
    const [, mark] = await paintCaptions(
      [cueOf('Straßenbahnhaltestellenhäuschen', 'de')],
      'de',
      '9:16',
      fonts,
    );
    expect(mark?.heightPx, 'the block stands on both lines').to.be.greaterThan(200);
  });

  it('join the letters of Arabic and Devanagari: a word is narrower than its letters apart', async () => {
    for (const [word, language] of [
      ['المدرسة', 'ar'],
      ['क्षत्रिय', 'hi'],
    ] as const) {
      const context = createCanvas(8, 8).getContext('2d');
      const width = (text: string): number => {
        const [run] = fonts.itemize(text, language).runs;
        context.font = `100px "${run && 'family' in run ? run.family : ''}"`;
        return context.measureText(text).width;
      };
      const apart = [...word].reduce((sum, letter) => sum + width(letter), 0);
      expect(width(word), word).to.be.lessThan(apart * 0.95);
    }
  });

  it('name each character that no font has, once', () => {
    expect(fonts.itemize('x⁺ 𓀀 y𓀀', 'en').missing).to.include('𓀀');
    expect(
      fonts.itemize('Ελληνικά, кириллица, 日本語, 한국어, ไทย, বাংলা, עברית — “ok” € ₹', 'en').missing,
    ).to.deep.equal([]);
  });

  it('keep a colour through the planes, also where only a part of four pixels is covered', () => {
    const rgba = new Uint8ClampedArray(2 * 2 * 4);
    rgba.set([255, 200, 30, 255], 0);
    const planes = toPlanes(rgba, 2, 2);
    const [luma, u, v] = [planes[0] ?? 0, planes[4] ?? 0, planes[5] ?? 0];
    expect(1.164384 * (luma - 16) + 1.792741 * (v - 128)).to.be.closeTo(255, 4);
    expect(1.164384 * (luma - 16) + 2.112402 * (u - 128)).to.be.closeTo(30, 4);
    expect([...planes.subarray(6, 10)], 'alpha').to.deep.equal([255, 0, 0, 0]);
    expect(planes[10], 'alpha of the chroma').to.equal(63);
  });
});

/** Left and right edges of what is painted, in the frame. */
function inked(layer: CaptionLayer): { left: number; right: number } {
  let [left, right] = [Infinity, -Infinity];
  for (let y = 0; y < layer.heightPx; y += 2) {
    for (let x = 0; x < layer.widthPx; x++) {
      if (pixel(layer, x, y).alpha < 16) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }
  return { left: layer.x + left, right: layer.x + right };
}
