/**
 * What the product knows of a language: how its text splits into words, which way it runs, and how to tell it from
 * text alone. Pure; everything about scripts and words that other folders need comes from here.
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
  const segmenter = new Intl.Segmenter(isLanguageTag(language) ? language : 'zh', { granularity: 'word' });
  const pieces: Word[] = [];
  let opening: Word | undefined;
  let quoted = false;
  for (const segment of segmenter.segment(chunk.text)) {
    const start = chunk.start + segment.index;
    const piece = { text: segment.segment, start, end: start + segment.segment.length };
    const previous = pieces.at(-1);
    // A straight quote looks the same on both sides: every other one opens.
    if (piece.text === '"') quoted = !quoted;
    if (/^[\p{Ps}\p{Pi}\p{Sc}#]+$/u.test(piece.text) || (piece.text === '"' && quoted)) {
      opening = opening ? span(opening, piece) : piece;
    } else if (previous && !opening && !segment.isWordLike && !standsAlone(piece.text)) {
      pieces[pieces.length - 1] = span(previous, piece);
    } else {
      pieces.push(opening ? span(opening, piece) : piece);
      opening = undefined;
    }
  }
  if (opening) pieces.push(opening);
  return pieces;
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

/** Common short words by which languages of the Latin script are told apart; the first of equals wins. */
const STOP_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    en: `the and of is to in why how what are do does have has a an that it this with for you your we not on was were
      they when who where which can from by at be but or if as i my our their its his her don isn there about`,
    es: `el la los las de que y por qué cómo es un una en del se no con para su al lo como más pero cuando quién dónde
      son está tu mi hay porque si muy este esta tiene tienen`,
    de: `der die das und ist warum wie ein eine nicht den von zu mit was wir ich es im dem des auf für sich sind wer wo
      wenn auch als an werden haben hat einen einer aus bei nach sie er man`,
    fr: `le la les des et est pourquoi comment un une du que qui dans sont de en au aux pas pour ce cette il elle nous
      vous on avec sur ne se plus quand où quoi je tu son sa ses leur ont`,
    pt: `o os as e é não uma um do da dos das por como que em são para com no na se mais você quando onde quem porque
      seu sua ao foi tem têm`,
    it: `il lo gli e è perché come un una di che non sono del della i la le in si con per nel quando dove chi cosa più
      anche questo questa ha hanno`,
    nl: `de het een en van waarom hoe is niet dat wat zijn op te voor met je we ik ze er aan ook als bij naar wordt
      deze heeft hebben`,
    sv: `och att det är som en ett på varför hur inte av för med den till har vi de jag kan om när från`,
    pl: `i w nie na się jest że dlaczego jak co to z do są czy dla po od ma przez ale tak`,
    tr: `ve bir bu neden nasıl ne için ile de da mı mi olan gibi çok daha var değil en`,
  }).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
);

/** Letters and signs that one language alone of those above writes. */
const OWN_SIGNS: readonly [RegExp, string][] = [
  [/[¿¡ñ]/u, 'es'],
  [/ß/u, 'de'],
  [/œ|\b(?:c['’]est|j['’]ai|n['’]|qu['’]|d['’]une?)/u, 'fr'],
  [/[ãõ]/u, 'pt'],
  [/[łęążśćń]/u, 'pl'],
  [/[ğış]/u, 'tr'],
  [/å/u, 'sv'],
];

const SCRIPT_LANGUAGES: readonly [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Bengali}/u, 'bn'],
];

/** The most likely language of a text, as a primary tag; 'en' when nothing speaks for another. Deterministic. */
export function detectLanguage(text: string): string {
  const letters = [...text].filter((char) => LETTER.test(char));
  for (const [script, language] of SCRIPT_LANGUAGES) {
    const share = letters.filter((char) => script.test(char)).length / Math.max(1, letters.length);
    // Kana decides for Japanese even among many Han characters.
    if (share > (language === 'ja' ? 0.1 : 0.3)) return language;
  }
  const lower = text.toLowerCase();
  const tokens = lower.match(/\p{L}+/gu) ?? [];
  let best = 'en';
  let bestHits = 0;
  for (const [language, stops] of STOP_WORDS) {
    const own = OWN_SIGNS.some(([signs, owner]) => owner === language && signs.test(lower)) ? 2 : 0;
    const hits = own + tokens.filter((token) => stops.has(token)).length;
    if (hits > bestHits) [best, bestHits] = [language, hits];
  }
  return best;
}
