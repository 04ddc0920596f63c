// What a text sounds like, sentence by sentence, from espeak-ng's events. Punctuation stays, as models speak by it.
import type { PhonemeEvent } from '@shortfactory/offline';

/** What is said without a break in its spelling: a word's phonemes, or one sign of punctuation. */
export interface Sound {
  /** IPA of each phoneme, in order. */
  readonly phonemes: readonly string[];
  /** The code point of the text at which the word begins; undefined for punctuation. */
  readonly codePoint: number | undefined;
}

export type Sentence = readonly Sound[];

/** What models know as punctuation, for what people write. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ '.': '.', '!': '!', '?': '?', ',': ',', ';': ';', ':': ':', '…': '.', '—': ',', '–': ',' },
  ...{ '。': '.', '！': '!', '？': '?', '，': ',', '、': ',', '；': ';', '：': ':' },
  ...{ '،': ',', '؛': ';', '؟': '?', '।': '.', '॥': '.' },
};
const ENDS_SENTENCE = '.!?';
/** Between a sign and the end of its clause there are a space and quotation marks at most. */
const SIGN_WITHIN = 6;

/** The sentences of a text as espeak-ng spells it. Throws nothing: a text without sounds has no sentences. */
export function sentencesOf(text: string, events: readonly PhonemeEvent[]): Sentence[] {
  const chars = [...text];
  const sentences: Sentence[] = [];
  let sentence: Sound[] = [];
  let word: { phonemes: string[]; codePoint: number } | undefined;
  const endWord = (): void => {
    if (word && word.phonemes.length > 0) sentence.push(word);
    word = undefined;
  };
  for (const { type, at, id } of events) {
    if (type === 'word') {
      endWord();
      word = { phonemes: [], codePoint: at };
    } else if (type === 'phoneme' && typeof id === 'string' && id.trim() !== '') {
      word ??= { phonemes: [], codePoint: at };
      word.phonemes.push(id);
    } else if (type === 'end') {
      endWord();
      if (sentence.length === 0) continue;
      const sign = signBefore(chars, at) ?? (at >= chars.length - 1 ? '.' : ',');
      sentence.push({ phonemes: [sign], codePoint: undefined });
      if (!ENDS_SENTENCE.includes(sign)) continue;
      sentences.push(sentence);
      sentence = [];
    }
  }
  endWord();
  return sentence.length > 0 ? [...sentences, sentence] : sentences;
}

/** The sign at which a clause ends, or undefined when espeak-ng ended it for another reason. */
function signBefore(chars: readonly string[], end: number): string | undefined {
  for (let at = Math.min(end, chars.length - 1); at >= 0 && at > end - SIGN_WITHIN; at--) {
    const char = chars[at] ?? '';
    if (SIGNS[char] !== undefined) return SIGNS[char];
    if (at < end && /[\p{L}\p{N}]/u.test(char)) return undefined;
  }
  return undefined;
}

/**
 * Cuts sentences that are longer than a model takes, behind a comma if there is one in the second half. `length` counts
 * a sound's symbols.
 */
export function withinLength(sentence: Sentence, most: number, length: (sound: Sound) => number): Sentence[] {
  const cut: Sentence[] = [];
  let rest = [...sentence];
  for (;;) {
    let symbols = 0;
    const fits = rest.findIndex((sound) => (symbols += length(sound)) > most);
    if (fits < 0) return rest.length > 0 ? [...cut, rest] : cut;
    const head = rest.slice(0, Math.max(1, fits));
    const comma = head.findLastIndex(({ codePoint }) => codePoint === undefined);
    const end = comma >= head.length / 2 ? comma + 1 : head.length;
    cut.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
}
