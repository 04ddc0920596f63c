import {
  IMAGE_STYLES,
  SCRIPT_LIMITS,
  ScriptInvalid,
  isLanguageTag,
  isSpeakable,
  splitWords,
} from '@shortfactory/core';
import type { Script } from '@shortfactory/core';
import { z } from 'zod';
import { LANGUAGE_TAG, NOT_BLANK_PATTERN, SPEAKABLE_PATTERN, TEXT_PATTERN, UPLOAD_NAME } from './patterns.ts';

/** How many mistakes one sentence lists before it only counts the rest. */
const MOST_LISTED = 8;
const STYLES = IMAGE_STYLES.map((style) => `"${style}"`).join(', ');

/** Tabs and line ends are text; every other control character and half of a surrogate pair is not. */
const NOT_TEXT = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

/** The message for an absent or a wrong value. */
export function expected(what: string): (issue: { input?: unknown }) => string {
  return (issue) => (issue.input === undefined ? `is missing (expected ${what})` : `is not ${what}`);
}

export function text(maxChars: number): z.ZodString {
  const what = `text of 1 to ${maxChars} characters`;
  return z
    .string({ error: expected(what) })
    .min(1, { error: `is empty (expected ${what})` })
    .max(maxChars, {
      error: (issue) => `has ${String(issue.input).length} characters (the most is ${maxChars})`,
    })
    .refine((value) => !NOT_TEXT.test(value), { error: (issue) => unwanted(String(issue.input)) })
    .meta({ pattern: TEXT_PATTERN });
}

/** Text that is more than blanks. */
export function visibleText(maxChars: number): z.ZodString {
  return text(maxChars)
    .refine((value) => value.trim() !== '', {
      error: 'is blank (expected at least one letter, number or sign)',
    })
    .meta({ pattern: NOT_BLANK_PATTERN });
}

const TAG = 'a BCP 47 language tag such as "en" or "zh-Hans"';
/** A language tag that Intl also accepts. */
export const languageTag = z
  .string({ error: expected(TAG) })
  .regex(LANGUAGE_TAG, { error: `is not ${TAG}` })
  .refine(isLanguageTag, { error: `is not ${TAG}` });

function unwanted(value: string): string {
  const code = (NOT_TEXT.exec(value)?.[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return code === '0000' ? 'holds a NUL character' : `holds the character U+${code}, which no text holds`;
}

const sceneSchema = z.strictObject(
  {
    narration: text(SCRIPT_LIMITS.narrationChars)
      .refine(isSpeakable, {
        error: 'holds nothing that can be spoken (expected a letter, a number or an emoji)',
      })
      .meta({ pattern: SPEAKABLE_PATTERN }),
    visual: visibleText(SCRIPT_LIMITS.visualChars),
    // The CLI's scripts name files here; the API accepts only names of uploads, as its document says.
    upload: text(SCRIPT_LIMITS.visualChars).meta({ pattern: UPLOAD_NAME.source }).exactOptional(),
  },
  { error: expected('an object with narration and visual') },
);

/**
 * A Script as JSON, the same for the CLI, the API and the editor. Strict: a field that is not listed is an error.
 * Lengths are in UTF-16 code units.
 */
export const scriptSchema = z
  .strictObject(
    {
      title: visibleText(SCRIPT_LIMITS.titleChars),
      language: languageTag,
      imageStyle: z.enum(IMAGE_STYLES, { error: expected(`one of ${STYLES}`) }).exactOptional(),
      scenes: z
        .array(sceneSchema, { error: expected(`a list of 1 to ${SCRIPT_LIMITS.scenes} scenes`) })
        .min(1, { error: `is empty (expected 1 to ${SCRIPT_LIMITS.scenes} scenes)` })
        .max(SCRIPT_LIMITS.scenes, {
          error: (issue) =>
            `has ${(issue.input as unknown[]).length} scenes (the most is ${SCRIPT_LIMITS.scenes})`,
        }),
    },
    { error: expected('an object with title, language and scenes') },
  )
  .superRefine((script, context) => {
    const words = script.scenes.reduce(
      (sum, { narration }) => sum + splitWords(narration, script.language).length,
      0,
    );
    if (words <= SCRIPT_LIMITS.totalWords) return;
    const message = `has ${words} words in all narrations (the most is ${SCRIPT_LIMITS.totalWords})`;
    context.addIssue({ code: 'custom', path: ['scenes'], message });
  })
  .meta({ id: 'Script' });

/**
 * The Script in a JSON value, unchanged.
 * @throws ScriptInvalid naming every wrong, missing and unknown field by JSON pointer, with what was expected.
 */
export function parseScript(json: unknown): Script {
  const reserved = reservedKeys(json, '');
  const parsed = scriptSchema.safeParse(json);
  const problems = [...reserved, ...(parsed.success ? [] : parsed.error.issues.flatMap(sentencesOf))];
  if (parsed.success && problems.length === 0) return parsed.data;
  const listed = [...new Set(problems)];
  const more = listed.length - MOST_LISTED;
  const shown = more > 0 ? [...listed.slice(0, MOST_LISTED), `and ${more} more`] : listed;
  throw new ScriptInvalid('script', shown.join('; '));
}

function sentencesOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 ? Object.keys(scriptSchema.shape) : Object.keys(sceneSchema.shape);
    return issue.keys
      .filter((key) => key !== '__proto__')
      .map((key) => `${pointer([...issue.path, key])} is not a known field (expected ${known.join(', ')})`);
  }
  return [`${issue.path.length === 0 ? 'the JSON' : pointer(issue.path)} ${issue.message}`];
}

/** JSON.parse makes `__proto__` an own key, which schema libraries skip: it is named like any other unknown field. */
function reservedKeys(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.hasOwn(value, '__proto__') ? [`${at}/__proto__ is not a known field`] : [];
  const scenes: unknown = at === '' && 'scenes' in value ? value.scenes : undefined;
  const inner = Array.isArray(scenes) ? scenes.slice(0, SCRIPT_LIMITS.scenes) : [];
  return [...own, ...inner.flatMap((scene, index) => reservedKeys(scene, `/scenes/${index}`))];
}

function pointer(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => String(step).slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1'));
  return steps.map((step) => `/${step.replace(/\p{Cc}|\p{Cs}/gu, '?')}`).join('');
}
