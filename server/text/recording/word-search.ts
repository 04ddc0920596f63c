import { DIMENSIONS } from './features.ts';

/**
 * Finds the words of a text, as a voice of our own says them, in a recording of somebody else: the cheapest way through
 * both at once (Viterbi), in which a word may be missing and anything else may be heard between two words.
 */

/** Frames of `DIMENSIONS` numbers, one after the other. */
export interface Frames {
  readonly values: Float32Array;
  readonly frames: number;
}

/** From a word's first frame to the one behind its last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Search {
  readonly recording: Frames;
  readonly reference: Frames;
  /** In the reference, in order; each has a frame at least. */
  readonly words: readonly Span[];
  /** What it costs in each frame of the recording that it is none of the words. */
  readonly other: Float64Array;
  /** Milliseconds a frame: costs count by time. */
  readonly hopMs: number;
  /** States from … to (exclusive) that each frame may be in. Without it any. */
  readonly band?: (frame: number) => Span;
}

export interface Found {
  /** Where each word is in the recording; undefined where it is left out. */
  readonly spans: readonly (Span | undefined)[];
  /** The state of each frame of the recording. */
  readonly states: Int32Array;
  readonly cost: number;
  /** How many states there are. */
  readonly total: number;
}

/** In units of the distance of two frames, which is about 6 where they have nothing in common. */
const COST = {
  /** That a frame of the reference lasts longer, or one is passed over. */
  stay: 0.35,
  skip: 0.35,
  /** That a word is left out, as ten milliseconds each cost. */
  leftOut: 26,
  /** That something else begins between two words, in the same unit. */
  pause: 2,
} as const;
const LEFT_OUT = 4;

/** States: before each word one for whatever else is heard, then one for each of its frames; one more at the end. */
export function statesOf(words: readonly Span[]): { readonly firsts: number[]; readonly total: number } {
  const firsts: number[] = [];
  let total = 0;
  for (const { from, to } of words) {
    firsts.push(total + 1);
    total += 1 + to - from;
  }
  return { firsts, total: total + 1 };
}

export function searchWords({ recording, reference, words, other, hopMs, band }: Search): Found {
  const { firsts, total } = statesOf(words);
  const scale = 10 / hopMs;
  const [leftOut, pause] = [COST.leftOut * scale, COST.pause * scale];
  // By state: its frame in the reference (-1: something else), its place in the word, and the word.
  const refs = new Int32Array(total).fill(-1);
  const places = new Int32Array(total);
  const wordOf = new Int32Array(total).fill(words.length);
  words.forEach(({ from, to }, k) => {
    const first = firsts[k] as number;
    wordOf[first - 1] = k;
    for (let i = 0; i < to - from; i++) {
      refs[first + i] = from + i;
      places[first + i] = i;
      wordOf[first + i] = k;
    }
  });
  const lengthOf = (k: number): number => (words[k] as Span).to - (words[k] as Span).from;
  let before = new Float64Array(total).fill(Infinity);
  let now = new Float64Array(total).fill(Infinity);
  const rows: { readonly from: number; readonly steps: Uint8Array }[] = [];
  for (let t = 0; t < recording.frames; t++) {
    const { from, to } = band?.(t) ?? { from: 0, to: total };
    const steps = new Uint8Array(to - from);
    now.fill(Infinity);
    for (let s = from; s < to; s++) {
      const ref = refs[s] as number;
      const k = wordOf[s] as number;
      let best = t === 0 && s <= 1 ? 0 : (before[s] as number);
      let step = 0;
      // What came before: one state back, two, or three. No closure, as this is done millions of times.
      const one = s >= 1 ? (before[s - 1] as number) : Infinity;
      const two = s >= 2 ? (before[s - 2] as number) : Infinity;
      if (ref < 0) {
        if (k > 0) {
          if (one + pause < best) {
            best = one + pause;
            step = 1;
          }
          if (lengthOf(k - 1) > 1 && two + pause + COST.skip < best) {
            best = two + pause + COST.skip;
            step = 2;
          }
        }
        best += other[t] as number;
        const earlier = k > 0 ? (firsts[k - 1] as number) - 1 : -1;
        const passed = earlier >= from ? (now[earlier] as number) + leftOut : Infinity;
        if (passed < best) {
          best = passed;
          step = LEFT_OUT;
        }
      } else {
        const isFirst = places[s] === 0;
        if (t > 0) best += COST.stay;
        if (one < best) {
          best = one;
          step = 1;
        }
        // Straight from the word before, whose last frame may be passed over.
        if (two + (isFirst ? 0 : COST.skip) < best && (!isFirst || k > 0)) {
          best = two + (isFirst ? 0 : COST.skip);
          step = 2;
        }
        if (isFirst && k > 0 && lengthOf(k - 1) > 1) {
          const three = (before[s - 3] as number) + COST.skip;
          if (three < best) {
            best = three;
            step = 3;
          }
        }
        if (best < Infinity) best += distance(recording.values, t, reference.values, ref);
      }
      now[s] = best;
      steps[s - from] = step;
    }
    rows.push({ from, steps });
    [before, now] = [now, before];
  }
  const { states, cost } = walkBack(rows, before, { firsts, wordOf, total });
  return { spans: spansOf(states, refs, wordOf, words.length), states, cost, total };
}

function walkBack(
  rows: readonly { readonly from: number; readonly steps: Uint8Array }[],
  last: Float64Array,
  { firsts, wordOf, total }: { firsts: readonly number[]; wordOf: Int32Array; total: number },
): { states: Int32Array; cost: number } {
  const states = new Int32Array(rows.length);
  // The text ends with its last word, or with something else behind it.
  let s = (last[total - 2] ?? Infinity) < (last[total - 1] as number) ? total - 2 : total - 1;
  const cost = last[s] as number;
  for (let t = rows.length - 1; t >= 0; t--) {
    const { from, steps } = rows[t] as (typeof rows)[number];
    while (steps[s - from] === LEFT_OUT) s = (firsts[(wordOf[s] as number) - 1] as number) - 1;
    states[t] = s;
    s -= steps[s - from] ?? 0;
  }
  return { states, cost };
}

function spansOf(
  states: Int32Array,
  refs: Int32Array,
  wordOf: Int32Array,
  count: number,
): (Span | undefined)[] {
  const spans: (Span | undefined)[] = Array.from({ length: count }, () => undefined);
  states.forEach((state, t) => {
    if ((refs[state] as number) < 0) return;
    const k = wordOf[state] as number;
    spans[k] = { from: spans[k]?.from ?? t, to: t + 1 };
  });
  return spans;
}

/** Euclid's, of two frames. */
export function distance(a: Float32Array, i: number, b: Float32Array, j: number): number {
  let sum = 0;
  for (let c = 0, x = i * DIMENSIONS, y = j * DIMENSIONS; c < DIMENSIONS; c++, x++, y++) {
    const d = (a[x] as number) - (b[y] as number);
    sum += d * d;
  }
  return Math.sqrt(sum);
}
