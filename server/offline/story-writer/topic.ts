import { InputInvalid } from '@shortfactory/core';

const MOST_CHARS = 300;
const TITLE_CHARS = 100;

/**
 * A topic as it is used: one line, without control characters.
 * @throws InputInvalid when it is empty, has neither letter nor digit, or is as long as a script.
 */
export function cleanTopic(topic: string): string {
  const clean = topic.replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\s]+/gu, ' ').trim();
  if (clean === '') throw new InputInvalid('topic', 'it is empty; say what the short is about');
  if (!/[\p{L}\p{N}]/u.test(clean)) {
    throw new InputInvalid('topic', 'it has no letters or digits; say what the short is about');
  }
  const chars = [...clean].length;
  if (chars > MOST_CHARS) {
    throw new InputInvalid(
      'topic',
      `it has ${new Intl.NumberFormat('en').format(chars)} characters, and the most is ${MOST_CHARS}; pass a longer text as a script`,
    );
  }
  return clean;
}

/** The topic as a title: without quotes around it or a stop after it, its first letter a capital, at most 100 characters. */
export function titleOf(topic: string, language: string): string {
  const bare = topic
    .replace(/^["“”«»„「『]+(.*?)["“”«»」』]+$/u, '$1')
    .replace(/(?<![.])[.。।]$/u, '')
    .trim();
  const title = bare === '' ? topic : bare;
  const first = title.match(/^\p{Ll}/u)?.[0] ?? '';
  // "iPhone" and "eBay" are written as they are.
  const capital = /^\p{Ll}\p{Lu}/u.test(title) ? first : first.toLocaleUpperCase(language);
  return shorten(capital + title.slice(first.length));
}

function shorten(title: string): string {
  if (title.length <= TITLE_CHARS) return title;
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  let cut = '';
  for (const { segment } of graphemes.segment(title)) {
    if (cut.length + segment.length >= TITLE_CHARS) break;
    cut += segment;
  }
  const atWord = cut.lastIndexOf(' ');
  const whole = atWord > TITLE_CHARS / 2 ? cut.slice(0, atWord) : cut;
  return `${whole.replace(/[\s,;:.–—-]+$/u, '')}…`;
}
