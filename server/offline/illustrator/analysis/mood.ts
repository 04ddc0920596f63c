import { MOOD_WORDS } from '../words/mood-words.ts';
import { plain } from './text.ts';
import type { Tagged } from './tagged.ts';

export type Mood = 'dark' | 'sad' | 'bright';

interface Cue {
  readonly mood: Mood;
  readonly weight: number;
}

let exact: Map<string, Cue[]> | undefined;
const prefixes: (readonly [prefix: string, cue: Cue])[] = [];
const ideographs: (readonly [word: string, cue: Cue])[] = [];

function load(): ReadonlyMap<string, readonly Cue[]> {
  if (exact) return exact;
  exact = new Map();
  for (const line of MOOD_WORDS.trim().split('\n')) {
    const [head = '', words = ''] = line.split(/:(.*)/);
    const [mood, strong] = head.split(' ') as [Mood, string | undefined];
    const cue: Cue = { mood, weight: strong === undefined ? 1 : 2 };
    for (const each of words.split(',')) {
      const word = plain(each.trim());
      if (/\p{Script=Han}/u.test(word)) ideographs.push([word, cue]);
      else if (word.endsWith('-')) prefixes.push([word.slice(0, -1), cue]);
      else exact.set(word, [...(exact.get(word) ?? []), cue]);
    }
  }
  return exact;
}

/** Small hours, as digits or words: a call at three in the morning is no breakfast. */
const SMALL_HOURS =
  /\b([1-4]([:.]\d\d)?\s*a\.?m\b|(one|two|three|four) (o.clock )?in the morning|[0-4]:[0-5]\d\b(?!\s*p))/i;

const LIGHTS_OUT =
  /\blights? (went|goes|go|flickered|flicker) (out|off)?|\bbehind (me|you|him|her)\b|\bno one (was|else|in|there)\b|\bblood on\b/i;

/** The mood of a text, undefined for most: one strong word, or two that point the same way. */
export function moodOf(text: string, words: readonly Tagged[]): Mood | undefined {
  const table = load();
  const sums: Record<Mood, number> = { dark: 0, sad: 0, bright: 0 };
  let gloom = 0;
  const count = (cues: readonly Cue[]): void => {
    for (const { mood, weight } of cues) sums[mood] += weight;
    // A word that is dark and sad is one sign of gloom, not two.
    gloom += Math.max(0, ...cues.map(({ mood, weight }) => (mood === 'bright' ? 0 : weight)));
  };
  for (const { text: word, lemma } of new Map(words.map((each) => [each.lemma, each])).values()) {
    const hits = table.get(word) ?? table.get(lemma) ?? [];
    count(hits);
    if (hits.length === 0)
      prefixes
        .filter(([prefix]) => word.startsWith(prefix))
        .slice(0, 1)
        .forEach(([, cue]) => count([cue]));
  }
  ideographs.filter(([word]) => text.includes(word)).forEach(([, cue]) => count([cue]));
  if (SMALL_HOURS.test(text) || LIGHTS_OUT.test(text)) count([{ mood: 'dark', weight: 2 }]);
  if (sums.bright >= 2 && sums.bright > gloom) return 'bright';
  if (gloom < 2 || gloom < sums.bright + 2) return undefined;
  return sums.dark >= sums.sad ? 'dark' : 'sad';
}
