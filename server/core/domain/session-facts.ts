/** What a list of sessions says of a device and of a browser: nothing finer, so that nobody is told apart by it. */
export const SESSION_DEVICES = [
  'iPhone',
  'iPad',
  'Android phone',
  'Android tablet',
  'Mac',
  'Windows',
  'Chromebook',
  'Linux',
] as const;
export const SESSION_BROWSERS = ['Chrome', 'Edge', 'Firefox', 'Opera', 'Safari', 'Samsung Internet'] as const;
export type SessionDevice = (typeof SESSION_DEVICES)[number];
export type SessionBrowser = (typeof SESSION_BROWSERS)[number];

/** No session is longer; SESSION_DAYS of the web interface is 90 at the most. */
export const LONGEST_SESSION_MS = 90 * 24 * 60 * 60 * 1000;
