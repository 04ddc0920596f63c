import { placeOfPhrase, splitWords, withoutMarks } from '@shortfactory/core';
import type { DraftCut, DraftScene } from '../../../shared/drafts/draft.ts';

type Cutting = Pick<DraftScene, 'narration' | 'cuts'>;

/** A word of a scene at which it may cut. */
export interface CutWord {
  /** Among the words that are said; the first is the scene's own. */
  readonly place: number;
  readonly word: string;
  /** The word, and as many after it as tell it from the same word before. */
  readonly phrase: string;
}

/** Where each cut falls among the words of its scene; undefined for one whose words are not said there. */
export function cutPlaces({ narration, cuts = [] }: Cutting, language: string): (number | undefined)[] {
  const words = saidWords(narration, language).map(({ text }) => text);
  let before = 0;
  return cuts.map(({ at }) => {
    const place = placeOfPhrase(withoutMarks(at), words, before + 1);
    before = place ?? before;
    return place;
  });
}

/** Every word but the first: there the scene's own visual begins. */
export function cutWords(narration: string, language: string): CutWord[] {
  const said = withoutMarks(narration);
  const words = splitWords(said, language);
  const texts = words.map(({ text }) => text);
  return words.slice(1).map(({ text, start }, index) => {
    const place = index + 1;
    const phrases = words.slice(place).map(({ end }) => said.slice(start, end));
    const told = phrases.find((phrase) => placeOfPhrase(phrase, texts, 1) === place);
    return { place, word: plain(text), phrase: plain(told ?? text) };
  });
}

/** The cuts in the order of their words, with the one of this key at this word; one that is new shows what is said there. */
export function withCutAt(
  scene: Cutting,
  { place, phrase }: CutWord,
  language: string,
  key: string,
): readonly DraftCut[] {
  const { cuts = [] } = scene;
  const places = cutPlaces(scene, language);
  const moved = { visual: phrase, ...cuts.find((cut) => cut.key === key), key, at: phrase };
  const others = cuts
    .map((cut, i) => ({ cut, place: places[i] ?? Infinity }))
    .filter(({ cut }) => cut.key !== key);
  return [...others, { cut: moved, place }].sort((a, b) => a.place - b.place).map(({ cut }) => cut);
}

/** A scene in two, before this word: what is seen there is what the second one shows at first. */
export function splitCuts(
  scene: DraftScene | Omit<DraftScene, 'key'>,
  words: number,
  language: string,
): readonly [Pick<DraftScene, 'cuts'>, Omit<DraftScene, 'key' | 'narration'>] {
  const { cuts = [], narration: _narration, ...own } = scene;
  const places = cutPlaces(scene, language);
  const where = (index: number): number => places[index] ?? Infinity;
  const seen = cuts.findLast((_, i) => where(i) <= words);
  const { at: _at, key: _key, ...visual } = seen ?? { at: '', key: '' };
  const { visual: _visual, searches: _searches, picture: _picture, footage: _footage, ...rest } = own;
  return [
    listed(cuts.filter((_, i) => where(i) < words)),
    {
      ...(seen ? { ...rest, visual: seen.visual, ...visual } : own),
      ...listed(cuts.filter((_, i) => where(i) > words)),
    },
  ];
}

/** Without the field where there is none. */
export function listed(cuts: readonly DraftCut[]): Pick<DraftScene, 'cuts'> {
  return cuts.length === 0 ? {} : { cuts };
}

export function saidWords(narration: string, language: string) {
  return splitWords(withoutMarks(narration), language);
}

/** Without the punctuation around it. */
function plain(text: string): string {
  return text.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '') || text;
}
