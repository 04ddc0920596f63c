/**
 * A script made of a source's own sentences, without a language model: the ones that say most of what the source is about,
 * in its order, as many as fill the time. Nothing is said that the source does not say. Pure.
 */
import { primaryLanguage } from '@shortfactory/core';
import type { Scene, TopicText } from '@shortfactory/core';
import { passagesOf, sceneSeconds, sentencesOf, spokenSeconds } from '@shortfactory/text';
import type { TopicPlan } from '@shortfactory/text';
import { leansBack } from './openers.ts';
import { shortened } from './shorten.ts';

export interface ExtractWanted {
  readonly topic: string;
  readonly sources: readonly TopicText[];
  readonly language: string;
  readonly seconds: number;
  readonly plan: TopicPlan;
}

interface Sentence {
  readonly index: number;
  /** As it stands in the source. */
  readonly text: string;
  /** As it is said. */
  readonly said: string;
  readonly words: ReadonlySet<string>;
  readonly seconds: number;
  readonly isEntry: boolean;
  /** The sentence before it, which it needs. */
  readonly needs: number | undefined;
  score: number;
}

/** Two sentences that share more of their words than this say the same. */
const SAME = 0.6;
const MOST_VISUAL_CHARS = 300;

/** Scenes of the source's sentences, each with the sentence that it rests on; at least one. */
export function extracted(wanted: ExtractWanted): Scene[] {
  const sentences = scored(readable(wanted), wanted);
  const chosen =
    wanted.plan.count === undefined ? fitting(sentences, wanted) : counted(sentences, wanted.plan.count);
  return sentences
    .filter(({ index }) => chosen.has(index))
    .map(({ text, said }) => ({
      narration: said,
      visual: said.slice(0, MOST_VISUAL_CHARS).trim(),
      restsOn: text,
    }));
}

function readable({ sources, language }: ExtractWanted): Sentence[] {
  const primary = primaryLanguage(language);
  const found: Sentence[] = [];
  for (const passage of sources.flatMap(({ text }) => passagesOf(text))) {
    if (passage.kind === 'heading') continue;
    let before: number | undefined;
    for (const text of sentencesOf(passage, language)) {
      const said = shortened(text, language);
      const index = found.length;
      const leans = leansBack(text, primary);
      // A question needs its answer, and what ends in a colon what follows it.
      if (said === undefined || (leans && before === undefined) || /[:?？؟：]["”»」]?$/u.test(text)) {
        before = undefined;
        continue;
      }
      const words = new Set(contentWords(said, language));
      const seconds = sceneSeconds([0, spokenSeconds(said, language), 0])[1] ?? 0;
      found.push({
        index,
        text,
        said,
        words,
        seconds,
        isEntry: passage.kind === 'entry',
        needs: leans ? before : undefined,
        score: 0,
      });
      before = index;
    }
  }
  return found;
}

/** How much a sentence says of what the source, and the topic, speak of; the first ones of a text more. */
function scored(sentences: Sentence[], { topic, language }: ExtractWanted): Sentence[] {
  const counts = new Map<string, number>();
  for (const { words } of sentences) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const asked = new Set(contentWords(topic, language));
  for (const sentence of sentences) {
    const { words, index } = sentence;
    const common = [...words].reduce((sum, word) => sum + Math.log(counts.get(word) ?? 1), 0);
    const onTopic = [...words].filter((word) => asked.has(word)).length;
    sentence.score = common / Math.sqrt(Math.max(1, words.size)) + onTopic + 1 / (1 + index);
  }
  return sentences;
}

/** The first sentence, then the best ones that fit into the time, with those that they need. */
function fitting(sentences: readonly Sentence[], { seconds }: ExtractWanted): ReadonlySet<number> {
  const chosen = new Set<number>(sentences.length === 0 ? [] : [0]);
  let left = seconds - (sentences[0]?.seconds ?? 0);
  for (const sentence of ranked(sentences)) {
    const added = withNeeded(sentence, sentences).filter(({ index }) => !chosen.has(index));
    const takes = added.reduce((sum, each) => sum + each.seconds, 0);
    if (added.length === 0 || takes > left || repeats(sentence, sentences, chosen)) continue;
    for (const { index } of added) chosen.add(index);
    left -= takes;
  }
  return chosen;
}

/** As many items as the topic names, behind a first sentence where that is none: a list's entries where the source has so many. */
function counted(sentences: readonly Sentence[], count: number): ReadonlySet<number> {
  const entries = sentences.filter(({ isEntry }) => isEntry);
  const from =
    entries.length >= count ? entries : sentences.slice(1).filter(({ needs }) => needs === undefined);
  const best = entries.length >= count ? from : ranked(from);
  const chosen = new Set(best.slice(0, count).map(({ index }) => index));
  const [first] = sentences;
  if (first && !first.isEntry) chosen.add(first.index);
  return chosen;
}

function ranked(sentences: readonly Sentence[]): Sentence[] {
  return [...sentences].sort((a, b) => b.score - a.score || a.index - b.index);
}

function withNeeded(sentence: Sentence, sentences: readonly Sentence[]): Sentence[] {
  const needed = sentence.needs === undefined ? undefined : sentences[sentence.needs];
  return needed ? [...withNeeded(needed, sentences), sentence] : [sentence];
}

function repeats(
  { words, index }: Sentence,
  sentences: readonly Sentence[],
  chosen: ReadonlySet<number>,
): boolean {
  return sentences.some((other) => {
    if (other.index === index || !chosen.has(other.index)) return false;
    const shared = [...words].filter((word) => other.words.has(word)).length;
    return shared / Math.max(1, Math.min(words.size, other.words.size)) > SAME;
  });
}

/** Words that carry meaning, about: longer ones, in scripts without spaces all of two signs and more. */
function contentWords(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return [...segmenter.segment(text.toLowerCase())]
    .filter(
      ({ isWordLike, segment }) =>
        isWordLike &&
        (/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(segment)
          ? segment.length > 3
          : segment.length > 1),
    )
    .map(({ segment }) => segment);
}
