import { useRootData } from '../page/root-data.ts';
import { DEFAULT_LOCALE, stringsOf } from './index.ts';
import type { Locale, Strings } from './index.ts';

export function useLocale(): Locale {
  return useRootData()?.locale ?? DEFAULT_LOCALE;
}

/** The catalogue of the visitor's language. */
export function useStrings(): Strings {
  return stringsOf(useLocale());
}
