import { splitWords } from '@shortfactory/core';

/** Words as a reader counts them, in scripts without spaces too. */
export function countWords(text: string): number {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  return [...segments].filter((segment) => segment.isWordLike).length;
}

/** Words as the server counts them against its limit. */
export function scriptWords(text: string, language: string): number {
  return splitWords(text, language).length;
}
