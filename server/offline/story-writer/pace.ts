import { FIRST_LEAD_MS, LAST_TAIL_MS, LEAD_MS, TAIL_MS } from '@shortfactory/core';
import type { OfflineLanguage } from '@shortfactory/core';
import { sentenceEnds } from '@shortfactory/text';
import type { Beat } from './handbook/types.ts';

/** Seconds that the offline voice takes for each letter, for the pauses of commas and sentences, and besides. */
interface Pace {
  readonly letter: number;
  readonly comma: number;
  readonly sentence: number;
  readonly besides: number;
}

/**
 * Least squares over every sentence of the handbook and the outlines as both voices of a language speak them; a
 * narration is off by 0.2 to 0.35 s (root mean square). Chinese pauses are in its characters.
 */
const PACE: Readonly<Record<OfflineLanguage, Pace>> = {
  en: { letter: 0.073, comma: 0.39, sentence: 0.62, besides: 0.28 },
  es: { letter: 0.074, comma: 0.35, sentence: 0.63, besides: 0.25 },
  de: { letter: 0.064, comma: 0.35, sentence: 0.59, besides: 0.56 },
  fr: { letter: 0.059, comma: 0.44, sentence: 0.68, besides: 0.74 },
  hi: { letter: 0.086, comma: 0.23, sentence: 0.46, besides: 0.68 },
  ar: { letter: 0.111, comma: 0.21, sentence: 0.42, besides: 0.11 },
  zh: { letter: 0.257, comma: 0.22, sentence: 0, besides: -0.5 },
};
/** "1883" is eighteen eighty-three. */
const DIGIT_SECONDS = 0.45;

const COMMA = /[,;:，、；：،](?=\s*\S)/gu;
const SENTENCE = /[.!?…。！？؟।]+["”»」]?(?=\s*[^\s"”»」])/gu;

/** How long the offline voice takes for a narration, in seconds, about. */
export function spokenSeconds(narration: string, language: OfflineLanguage): number {
  const pace = PACE[language];
  const count = (what: RegExp): number => (narration.match(what) ?? []).length;
  const seconds =
    count(/[\p{L}\p{M}]/gu) * pace.letter +
    count(/\p{N}/gu) * DIGIT_SECONDS +
    count(COMMA) * pace.comma +
    count(SENTENCE) * pace.sentence +
    pace.besides;
  return Math.max(0.3, seconds);
}

/** What the timeline leaves silent around a scene, and at the video's ends besides. */
const AROUND_SCENE_SECONDS = (LEAD_MS + TAIL_MS) / 1000;
const AT_ENDS_SECONDS = (FIRST_LEAD_MS - LEAD_MS + LAST_TAIL_MS - TAIL_MS) / 1000;

/** How near to the length asked for a choice need come: the voice itself is off by as much. */
const NEAR = 0.04;
/** Farther than this, one beat is cut to its first sentence when that helps: in a very short video a beat is a lot. */
const FAR = 0.06;

interface Telling {
  readonly beats: readonly Beat[];
  /** Seconds between its length and the length asked for. */
  readonly off: number;
}

/**
 * The beats that fill `seconds`, in their order: always the hook and the close, and of the choices that come near the
 * length the one that keeps what is needed most: those of `core`, then the others from the first on. Where no choice
 * comes near, the nearest.
 */
export function fitBeats(
  beats: readonly Beat[],
  seconds: number,
  language: OfflineLanguage,
  core: readonly number[] = [],
): readonly Beat[] {
  const whole = nearest(beats, seconds, language, core);
  if (whole.off <= seconds * FAR) return whole.beats;
  const shortened = beats.flatMap((beat, index): Telling[] => {
    const first = index === 0 ? undefined : firstSentence(beat, language);
    return first ? [nearest(beats.with(index, first), seconds, language, core)] : [];
  });
  return shortened.reduce((best, each) => (each.off < best.off ? each : best), whole).beats;
}

function nearest(
  beats: readonly Beat[],
  seconds: number,
  language: OfflineLanguage,
  core: readonly number[],
): Telling {
  const last = beats.length - 1;
  const lengths = beats.map(([narration]) => spokenSeconds(narration, language) + AROUND_SCENE_SECONDS);
  const needed = [...new Set([...core, ...beats.keys()])].filter((index) => index > 0 && index < last);
  let best: { chosen: ReadonlySet<number>; off: number } | undefined;
  // The most needed beat is the highest bit: counting down meets the better choices first.
  for (let choice = 2 ** needed.length - 1; choice >= 0; choice--) {
    const optional = needed.filter((_, rank) => choice & (2 ** (needed.length - 1 - rank)));
    const chosen = new Set([0, ...optional, last]);
    const total = [...chosen].reduce((sum, index) => sum + (lengths[index] ?? 0), AT_ENDS_SECONDS);
    const off = Math.abs(total - seconds);
    if (!best || off < best.off) best = { chosen, off };
    if (off <= seconds * NEAR) break;
  }
  return { beats: beats.filter((_, index) => best?.chosen.has(index)), off: best?.off ?? Infinity };
}

/** A first sentence of less leads up to something ("Lions roar."). */
const LEAST_SENTENCE_SECONDS = 1.8;

/** A beat without what follows its first sentence; undefined where nothing follows, or where that would tell nothing. */
function firstSentence([narration, visual]: Beat, language: OfflineLanguage): Beat | undefined {
  const [end] = sentenceEnds(narration, language);
  const first = narration.slice(0, end).trimEnd();
  const asks = /[?？؟:：]["”»」]?$/u.test(first);
  if (end === narration.length || asks || spokenSeconds(first, language) < LEAST_SENTENCE_SECONDS)
    return undefined;
  return [first, visual];
}
