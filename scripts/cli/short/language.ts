import { isLanguageTag } from '@shortfactory/core';
import { detectorFor, languageOfTopic } from '@shortfactory/text';
import type { ReadingOptions } from '@shortfactory/text';
import type { ShortOptions } from './options.ts';

/** What the person speaks, best first: --locale, else what the shell says in the order of POSIX ("de_AT.UTF-8"). */
export function localesOf(
  given: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const posix = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const tag = given ?? posix.replace(/[.@].*$/u, '').replace('_', '-');
  return tag !== '' && tag !== 'C' && tag !== 'POSIX' && isLanguageTag(tag) ? [tag] : [];
}

/** How the language of a text is told: by the option, else from what is spoken of it. */
export async function readingOf(
  text: string,
  language: string | undefined,
  locales: readonly string[],
): Promise<ReadingOptions> {
  if (language !== undefined) return { language };
  const detect = await detectorFor(text, locales);
  return { detect: (spoken) => detect(spoken, locales) };
}

/** The options with the language of the topic, where none was chosen and the topic or the person says one. */
export async function withLanguage(options: ShortOptions, locales: readonly string[]): Promise<ShortOptions> {
  const { topic, wanted } = options;
  if (topic === undefined || wanted.language !== undefined) return options;
  const language = await languageOfTopic(topic, locales);
  return language === undefined ? options : { ...options, wanted: { ...wanted, language } };
}
