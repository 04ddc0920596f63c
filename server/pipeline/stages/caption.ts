import { cuesFrom, splitWords, timeWords, verifyCaptions } from '@shortfactory/core';
import type { CaptionCue, CaptionWord, Script, SpeechMark } from '@shortfactory/core';
import { wordBoundaries } from '@shortfactory/text';
import type { StageContext } from '../stage.ts';

/** When words of a scene are spoken. */
interface Spoken {
  readonly audioMs: number;
  readonly marks: readonly SpeechMark[];
}

/**
 * Speech → cues, scene by scene, verified: throws CaptionsInvalid naming scene and word when a word is missing, out of
 * order or outside its audio. Takes a millisecond a scene, so it is made anew rather than kept.
 */
export function caption(
  context: StageContext,
  script: Script,
  narrations: readonly Spoken[],
): CaptionCue[][] {
  context.report({ stage: 'caption', percent: 0 });
  const tracks = script.scenes.map((_, i) => cuesOfScene(script, i, narrations[i] as Spoken));
  context.report({ stage: 'caption', percent: 100 });
  return tracks;
}

/** One scene's cues, verified. */
export function cuesOfScene(script: Script, index: number, { audioMs, marks }: Spoken): CaptionCue[] {
  const { narration = '' } = script.scenes[index] ?? {};
  const words = splitWords(narration, script.language);
  const boundaries = wordBoundaries(words, narration, script.language);
  const timed = timeWords(words, marks, audioMs).map((word, w): CaptionWord => ({
    text: word.text,
    startMs: word.startMs,
    endMs: word.endMs,
    spaced: w > 0 && word.start > (words[w - 1]?.end ?? 0),
    boundary: boundaries[w] ?? 'word',
  }));
  const cues = cuesFrom(timed, audioMs);
  verifyCaptions(index + 1, narration, script.language, cues, audioMs);
  return cues;
}
