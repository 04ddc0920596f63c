const dollars = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });
const oneDigit = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const shortDay = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' },
} as const);

export const usd = (amount: number): string => dollars.format(amount);
export const minutes = (amount: number): string => oneDigit.format(amount);
export const count = (amount: number): string => whole.format(amount);
/** "Tue 24 Nov". */
export const dayName = (date: string): string => shortDay.format(Date.parse(date)).replace(',', '');

/** "4 hours", "20 minutes". */
export function waitUntil(ms: number, nowMs: number): string {
  const left = Math.max(1, Math.ceil((ms - nowMs) / 60_000));
  if (left < 120) return left === 1 ? '1 minute' : `${left} minutes`;
  return `${Math.round(left / 60)} hours`;
}
