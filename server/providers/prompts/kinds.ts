import type { TopicKind } from '@shortfactory/core';
import { Prompt } from './prompt.ts';

/** How a script of each kind is built, and which `part` and `number` its scenes have. */
export const STRUCTURES: Readonly<Record<TopicKind, Prompt>> = {
  explain: new Prompt(`
- It explains: what everybody has seen, then the cause behind it, step by step, then what follows from it.
- part: "hook", then "point" for each scene, then "close". number: 0.`),
  list: new Prompt(`
- It is a list of {{items}}: the hook, then one scene for each item in order, then the close. No item is a part of
  another one. Each item's narration begins with the item itself, not with its number alone, and says what to do with it.
- part: "hook", "item" for each item, "close". number: the item's own, from 1; 0 for hook and close.`),
  'how-to': new Prompt(`
- It shows how something is done: the hook shows the result, then {{items}} in the order of doing, each with one thing
  to do and what it should look like, then the close with the mistake that most people make.
- part: "hook", "item" for each step, "close". number: the step's own, from 1; 0 for hook and close.`),
  story: new Prompt(`
- It is a story: somebody who wants something, what stands in the way, the turn, and how it ended. In the order in
  which it happened, in the past tense, with people, places and things that can be seen. No moral at the end.
- part: "hook", then "point" for each scene, then "close". number: 0.`),
  news: new Prompt(`
- It is news: the hook is what happened; then who, where and when, then why it matters, then what comes next. Only what
  the topic says: you do not know what is new. No opinion, and it is said what is not known.
- part: "hook", then "point" for each scene, then "close". number: 0.`),
  ad: new Prompt(`
- It is an advertisement: the hook names the problem that the viewer has, then the product, then what it does in two or
  three scenes, each with one benefit that can be seen. No price, no number, no superlative, no promise and no customer's
  words that the topic does not say.
- part: "hook", then "point" for each scene, then "close". number: 0.`),
  quiz: new Prompt(`
- It is a quiz with {{items}}: the hook dares the viewer, then for each question one scene that asks it, with two or three
  answers to choose from, and after it one scene with the right answer and why, then the close.
- part: "hook", "question", "answer", "close". number: the question's own, from 1, for question and answer; else 0.`),
};

/** A kind in a sentence, with how many items it has where the topic says so. */
export function kindInWords(kind: TopicKind, count?: number): string {
  return { ...KINDS, ...(count !== undefined && counted(count)) }[kind];
}

/** The items that a kind's structure names. */
export function itemsInWords(kind: TopicKind, count?: number): string {
  const what = kind === 'how-to' ? 'steps' : kind === 'quiz' ? 'questions' : 'items';
  return count === undefined ? `as many ${what} as fit` : `exactly ${count} ${what}`;
}

const KINDS: Readonly<Record<TopicKind, string>> = {
  explain: 'which explains it',
  list: 'a list',
  story: 'a story',
  'how-to': 'instructions',
  news: 'a piece of news',
  ad: 'an advertisement',
  quiz: 'a quiz',
};

function counted(count: number): Partial<Record<TopicKind, string>> {
  return {
    list: `a list of ${count}`,
    'how-to': `instructions in ${count} steps`,
    quiz: `a quiz of ${count} questions`,
  };
}
