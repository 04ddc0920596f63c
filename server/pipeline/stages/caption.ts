import { cuesFrom, splitWords, timeWords, verifyCaptions } from '@shortfactory/core';
import type { CaptionCue, CaptionWord, Script, SpeechMark } from '@shortfactory/core';
import { wordBoundaries } from '@shortfactory/text';
import type { StageContext } from '../stage.ts';

/**
 * Speech → cues, scene by scene, verified: throws CaptionsInvalid naming scene and word when a word is missing, out of
 * order or outside its audio. Takes a millisecond a scene, so it is made anew rather than kept.
 */
export function caption(
  context: StageContext,
  script: Script,
  narrations: readonly { readonly audioMs: number; readonly marks: readonly SpeechMark[] }[],
): CaptionCue[][] {
  context.report({ stage: 'caption', percent: 0 });
  const tracks = script.scenes.map((scene, i) => {
    const { audioMs, marks } = narrations[i] as (typeof narrations)[number];
    const words = splitWords(scene.narration, script.language);
    const boundaries = wordBoundaries(words, scene.narration, script.language);
    const timed = timeWords(words, marks, audioMs).map((word, w): CaptionWord => ({
      text: word.text,
      startMs: word.startMs,
      endMs: word.endMs,
      spaced: w > 0 && word.start > (words[w - 1]?.end ?? 0),
      boundary: boundaries[w] ?? 'word',
    }));
    const cues = cuesFrom(timed, audioMs);
    verifyCaptions(i + 1, scene.narration, script.language, cues, audioMs);
    return cues;
  });
  context.report({ stage: 'caption', percent: 100 });
  return tracks;
}
