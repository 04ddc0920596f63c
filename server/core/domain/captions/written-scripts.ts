/** Scripts that captions can be written in, by Unicode's names; the renderer has a font for each. */
export const CAPTION_SCRIPTS = [
  ...[
    'Latin',
    'Greek',
    'Cyrillic',
    'Arabic',
    'Hebrew',
    'Devanagari',
    'Bengali',
    'Thai',
    'Han',
    'Hiragana',
    'Katakana',
  ],
  ...[
    'Hangul',
    'Bopomofo',
    'Tamil',
    'Telugu',
    'Kannada',
    'Malayalam',
    'Gujarati',
    'Gurmukhi',
    'Sinhala',
    'Khmer',
    'Lao',
  ],
  ...['Myanmar', 'Georgian', 'Armenian', 'Ethiopic'],
] as const;

const WRITTEN = new RegExp(
  `[${CAPTION_SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}\\p{Script=Common}\\p{Script=Inherited}]`,
  'u',
);
/** From this share of its letters on a text is written in a script that captions lack; a single foreign letter is a box. */
const MOST_FOREIGN = 0.2;

/** The letters of a text, each once, when so many of them are of scripts without a font that it cannot be captioned; else none. */
export function lettersWithoutFont(text: string): readonly string[] {
  const letters = text.match(/\p{L}/gu) ?? [];
  const foreign = letters.filter((letter) => !WRITTEN.test(letter));
  return foreign.length > letters.length * MOST_FOREIGN ? [...new Set(foreign)] : [];
}
