import { primaryLanguage } from '@shortfactory/core';
import type { Piece, TrackId } from '@shortfactory/core';
import { moodOf } from '../illustrator/analysis/mood.ts';
import type { Mood } from '../illustrator/analysis/mood.ts';
import { hashText } from '../illustrator/random.ts';
import { tag } from '../illustrator/analysis/tagged.ts';

const BY_MOOD: Readonly<Record<Mood, TrackId>> = { bright: 'morning', dark: 'cellar-door', sad: 'letter' };
const BY_KIND: Readonly<Record<NonNullable<Piece['kind']>, TrackId>> = {
  ad: 'running-start',
  explain: 'question',
  'how-to': 'workbench',
  list: 'morning',
  news: 'countdown',
  quiz: 'hopscotch',
  story: 'first-light',
};
/** For what says nothing of itself. */
const PLAIN = ['question', 'rainy-window', 'first-light', 'workbench'] as const satisfies readonly TrackId[];
/** Of a script's scenes so many have to feel alike. */
const SHARE = 0.3;

/** By what most of its scenes feel like, else by its kind, else one of four by its title. */
export async function trackFor({ title, language, narrations, kind }: Piece): Promise<TrackId> {
  const counts = new Map<Mood, number>();
  for (const narration of narrations) {
    const mood = moodOf(narration, await tag(narration, primaryLanguage(language)));
    if (mood !== undefined) counts.set(mood, (counts.get(mood) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most && most[1] >= narrations.length * SHARE) return BY_MOOD[most[0]];
  if (kind !== undefined) return BY_KIND[kind];
  return PLAIN[hashText(title) % PLAIN.length] ?? PLAIN[0];
}
