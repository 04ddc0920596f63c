import type { UsageJson } from '@shortfactory/contract';

type Made = UsageJson['total'];

/** Providers that are told apart in the plot; the rest are the last one. */
const MOST_PROVIDERS = 4;
const WEEK = 7;
const LONGEST_BY_DAY = 31;
/** Less than this is a rounding error of sums. */
const LEAST_USD = 0.005;

/** Sums of a day, or of a week of a long period. */
export interface Bar {
  readonly from: string;
  readonly to: string;
  readonly videos: number;
  readonly minutes: number;
  readonly stopped: number;
  readonly usd: number;
  /** In the order of the providers. */
  readonly parts: readonly number[];
}

/** What one has used, for a plot and a table: every day of the period has its place. */
export interface UsagePlot {
  /** Most first; `undefined` is what no provider is known of. */
  readonly providers: readonly (string | undefined)[];
  readonly bars: readonly Bar[];
  readonly total: Omit<Bar, 'from' | 'to'>;
  /** Whether a bar is a week. */
  readonly isByWeek: boolean;
}

export function plotOf(
  { days, total }: Pick<UsageJson, 'days' | 'total'>,
  dates: readonly string[],
): UsagePlot {
  const named = total.providers.filter(({ usd }) => usd > 0).map(({ provider }) => provider);
  const shown = named.slice(0, MOST_PROVIDERS);
  const known = total.providers.reduce((sum, { usd }) => sum + (usd > 0 ? usd : 0), 0);
  const hasRest = named.length > shown.length || total.usd - known > LEAST_USD;
  const barOf = (made: Made): Omit<Bar, 'from' | 'to'> => {
    const parts = shown.map((name) => made.providers.find(({ provider }) => provider === name)?.usd ?? 0);
    const rest = Math.max(0, made.usd - parts.reduce((sum, usd) => sum + usd, 0));
    return {
      videos: made.done + made.open,
      minutes: made.minutes,
      stopped: made.failed + made.cancelled,
      usd: made.usd,
      parts: hasRest ? [...parts, rest] : parts,
    };
  };
  const byDate = new Map(days.map((day) => [day.date, barOf(day)]));
  const length = dates.length > LONGEST_BY_DAY ? WEEK : 1;
  const count = Math.ceil(dates.length / length);
  // Weeks end with the last day, so that the first of them may be shorter.
  const bars = Array.from({ length: count }, (_, i): Bar => {
    const end = dates.length - (count - 1 - i) * length;
    const within = dates.slice(Math.max(0, end - length), end);
    const sums = within.flatMap((date) => byDate.get(date) ?? []);
    const empty = { videos: 0, minutes: 0, stopped: 0, usd: 0, parts: shown.map(() => 0) };
    return {
      from: within[0] as string,
      to: within.at(-1) as string,
      ...sums.reduce((a, b) => added(a, b), hasRest ? { ...empty, parts: [...empty.parts, 0] } : empty),
    };
  });
  return {
    providers: hasRest ? [...shown, undefined] : shown,
    bars,
    total: barOf(total),
    isByWeek: length === WEEK,
  };
}

type Sums = Omit<Bar, 'from' | 'to'>;

function added(a: Sums, b: Sums): Sums {
  return {
    videos: a.videos + b.videos,
    minutes: a.minutes + b.minutes,
    stopped: a.stopped + b.stopped,
    usd: a.usd + b.usd,
    parts: a.parts.map((usd, i) => usd + (b.parts[i] ?? 0)),
  };
}

/** The end of an axis that has room for so much: 1, 2 or 5 and zeros. */
export function axisEnd(most: number, least: number): number {
  const wanted = Math.max(most, least);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [1, 2, 5, 10].map((step) => step * power).find((end) => end >= wanted * (1 - 1e-9)) ?? wanted;
}
