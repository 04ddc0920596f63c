import { ScriptInvalid, splitWords, withoutMarks } from '@shortfactory/core';
import type { Script } from '@shortfactory/core';
import type { Performance } from './performance.ts';

/**
 * The word of its scene at which each cut falls, as its place among the words that are said. Throws ScriptInvalid for one
 * that is not said, or not after the cut before it.
 * @param where JSON pointer of the script.
 */
export function cutWordsOf({ script }: Pick<Performance, 'script'>, where = ''): number[][] {
  return script.scenes.map((scene, index) => {
    const words = splitWords(scene.narration, script.language).map(({ text }) => bare(text));
    let before = 0;
    return (scene.cuts ?? []).map(({ at }, cut) => {
      const phrase = bare(withoutMarks(at));
      const place = placeOf(phrase, words, before + 1);
      if (place === undefined) {
        const problem = whyNot(placeOf(phrase, words, 0), scene, cut);
        throw new ScriptInvalid(`${where}/scenes/${index}/cuts/${cut}/at`, problem);
      }
      before = place;
      return place;
    });
  });
}

/** Where a run of whole words begins that reads like the phrase, at this word or later. */
function placeOf(phrase: string, words: readonly string[], from: number): number | undefined {
  if (phrase === '') return undefined;
  for (let place = from; place < words.length; place++) {
    let read = '';
    for (let next = place; next < words.length && read.length < phrase.length; next++) read += words[next];
    if (read === phrase) return place;
  }
  return undefined;
}

function whyNot(place: number | undefined, { cuts }: Script['scenes'][number], cut: number): string {
  if (place === undefined) return 'is not a word or phrase that the narration of its scene says';
  if (place === 0) return 'is where the scene begins; a cut comes at a later word';
  const earlier = cuts?.[cut - 1]?.at ?? '';
  return `is not said after “${earlier}”, the cut before it; cuts stand in the order of their words`;
}

/** A text as it is compared: without punctuation, spaces and capitals. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}]/gu, '');
}
