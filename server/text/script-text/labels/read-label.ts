import { keyOf, phrasesOf, wordsOf } from './all-words.ts';
import { isDelivery } from './delivery.ts';
import type { ScriptWords } from './script-words.ts';

export type LabelKind =
  'part' | 'speech' | 'text' | 'visual' | 'screen' | 'sound' | 'hashtags' | 'title' | 'description' | 'about';

/** A label that a line begins with, and what stands behind it. */
export interface Label {
  readonly kind: LabelKind;
  /** Its word as it is written, without number and time. */
  readonly word: string;
  /** True for "Scene 2" and for a time: what follows on the same line may be the scene's name. */
  readonly numbered: boolean;
  readonly rest: string;
}

const KINDS: readonly [LabelKind, keyof ScriptWords][] = [
  ['text', 'text'],
  ['about', 'about'],
  ['screen', 'screen'],
  ['sound', 'sound'],
  ['visual', 'visual'],
  ['description', 'description'],
  ['hashtags', 'hashtags'],
  ['title', 'title'],
  ['part', 'numbered'],
  ['part', 'part'],
  ['speech', 'speech'],
];
/** A word that two languages use for two things is what the later entry of KINDS says. */
const LABELS: ReadonlyMap<string, LabelKind> = new Map(
  KINDS.flatMap(([kind, list]) => [...wordsOf(list)].map((word): [string, LabelKind] => [word, kind])),
);
const NUMBERED = wordsOf('numbered');
/** With a number a scene, without one what is seen: Hindi's दृश्य. */
const SEEN = new Set([...wordsOf('visual')].filter((word) => NUMBERED.has(word)));
const NUMBER_WORDS = wordsOf('numbers');
const ENDS = wordsOf('end');
const SOUNDS = phrasesOf('sound');

const UNIT = phrasesOf('seconds').map(escaped).join('|');
const CLOCK = String.raw`\d{1,2}[:：.]\d{2}(?:[:：.]\d{2})?(?:[.,]\d{1,3})?`;
const MOMENT = String.raw`(?:${CLOCK}|\d{1,3}(?:[.,]\d{1,2})?)\s*(?:(?:${UNIT})(?!\p{L})\.?)?`;
const RANGE = String.raw`${MOMENT}\s*(?:[-–—~〜→]|bis|to|a|à|до|–)\s*${MOMENT}`;
/** "0:00–0:03", "0-5 sec", "(3s)": a length or a place in time, and no ordinary number. */
const TIMES = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${RANGE}|${CLOCK}|\d{1,3}(?:[.,]\d)?\s*(?:${UNIT})(?!\p{L}))`,
  'giu',
);
const TIME_ALONE = new RegExp(String.raw`^[\s[\](){}（）【】|~-]*${RANGE}[\s[\](){}（）【】|~-]*$`, 'iu');
const LEADING_TIME = new RegExp(
  String.raw`^(?:[[(（【]\s*(?:${RANGE}|${CLOCK})\s*[\])）】]|${RANGE}|${CLOCK}(?=\s*[-–—|]))\s*[-–—:：|]*\s*(.*)$`,
  'iu',
);
const CJK_NUMBER = '[一二三四五六七八九十百\\p{N}]{1,4}';
const ORDINAL_PART = new RegExp(
  `^第${CJK_NUMBER}(?:场景|个?镜头|部分|場面|シーン|カット|[场場幕镜鏡章节節段景话話])$|^${CJK_NUMBER}(?:번째)?(?:장면|컷|씬)$`,
  'u',
);
const SLUGLINE = /^(?:INT|EXT|INT\.?\/EXT|I\/E)[. ]+\p{Lu}{2}/u;
const MOST_LABEL_CHARS = 90;
const MOST_BRACKET_CHARS = 700;

/** What stands before a label and is no part of it: emphasis, emoji, arrows. */
const ORNAMENTS = /^(?:[\s*_~>•▶►▪◆●→|]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\ufe0f\u200d]){1,12}/u;

/** The label that a line begins with; undefined for a line of words, and for `NAME: …` with a name that is not known. */
export function readLabel(line: string): Label | undefined {
  const bare = line.replace(ORNAMENTS, '');
  if (bare === '') return undefined;
  if (SLUGLINE.test(bare)) return { kind: 'visual', word: 'scene', numbered: false, rest: unwrapped(bare) };
  if (bare.length < MOST_LABEL_CHARS && TIME_ALONE.test(plain(bare)) && hasUnit(bare))
    return { kind: 'part', word: '', numbered: true, rest: '' };
  if (/^\s*[*_]*(?:[🎵🎶♪♫]\ufe0f?\s*){1,3}\S/u.test(line) && !/[♪♫🎵🎶]\s*$/u.test(line) && line.length < 80)
    return { kind: 'sound', word: bare, numbered: false, rest: '♪' };
  return bracketed(bare) ?? beforeColon(bare) ?? alone(bare, line) ?? beforeDash(bare, line) ?? timed(bare);
}

/** The label in a cell or a key, whole: "Narration (VO)". */
export function labelOf(text: string): LabelKind | undefined {
  return classify(text)?.kind;
}

/** True for a direction in brackets that names a sound: "upbeat music", "whoosh sound effect". */
export function isSound(direction: string): boolean {
  const inner = direction.toLowerCase().replaceAll('\u0307', '');
  if (inner.length > 60 || /[.!?。？！]\s*\S/u.test(inner)) return false;
  if (/^[♪♫🎵🎶\s]/u.test(inner)) return true;
  return SOUNDS.some((word) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word)
      ? word.length > 1 && inner.includes(word)
      : new RegExp(String.raw`(?<!\p{L})${escaped(word)}(?!\p{L})`, 'u').test(inner),
  );
}

const BRACKETS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '（': '）', '【': '】', '［': '］' };

function bracketed(bare: string): Label | undefined {
  const close = BRACKETS[bare[0] ?? ''];
  if (!close) return undefined;
  const end = closingAt(bare, 0);
  if (end === undefined) return undefined;
  const inner = bare.slice(1, end).trim();
  const rest = unwrapped(bare.slice(end + 1).replace(/^[\s*_~]*[:：–—-]?\s*/u, ''));
  const within = beforeColon(inner);
  if (within) {
    if (within.kind === 'part' || within.kind === 'speech') {
      // "[Scene 1: the kitchen]" is a label as a whole; "[Narrator: Hello.]" is speech in brackets.
      const said = within.kind === 'speech' ? [within.rest, rest].filter(Boolean).join(' ') : rest;
      return { ...within, rest: said };
    }
    return rest === '' ? within : undefined;
  }
  if (ENDS.has(keyOf(inner)) && rest === '') return { kind: 'part', word: inner, numbered: false, rest };
  const found = classify(inner);
  if (found) {
    // "[B-roll] He runs." is said; "[B-roll]: a runner" and "【画面】跑步" are pictures.
    const isHead = bare[0] === '【' || /^[\s*_~]*[:：]/u.test(bare.slice(end + 1));
    const afterLabel = found.kind === 'part' || found.kind === 'speech' || found.kind === 'sound';
    if (!isHead && !afterLabel && rest !== '') return undefined;
    return { ...found, rest };
  }
  if (isSound(inner)) return { kind: 'sound', word: inner, numbered: false, rest };
  return undefined;
}

/** Where the bracket that opens at an offset closes, with brackets of its kind in it; undefined when it does not. */
export function closingAt(text: string, open: number): number | undefined {
  const [opening, closing] = [text[open] ?? '', BRACKETS[text[open] ?? '']];
  if (closing === undefined || text.indexOf(closing, open) < 0) return undefined;
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + MOST_BRACKET_CHARS); at += 1) {
    if (text[at] === opening) depth += 1;
    else if (text[at] === closing && --depth === 0) return at;
  }
  return undefined;
}

function beforeColon(bare: string): Label | undefined {
  const at = bare.slice(0, MOST_LABEL_CHARS).search(/(?<!\d)[:：]|[:：](?!\d)/u);
  if (at <= 0) return undefined;
  const found = classify(bare.slice(0, at));
  return found && { ...found, rest: unwrapped(bare.slice(at + 1)) };
}

/** A line that is nothing but a label. A word alone is one only for parts of a script and in emphasis. */
function alone(bare: string, line: string): Label | undefined {
  if (bare.length > MOST_LABEL_CHARS) return undefined;
  const found = classify(bare);
  if (!found) return undefined;
  // "Scene 1 – A bakery at dawn": what the scene is called is read on.
  const dashed = found.numbered ? beforeDash(bare, line) : undefined;
  if (dashed && dashed.rest !== '' && !classify(dashed.rest)) return dashed;
  const marked = /^[\s>•]*[*_]{1,3}[^*_]+[*_]{1,3}\s*$/u.test(line) || /^[^\p{Ll}]*$/u.test(bare);
  const isLabel = found.kind === 'part' ? found.numbered || marked || hasNoSentence(bare) : marked;
  return isLabel ? { ...found, rest: '' } : undefined;
}

function hasNoSentence(bare: string): boolean {
  return !/[.!?。？！।]\s*$/u.test(bare);
}

/** "VO – text", "**Hook** – text", "Scene 1 – text": a dash parts only what is clearly a label. */
function beforeDash(bare: string, line: string): Label | undefined {
  const parted = /^(.{1,60}?)\s+[-–—|]\s*(\S.*)$/u.exec(bare) ?? /^(.{1,60}?)——?(\S.*)$/u.exec(bare);
  const head = parted?.[1] ?? '';
  const found = parted ? classify(head) : undefined;
  if (!found) return undefined;
  const marked = /^\s*[*_]/u.test(line) || (/^[^\p{Ll}]+$/u.test(head) && /\p{Lu}{2}/u.test(head));
  if (!marked && !found.numbered) return undefined;
  return { ...found, rest: unwrapped(parted?.[2] ?? '') };
}

/** "0:00–0:03 text": the time is dropped, and what follows is read again by the caller. */
function timed(bare: string): Label | undefined {
  const parted = LEADING_TIME.exec(bare.replace(/^([^*_]{1,30})[*_]{1,3}/u, '$1'));
  if (!parted) return undefined;
  const time = bare.slice(0, bare.length - (parted[1] ?? '').length);
  // "1-2 cups of water": a range is a time only as one, with a unit, a colon or brackets.
  if (!hasUnit(time) || !/[:：|–—\])）】-]\s*$/u.test(time)) return undefined;
  return { kind: 'part', word: '', numbered: true, rest: unwrapped(parted[1] ?? '') };
}

function hasUnit(time: string): boolean {
  return /\d[:：]\d{2}/u.test(time) || new RegExp(`\\d\\s*(?:${UNIT})(?!\\p{L})`, 'iu').test(time);
}

function classify(text: string): Omit<Label, 'rest'> | undefined {
  const whole = plain(text);
  if (whole === '') return undefined;
  const timeless = whole.replace(TIMES, ' ').trim();
  const hadTime = timeless !== whole.trim();
  // "(calm)", "[VO]": what a label says of itself.
  const bare = timeless.replace(/[([（【][^()[\]（）【】]*[)\]）】]/gu, ' ').trim() || timeless;
  const pieces = bare.split(/\s+[-–—|•·]\s+|\s*[/|｜]\s*|\s+[&+]\s+/u).map((piece) => piece.trim());
  const [first, ...others] = pieces.filter((piece) => keyOf(piece) !== '');
  if (first === undefined) return hadTime ? { kind: 'part', word: '', numbered: true } : undefined;
  const found = lookUp(first);
  if (found) {
    const second = others[0] === undefined ? undefined : lookUp(others[0]);
    // "Scene 1 – Hook" is a part, "Scene 1 – Narrator" is speech; "Hook – anything else" is no label.
    if (others.length > 0 && !second && !found.numbered && !hadTime) return undefined;
    const inner = found.kind === 'part' && second ? second.kind : found.kind;
    return { ...found, kind: inner, numbered: found.numbered || hadTime };
  }
  const second = others[0] === undefined ? undefined : lookUp(others[0]);
  return second?.kind === 'part' && hadTime ? { ...second, numbered: true } : undefined;
}

function lookUp(piece: string): Omit<Label, 'rest'> | undefined {
  const numbered = /^(.*?)[\s#:№.-]*(?:n[o°º]\.?\s*)?#?\s*(\p{N}{1,3}|[ivxIVX]{1,4})\s*[.:)]?$/u.exec(piece);
  const word = (numbered?.[1] ?? '').trim();
  if (word !== '' && /\p{L}/u.test(word) && numbered && /\s|\p{N}$/u.test(piece)) {
    const kind = LABELS.get(keyOf(word));
    if (kind) return { kind, word, numbered: true };
  }
  const key = keyOf(piece);
  if (ORDINAL_PART.test(key)) return { kind: 'part', word: piece, numbered: true };
  const leading = /^\p{N}{1,3}[.):]?\s*(?=\p{L})/u.exec(piece)?.[0];
  if (leading !== undefined) {
    const kind = LABELS.get(keyOf(piece.slice(leading.length)));
    if (kind) return { kind, word: piece.slice(leading.length), numbered: true };
  }
  const kind = SEEN.has(key) ? 'visual' : LABELS.get(key);
  if (kind) return { kind, word: piece, numbered: false };
  return inWords(piece);
}

/** "Scene one", "First scene", "المشهد الأول", "镜头一". */
function inWords(piece: string): Omit<Label, 'rest'> | undefined {
  const words = piece.split(/\s+/u);
  const [head, tail] = [words.slice(0, -1).join(' '), words.at(-1) ?? ''];
  if (NUMBERED.has(keyOf(head)) && NUMBER_WORDS.has(keyOf(tail)))
    return { kind: 'part', word: head, numbered: true };
  const [front, back] = [words[0] ?? '', words.slice(1).join(' ')];
  if (NUMBERED.has(keyOf(back)) && NUMBER_WORDS.has(keyOf(front)))
    return { kind: 'part', word: back, numbered: true };
  const unspaced = /^([^\s一二三四五六七八九十]+)[一二三四五六七八九十]{1,3}$/u.exec(piece)?.[1];
  return unspaced !== undefined && NUMBERED.has(keyOf(unspaced))
    ? { kind: 'part', word: unspaced, numbered: true }
    : undefined;
}

/** Without emphasis and emoji, and without brackets around all of it. */
function plain(text: string): string {
  return text.replace(/[*_~`]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\ufe0f\u200d]/gu, '').trim();
}

/** What follows a label, without the closing half of an emphasis that began before the label. */
function unwrapped(rest: string): string {
  const text = rest
    .replace(/^[*_~]{1,3}(?=\s|$)/u, '')
    .replace(/^[*_~]{1,3}\s+/u, '')
    .trim();
  return dropUnpaired(text);
}

function dropUnpaired(text: string): string {
  let kept = text;
  for (const mark of ['***', '**', '__', '*', '_']) {
    const count = kept.split(mark).length - 1;
    if (count % 2 === 1 && kept.endsWith(mark)) kept = kept.slice(0, -mark.length).trimEnd();
    else if (count === 1 && mark.length === 2) kept = kept.replace(mark, '');
  }
  return kept.trim();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

/** A direction in brackets within a line: a picture to show, or something to leave out; undefined for words to say. */
export function readDirection(inner: string, square: boolean): { readonly visual?: string } | undefined {
  const labelled = beforeColon(inner.replace(ORNAMENTS, ''));
  if (labelled && labelled.kind !== 'speech' && labelled.kind !== 'text') {
    return labelled.kind === 'visual' ? { visual: labelled.rest } : {};
  }
  if (isDelivery(inner)) return {};
  if (!square) return undefined;
  return classify(inner) || isSound(inner) ? {} : undefined;
}
