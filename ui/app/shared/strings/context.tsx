import { useRouteLoaderData } from '@remix-run/react';
import type { loader } from '../../root.tsx';
import { DEFAULT_LOCALE, stringsOf } from './index.ts';
import type { Locale, Strings } from './index.ts';

export function useLocale(): Locale {
  return useRouteLoaderData<typeof loader>('root')?.locale ?? DEFAULT_LOCALE;
}

/** The catalogue of the visitor's language. */
export function useStrings(): Strings {
  return stringsOf(useLocale());
}
