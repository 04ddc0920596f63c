/** Numbers and times as a person reads them. Pure; the catalogue of each language passes its own tag. */

const NBSP = '\u00a0';

/** 5.4 → "5.4 s", 40 → "40 s". For lengths under ten minutes. */
export function seconds(locale: string, value: number): string {
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)}${NBSP}s`;
}

/** 6 → "6.0 s": lengths that stand under each other. */
export function tenths(locale: string, value: number): string {
  const shown = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return `${shown.format(value)}${NBSP}s`;
}

/** 75.9 → "1:15". */
export function clock(value: number): string {
  const whole = Math.max(0, Math.floor(value));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** How long something takes, as roughly as an estimate allows: "10 s", "40 s", "2 min". */
export function roughTime(locale: string, value: number): string {
  if (value < 55) return `${Math.max(5, Math.ceil(value / 5) * 5)}${NBSP}s`;
  return `${count(locale, Math.max(1, Math.round(value / 60)))}${NBSP}min`;
}

/** How long something took: "52 s", "1 min 52 s". */
export function took(locale: string, value: number): string {
  const whole = Math.max(1, Math.round(value));
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  const parts = [minutes > 0 ? `${count(locale, minutes)}${NBSP}min` : '', rest > 0 ? `${rest}${NBSP}s` : ''];
  return parts.filter((part) => part !== '').join(' ');
}

/** Cents where they matter, tenths of a cent where there are none. */
export function dollars(locale: string, value: number): string {
  const digits = value > 0 && value < 0.005 ? 3 : 2;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** 8400000 → "8.4 MB". */
export function bytes(locale: string, value: number): string {
  const [unit, divisor] = value < 1_000_000 ? ['kB', 1000] : ['MB', 1_000_000];
  const shown = new Intl.NumberFormat(locale, { maximumFractionDigits: unit === 'MB' ? 1 : 0 });
  return `${shown.format(value / Number(divisor))}${NBSP}${unit}`;
}

export function count(locale: string, value: number): string {
  return new Intl.NumberFormat(locale).format(value);
}

const SPELLED: Readonly<Record<string, readonly string[]>> = {
  en: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'],
};

/** Small numbers as a word that begins a sentence. */
export function spelled(locale: string, value: number): string {
  return SPELLED[locale]?.[value] ?? count(locale, value);
}

/** A moment as seen from another: "today", "yesterday", "Sunday", "3 November". */
export function day(locale: string, timeZone: string, atMs: number, nowMs: number): string {
  const dayNumber = (ms: number): number => {
    const [year = 0, month = 1, date = 1] = new Intl.DateTimeFormat('en-CA', { timeZone })
      .format(ms)
      .split('-')
      .map(Number);
    return Math.round(Date.UTC(year, month - 1, date) / 86_400_000);
  };
  const ago = dayNumber(nowMs) - dayNumber(atMs);
  if (ago < 2)
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.max(0, ago), 'day');
  if (ago < 7) return new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long' }).format(atMs);
  const sameYear = new Date(atMs).getUTCFullYear() === new Date(nowMs).getUTCFullYear();
  return new Intl.DateTimeFormat(dateLocale(locale), {
    timeZone,
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(atMs);
}

/** "21 Nov, 08:14". */
export function moment(locale: string, timeZone: string, atMs: number): string {
  return new Intl.DateTimeFormat(dateLocale(locale), {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(atMs);
}

/** Day before month, as most of the world writes it. */
function dateLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

/** The name of a language in another: ("en", "en-GB") → "English (UK)". */
export function languageName(locale: string, tag: string): string {
  return (
    new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard', style: 'short' }).of(
      tag,
    ) ?? tag
  );
}
