import { phrasesOf } from '../labels/all-words.ts';
import type { LeftOut } from '../left-out.ts';

/** Formulas and addresses are left out of what is said; every pattern is bounded by a character that it may not cross. */

const FORMULAS = [
  /\$\$[^$]{1,2000}\$\$/gu,
  /\\\[[^\n]{1,1000}?\\\]/gu,
  /\\\([^\n]{1,1000}?\\\)/gu,
  /\\begin\{(\w+)\*?\}[^$]{0,2000}?\\end\{\1\*?\}/gu,
  // "$5 and $10" is money: a formula has no blank inside its dollars' ends, and a sign that money has not.
  /(?<![\p{L}\p{N}$])\$(?=[^\s$])[^$\n]{0,200}[\\^_={}][^$\n]{0,200}(?<=[^\s$])\$(?![\p{N}$])/gu,
];

export function withoutFormulas(text: string, leftOut: LeftOut): string {
  if (!/[$\\]/u.test(text)) return text;
  const cleared = FORMULAS.reduce(
    (kept, formula) =>
      kept.replace(formula, () => {
        leftOut.add('formula');
        return ' ';
      }),
    text,
  );
  // "It is $x$." ends as "It is."
  return cleared === text ? text : cleared.replace(/[^\S\n]+(?=[.,](?:\s|$))/gu, '');
}

const ADDRESS =
  /<?(?:\b(?:https?|ftp):\/\/|\bwww\.)[^\s<>()[\]]*[^\s<>()[\].,;:!?'"”’。，！？；：、」》）]\/?>?|\b(?:[a-z0-9-]+\.){1,3}(?:com|org|net|io|co|de|fr|es|it|pt|nl|pl|ru|uk|ua|jp|cn|kr|vn|id|tr|in|app|dev|ai|me|tv|ly|be|gl)\/[^\s<>()[\]]*[^\s<>()[\].,;:!?'"”’。，！？；：、」》）]/giu;
const PLACE = '\ue000';
/** Addresses that stand beside one another: "a or b". */
const PLACES = new RegExp(String.raw`${PLACE}(?:[\s,/|&]*(?:\p{L}{1,4}\s+)?${PLACE})+`, 'gu');

/**
 * Text without addresses, and without the words that only lead to them: "Read more at www…" goes whole, of "It is free
 * at www…" the "at". What stays are the words around it.
 */
export function withoutAddresses(text: string, leftOut: LeftOut): string {
  if (!/:\/\/|www\.|\.\p{L}{2,4}\//iu.test(text)) return text;
  let found = 0;
  const marked = text
    .replaceAll(PLACE, '')
    .replace(ADDRESS, () => {
      found += 1;
      return PLACE;
    })
    .replace(PLACES, PLACE);
  if (found === 0) return text;
  leftOut.add('address', found);
  return marked
    .split(/(?<=[.!?…।؟](?:\s|$)|[。！？\n])/u)
    .map((sentence) => (sentence.includes(PLACE) ? withoutPlace(sentence) : sentence))
    .join('')
    .replaceAll(PLACE, '');
}

function withoutPlace(sentence: string): string {
  const [before = '', ...rest] = sentence.split(PLACE);
  const after = rest.join('');
  const ends = /^[\s.,;:!?…。！？।؟)\]»”"'’]*$/u.test(after);
  if (!ends) return `${before.replace(/\s$/u, '')}${after}`;
  const clauseAt = Math.max(
    ...[...before.matchAll(/[,;:—–，；：、،]\s*/gu)].map(({ 0: sign, index }) => index + sign.length),
    0,
  );
  const lead = before.slice(clauseAt);
  const trail = clauseAt > 0 ? before.slice(0, clauseAt).replace(/[\s,;:—–，；：、،]+$/u, '') : '';
  // "More: www…", "Read more at www…", "So it works. Source: www…".
  const stop = /^\s*([.!?…。！？।؟]*\s*)/u.exec(after)?.[1] ?? '';
  if (pointsOnly(lead) || (lead.trim() === '' && pointsOnly(trail))) {
    const left = pointsOnly(trail) ? '' : trail;
    return left === '' ? '' : `${left}${stop}`;
  }
  return `${before.slice(0, clauseAt)}${lead.replace(BEFORE, '').trimEnd()}${stop || after.replace(/^\s+/u, '')}`;
}

function pointsOnly(clause: string): boolean {
  const bare = clause.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '').toLowerCase();
  return POINTERS.test(bare) && bare.length < 60;
}

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;
const list = (words: readonly string[]): string =>
  words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)).join('|');
const POINTERS = new RegExp(`^(?:${list(phrasesOf('pointer'))})(?!\\p{Ll})`, 'u');
const BEFORE = new RegExp(
  `(?:(?<=^|\\s)(?:${list(phrasesOf('before').filter((word) => !SPACELESS.test(word)))})|(?:${list(phrasesOf('before').filter((word) => SPACELESS.test(word)))}))\\s*[:：]?\\s*$`,
  'iu',
);
