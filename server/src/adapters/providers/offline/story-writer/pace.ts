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
 * The beats that fill `seconds` best: always the hook and the close, and as many of those between, from the first on,
 * as bring the whole nearest to it. Beats build on those before them, so none is left out in between.
 */
export function fitBeats(beats: readonly Beat[], seconds: number, language: string): Beat[] {
  const hook = beats[0];
  const close = beats.at(-1);
  if (!hook || !close || beats.length < 2) return [...beats];
  const chosen = [hook];
  let total = spokenSeconds(hook[0], language) + spokenSeconds(close[0], language);
  for (const beat of beats.slice(1, -1)) {
    const longer = total + spokenSeconds(beat[0], language);
    if (Math.abs(longer - seconds) >= Math.abs(total - seconds)) break;
    chosen.push(beat);
    total = longer;
  }
  return [...chosen, close];
}
