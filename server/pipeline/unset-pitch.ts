import type { Performance } from '@shortfactory/text';
import { leading } from './cast.ts';
import type { Cast, CastMember } from './cast.ts';

/** Whether this voice can be made higher or lower. */
export function setsPitch({ narrator, voice }: CastMember): boolean {
  return narrator.voices.some((each) => each.id === voice && each.setsPitch === true);
}

/** A sentence where another pitch is asked for and a voice of the cast cannot be given one: it speaks at its own. */
export function unsetPitch(cast: Cast, performance: Performance, pitch: number): string[] {
  if (pitch === 0) return [];
  const fixed = leading(cast, performance).filter((member) => !setsPitch(member));
  const labels = fixed.map(
    ({ narrator, voice }) => narrator.voices.find(({ id }) => id === voice)?.label ?? voice,
  );
  if (labels.length === 0) return [];
  const voices = new Intl.ListFormat('en', { type: 'conjunction' }).format(new Set(labels));
  return [`The pitch was not used: that of ${voices} cannot be set; built-in voices have one.`];
}
