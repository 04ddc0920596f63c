import { useRootData } from '../page/root-data.ts';
import { DEFAULT_LOCALE } from '../strings/index.ts';
import { day } from './format.ts';

/** When and where a page was made. */
export interface Now {
  readonly nowMs: number;
  readonly timeZone: string;
  readonly locale: string;
}

/** The same on the server and in the browser, so that both say "yesterday". */
export function useNow(): Now {
  const page = useRootData();
  return {
    nowMs: page?.nowMs ?? 0,
    timeZone: page?.timeZone ?? 'UTC',
    locale: page?.locale ?? DEFAULT_LOCALE,
  };
}

/** The day of a moment as seen from now: "today", "Sunday", "3 November". */
export function dayOf(ms: number, { nowMs, timeZone, locale }: Now): string {
  return day(locale, timeZone, ms, nowMs);
}
