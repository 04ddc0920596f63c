import type { Now } from '../format/now.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** "26 Feb 2027", in UTC as keys end. */
export function dateOf(ms: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' },
  } as const).format(ms);
}

/** "22 min ago", "2 hours ago", "9 days ago". */
export function ago(ms: number, { nowMs, locale }: Now): string {
  const passed = Math.max(0, nowMs - ms);
  const said = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (passed < HOUR_MS) return said.format(-Math.round(passed / MINUTE_MS), 'minute');
  if (passed < DAY_MS) return said.format(-Math.round(passed / HOUR_MS), 'hour');
  return said.format(-Math.round(passed / DAY_MS), 'day');
}

/** Whole days until then, one at least. */
export function daysUntil(ms: number, { nowMs }: Now): number {
  return Math.max(1, Math.ceil((ms - nowMs) / DAY_MS));
}
