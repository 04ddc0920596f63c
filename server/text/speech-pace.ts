import { FIRST_LEAD_MS, LAST_TAIL_MS, LEAD_MS, TAIL_MS, primaryLanguage } from '@shortfactory/core';

/** A quiet narrator's letters a second. Scripts whose letters are syllables or words have fewer. */
const LETTERS_PER_SECOND = 13;
const OTHERS: Readonly<Record<string, number>> = {
  de: 15,
  fr: 15,
  zh: 4.8,
  ja: 6,
  ko: 6,
  hi: 7,
  bn: 7,
  ar: 9.5,
  he: 9.5,
  th: 10,
};
const DIGIT_SECONDS = 0.45;
const COMMA_SECONDS = 0.35;
const SENTENCE_SECONDS = 0.55;

/** How long a narrator takes for a text, in seconds, about: within a fifth for most voices. */
export function spokenSeconds(narration: string, language: string): number {
  const count = (what: RegExp): number => (narration.match(what) ?? []).length;
  const letters = count(/\p{L}/gu) / (OTHERS[primaryLanguage(language)] ?? LETTERS_PER_SECOND);
  return (
    0.3 +
    letters +
    count(/\p{N}/gu) * DIGIT_SECONDS +
    count(/[,;:，、；：،](?=\s*\S)/gu) * COMMA_SECONDS +
    count(/[.!?…。！？؟।]+(?=\s*\S)/gu) * SENTENCE_SECONDS
  );
}

/** How long each scene of a script takes, in seconds, about: what plans, drafts and estimates are made with. */
export function scriptSeconds(narrations: readonly string[], language: string): number[] {
  return sceneSeconds(narrations.map((narration) => spokenSeconds(narration, language)));
}

/** What the timeline makes of speeches: each with its breath before and after. */
export function sceneSeconds(spoken: readonly number[]): number[] {
  return spoken.map((seconds, index) => {
    const lead = index === 0 ? FIRST_LEAD_MS : LEAD_MS;
    const tail = index === spoken.length - 1 ? LAST_TAIL_MS : TAIL_MS;
    return seconds + (lead + tail) / 1000;
  });
}
