import * as cues from '../words/cues.ts';
import type { Tagged } from './tagged.ts';

/** The colour named beside a motif. English, German, Hindi and Chinese put it before the noun; Spanish, French and Arabic after it. */
export function colourBeside(
  words: readonly Tagged[],
  at: number,
  length: number,
  language: string,
): string | undefined {
  const after = ['es', 'fr', 'ar', 'pt', 'it'].includes(language);
  for (const place of after ? [at + length, at - 1] : [at - 1, at - 2]) {
    const colour = cues.COLOURS.get(words[place]?.text ?? '');
    if (colour !== undefined) return colour;
    // A word between ("red and fast fox") does not matter, a noun between does; one step further is far enough.
  }
  return undefined;
}
