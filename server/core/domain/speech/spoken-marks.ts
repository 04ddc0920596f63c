import { BEAT_WORDS, LONG_WORDS, MILLISECOND_WORDS, PAUSE_WORDS, SECOND_WORDS } from './pause-words.ts';

/**
 * Marks in a narration that say how it is spoken and are neither spoken nor captioned themselves: `[pause 1s]`,
 * `[beat]`, `<break time="500ms"/>`, `*emphasis*`. The narration as it was written has them; everything that is said or
 * shown is made from the text without them.
 */

/** How long a pause may be that a script asks for: several in a row count together. */
export const MOST_PAUSE_MS = 5000;
/** A pause whose length is not said. */
const PAUSE_MS = 1000;
const BEAT_MS = 500;
const LONG_MS = 2000;
/** @see https://www.w3.org/TR/speech-synthesis11/#S3.2.3; the lengths are the reader's to choose. */
const STRENGTH_MS: Readonly<Record<string, number>> = {
  none: 0,
  'x-weak': 150,
  weak: 250,
  medium: 500,
  strong: 800,
  'x-strong': 1200,
};

/** A piece of the written text that is not said, and whose words follow it where it names a speaker. */
export interface SpeakerLabel {
  readonly start: number;
  readonly end: number;
  /** Undefined: the narrator. */
  readonly speaker: string | undefined;
}

/** Offsets are UTF-16 and count in `text`. */
export interface MarkedText {
  /** What is said and captioned. */
  readonly text: string;
  /** Silence before the character at `offset`; at most one at an offset. */
  readonly pauses: readonly { readonly offset: number; readonly ms: number }[];
  /** Who speaks from `offset` on. */
  readonly turns: readonly { readonly offset: number; readonly speaker: string | undefined }[];
  /** What is wrong with a mark, as the end of a sentence: "has a pause of 60 s (…)". */
  readonly problem?: string;
}

export interface PauseMark {
  readonly start: number;
  readonly end: number;
  readonly ms: number;
}

const words = (list: readonly string[]): string =>
  [...new Set(list)].sort((a, b) => b.length - a.length).join('|');
const NAMES = words([...Object.values(PAUSE_WORDS).flat(), ...BEAT_WORDS, ...LONG_WORDS]);
const UNITS = words([...SECOND_WORDS, ...MILLISECOND_WORDS]);
const LENGTH = `(\\p{Nd}{1,6}(?:[.,]\\p{Nd}{1,3})?)\\s{0,2}(${UNITS})?(?![\\p{L}\\p{N}])\\.?`;
const BETWEEN = '\\s{0,3}(?:[:：–—-]|of|for|von|de)?\\s{0,3}';
/** `[pause]`, `[pause 2s]`, `[pause for effect]`, `[2 second pause]`. In round brackets nothing else may stand. */
const SQUARE = new RegExp(
  `[[［【]\\s{0,3}(?:${LENGTH}[\\s-]{0,3})?(${NAMES})(?![\\p{L}\\p{M}])(?:${BETWEEN}${LENGTH})?[^[\\]［］【】\\n]{0,40}[\\]］】]`,
  'giu',
);
const ROUND = new RegExp(`[(（]\\s{0,3}(${NAMES})(?:${BETWEEN}${LENGTH})?\\s{0,3}[)）]`, 'giu');
const BREAK = /<break\b([^<>]{0,80})>(?:\s{0,3}<\/break\s{0,3}>)?/giu;
const EMPHASIS = [
  /(?<![\p{L}\p{N}*\\])(\*{1,3})(?=[^\s*])([^*\n]{1,400})(?<=[^\s\\])\1(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_\\])(_{1,3})(?=[^\s_])([^_\n]{1,400})(?<=[^\s\\])\1(?![\p{L}\p{N}_])/gu,
];

const CLOSING = /^[,.;:!?…。！？，、；：।॥؟،؛)\]」』”’»]/u;
const CLOSED = /^[\s,.;:!?…。！？，、；：।॥؟،؛)\]」』”’»]+/u;

/** The pauses that a text asks for, in order. Lengths are as written: see `pauseProblem`. */
export function pausesIn(written: string): PauseMark[] {
  if (!/[[［【(（<]/u.test(written)) return [];
  const square = [...written.matchAll(SQUARE)].map((match) => {
    const [, before, beforeUnit, name = '', after, afterUnit] = match;
    return markAt(match, lengthOf(name, before ?? after, before === undefined ? afterUnit : beforeUnit));
  });
  const round = [...written.matchAll(ROUND)].map((match) => {
    const [, name = '', number, unit] = match;
    return markAt(match, lengthOf(name, number, unit));
  });
  const breaks = [...written.matchAll(BREAK)].map((match) => markAt(match, breakMs(match[1] ?? '')));
  return [...square, ...round, ...breaks].sort((a, b) => a.start - b.start);
}

/** What is wrong with the length of a pause, or nothing. */
export function pauseProblem(ms: number): string | undefined {
  if (ms <= MOST_PAUSE_MS) return undefined;
  return `has a pause of ${ms / 1000} s (0.1 to ${MOST_PAUSE_MS / 1000} s were expected)`;
}

/** The narration that was written as what is said, and how. */
export function readMarks(written: string, labels: readonly SpeakerLabel[] = []): MarkedText {
  const cuts = cutsOf(written, labels);
  if (cuts.length === 0) return { text: written, pauses: [], turns: [] };
  let text = '';
  let at = 0;
  let apart = true;
  const pauses: { offset: number; ms: number }[] = [];
  const turns: { offset: number; speaker: string | undefined }[] = [];
  const say = (piece: string): void => {
    const next = apart ? piece.trimStart() : piece;
    if (next === '') return;
    text += (apart && needsSpace(text, next) ? ' ' : '') + next;
    apart = false;
  };
  for (const cut of cuts) {
    say(written.slice(at, cut.start));
    at = cut.end;
    if (cut.tight) continue;
    text = text.trimEnd();
    apart = true;
    if (cut.pauseMs !== undefined) pauses.push({ offset: text.length, ms: cut.pauseMs });
    if (cut.turn) turns.push({ offset: text.length, speaker: cut.turn.speaker });
  }
  say(written.slice(at));
  text = text.trimEnd();
  const sums = summed(pauses, text);
  const problem = sums.map(({ ms }) => pauseProblem(ms)).find((each) => each !== undefined);
  return {
    text,
    pauses: sums.filter(({ ms }) => ms > 0),
    turns: turns.map(({ offset, speaker }) => ({ offset: nextWord(text, offset), speaker })),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** What is said of a narration, without its marks. Speakers' names need a whole script: see `performanceOf`. */
export function withoutMarks(written: string): string {
  return readMarks(written).text;
}

interface Cut {
  readonly start: number;
  readonly end: number;
  /** Nothing stands between what is before and after it: emphasis inside a sentence. */
  readonly tight: boolean;
  readonly pauseMs?: number;
  readonly turn?: SpeakerLabel;
}

/** In order, without one inside another. */
function cutsOf(written: string, labels: readonly SpeakerLabel[]): Cut[] {
  const all: Cut[] = [
    ...labels.map((turn) => ({ start: turn.start, end: turn.end, tight: false, turn })),
    ...pausesIn(written).map(({ start, end, ms }) => ({ start, end, tight: false, pauseMs: ms })),
    ...EMPHASIS.flatMap((pattern) =>
      [...written.matchAll(pattern)].flatMap(({ 0: whole, 1: sign = '', index }) => [
        { start: index, end: index + sign.length, tight: true },
        { start: index + whole.length - sign.length, end: index + whole.length, tight: true },
      ]),
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Cut[] = [];
  for (const cut of all) if (cut.start >= (kept.at(-1)?.end ?? 0)) kept.push(cut);
  return kept;
}

/** Where a mark stood: words would run together, but not before a sign that closes, or in scripts without spaces. */
function needsSpace(text: string, next: string): boolean {
  if (text === '' || CLOSING.test(next)) return false;
  return !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}。！？，、；：]$/u.test(text);
}

/** Pauses at one place as one: their lengths count together. */
function summed(
  pauses: readonly { readonly offset: number; readonly ms: number }[],
  text: string,
): { offset: number; ms: number }[] {
  const byPlace = new Map<number, number>();
  for (const { offset, ms } of pauses) {
    const place = nextWord(text, offset);
    byPlace.set(place, (byPlace.get(place) ?? 0) + ms);
  }
  return [...byPlace].map(([offset, ms]) => ({ offset, ms }));
}

/** Signs that close what stands before a pause belong to it. */
function nextWord(text: string, offset: number): number {
  return offset + (CLOSED.exec(text.slice(offset))?.[0].length ?? 0);
}

function markAt({ 0: whole, index }: RegExpExecArray, ms: number): PauseMark {
  return { start: index, end: index + whole.length, ms };
}

function lengthOf(name: string, number: string | undefined, unit: string | undefined): number {
  if (number !== undefined) return timeOf(number, unit);
  const word = name.toLowerCase();
  if (BEAT_WORDS.includes(word)) return BEAT_MS;
  return LONG_WORDS.includes(word) ? LONG_MS : PAUSE_MS;
}

function timeOf(number: string, unit: string | undefined): number {
  const digits = number.replace(/\p{Nd}/gu, (digit) => String(digitOf(digit))).replace(',', '.');
  const factor = unit !== undefined && MILLISECOND_WORDS.includes(unit.toLowerCase()) ? 1 : 1000;
  return Math.round(Number(digits) * factor);
}

/** The value of a decimal digit of any script: those of Unicode come in runs of ten. */
function digitOf(digit: string): number {
  let zero = digit.codePointAt(0) ?? 48;
  const code = zero;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

function breakMs(attributes: string): number {
  const time = /\btime\s*=\s*["'”]?\s*\+?(\p{Nd}{1,6}(?:\.\p{Nd}{1,3})?)\s*(ms|s)?/iu.exec(attributes);
  if (time) return timeOf(time[1] ?? '0', time[2] ?? 's');
  const strength = /\bstrength\s*=\s*["']?([a-z-]+)/iu.exec(attributes)?.[1]?.toLowerCase();
  return STRENGTH_MS[strength ?? ''] ?? PAUSE_MS;
}
