import {
  EMOJI_READINGS,
  IMAGE_STYLES,
  SCRIPT_LIMITS,
  SPEED,
  ScriptInvalid,
  isLanguageTag,
} from '@shortfactory/core';
import type { Script } from '@shortfactory/core';
import { LineCounter, isMap, isScalar, parseDocument } from 'yaml';
import type { Pair, YAMLMap } from 'yaml';

/** What a text says about itself above its words, between two lines of `---`. */
export type FrontMatter = Partial<Omit<Script, 'scenes'>>;

const BLOCK = /^---[ \t]*\n([^]{0,20000}?)\n?(?:---|\.\.\.)[ \t]*(?:\n|$)/u;
const KNOWN = ['title', 'language', 'imageStyle', 'voices', 'pronunciations', 'speed', 'emoji'] as const;
const OTHER_NAMES: Readonly<Record<string, (typeof KNOWN)[number]>> = {
  lang: 'language',
  style: 'imageStyle',
  voice: 'voices',
  pronunciation: 'pronunciations',
};

/**
 * Takes the front matter from the beginning of a text; blank lines stand in its place, so that line numbers hold. Text
 * between two scene breaks is none. Fields that other programs keep there (date, tags) are passed over. Throws
 * ScriptInvalid with the line and what was expected.
 */
export function takeFrontMatter(text: string): { readonly matter: FrontMatter; readonly rest: string } {
  const found = BLOCK.exec(text);
  const block = found?.[1];
  if (!found || block === undefined) return { matter: {}, rest: text };
  const lines = new LineCounter();
  const document = parseDocument(block, { lineCounter: lines });
  const lineOf = (node: unknown): number => 1 + lines.linePos(rangeOf(node)).line;
  const [error] = document.errors;
  if (error) {
    const line = 1 + (error.linePos?.[0].line ?? 1);
    if (!looksLikeMatter(block)) return { matter: {}, rest: text };
    refuse(line, `the front matter is not YAML: ${error.message.split(/[\n:]/u)[0] ?? ''}`);
  }
  const { contents } = document;
  if (!isMap(contents) || !isMatter(contents)) return { matter: {}, rest: text };
  const matter: Record<string, unknown> = {};
  for (const pair of contents.items) {
    const key = textOf(pair.key);
    const field = KNOWN.find((known) => known === key) ?? OTHER_NAMES[key ?? ''];
    if (field !== undefined) matter[field] = READERS[field](pair, lineOf);
  }
  const blank = '\n'.repeat(found[0].split('\n').length - 1);
  return { matter: matter as FrontMatter, rest: blank + text.slice(found[0].length) };
}

type Reader = (pair: Pair, lineOf: (node: unknown) => number) => unknown;

const READERS: Readonly<Record<(typeof KNOWN)[number], Reader>> = {
  title: ({ key, value }, lineOf) =>
    wanted(
      lineOf(key),
      'title',
      textOf(value),
      `text of 1 to ${SCRIPT_LIMITS.titleChars} characters`,
      (title) => title.length <= SCRIPT_LIMITS.titleChars,
    ),
  language: ({ key, value }, lineOf) =>
    wanted(lineOf(key), 'language', textOf(value), 'a language tag such as en or zh-Hans', isLanguageTag),
  imageStyle: ({ key, value }, lineOf) =>
    wanted(lineOf(key), 'style', textOf(value), `one of ${IMAGE_STYLES.join(', ')}`, (style) =>
      IMAGE_STYLES.some((known) => known === style),
    ),
  speed({ key, value }, lineOf) {
    const speed = Number(textOf(value) ?? NaN);
    if (speed >= SPEED.least && speed <= SPEED.most) return speed;
    return refuse(
      lineOf(key),
      `speed is ${textOf(value) ?? 'not a number'}; a number from ${SPEED.least} to ${SPEED.most} was expected`,
    );
  },
  emoji: ({ key, value }, lineOf) =>
    wanted(lineOf(key), 'emoji', textOf(value), `one of ${EMOJI_READINGS.join(', ')}`, (reading) =>
      EMOJI_READINGS.some((known) => known === reading),
    ),
  voices: (pair, lineOf) =>
    entries(pair, lineOf, 'voices', {
      most: SCRIPT_LIMITS.speakers,
      chars: SCRIPT_LIMITS.speakerChars,
      of: 'a speaker and a voice, such as ANNA: nora',
    }),
  pronunciations: (pair, lineOf) =>
    entries(pair, lineOf, 'pronunciations', {
      most: SCRIPT_LIMITS.pronunciations,
      chars: SCRIPT_LIMITS.pronunciationChars,
      of: 'a word and how it is said, such as Nguyen: win',
    }),
};

function entries(
  { key, value }: Pair,
  lineOf: (node: unknown) => number,
  field: string,
  limits: { readonly most: number; readonly chars: number; readonly of: string },
): Record<string, string> {
  if (!isMap(value))
    return refuse(lineOf(key), `${field} is not a list of entries; ${limits.of} was expected`);
  const { items } = value as YAMLMap;
  const over = items[limits.most];
  if (over) refuse(lineOf(over.key), `${field} has ${items.length} entries; the most is ${limits.most}`);
  return Object.fromEntries(
    items.map((pair): [string, string] => {
      const [name, said] = [textOf(pair.key) ?? '', textOf(pair.value) ?? ''];
      const line = lineOf(pair.key);
      if (name === '') refuse(line, `${field} has an entry without a word; ${limits.of} was expected`);
      if (said === '') refuse(line, `${field} says nothing for "${name}"; ${limits.of} was expected`);
      if (name.length > limits.chars || said.length > SCRIPT_LIMITS.pronunciationChars)
        refuse(
          line,
          `${field} has an entry of ${Math.max(name.length, said.length)} characters; the most is ${limits.chars}`,
        );
      return [name, said];
    }),
  );
}

function wanted(
  line: number,
  field: string,
  value: string | undefined,
  expected: string,
  fits: (value: string) => boolean,
): string {
  if (value !== undefined && value !== '' && fits(value)) return value;
  return refuse(
    line,
    `${field} is ${value === undefined ? 'not text' : `"${value.slice(0, 40)}"`}; ${expected} was expected`,
  );
}

function refuse(line: number, problem: string): never {
  throw new ScriptInvalid('script', `line ${line}: ${problem}`);
}

/** A field that we read, or nothing but small names as programs write them: prose between two rules is neither. */
function isMatter({ items }: YAMLMap): boolean {
  const keys = items.map(({ key }) => textOf(key) ?? '');
  return keys.some(isKnown) || (keys.length > 0 && keys.every((key) => /^[a-z][a-z0-9_-]*$/u.test(key)));
}

function looksLikeMatter(block: string): boolean {
  return [...block.matchAll(/^([A-Za-z]+)[ \t]*:/gmu)].some(([, key = '']) => isKnown(key));
}

function isKnown(key: string): boolean {
  return KNOWN.some((known) => known === key) || Object.hasOwn(OTHER_NAMES, key);
}

/** A scalar as text. */
function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null || node.value === undefined) return undefined;
  return String(node.value).trim();
}

function rangeOf(node: unknown): number {
  const range: unknown =
    typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) ? Number(range[0]) : 0;
}
