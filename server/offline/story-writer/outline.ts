import type { Beat } from './handbook/types.ts';
import { formOf } from './forms.ts';
import { choose, pick, shuffle } from './hash.ts';
import type { OutlineText } from './outlines/types.ts';
import { CLOSE_VISUALS, GENERAL_VISUALS, OPENING_VISUALS } from './outlines/visuals.ts';
import { titleOf } from './topic.ts';

/**
 * An outline for a topic that we know nothing of: a hook and steps by the topic's form, ways to look at anything in an
 * order of the topic's own, and a close. It claims nothing about its subject.
 */
export function outlineBeats(topic: string, language: string, text: OutlineText): Beat[] {
  const form = formOf(topic);
  const { hooks, steps } = text.forms[form];
  const quoted = closedQuote(topic, language, text);
  const subject = titleOf(topic, language).replace(/^[¿¡\s]+|[\s.!?…。！？؟।]+$/gu, '');
  const visuals = OPENING_VISUALS[form];
  const picture = (index: number): string => (visuals[index] ?? '').replace('{topic}', () => subject);
  const hook = pick(hooks, topic, 'hook').replace('{topic}', () => quoted);
  const general = text.general.map((narration, index): Beat => [narration, GENERAL_VISUALS[index] ?? '']);
  const close = choose(text.closes.length, topic, 'close');
  return [
    [hook, picture(0)],
    ...steps.map((narration, index): Beat => [narration, picture(index + 1)]),
    ...shuffle(general, topic, 'general'),
    [text.closes[close] ?? text.closes[0], CLOSE_VISUALS[close] ?? ''],
  ];
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
