// Kokoro's symbols: espeak-ng's phonemes as the model learnt them. Diphthongs and affricates are one letter there, and
// English has fewer signs. The numbers and the replacements are data.
// @see https://github.com/hexgrad/misaki/blob/main/EN_PHONES.md
import symbols from '../voices/kokoro-symbols.json' with { type: 'json' };
import { withinLength } from './sentences.ts';
import type { Sentence, Sound } from './sentences.ts';
import { SymbolRows } from './symbols.ts';
import type { SymbolRow } from './symbols.ts';

/** What the model takes, less the two that frame a sentence. */
const MOST_SYMBOLS = 510;
const FRAME = 0;
const IDS: Readonly<Record<string, number>> = symbols.ids;
const SPACE = IDS[' '] ?? 0;

/** Sentences as rows of numbers; `language` is the voice's own tag. A longer sentence is several rows. */
export function kokoroRows(sentences: readonly Sentence[], language: string): SymbolRow[] {
  const rules = rulesOf(language);
  const spelled = (sound: Sound): number[] => {
    const ids = idsOf(sound, rules);
    // A word ends with a space, which a sign takes the place of.
    return sound.codePoint === undefined ? ids : [SPACE, ...ids];
  };
  return sentences
    .flatMap((sentence) => withinLength(sentence, MOST_SYMBOLS, (sound) => spelled(sound).length))
    .map((sentence) => rowOf(sentence, rules));
}

function rowOf(sentence: Sentence, rules: Rules): SymbolRow {
  const row = new SymbolRows();
  row.add([FRAME]);
  sentence.forEach((sound, index) => {
    const { codePoint } = sound;
    if (index > 0 && codePoint !== undefined) row.add([SPACE]);
    row.add(idsOf(sound, rules), codePoint);
  });
  row.add([FRAME]);
  return row;
}

type Rules = readonly (readonly [string, string])[];

function rulesOf(language: string): Rules {
  const known = symbols.rules as unknown as Readonly<Record<string, Rules>>;
  return known[language] ?? known['other'] ?? [];
}

/** Signs that the model does not know are left out. */
function idsOf({ phonemes, codePoint }: Sound, rules: Rules): number[] {
  const tied = phonemes.map((phoneme) => (codePoint === undefined ? phoneme : withTies(phoneme))).join('');
  const letters = rules.reduce((text, [from, to]) => text.replaceAll(from, to), tied).replaceAll('^', '');
  return [...letters].flatMap((letter) => {
    const id = IDS[letter];
    if (id !== undefined) return [id];
    return [...letter.normalize('NFD')].flatMap((part) => IDS[part] ?? []);
  });
}

/** "ˈoʊ" → "ˈo^ʊ": what is one phoneme can be told from two beside each other. */
function withTies(phoneme: string): string {
  return phoneme.normalize('NFC').replace(/(?<=\p{Ll}ː?)(?=\p{Ll})/gu, '^');
}
