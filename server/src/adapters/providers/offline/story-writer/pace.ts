import { primaryLanguage } from '../../../../domain/language.ts';
import type { Beat } from './handbook/types.ts';

/** What the offline voice speaks in a second, pauses included: words, or characters where there are no spaces. */
export const SPOKEN_PER_SECOND: Readonly<Record<string, number>> = {
  en: 2.6,
  es: 2.6,
  de: 2.6,
  fr: 2.6,
  hi: 2.6,
  ar: 2.6,
  zh: 4.2,
};
const USUAL_RATE = 2.6;

/** Silence around each scene's words. */
const BETWEEN_SCENES_SECONDS = 0.5;

/** How long the offline voice takes for a narration, in seconds, about. */
export function spokenSeconds(narration: string, language: string): number {
  const primary = primaryLanguage(language);
  const units =
    primary === 'zh' ? [...narration.replace(/\s/gu, '')].length : (narration.match(/\S+/gu) ?? []).length;
  return units / (SPOKEN_PER_SECOND[primary] ?? USUAL_RATE) + BETWEEN_SCENES_SECONDS;
}

/**
 * The beats that fill `seconds` best, in their order: always the hook and the close, then those of `core`, then the
 * others from the first on, as long as each brings the whole nearer to it.
 */
export function fitBeats(
  beats: readonly Beat[],
  seconds: number,
  language: string,
  core: readonly number[] = [],
): Beat[] {
  const last = beats.length - 1;
  const chosen = new Set([0, last]);
  const lengths = beats.map(([narration]) => spokenSeconds(narration, language));
  let total = (lengths[0] ?? 0) + (lengths[last] ?? 0);
  for (const index of [...core, ...beats.keys()]) {
    if (chosen.has(index)) continue;
    const longer = total + (lengths[index] ?? 0);
    if (Math.abs(longer - seconds) >= Math.abs(total - seconds)) break;
    chosen.add(index);
    total = longer;
  }
  return beats.filter((_, index) => chosen.has(index));
}
