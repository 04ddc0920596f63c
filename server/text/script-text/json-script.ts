import { isLanguageTag } from '@shortfactory/core';
import { labelOf } from './labels/read-label.ts';

/** Over this a JSON text is not looked into. */
const MOST_CHARS = 200_000;
type Fields = Readonly<Record<string, unknown>>;

/**
 * A script that a chat model gave as JSON, with fields of any name that is a label ("narration", "voice_over",
 * "imagePrompt"), as the labelled lines that say the same. Undefined for JSON that is no script, and for what is no JSON.
 */
export function linesOfJson(text: string): { lines: string[]; language?: string } | undefined {
  const trimmed = text.trim();
  if (!/^[[{]/u.test(trimmed) || trimmed.length > MOST_CHARS) return undefined;
  const json = parsed(trimmed);
  const top: Fields = Array.isArray(json) ? { scenes: json } : isFields(json) ? json : {};
  const whole = isFields(top['script']) ? { ...top, ...top['script'] } : top;
  const lines = Object.entries(whole).flatMap(([key, value]) =>
    isScenes(value) ? value.flatMap((scene) => ['---', ...linesOf(scene)]) : linesOf({ [key]: value }),
  );
  const speaks = Object.values(whole).some(
    (value) => isScenes(value) && value.some((scene) => isSpoken(scene)),
  );
  if (!speaks) return undefined;
  const language = whole['language'] ?? whole['lang'];
  return typeof language === 'string' && isLanguageTag(language) ? { lines, language } : { lines };
}

function linesOf(fields: Fields): string[] {
  const written = Object.entries(fields).flatMap(([key, value]) => {
    const kind = labelOf(wordsIn(key));
    const text = textOf(value);
    if (kind === undefined || text === '') return [];
    if (kind === 'speech' || kind === 'text') return isSpoken({ [key]: value }, fields) ? [text, ''] : [];
    if (kind === 'part') return /\s/u.test(text) ? ['---', text, '---'] : [];
    return kind === 'visual' ? [`Visual: ${text}`] : [`${kind === 'about' ? 'Note' : kind}: ${text}`];
  });
  // A picture belongs to what is said in its scene, wherever its field stands.
  return [
    ...written.filter((line) => line.startsWith('Visual: ')),
    ...written.filter((line) => !line.startsWith('Visual: ')),
  ];
}

/** "text" is what is said only where nothing is called so more clearly. */
function isSpoken(fields: Fields, beside: Fields = fields): boolean {
  const kinds = Object.keys(fields).map((key) => labelOf(wordsIn(key)));
  const clear = Object.keys(beside).some((key) => labelOf(wordsIn(key)) === 'speech');
  return kinds.includes('speech') || (!clear && kinds.includes('text'));
}

function isScenes(value: unknown): value is Fields[] {
  return Array.isArray(value) && value.length > 0 && value.every(isFields);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  const text = Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(' ') : value;
  return typeof text === 'string' ? text.replace(/\s+/gu, ' ').trim() : '';
}

/** "imagePrompt", "voice_over" → "image Prompt", "voice over". */
function wordsIn(key: string): string {
  return key.replace(/_/gu, ' ').replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
