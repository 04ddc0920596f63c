import { en } from './en/index.ts';
import type { Strings } from './en/index.ts';

export type { Strings };

/** Catalogues by BCP 47 tag. A new language is one folder of the same shape and one line here. */
const CATALOGUES = { en } satisfies Record<string, Strings>;
export type Locale = keyof typeof CATALOGUES;

export const DEFAULT_LOCALE: Locale = 'en';

export function stringsOf(locale: Locale): Strings {
  return CATALOGUES[locale];
}

/** The first language of an Accept-Language header that there is a catalogue for. */
export function localeFor(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight = 'q=1'] = part.trim().split(';');
      return { primary: tag.split('-')[0]?.toLowerCase() ?? '', weight: Number(weight.replace('q=', '')) };
    })
    .sort((a, b) => b.weight - a.weight);
  const found = wanted.find(({ primary }) => Object.hasOwn(CATALOGUES, primary));
  return (found?.primary as Locale | undefined) ?? DEFAULT_LOCALE;
}
