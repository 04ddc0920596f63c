/**
 * What the product knows of a language: how its text splits into words and which way it runs. Pure. Which language a text
 * is in is told by the package text.
 */

export type Direction = 'ltr' | 'rtl';

/** Languages that the offline writer and narrator are made and tested for. */
export const OFFLINE_LANGUAGES = ['en', 'es', 'de', 'fr', 'hi', 'ar', 'zh'] as const;
export type OfflineLanguage = (typeof OFFLINE_LANGUAGES)[number];

/** A word as it stands in its text: what is captioned, and where (UTF-16 offsets, end exclusive). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const RTL_SCRIPTS = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;
const LETTER = /\p{L}/u;

/** Scripts written without spaces between words: a caption word there is a segmenter's word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A word of other letters or digits inside a text without spaces, as one: "iPhone", "GPT-4", "3.5", "50%". */
const FOREIGN_LETTERS = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Nd}][\\p{Mn}]*';
const FOREIGN_WORD = new RegExp(
  `(?:${FOREIGN_LETTERS})+(?:[-.,'’:/+&@_·](?:${FOREIGN_LETTERS})+)*(?:[%°]|\\+{1,2})?`,
  'gu',
);

/** True if something in the text can be said: a letter, a number, or a sign with a name such as an emoji. */
export function isSpeakable(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}%&+=@€$£¥₹°]/u.test(text);
}

/** Base direction of a text: that of its first letter (the Unicode bidi rule P2, without isolates). */
export function directionOf(text: string): Direction {
  for (const char of text) if (LETTER.test(char)) return RTL_SCRIPTS.test(char) ? 'rtl' : 'ltr';
  return 'ltr';
}

/** 'de-AT' → 'de'; lower case. */
export function primaryLanguage(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase();
}

/** True for a tag that Intl understands ('en', 'zh-Hans', 'pt-BR'). */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * The words of a text, in order, each with its punctuation: what captions show one after the other and what word
 * timings refer to. Words between spaces; inside a run of a script without spaces (Chinese, Japanese, Thai …) the
 * words of Intl.Segmenter. Punctuation sticks to the word before it (an opening bracket to the word after it), and a
 * piece with nothing that can be said joins its neighbour, so every word has a time of its own.
 */
export function splitWords(text: string, language: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/\S+/gu)) {
    const chunk = { text: match[0], start: match.index, end: match.index + match[0].length };
    if (UNSPACED.test(chunk.text)) words.push(...segmentChunk(chunk, language));
    else words.push(chunk);
  }
  return joinUnspeakable(words, text);
}

function segmentChunk(chunk: Word, language: string): Word[] {
  const pieces: Word[] = [];
  let opening: Word | undefined;
  let quoted = false;
  for (const piece of segmentsOf(chunk, language)) {
    const previous = pieces.at(-1);
    // A straight quote looks the same on both sides: every other one opens.
    if (piece.text === '"') quoted = !quoted;
    if (/^[\p{Ps}\p{Pi}\p{Sc}#]+$/u.test(piece.text) || (piece.text === '"' && quoted)) {
      opening = opening ? span(opening, piece) : piece;
    } else if (previous && !opening && !piece.isWordLike && !standsAlone(piece.text)) {
      pieces[pieces.length - 1] = span(previous, piece);
    } else {
      pieces.push(opening ? span(opening, piece) : { text: piece.text, start: piece.start, end: piece.end });
      opening = undefined;
    }
  }
  if (opening) pieces.push(opening);
  return pieces;
}

type Segment = Word & { readonly isWordLike: boolean };

/** The segmenter's segments, with words of other scripts kept whole. */
function segmentsOf(chunk: Word, language: string): Segment[] {
  const segmenter = new Intl.Segmenter(isLanguageTag(language) ? language : 'zh', { granularity: 'word' });
  const segmented = (from: number, to: number): Segment[] =>
    [...segmenter.segment(chunk.text.slice(from, to))].map(({ segment, index, isWordLike }) => {
      const start = chunk.start + from + index;
      return { text: segment, start, end: start + segment.length, isWordLike: isWordLike ?? false };
    });
  const found: Segment[] = [];
  let done = 0;
  for (const { 0: text, index } of chunk.text.matchAll(FOREIGN_WORD)) {
    const start = chunk.start + index;
    found.push(...segmented(done, index), { text, start, end: start + text.length, isWordLike: true });
    done = index + text.length;
  }
  return [...found, ...segmented(done, chunk.text.length)];
}

/** What the segmenter does not call a word and is one all the same: a letter it does not know, a number, an emoji. */
function standsAlone(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(text);
}

function joinUnspeakable(words: Word[], text: string): Word[] {
  const joined: Word[] = [];
  let leading: Word | undefined;
  for (const word of words) {
    const previous = joined.at(-1);
    if (!isSpeakable(word.text)) {
      if (previous) joined[joined.length - 1] = between(previous.start, word.end, text);
      else leading = leading ? between(leading.start, word.end, text) : word;
    } else {
      joined.push(leading ? between(leading.start, word.end, text) : word);
      leading = undefined;
    }
  }
  return joined;
}

function span(a: Word, b: Word): Word {
  return { text: a.text + b.text, start: a.start, end: b.end };
}

function between(start: number, end: number, text: string): Word {
  return { text: text.slice(start, end), start, end };
}
