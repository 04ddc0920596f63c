import { CaptionsInvalid } from '../errors.ts';
import { splitWords } from '../script/language.ts';

/**
 * What ends after a word: a sentence, a clause, nothing but the word, or not even that, because it belongs to the next
 * one as "Dr." and "the" do.
 */
export type WordBoundary = 'sentence' | 'clause' | 'word' | 'bound';

/** A word on screen and when it is spoken; times in ms from the start of whatever holds it (a scene, then the video). */
export interface CaptionWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** False when the word is written against the one before it, as in Chinese. */
  readonly spaced: boolean;
  /** Where it is absent, 'word'. */
  readonly boundary?: WordBoundary;
}

/** Words that stand on screen together. */
export interface CaptionCue {
  readonly startMs: number;
  readonly endMs: number;
  readonly words: readonly CaptionWord[];
}

export type CaptionTrack = readonly CaptionCue[];

/** How much of a caption is read at a glance, in units of an average Latin letter; a CJK character counts as 1.8. */
const CUE_UNITS = { target: 24, twoLines: 30, max: 38 };
/** A cue never has more words than three lines can hold. */
const CUE_WORDS = 7;
/** A silence this long ends a cue: what comes after it is a new thought. */
const PAUSE_MS = 350;
/** A cue stays this long after its last word when nothing follows at once. */
const LINGER_MS = 400;

/**
 * What a division into cues costs: each cue, a lone short word (it reads as forgotten), a clause's end inside a cue
 * that had enough to read before it, a third line, where a cue ends (END_COST), and the square of the units that it is
 * off the target.
 */
const CUE_COST = { cue: 20, lone: 250, clauseInside: 150, thirdLine: 80 } as const;
const END_COST: Readonly<Record<WordBoundary, number>> = { sentence: 0, clause: 0, word: 60, bound: 260 };

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** A cue as one line of text. */
export function cueText(cue: CaptionCue): string {
  return cue.words.map((word, i) => (i > 0 && word.spaced ? ' ' : '') + word.text).join('');
}

function units(text: string): number {
  let sum = 0;
  for (const char of text) if (!/\p{Mn}/u.test(char)) sum += WIDE.test(char) ? 1.8 : 1;
  return sum;
}

/**
 * Groups timed words into cues: at sentence ends and pauses always, and between those so that cues are about as long as
 * a glance takes, end where a clause does and leave no word alone. Every word stands in exactly one cue, in order.
 */
export function cuesFrom(words: readonly CaptionWord[], audioMs: number): CaptionCue[] {
  const groups = stretches(words).flatMap(divided);
  return groups.map((members, index) => {
    const first = members[0] as CaptionWord;
    const last = members.at(-1) as CaptionWord;
    const next = groups[index + 1]?.[0];
    const limit = next ? next.startMs : audioMs + LINGER_MS;
    return { startMs: first.startMs, endMs: Math.min(last.endMs + LINGER_MS, limit), words: members };
  });
}

/** Words up to each sentence's end and each pause that does not part what belongs together. */
function stretches(words: readonly CaptionWord[]): CaptionWord[][] {
  const found: CaptionWord[][] = [];
  words.forEach((word, index) => {
    const before = words[index - 1];
    const pause = before !== undefined && word.startMs - before.endMs >= PAUSE_MS;
    const anew = !before || before.boundary === 'sentence' || (pause && before.boundary !== 'bound');
    if (anew) found.push([word]);
    else found.at(-1)?.push(word);
  });
  return found;
}

/** The division of a stretch into cues that costs least. */
function divided(words: readonly CaptionWord[]): CaptionWord[][] {
  const sizes = words.map((word) => units(word.text));
  // best[n] = least cost of dividing the first n words, and where its last cue begins.
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= words.length; to++) {
    let least = { cost: Infinity, from: to - 1 };
    for (let from = to - 1; from >= Math.max(0, to - CUE_WORDS); from--) {
      const cue = words.slice(from, to);
      const cost = (best[from]?.cost ?? 0) + cueCost(cue, sizes.slice(from, to), to - from === words.length);
      if (cost < least.cost) least = { cost, from };
    }
    best.push(least);
  }
  const groups: CaptionWord[][] = [];
  for (let to = words.length; to > 0; to = best[to]?.from ?? 0)
    groups.unshift(words.slice(best[to]?.from ?? 0, to));
  return groups;
}

/** See CUE_COST; `whole` when the cue is all of its sentence. Infinite for one that no three lines hold. */
function cueCost(cue: readonly CaptionWord[], sizes: readonly number[], whole: boolean): number {
  let size = 0;
  let cost: number = CUE_COST.cue;
  cue.forEach((word, index) => {
    size += (sizes[index] ?? 0) + (index > 0 && word.spaced ? 1 : 0);
    const inside = index + 1 < cue.length && word.boundary === 'clause';
    if (inside && size >= CUE_UNITS.target / 2) cost += CUE_COST.clauseInside;
  });
  // A single word may be over every limit.
  if (cue.length > 1 && size > CUE_UNITS.max) return Infinity;
  if (size > CUE_UNITS.twoLines) cost += CUE_COST.thirdLine;
  if (whole) return cost;
  if (cue.length === 1 && size < CUE_UNITS.target / 2) cost += CUE_COST.lone;
  return (
    cost + Math.min(size - CUE_UNITS.target, CUE_UNITS.max) ** 2 + END_COST[cue.at(-1)?.boundary ?? 'word']
  );
}

/**
 * Throws CaptionsInvalid naming the scene and the word unless every word of the narration stands in the cues once, in
 * order, with times that never go back and end inside the audio.
 */
export function verifyCaptions(
  scene: number,
  narration: string,
  language: string,
  cues: readonly CaptionCue[],
  audioMs: number,
): void {
  const where = `Scene ${scene}`;
  const expected = splitWords(narration, language).map((word) => word.text);
  const shown = cues.flatMap((cue) => cue.words);
  for (let i = 0; i < Math.max(expected.length, shown.length); i++) {
    const [want, word] = [expected[i], shown[i]];
    if (want === undefined)
      throw new CaptionsInvalid(`${where}: the captions have “${word?.text}” after the last word.`);
    if (word === undefined)
      throw new CaptionsInvalid(`${where}: the word “${want}” is missing from the captions.`);
    if (word.text !== want) {
      throw new CaptionsInvalid(
        `${where}: the captions have “${word.text}” where the narration says “${want}”.`,
      );
    }
    const previousEnd = shown[i - 1]?.endMs ?? 0;
    if (word.startMs < previousEnd || word.endMs < word.startMs) {
      throw new CaptionsInvalid(`${where}: the word “${want}” is timed before the word that precedes it.`);
    }
    if (word.endMs > audioMs + 1) {
      throw new CaptionsInvalid(
        `${where}: the word “${want}” ends at ${word.endMs} ms, after the narration (${audioMs} ms).`,
      );
    }
  }
  for (const cue of cues) {
    const first = cue.words[0];
    const last = cue.words.at(-1);
    if (!first || !last || cue.startMs > first.startMs || cue.endMs < last.endMs) {
      throw new CaptionsInvalid(
        `${where}: a caption is not on screen while “${first?.text ?? ''}” is spoken.`,
      );
    }
  }
}

/** The same cues, later. */
export function shiftCues(cues: readonly CaptionCue[], ms: number): CaptionCue[] {
  return cues.map((cue) => ({
    startMs: cue.startMs + ms,
    endMs: cue.endMs + ms,
    words: cue.words.map((word) => ({ ...word, startMs: word.startMs + ms, endMs: word.endMs + ms })),
  }));
}
