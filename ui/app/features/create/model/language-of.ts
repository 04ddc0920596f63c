import { detectLanguage } from '@shortfactory/core';
import type { Options } from '../../../shared/api/script.ts';
import { defaultLanguage, offeredTag } from '../../../shared/format/languages.ts';
import type { CreateValues } from './fields.ts';

/** The chosen language, or the one that the text is written in, or the default. Always one that is offered. */
export function languageOf(values: CreateValues, { languages }: Pick<Options, 'languages'>): string {
  if (languages.some(({ tag }) => tag === values.language)) return values.language;
  const text = values.tab === 'script' ? values.script : values.topic;
  const found = text.trim() === '' ? undefined : offeredTag(languages, detectLanguage(text));
  return found ?? defaultLanguage(languages);
}
