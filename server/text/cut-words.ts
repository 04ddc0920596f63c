import { ScriptInvalid, placeOfPhrase, splitWords, withoutMarks } from '@shortfactory/core';
import type { Scene } from '@shortfactory/core';
import type { Performance } from './performance.ts';

/**
 * The word of its scene at which each cut falls, as its place among the words that are said. Throws ScriptInvalid for one
 * that is not said, or not after the cut before it.
 * @param where JSON pointer of the script.
 */
export function cutWordsOf({ script }: Pick<Performance, 'script'>, where = ''): number[][] {
  return script.scenes.map((scene, index) => {
    const words = splitWords(scene.narration, script.language).map(({ text }) => text);
    let before = 0;
    return (scene.cuts ?? []).map(({ at }, cut) => {
      const phrase = withoutMarks(at);
      const place = placeOfPhrase(phrase, words, before + 1);
      if (place === undefined) {
        const problem = whyNot(placeOfPhrase(phrase, words), scene, cut);
        throw new ScriptInvalid(`${where}/scenes/${index}/cuts/${cut}/at`, problem);
      }
      before = place;
      return place;
    });
  });
}

function whyNot(place: number | undefined, { cuts }: Scene, cut: number): string {
  if (place === undefined) return 'is not a word or phrase that the narration of its scene says';
  if (place === 0) return 'is where the scene begins; a cut comes at a later word';
  const earlier = cuts?.[cut - 1]?.at ?? '';
  return `is not said after “${earlier}”, the cut before it; cuts stand in the order of their words`;
}
