import { spokenStretches } from '@shortfactory/core';
import type { Stretch, Word } from '@shortfactory/core';
import { syllables } from './syllables.ts';

interface Mark {
  readonly offset: number;
  readonly ms: number;
}

const SENTENCE_END = /[.!?…。！？؟।:]+["'”’»」)\]]*$/u;
const CLAUSE_END = /[,;–—、，；：،؛]["'”’»」)\]]*$/u;
/** The last word before a pause is drawn out. */
const FINAL = 1.2;
/** More pauses than a person makes in a scene; noise could give any number, and work grows with its square. */
const MOST_STRETCHES = 48;

/** What makes a match bad, in one unit. */
const COST = {
  /** For 200 ms of pause where there is no punctuation. */
  pauseInside: 3,
  pauseAtClause: 0.2,
  silentSentence: 2.5,
  silentClause: 1,
  /** For 120 ms of pause that is taken for none. */
  unheardPause: 2,
  /** For time that is e times too long or too short for its words, over a second. */
  stretch: 6,
} as const;

/**
 * When each word begins, from the sound alone: pauses are matched with word boundaries where punctuation and the
 * syllables in between fit best, and the words between two pauses share the time that is spoken there by their
 * syllables. One mark a word, in order; none for silence. For audio whose maker gives no times.
 */
export function alignWords(
  words: readonly Word[],
  language: string,
  samples: Int16Array,
  sampleRate: number,
): Mark[] {
  const stretches = fewer(spokenStretches(samples, sampleRate));
  if (words.length === 0 || stretches.length === 0) return [];
  const ends = words.map(({ text }, i) => (i === words.length - 1 ? 'sentence' : endOf(text)));
  const weights = words.map(({ text }, i) => syllables(text, language) * (ends[i] === 'none' ? 1 : FINAL));
  return cutAtPauses({ ends, weights, stretches }).flatMap(({ from, to, parts }) =>
    share(words.slice(from, to), weights.slice(from, to), parts),
  );
}

type End = 'sentence' | 'clause' | 'none';

function endOf(text: string): End {
  return SENTENCE_END.test(text) ? 'sentence' : CLAUSE_END.test(text) ? 'clause' : 'none';
}

interface Material {
  readonly ends: readonly End[];
  readonly weights: readonly number[];
  readonly stretches: readonly Stretch[];
}

/** Words `from` … `to` (exclusive) are said in these stretches. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Stretch[];
}

interface Step {
  readonly cost: number;
  /** Stretches and words that were used up before. */
  readonly before: readonly [number, number];
}

/** The cheapest way to cut words and stretches into the same number of groups, by dynamic programming. */
function cutAtPauses({ ends, weights, stretches }: Material): Group[] {
  const [allStretches, allWords] = [stretches.length, ends.length];
  const groupCost = groupCosts({ ends, weights, stretches });
  const best: (Step | undefined)[][] = Array.from({ length: allStretches + 1 }, () => []);
  for (let k = 1; k <= allStretches; k++) {
    // The last group ends with the text, and no other does.
    const [least, most] = k === allStretches ? [allWords, allWords] : [1, allWords - 1];
    for (let b = least; b <= most; b++) {
      let cheapest: Step | undefined;
      for (let j = 0; j < k; j++) {
        for (let a = 0; a < b; a++) {
          const so = j === 0 && a === 0 ? 0 : best[j]?.[a]?.cost;
          if (so === undefined) continue;
          const cost = so + groupCost(j, k, a, b);
          if (!cheapest || cost < cheapest.cost) cheapest = { cost, before: [j, a] };
        }
      }
      const pause = k === allStretches ? 0 : pauseCost(ends[b - 1] ?? 'none', gapBefore(stretches, k));
      if (cheapest) (best[k] as (Step | undefined)[])[b] = { ...cheapest, cost: cheapest.cost + pause };
    }
  }
  const groups: Group[] = [];
  for (let [k, b] = [allStretches, allWords]; k > 0;) {
    const [j, a] = best[k]?.[b]?.before ?? [0, 0];
    groups.unshift({ from: a, to: b, parts: stretches.slice(j, k) });
    [k, b] = [j, a];
  }
  return groups;
}

/** What it costs that stretches j … k hold words a … b and nothing else. */
function groupCosts({ ends, weights, stretches }: Material) {
  const spoken = running(stretches.map(({ fromMs, toMs }) => toMs - fromMs));
  const weight = running(weights);
  const perWeight = (spoken.at(-1) ?? 0) / (weight.at(-1) ?? 1);
  const silent = running(ends.map(silenceCost));
  const unheard = running(
    stretches.map((_, k) => COST.unheardPause * Math.min(4, gapBefore(stretches, k) / 120)),
  );
  const between = (sums: readonly number[], from: number, to: number): number =>
    (sums[to] ?? 0) - (sums[from] ?? 0);
  return (j: number, k: number, a: number, b: number): number => {
    const expected = perWeight * between(weight, a, b);
    const misfit = Math.abs(Math.log((between(spoken, j, k) + 60) / (expected + 60)));
    return (
      COST.stretch * misfit * Math.sqrt(expected / 1000 + 0.1) +
      between(silent, a, b - 1) +
      between(unheard, j + 1, k)
    );
  };
}

function silenceCost(end: End): number {
  return end === 'sentence' ? COST.silentSentence : end === 'clause' ? COST.silentClause : 0;
}

function pauseCost(end: End, gapMs: number): number {
  if (end === 'sentence') return 0;
  return end === 'clause' ? COST.pauseAtClause : COST.pauseInside * Math.min(2, gapMs / 200);
}

function gapBefore(stretches: readonly Stretch[], k: number): number {
  const [before, after] = [stretches[k - 1], stretches[k]];
  return before && after ? after.fromMs - before.toMs : 0;
}

/** Places words in the time that is spoken, silences left out. */
function share(words: readonly Word[], weights: readonly number[], parts: readonly Stretch[]): Mark[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spokenMs = parts.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  let passed = 0;
  return words.map(({ start }, index) => {
    const ms = timeAt((spokenMs * passed) / total, parts);
    passed += weights[index] ?? 0;
    return { offset: start, ms: Math.round(ms) };
  });
}

function timeAt(spokenMs: number, parts: readonly Stretch[]): number {
  let left = spokenMs;
  for (const { fromMs, toMs } of parts) {
    if (left < toMs - fromMs) return fromMs + left;
    left -= toMs - fromMs;
  }
  return parts.at(-1)?.toMs ?? 0;
}

/** Closes the shortest gaps until few enough stretches are left. */
function fewer(stretches: readonly Stretch[]): readonly Stretch[] {
  if (stretches.length <= MOST_STRETCHES) return stretches;
  const gaps = stretches
    .map((_, k) => gapBefore(stretches, k))
    .slice(1)
    .sort((a, b) => b - a);
  const least = gaps[MOST_STRETCHES - 2] ?? Infinity;
  const joined: Stretch[] = [];
  for (const [k, stretch] of stretches.entries()) {
    const before = joined.at(-1);
    const open = k > 0 && gapBefore(stretches, k) >= least && joined.length < MOST_STRETCHES;
    if (before && !open) joined[joined.length - 1] = { ...before, toMs: stretch.toMs };
    else joined.push(stretch);
  }
  return joined;
}

/** Sums of the first 0, 1, 2 … values. */
function running(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return sums;
}
