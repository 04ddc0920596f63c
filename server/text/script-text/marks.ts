import { ScriptInvalid, pauseProblem, pausesIn } from '@shortfactory/core';
import { labelsIn } from './dialogue.ts';

/**
 * While a text is read into scenes, its pauses and speakers' names stand in it as two signs each that no text holds
 * (Unicode's noncharacters). To everything that splits words and sentences they are nothing that is said.
 */

const FIRST = 0xfdd0;
const BASE = 16;
const CODES = /[\uFDD0-\uFDDF][\uFDE0-\uFDEF]/gu;
const CODE = new RegExp(CODES.source, 'u');
const ANY = /[\uFDD0-\uFDEF]/gu;
/** Values up to it are pauses in steps of 50 ms, those above it speakers. */
const STEP_MS = 50;
const MOST_STEPS = 100;
const NARRATOR = 101;
const FIRST_SPEAKER = 102;

/** The text without signs that would be taken for hidden marks. */
export function withoutCodes(text: string): string {
  return text.replace(ANY, '');
}

export function hasCodes(text: string): boolean {
  return CODE.test(text);
}

/** Throws ScriptInvalid, with the line, for a pause that is longer than one may be. */
export function refusePauses(text: string): void {
  for (const { start, ms } of pausesIn(text)) {
    const problem = pauseProblem(ms);
    if (problem === undefined) continue;
    throw new ScriptInvalid('script', `line ${lineOf(text, start)} ${problem}`);
  }
}

/** The line, from 1, in which an offset lies. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** The text with codes in place of its pauses and of these speakers' names. */
export function hideMarks(text: string, speakers: readonly string[]): string {
  const labels = labelsIn(text, speakers).map(({ start, end, speaker }) => {
    const value = speaker === undefined ? NARRATOR : FIRST_SPEAKER + speakers.indexOf(speaker);
    return { start, end, code: codeOf(value) };
  });
  const pauses = pausesIn(text).map(({ start, end, ms }) => ({
    start,
    end,
    code: codeOf(Math.min(MOST_STEPS, Math.round(ms / STEP_MS))),
  }));
  let hidden = '';
  let at = 0;
  for (const { start, end, code } of [...labels, ...pauses].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    // A label ends with its line where the words stand on the next one.
    hidden += text.slice(at, start) + code;
    at = end;
  }
  return hidden + text.slice(at);
}

/** The same with every piece beginning with its speaker: a long turn is several scenes. */
export function withSpeakers(pieces: readonly string[]): string[] {
  let speaker = '';
  return pieces.map((piece) => {
    const whole = speaker === '' || beginsWithSpeaker(piece) ? piece : speaker + piece;
    speaker = speakerCodes(piece).at(-1) ?? speaker;
    return whole;
  });
}

/** Two pieces as one narration; words that are nobody's do not become the words of who spoke before. */
export function joinPieces(a: string, gap: string, b: string): string {
  const needsName = speakerCodes(a).length > 0 && !beginsWithSpeaker(b);
  return a + gap + (needsName ? codeOf(NARRATOR) : '') + b;
}

/** A piece as the narration of a scene: marks written out. */
export function writtenOut(piece: string, speakers: readonly string[]): string {
  const labelled = piece.replace(CODES, (code, at: number) => {
    const value = valueOf(code);
    if (value <= MOST_STEPS) return `[pause ${(value * STEP_MS) / 1000}s]`;
    const name = value === NARRATOR ? 'Narrator' : (speakers[value - FIRST_SPEAKER] ?? '');
    return `${at === 0 || piece.slice(0, at).trim() === '' ? '' : '\n'}${name}: `;
  });
  return labelled
    .replace(/[ \t]*\n[ \t]*/gu, '\n')
    .replace(/(: )[ \t]+/gu, '$1')
    .trim();
}

/** What is said of a piece. */
export function saidOf(piece: string): string {
  return piece
    .replace(CODES, ' ')
    .replace(/\s+(?=[,.;:!?…])/gu, '')
    .replace(/[^\S\n]{2,}/gu, ' ')
    .trim();
}

/** Passages in which nothing is said but a pause: it belongs to the words before it, or to the first ones. */
export function withPauses<P extends { readonly spoken: string }>(
  passages: readonly P[],
  isSaid: (text: string) => boolean,
): P[] {
  const kept: P[] = [];
  let waiting = '';
  for (const passage of passages) {
    const last = kept.at(-1);
    if (isSaid(passage.spoken)) {
      kept.push({ ...passage, spoken: waiting === '' ? passage.spoken : `${waiting} ${passage.spoken}` });
      waiting = '';
    } else if (hasCodes(passage.spoken)) {
      const pauses = (passage.spoken.match(CODES) ?? [])
        .filter((code) => valueOf(code) <= MOST_STEPS)
        .join('');
      if (last) kept[kept.length - 1] = { ...last, spoken: `${last.spoken} ${pauses}` };
      else waiting += pauses;
    }
  }
  return kept;
}

function codeOf(value: number): string {
  return String.fromCharCode(FIRST + Math.floor(value / BASE), FIRST + BASE + (value % BASE));
}

function valueOf(code: string): number {
  return (code.charCodeAt(0) - FIRST) * BASE + code.charCodeAt(1) - FIRST - BASE;
}

function speakerCodes(text: string): string[] {
  return (text.match(CODES) ?? []).filter((code) => valueOf(code) > MOST_STEPS);
}

function beginsWithSpeaker(text: string): boolean {
  const first = /^\s*(?:([\uFDD0-\uFDDF][\uFDE0-\uFDEF])\s*)+/u.exec(text)?.[0];
  return first !== undefined && speakerCodes(first).length > 0;
}
