import { isChinese, plain, written } from './text.ts';

/** What a word does in its sentence, as far as pictures need it. `unknown` is any word of a language without a tagger. */
export type WordKind =
  'noun' | 'verb' | 'adjective' | 'number' | 'determiner' | 'adposition' | 'other' | 'unknown';

/** A word of a visual: plain text, as it is written (lower case), dictionary form, kind. */
export interface Tagged {
  readonly text: string;
  readonly written: string;
  readonly lemma: string;
  readonly kind: WordKind;
  /** Written with a capital inside a sentence; told of English only. */
  readonly isCapital?: boolean;
}

/** Scripts that are written without spaces, Chinese apart (it is read by characters). */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words of a text. English is tagged; in other languages every word may be anything. */
export async function tag(text: string, language: string): Promise<Tagged[]> {
  if (isChinese(text)) return [...plain(text)].map((character) => untagged(character));
  if (language === 'en') {
    // A model of 4 MB, which no other language needs.
    const { tagEnglish } = await import('./english.ts');
    return tagEnglish(text);
  }
  if (UNSPACED.test(text)) {
    const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)];
    return segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => untagged(written(segment)));
  }
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => {
    const capital = language === 'de' && /^\p{Lu}/u.test(word);
    return capital ? { ...untagged(written(word)), kind: 'noun' } : untagged(written(word));
  });
}

function untagged(word: string): Tagged {
  const text = plain(word);
  return { text, written: word, lemma: text, kind: 'unknown' };
}

/** Forms under which an English word may stand in a table, the most literal first. */
export function formsOf(word: Tagged): string[] {
  return word.text === word.lemma ? [word.text] : [word.text, word.lemma];
}
