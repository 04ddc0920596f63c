import type { Tagged } from './tagged.ts';

/** What a text speaks of without meaning the thing itself: names, figures of speech, what something is compared with. */

/** Things that stand for plenty, a beginning or an end before "of". */
const FIGURES = new Set(
  `sea ocean mountain flood wave storm river web cloud wall window door key root seed fruit engine bridge fountain army face dawn
  shadow ladder blanket jungle desert sky star trap maze spark flame fire crown island gem pillar tower avalanche garden map kingdom
  slave prisoner child father mother king queen ghost fan school`.split(/\s+/),
);

/** "A sea of faces", "the key to happiness": a figure before "of" or "to", unless what follows can be drawn as well. */
export function isFigure(
  words: readonly Tagged[],
  at: number,
  canBeDrawn: (lemma: string) => boolean,
): boolean {
  const word = words[at];
  const link = words[at + 1]?.text;
  if (!word || !FIGURES.has(word.lemma) || (link !== 'of' && !(link === 'to' && word.lemma === 'key')))
    return false;
  const thing = words.slice(at + 2, at + 6).find(({ kind }) => kind === 'noun');
  return thing === undefined || !canBeDrawn(thing.lemma);
}

/**
 * A name: "he asked Rose", the "Gate" of "Golden Gate Bridge". A word with a capital inside a sentence, unless "the" stands before
 * it alone ("the Moon") or it ends a name of several words (a bridge is meant). In a headline capitals say nothing.
 */
export function isName(words: readonly Tagged[], at: number): boolean {
  const capital = (index: number): boolean => words[index]?.isCapital === true;
  if (!capital(at) || isHeadline(words)) return false;
  if (capital(at + 1)) return true;
  return !capital(at - 1) && words[at - 1]?.text !== 'the';
}

function isHeadline(words: readonly Tagged[]): boolean {
  const long = words.filter(({ text }) => text.length > 3);
  return long.filter(({ isCapital }) => isCapital).length > long.length / 2;
}

/** "Older than trees", "as big as a car", "like a bone": what stands within three words after is only compared with. */
export function isCompared(words: readonly Tagged[], at: number): boolean {
  return [1, 2, 3].some((back) => {
    const word = words[at - back];
    if (word?.text === 'as') return words[at - back - 2]?.text === 'as';
    if (word?.text === 'of') return SIZES.has(words[at - back - 1]?.text ?? '');
    return word?.text === 'than' || (word?.text === 'like' && word.kind !== 'verb');
  });
}

/** "The size of a city". */
const SIZES = new Set('size length width weight height shape'.split(' '));
