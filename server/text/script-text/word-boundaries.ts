import type { Word, WordBoundary } from '@shortfactory/core';
import { sentenceEnds, stopContinues } from './sentences.ts';
import { followersOf } from '../phrases/stopped-abbreviations.ts';
import { leansOnNext, leansOnPrevious } from '../phrases/function-words.ts';

const CLAUSE_END = /[,;:–—、，；：،؛]["'”’»)\]」』）】]*$/u;
const PICTURE = /\p{Extended_Pictographic}|\u20e3/u;
/** Between words of these scripts a space parts clauses; the words are written together. */
const SPACES_PART_CLAUSES = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** "7" before "months"; not a year, after which a phrase may well end. */
const COUNT = /^[^\p{L}\p{N}]*(?:\p{N}{1,3}|\p{N}{1,3}(?:[.,]\p{N}+)+)$/u;

/**
 * What ends after each word of a text (see WordBoundary): captions, lines and scenes are broken by it. The last word
 * ends a sentence.
 */
export function wordBoundaries(words: readonly Word[], text: string, language: string): WordBoundary[] {
  const ends = sentenceEnds(text, language);
  let next = 0;
  return words.map((word, index) => {
    while (next < ends.length && (ends[next] ?? 0) < word.end) next += 1;
    const following = words[index + 1];
    if (!following || (ends[next] ?? 0) <= following.start) return 'sentence';
    if (leansOnPrevious(following.text, word.text, language)) return 'bound';
    if (CLAUSE_END.test(word.text) || /^[—–(（]/u.test(following.text)) return 'clause';
    if (isParted(word, following)) return 'clause';
    // A sign before what it stands for, as ✅ before a line.
    if (PICTURE.test(word.text) && !/\p{L}/u.test(word.text)) return 'bound';
    const leans = leansOnNext(word.text, language) || COUNT.test(word.text) || isTitle(word.text, language);
    const said = text.slice(words[Math.max(0, index - 3)]?.start, word.end);
    return leans || stopContinues(said, following.text, language) ? 'bound' : 'word';
  });
}

/** A title that is written without its stop: "Mrs". */
function isTitle(word: string, language: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(word) && followersOf(`${word}.`, language)?.has('name') === true;
}

function isParted(word: Word, following: Word): boolean {
  const [last, first] = [[...word.text].at(-1) ?? '', [...following.text][0] ?? ''];
  return following.start > word.end && SPACES_PART_CLAUSES.test(last) && SPACES_PART_CLAUSES.test(first);
}
