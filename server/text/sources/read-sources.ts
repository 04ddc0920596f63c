/** What a topic brings along to be told from: read, measured, and in a language that fits the topic. */
import { BRIEF_LIMITS, InputInvalid, isLanguageTag, primaryLanguage } from '@shortfactory/core';
import type { TopicText } from '@shortfactory/core';
import { detectLanguage } from '../language/detect.ts';
import { passagesOf, sentencesOf } from './passages.ts';

/** A source as it was given, and what it is called in a sentence. */
export interface GivenSource {
  readonly title?: string;
  /** Plain text, Markdown or HTML. */
  readonly text: string;
  /** "/sources/0", "--from notes.md". */
  readonly place: string;
}

/** Every scene rests on a sentence. */
const FEWEST_SENTENCES = 2;

/**
 * The sources as a request has them, and the language of the short: `told`, which was asked for or is the topic's, else
 * theirs. Throws InputInvalid that names the source: one
 * without text, with one sentence, with too much text, or in another language than the short.
 */
export async function readSources(
  given: readonly GivenSource[],
  told: string | undefined,
): Promise<{ readonly sources: readonly TopicText[]; readonly language: string }> {
  const sources = await Promise.all(given.map(readSource));
  refuseTooLong(given, sources);
  let language = told;
  for (const [index, read] of sources.entries()) {
    const { place } = given[index] as GivenSource;
    const heard = await detectLanguage(read.text, language === undefined ? [] : [language]);
    if (language !== undefined && heard.sure && primaryLanguage(heard.language) !== primaryLanguage(language))
      throw new InputInvalid(
        place,
        `is in ${nameOf(heard.language)}, and the short in ${nameOf(language)}; a source in that language was expected, or the language ${heard.language}`,
      );
    language ??= heard.language;
    const sentences = passagesOf(read.text)
      .filter(({ kind }) => kind !== 'heading')
      .reduce((sum, passage) => sum + sentencesOf(passage, heard.language).length, 0);
    if (sentences < FEWEST_SENTENCES)
      throw new InputInvalid(
        place,
        'has one sentence; at least two were expected, as each scene rests on one',
      );
  }
  return { sources, language: language ?? 'en' };
}

/** Before anything looks for sentences in it. */
function refuseTooLong(given: readonly GivenSource[], sources: readonly TopicText[]): void {
  const chars = sources.reduce((sum, { text }) => sum + text.length, 0);
  const most = BRIEF_LIMITS.sourceChars;
  if (chars <= most) return;
  const count = new Intl.NumberFormat('en');
  const place =
    given.length === 1 ? (given[0]?.place ?? '') : (given.at(-1)?.place ?? '').replace(/\/\d+$/u, '');
  throw new InputInvalid(
    place,
    `has ${count.format(chars)} characters of text; at most ${count.format(most)} were expected in all`,
  );
}

async function readSource({ title, text, place }: GivenSource): Promise<TopicText> {
  if (/[\u0000-\u0008\u000e-\u001f]/u.test(text))
    throw new InputInvalid(place, 'holds bytes that are no text; plain text, Markdown or HTML was expected');
  const page = isHtml(text) ? await articleIn(text, place) : { text: text.trim() };
  if (!page || !/[\p{L}\p{N}]/u.test(page.text))
    throw new InputInvalid(place, 'is empty; a text that the script is to rest on was expected');
  const called = title ?? page.title;
  return {
    text: page.text,
    ...(called !== undefined && { title: called.slice(0, BRIEF_LIMITS.sourceTitleChars) }),
  };
}

function isHtml(text: string): boolean {
  return /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1|ul|table)\b/iu.test(
    text,
  );
}

/** Of a page that people read; more are made to be slow. */
const MOST_TAGS = 20_000;

/** A DOM and the reader of articles are loaded for a page only. */
async function articleIn(
  html: string,
  place: string,
): Promise<{ readonly title?: string; readonly text: string } | undefined> {
  if (html.split('<').length > MOST_TAGS)
    throw new InputInvalid(place, `is a page of over ${MOST_TAGS} tags; its text alone was expected`);
  const { articleOf } = await import('./article.ts');
  try {
    return articleOf(html);
  } catch {
    // Both libraries go down into a page by calls, which a page may be too deep for.
    throw new InputInvalid(place, 'is a page that cannot be read; its text alone was expected');
  }
}

function nameOf(tag: string): string {
  return (isLanguageTag(tag) ? new Intl.DisplayNames('en', { type: 'language' }).of(tag) : undefined) ?? tag;
}
