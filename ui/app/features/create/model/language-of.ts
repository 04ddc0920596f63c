import type { Options } from '../../../shared/api/script.ts';
import { defaultLanguage, offeredTag } from '../../../shared/format/languages.ts';
import type { CreateValues } from './fields.ts';

/** The text whose language counts. */
export function textOfValues(values: Pick<CreateValues, 'tab' | 'script' | 'topic'>): string {
  return values.tab === 'script' ? values.script : values.topic;
}

/** The chosen language, as long as it is offered. It wins over the text. */
export function chosenLanguage(
  values: Pick<CreateValues, 'language'>,
  { languages }: Pick<Options, 'languages'>,
): string | undefined {
  return languages.find(({ tag }) => tag === values.language)?.tag;
}

/** The chosen language, or the one that was heard as it is offered, or the default. */
export function shownLanguage(
  values: Pick<CreateValues, 'language'>,
  options: Pick<Options, 'languages' | 'voices'>,
  heard: string | undefined,
): string {
  return (
    chosenLanguage(values, options) ??
    (heard === undefined ? defaultLanguage(options) : (offeredTag(options, heard) ?? heard))
  );
}
