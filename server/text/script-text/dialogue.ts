import { SCRIPT_LIMITS, pausesIn } from '@shortfactory/core';
import type { SpeakerLabel } from '@shortfactory/core';
import { LABEL_WORDS, NARRATOR_NAMES } from './label-words.ts';
import { labelOf } from './labels/read-label.ts';

/**
 * Who speaks in a text: `ANNA: Did you feed the cat?`. A colon alone makes no speaker: the name is declared, or written
 * in capitals, or comes again, or stands between lines of those.
 */

interface LabelledLine {
  readonly name: string;
  /** Where the label stands in the text: from the line's first sign to the first word that is said. */
  readonly start: number;
  readonly end: number;
  /** Lines before it, blank ones not counted. */
  readonly line: number;
}

/** `ANNA:`, `**Anna:**`, `- Anna (laughing):`, `安娜：`. */
const LABEL = new RegExp(
  `^[ \\t]{0,8}(?:[-–—•>] ?)?[*_]{0,3}` +
    `([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.'’ -]{0,${SCRIPT_LIMITS.speakerChars - 1}}?)` +
    `[*_]{0,3}[ \\t]?(?:[(（\\[][^()（）[\\]\\n]{1,60}[)）\\]][ \\t]?)?[*_]{0,3}[:：][*_]{0,3}(?:[ \\t]+|$|(?<=：)|(?=[^\\x00-\\x7F]))`,
  'gmu',
);
const MOST_WORDS = 3;
/** `(laughing)` behind the name: how it is said, not what. */
const DIRECTION = /^[*_]{0,2}[(（][^()（）\n.!?:：。！？]{1,40}[)）][*_]{0,2}(?:[ \t]+|(?=[^\x00-\x7F]))/u;

/** The speakers of a text in the order in which they come, as their names are written first; the narrator is none. */
export function speakersIn(text: string, declared: readonly string[] = []): string[] {
  const lines = labelledLines(text);
  const known = new Map(declared.map((name) => [keyOf(name), name]));
  const counts = new Map<string, number>();
  for (const { name } of lines) counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1);
  const capitals = lines.filter(({ name }) => isCapitals(name) && isName(name)).length;
  const sure = ({ name, line }: LabelledLine): boolean =>
    known.has(keyOf(name)) ||
    (isName(name) &&
      ((counts.get(keyOf(name)) ?? 0) > 1 || (isCapitals(name) && (capitals > 1 || line === 0))));
  const found = lines.filter(
    (each, i) =>
      sure(each) ||
      (isName(each.name) &&
        [lines[i - 1], lines[i + 1]].some(
          (next) =>
            next &&
            Math.abs(next.line - each.line) === 1 &&
            (sure(next) || (isCapitals(each.name) && labelOf(next.name) === 'speech')),
        )),
  );
  const names = new Map(found.map(({ name }) => [keyOf(name), name]));
  for (const { name } of found.toReversed()) names.set(keyOf(name), known.get(keyOf(name)) ?? name);
  return [...names.values()].filter((name) => !isNarrator(name));
}

/** The labels of these speakers in a text, and the narrator's where there are any speakers. */
export function labelsIn(text: string, speakers: readonly string[]): SpeakerLabel[] {
  if (speakers.length === 0) return [];
  const known = new Map(speakers.map((name) => [keyOf(name), name]));
  return labelledLines(text).flatMap(({ name, start, end }): SpeakerLabel[] => {
    const speaker = known.get(keyOf(name));
    return speaker === undefined && !isNarrator(name) ? [] : [{ start, end, speaker }];
  });
}

/** Whether a name is that of the voice that tells the story. */
export function isNarrator(name: string): boolean {
  return NARRATOR_NAMES.has(keyOf(name));
}

/** Two spellings of one name: "Anna" and "ANNA". */
export function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function labelledLines(text: string): LabelledLine[] {
  const starts = lineNumbers(text);
  return [...text.matchAll(LABEL)].map(({ 0: label, 1: name = '', index }) => {
    const end = index + label.length;
    const direction = DIRECTION.exec(text.slice(end, end + 60))?.[0] ?? '';
    const said = pausesIn(direction).length > 0 ? 0 : direction.length;
    return { name: name.trim(), start: index, end: end + said, line: starts(index) };
  });
}

/** For an offset of a line's start: how many lines with words come before it. */
function lineNumbers(text: string): (offset: number) => number {
  const filled = [...text.matchAll(/^.*\S.*$/gmu)].map(({ index }) => index);
  const places = new Map(filled.map((offset, line) => [offset, line]));
  return (offset) => places.get(offset) ?? 0;
}

function isName(name: string): boolean {
  const parts = keyOf(name).split(' ');
  if (parts.length > MOST_WORDS || isNarrator(name)) return false;
  // "Speaker 2" is a name, "10" is none.
  if (!/\p{L}/u.test(parts[0] ?? '') || (parts.length === 1 && /\p{N}/u.test(name))) return false;
  if (labelOf(name) !== undefined) return false;
  if (LABEL_WORDS.has(keyOf(name)) || LABEL_WORDS.has(parts[0] ?? '')) return false;
  const cased = /[\p{Lu}\p{Ll}]/u.test(name);
  return cased ? /^\p{Lu}/u.test(name) : [...name].length <= SCRIPT_LIMITS.speakerChars / 2;
}

function isCapitals(name: string): boolean {
  return /\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name);
}
