import { endsSentence, fullStop, spokenSeconds } from '@shortfactory/text';

/** One idea is not longer than this, and no scene than the second. */
const LONG_SECONDS = 9;
const MOST_SECONDS = 14;
const LEAST_SECONDS = 1.2;

/**
 * A sentence as a scene says it: without brackets, and where it is long without what follows a semicolon or a dash. Nothing
 * else is changed, so that it says what it said. Undefined for one that is too long or too short to be a scene.
 */
export function shortened(sentence: string, language: string): string | undefined {
  const whole = tidy(sentence.replace(/\s*(?:\([^()]*\)|\[[^[\]]*\]|（[^（）]*）)/gu, ''));
  const seconds = (text: string): number => spokenSeconds(text, language);
  const cut = seconds(whole) <= LONG_SECONDS ? whole : beforeAside(whole);
  const told = seconds(cut) >= LEAST_SECONDS * 2 ? cut : whole;
  if (seconds(told) > MOST_SECONDS || seconds(told) < LEAST_SECONDS) return undefined;
  return endsSentence(told) ? told : told.replace(/[\s,;:–—-]+$/u, '') + fullStop(language);
}

function beforeAside(text: string): string {
  return text.split(/[;；]\s*|\s[–—]\s|——/u)[0] ?? text;
}

function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?=[.,;!?])/gu, '')
    .trim();
}
