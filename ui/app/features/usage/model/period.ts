const DAY_MS = 24 * 60 * 60 * 1000;
const NINETY = 90;

/** A stretch of days (UTC), both ends included. */
export interface Period {
  /** As it stands in the address. */
  readonly name: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** Of every day, up to its end also where that is to come. */
  readonly days: readonly string[];
}

/** What an address asks for: `2026-11`, or `90-days`; this month for anything else. */
export function periodOf(asked: string | null, nowMs: number): Period {
  const today = dayOf(nowMs);
  if (asked === '90-days') {
    const days = daysFrom(dayOf(nowMs - (NINETY - 1) * DAY_MS), today);
    return { name: '90-days', label: 'the last 90 days', from: days[0] as string, to: today, days };
  }
  const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked ?? '') && (asked as string) <= today ? asked : null;
  return monthOf(month ?? today.slice(0, 7));
}

/** This month, the one before it, and the last 90 days. */
export function offeredPeriods(nowMs: number): readonly Pick<Period, 'name' | 'label'>[] {
  const month = dayOf(nowMs).slice(0, 7);
  const before = dayOf(Date.parse(`${month}-01`) - DAY_MS).slice(0, 7);
  return [monthOf(month), monthOf(before), { name: '90-days', label: '90 days' }];
}

export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function monthOf(month: string): Period {
  const first = `${month}-01`;
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = dayOf(Date.UTC(year, number, 0));
  const label = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    Date.parse(first),
  );
  return { name: month, label, from: first, to: last, days: daysFrom(first, last) };
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let ms = Date.parse(from); ms <= Date.parse(to); ms += DAY_MS) days.push(dayOf(ms));
  return days;
}
