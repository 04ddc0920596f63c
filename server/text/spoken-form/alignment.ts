import type { SpeechMark, Word } from '@shortfactory/core';
import type { Reading } from './reading.ts';

/** What a voice gets, and for each of its UTF-16 units the offset in the written text that it stands for. */
export interface SpokenForm {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Puts readings in place of what was written; text between them leads back to itself. */
export function aligned(written: string, text: string, readings: readonly Reading[]): SpokenForm {
  let spoken = '';
  const offsets: number[] = [];
  const add = (piece: string, offset: (at: number) => number): void => {
    for (let at = 0; at < piece.length; at++) {
      // One space is enough, whatever stood on both sides of a sign that is not said.
      if (piece[at] === ' ' && (spoken === '' || spoken.endsWith(' '))) continue;
      // A space before a stop would be a pause of its own.
      if (
        /[.,;:!?…]/u.test(piece[at] ?? '') &&
        spoken.endsWith(' ') &&
        offset(at) > 0 &&
        !/\s/u.test(written[offset(at) - 1] ?? '')
      ) {
        spoken = spoken.slice(0, -1);
        offsets.pop();
      }
      spoken += piece[at] ?? '';
      offsets.push(offset(at));
    }
  };
  let at = 0;
  for (const reading of readings) {
    const from = at;
    add(text.slice(from, reading.start), (i) => from + i);
    const places = placesOf(text.slice(reading.start, reading.end), reading.spoken);
    add(reading.spoken, (i) => reading.start + (places[i] ?? 0));
    at = reading.end;
  }
  const from = at;
  add(text.slice(from), (i) => from + i);
  const end = spoken.trimEnd().length;
  return { text: spoken.slice(0, end), offsets: offsets.slice(0, end) };
}

/**
 * Where in a written piece each unit of its spoken words belongs. A word that is in both ("1.5" of "$1.5 billion")
 * stays with itself; the others between two such words follow each other in step.
 */
function placesOf(written: string, spoken: string): number[] {
  const from = wordsOf(written);
  const to = wordsOf(spoken);
  const places = Array.from({ length: spoken.length }, () => 0);
  if (from.length < 2 || to.length === 0) return places;
  const anchors: [to: number, from: number][] = [[0, 0]];
  let next = 0;
  for (const [t, said] of to.entries()) {
    const same = from.findIndex(
      (one, f) => f >= next && one.text.toLowerCase().includes(said.text.toLowerCase()),
    );
    if (same < 0 || t === 0) continue;
    anchors.push([t, same]);
    next = same;
  }
  anchors.push([to.length, from.length]);
  for (const [index, [firstTo, firstFrom]] of anchors.slice(0, -1).entries()) {
    const [lastTo, lastFrom] = anchors[index + 1] ?? [to.length, from.length];
    for (let t = firstTo; t < lastTo; t++) {
      const step = Math.floor(((t - firstTo) * Math.max(1, lastFrom - firstFrom)) / (lastTo - firstTo));
      const place = from[Math.min(from.length - 1, firstFrom + step)]?.start ?? 0;
      const word = to[t];
      for (let at = word?.start ?? 0; at < spoken.length; at++) places[at] = place;
    }
  }
  return places;
}

function wordsOf(text: string): { readonly text: string; readonly start: number }[] {
  return [...text.matchAll(/\S+/gu)].map((match) => ({ text: match[0], start: match.index }));
}

/**
 * When the voice reaches a place in the written text, from marks in what it was given. A word that is not said (an
 * emoji) gets the time of the next one that is, so that it takes no time from its neighbours.
 */
export function writtenMarks(
  { offsets }: SpokenForm,
  words: readonly Word[],
  marks: readonly SpeechMark[],
  audioMs: number,
): SpeechMark[] {
  const found = marks.map(({ offset, ms }) => ({
    offset: offsets[Math.min(offset, offsets.length - 1)] ?? 0,
    ms,
  }));
  const said = (word: Word): boolean => offsets.some((offset) => offset >= word.start && offset < word.end);
  const silent = words
    .filter((word) => !said(word))
    .map((word) => ({
      offset: word.start,
      ms: Math.min(audioMs, ...found.filter(({ offset }) => offset >= word.end).map(({ ms }) => ms)),
    }));
  return [...found, ...silent].sort((a, b) => a.ms - b.ms || a.offset - b.offset);
}
