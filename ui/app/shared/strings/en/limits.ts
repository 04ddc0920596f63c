import { count } from '../../format/format.ts';
import { plural } from './phrases.ts';

type LimitUnit = 'characters' | 'words' | 'scenes';

/** Counters beside fields. */
export const limits = {
  units: {
    characters: ['character', 'characters'],
    words: ['word', 'words'],
    scenes: ['scene', 'scenes'],
  } as const,
  of: (now: number, most: number, unit: LimitUnit) =>
    `${count('en', now)} of ${count('en', most)}${unit === 'characters' ? '' : ` ${unit}`}`,
  over: (now: number, most: number, unit: LimitUnit) =>
    `${count('en', now)} of ${plural(most, unit.slice(0, -1), unit)}. Shorten it by ${count('en', now - most)}.`,
  near: (most: number, unit: LimitUnit) => `Close to the most: ${plural(most, unit.slice(0, -1), unit)}`,
  passed: (most: number, unit: LimitUnit) => `More than ${plural(most, unit.slice(0, -1), unit)}`,
  atMost: (most: number, unit: LimitUnit) => `At most ${plural(most, unit.slice(0, -1), unit)}.`,
};
