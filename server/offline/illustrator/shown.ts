import type { Motif } from './reading.ts';
import type { SettingName } from './settings/index.ts';
import { homeOf } from './analysis/places.ts';

const ABOVE_WATER = new Set<SettingName>(['sea', 'coast', 'desert']);

/** What lives under water is shown there, though its text speaks of "the sea" or "the sand", unless it comes up. */
export function inItsElement(hero: string | undefined, called: SettingName, surfacing: boolean): SettingName {
  const atHome = hero !== undefined && homeOf(hero) === 'underwater' && hero !== 'submarine';
  return atHome && !surfacing && ABOVE_WATER.has(called) ? 'underwater' : called;
}

const PERSONS = new Set(
  'person-standing woman-standing man-standing child-standing two-people people'.split(' '),
);

export function isPerson(name: string): boolean {
  return PERSONS.has(name);
}

/** The picture of a motif that fits its place and number. */
export function asShown(motif: Motif, setting: SettingName, asleep: boolean): Motif {
  const { name, count } = motif;
  if (setting === 'body' && name === 'red-heart') return { ...motif, name: 'anatomical-heart' };
  if (name === 'people' || (name === 'person-standing' && count > 1)) {
    return { ...motif, name: count === 2 ? 'two-people' : 'people', count: 1 };
  }
  if (asleep && setting === 'bedroom' && isPerson(name) && count === 1)
    return { ...motif, name: 'person-in-bed' };
  return motif;
}
