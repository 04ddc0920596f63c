import type { TopicKind } from '@shortfactory/core';
import type { TopicPlan } from '@shortfactory/text';
import type { Beat } from './handbook/types.ts';
import { formOf } from './forms.ts';
import type { Form } from './forms.ts';
import { choose, pick, shuffle } from './hash.ts';
import { KIND_VISUALS } from './outlines/by-kind.ts';
import type { KindOutline } from './outlines/by-kind.ts';
import type { OutlineText } from './outlines/types.ts';
import { CLOSE_VISUALS, GENERAL_VISUALS, OPENING_VISUALS } from './outlines/visuals.ts';
import { titleOf } from './topic.ts';

/** An outline, and how much of it is told at any length. */
export interface Outline {
  readonly beats: readonly Beat[];
  /** Every beat belongs to it: a list of five has five items, however long that takes. */
  readonly isWhole: boolean;
}

/**
 * An outline for a topic that we know nothing of: a hook, what its kind asks, and a close. It claims nothing about its
 * subject.
 */
export function outlineOf(topic: string, plan: TopicPlan, { language, text, kinds }: OutlineWords): Outline {
  const form = formFor(topic, plan.kind);
  const { hooks, steps } = text.forms[form];
  const quoted = closedQuote(topic, language, text);
  const subject = titleOf(topic, language).replace(/^[¿¡\s]+|[\s.!?…。！？؟।]+$/gu, '');
  const visuals = OPENING_VISUALS[form];
  const picture = (index: number): string => (visuals[index] ?? '').replace('{topic}', () => subject);
  const hook = pick(hooks, topic, 'hook').replace('{topic}', () => quoted);
  const close = choose(text.closes.length, topic, 'close');
  const body = bodyOf(plan, kinds);
  const general = text.general.map((narration, index): Beat => [narration, GENERAL_VISUALS[index] ?? '']);
  const beats: readonly Beat[] = [
    [hook, picture(0)],
    ...(body ?? [
      ...steps.map((narration, index): Beat => [narration, picture(index + 1)]),
      ...shuffle(general, topic, 'general'),
    ]),
    [text.closes[close] ?? text.closes[0], CLOSE_VISUALS[close] ?? ''],
  ];
  return { beats, isWhole: plan.kind === 'quiz' || (body !== undefined && plan.count !== undefined) };
}

/** What an outline is made of in one language. */
export interface OutlineWords {
  readonly language: string;
  readonly text: OutlineText;
  readonly kinds: KindOutline;
}

const FORM_OF_KIND: Readonly<Partial<Record<TopicKind, Form>>> = { list: 'list', 'how-to': 'howto' };

function formFor(topic: string, kind: TopicKind): Form {
  return FORM_OF_KIND[kind] ?? formOf(topic);
}

/** Without a number a quiz has as many questions. */
const QUESTIONS = 2;

/** What a kind asks in its own order; undefined for those whose form says it: an explanation, a list without a number. */
function bodyOf({ kind, count }: TopicPlan, kinds: KindOutline): Beat[] | undefined {
  if (kind === 'story' || kind === 'news' || kind === 'ad')
    return kinds[kind].map((narration, index): Beat => [narration, KIND_VISUALS[kind][index] ?? '']);
  if (kind === 'quiz') {
    return numbers(count ?? QUESTIONS).flatMap((n): Beat[] => [
      [numbered(kinds.question, n), KIND_VISUALS.question],
      [numbered(kinds.answer, n), KIND_VISUALS.answer],
    ]);
  }
  if (count === undefined) return undefined;
  const asks = kind === 'list' ? kinds.item : kinds.step;
  return numbers(count).map((n): Beat => {
    const ask = asks[(n - 1) % asks.length] ?? '';
    return [numbered(ask, n), GENERAL_VISUALS[(n - 1) % GENERAL_VISUALS.length] ?? ''];
  });
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function numbered(ask: string, n: number): string {
  return ask.replace('{n}', String(n));
}

/** The summary that says how the outline came to be. */
export function outlineSummary(topic: string, language: string, text: OutlineText): string {
  return text.summary.replace('{topic}', () => quote(topic, language, text));
}

/** Quoted, a topic needs no inflection and may hold anything. */
function quote(topic: string, language: string, text: OutlineText): string {
  const [open, shut] = text.quotes;
  return `${open}${titleOf(topic, language).replace(/["“”„«»「」]/gu, "'")}${shut}`;
}

function closedQuote(topic: string, language: string, text: OutlineText): string {
  const quoted = quote(topic, language, text);
  return /[.!?…。！？؟।]$/u.test(titleOf(topic, language)) ? quoted : quoted + text.stop;
}
