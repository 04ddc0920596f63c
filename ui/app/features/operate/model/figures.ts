/** "$45.60". */
export function usd(value: number): string {
  return `$${value.toFixed(2)}`;
}

/** "12 s", "2 min 40 s", "3 h 5 min". */
export function span(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600)
    return whole % 60 === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** "14:22:08" of an ISO time, in UTC. */
export function clock(iso: string): string {
  return iso.slice(11, 19);
}

/** "1 Dec, 14:22". */
export function moment(iso: string): string {
  const date = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' } as const);
  return `${date.format(Date.parse(iso))}, ${iso.slice(11, 16)}`;
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** "340 GB". */
export function size(bytes: number): string {
  const unit = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** unit;
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`;
}

/** Its first characters, which people read out. */
export function shortId(id: string): string {
  return id.slice(0, 8);
}

export function count(value: number): string {
  return new Intl.NumberFormat('en').format(value);
}
