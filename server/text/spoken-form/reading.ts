import type { Speaker } from './speaker.ts';

/** A piece of the written text that is said in other words; offsets are UTF-16, end exclusive. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly spoken: string;
}

/** Finds what of one kind (money, dates …) a text has. */
export type Reader = (text: string, speaker: Speaker) => Reading[];

/**
 * A reader for one pattern, which is made once for each language. What `say` has no words for stays as it is written.
 */
export function reader(
  pattern: (speaker: Speaker) => RegExp | undefined,
  say: (match: RegExpExecArray, speaker: Speaker, text: string) => string | undefined,
): Reader {
  const kept = new WeakMap<Speaker, RegExp | 'none'>();
  const patternFor = (speaker: Speaker): RegExp | 'none' => {
    const own = pattern(speaker);
    const made = own === undefined ? 'none' : forScript(own, speaker);
    kept.set(speaker, made);
    return made;
  };
  return (text, speaker) => {
    const made = kept.get(speaker) ?? patternFor(speaker);
    if (made === 'none') return [];
    return [...text.matchAll(made)].flatMap((match) => {
      const spoken = say(match, speaker, text);
      return spoken === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, spoken }];
    });
  };
}

/**
 * In a script without spaces, and in Korean, which hangs its particles on, letters of that script may stand right
 * beside a number: there only others forbid one.
 */
function forScript(pattern: RegExp, { dense }: Speaker): RegExp {
  if (!dense) return pattern;
  const others = String.raw`A-Za-z\u00c0-\u024f\p{N}`;
  return new RegExp(pattern.source.replaceAll(String.raw`\p{L}\p{N}`, others), pattern.flags);
}

/** Readings in order of text; where two lie on each other the one that was found first counts. */
export function readAll(text: string, speaker: Speaker, readers: readonly Reader[]): Reading[] {
  const found: Reading[] = [];
  for (const read of readers) {
    for (const reading of read(text, speaker)) {
      const free = found.every(({ start, end }) => reading.end <= start || reading.start >= end);
      if (free && reading.end > reading.start) found.push(reading);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** For a regular expression: any of these words, the longest first. */
export function anyOf(words: Iterable<string>): string {
  return [...words]
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`))
    .join('|');
}
