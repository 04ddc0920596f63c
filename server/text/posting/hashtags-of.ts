import { splitWords } from '@shortfactory/core';
import type { Script } from '@shortfactory/core';
import { isFunctionWord } from '../phrases/function-words.ts';
import { performanceOf } from '../performance.ts';

/** More look like spam, and the apps show three to five. */
const MOST_TAGS = 5;
/** A word of the narration is what the video is about when this many scenes say it. */
const LEAST_SCENES = 2;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]/u;

/**
 * Hashtags from a script's own words, the same at every call: those of its title that say something, then those that
 * most scenes say.
 */
export function hashtagsOf(script: Script): string[] {
  const { title, language } = script;
  const scenes = performanceOf(script).script.scenes.map(
    ({ narration }) => new Set(tellingWords(narration, language)),
  );
  const saidIn = new Map<string, number>();
  for (const word of scenes.flatMap((words) => [...words])) saidIn.set(word, (saidIn.get(word) ?? 0) + 1);
  const repeated = [...saidIn]
    .filter(([, count]) => count >= LEAST_SCENES)
    .sort(([, one], [, other]) => other - one)
    .map(([word]) => word);
  const words = new Set([...tellingWords(title, language), ...repeated]);
  return [...words].slice(0, MOST_TAGS).map((word) => `#${word}`);
}

/** Words of a text, in lower case and in order, without those that only hold others together. */
function tellingWords(text: string, language: string): string[] {
  return splitWords(text, language)
    .map((word) => word.text.toLocaleLowerCase(language).replaceAll('’', "'"))
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, ''))
    .filter((word) => !isFunctionWord(word, language))
    .map((word) => word.replace(/'.{1,2}$/u, '').replace(/[^\p{L}\p{M}\p{N}]/gu, ''))
    .filter((word) => /\p{L}/u.test(word) && [...word].length >= (UNSPACED.test(word) ? 2 : 3));
}
