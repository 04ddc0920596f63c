import { detectorFor } from '../language/detect.ts';
import { LATIN_LETTERS } from '../language/data/alphabets.ts';
import { LEGACY_ENCODINGS, WESTERN } from './legacy-encodings.ts';
import type { LegacyEncoding } from './legacy-encodings.ts';

/** A guess with less than this share of the best one's confidence is not looked at. */
const BESIDE = 0.6;
/** Less than this is no guess: what is right has 0.026 and more. */
const FLOOR = 0.02;
/** The beginning says it. */
const MOST_BYTES = 20_000;
/** Of the letters beyond a to z, how many are the language's own; the others are those of names. */
const OWN_LETTERS = 0.75;
/** All Cyrillic letters of these languages: one beyond them is a letter of another encoding. */
const CYRILLIC_LETTERS: Readonly<Record<string, string>> = {
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  be: 'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
  bg: 'абвгдежзийклмнопрстуфхцчшщъьюя',
};
/** What English borrows: café, naïve, Zoë, jalapeño. */
const BORROWED = 'àáâäçèéêëíîïñóôöûü';

/**
 * Text of bytes in an encoding of before Unicode, or undefined where that is not certain: a wrong guess is spoken and
 * captioned as nonsense. The detector proposes; a proposal counts when the text is in a language that is written in that
 * encoding, with that language's letters, and when no other proposal makes another such text.
 */
export async function decodeLegacy(
  bytes: Uint8Array,
): Promise<{ text: string; encoding: LegacyEncoding } | undefined> {
  const { detectAll } = await import('jschardet');
  const guesses = detectAll(bytes.subarray(0, MOST_BYTES), {
    minimumThreshold: FLOOR,
    detectEncodings: LEGACY_ENCODINGS.flatMap(({ names }) => names),
  });
  const [{ confidence: best } = { confidence: 0 }] = guesses;
  const likely = guesses
    .filter(({ confidence }) => confidence >= best * BESIDE)
    .flatMap(({ encoding }) => encodingCalled(encoding ?? '') ?? []);
  const found: { text: string; encoding: LegacyEncoding }[] = [];
  // Of encodings that make the same text the most usual one is named.
  const usualFirst = [...new Set(likely)].sort((a, b) => Number(b === WESTERN) - Number(a === WESTERN));
  for (const encoding of usualFirst) {
    const text = decoded(bytes, encoding.label);
    if (text === undefined || found.some((each) => each.text === text)) continue;
    if (await isWrittenIn(text, encoding.languages)) found.push({ text, encoding });
  }
  if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  // Short Western texts have few letters to tell by, and are what people have most.
  const western = { text: fromWindows1252(bytes), encoding: WESTERN };
  const looksWestern =
    likely.includes(WESTERN) && (await isWrittenIn(western.text, WESTERN.languages, false));
  return looksWestern ? western : undefined;
}

/** The detector calls its encodings as it likes: "iso8859-15", "EUC-JP". */
function encodingCalled(name: string): LegacyEncoding | undefined {
  const plain = name.toLowerCase().replace(/^iso8859/u, 'iso-8859');
  return LEGACY_ENCODINGS.find(({ label, names }) => label === plain || names.includes(plain));
}

function decoded(bytes: Uint8Array, label: string): string | undefined {
  if (label === 'windows-1252') return fromWindows1252(bytes);
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What the bytes from 0x80 to 0x9f stand for; written out as some releases of Node take them for control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252[byte - 0x80] : String.fromCharCode(byte);
  }
  return text;
}

async function isWrittenIn(text: string, languages: readonly string[], surely = true): Promise<boolean> {
  if (isGarbled(text)) return false;
  const detect = await detectorFor(text);
  const { language, sure, others } = detect(text);
  // Neighbours in one alphabet have one encoding; in Latin letters the language alone tells two encodings apart.
  const neighbour = others[0] !== undefined && languages.includes(others[0]);
  const certain = !surely || sure || neighbour || !(language in LATIN_LETTERS);
  return certain && languages.includes(language) && hasLettersOf(text, language);
}

/** What bytes of another encoding look like. */
const GARBLED: readonly RegExp[] = [
  // Characters that no text has.
  /[\u0080-\u009f\ue000-\uf8ff\ufffd]/u,
  // Signs that touch no letter, and signs amid letters.
  /\p{L}[¢¤¥¦¨¬¯±´¶¸×÷†‡‰ƒˆ˜]|[¢¤¥¦¨¬¯±´¶¸×÷†‡‰ƒˆ˜]\p{L}/u,
  /[\p{L}\p{M}](?![’‘·…–—\u00ad\u200b-\u200f])[^\u0000-\u00a0\p{L}\p{M}\p{Po}\p{Ps}\p{Pe}]\p{L}/u,
  /\p{L}[‚„¿¡]|\p{Ll}\u00a0\p{Ll}/u,
  // Capitals within words.
  /\p{Ll}(?![A-Z])\p{Lu}/u,
  // Letters of two scripts in one word.
  /(?=[^\u0000-\u007f])\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}]/u,
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}](?=[^\u0000-\u007f])\p{Script=Latin}/u,
  // Letters that end a word, before another, and one that never does, at its end.
  /[ةى]\p{Script=Arabic}|ς\p{L}|\p{L}σ(?!\p{L})/u,
];

function isGarbled(text: string): boolean {
  return GARBLED.some((pattern) => pattern.test(text));
}

function hasLettersOf(text: string, language: string): boolean {
  const own = language === 'en' ? BORROWED : LATIN_LETTERS[language];
  const letters = text.toLowerCase().match(/(?=\p{L})[^\u0000-\u007f]/gu) ?? [];
  const all = CYRILLIC_LETTERS[language];
  if (all !== undefined) return letters.length > 0 && letters.every((letter) => all.includes(letter));
  if (own === undefined) return letters.length > 0;
  return letters.filter((letter) => own.includes(letter)).length >= letters.length * OWN_LETTERS;
}
