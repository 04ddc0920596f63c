import type { SessionBrowser, SessionDevice } from '@shortfactory/core';

export interface DeviceFacts {
  readonly device?: SessionDevice;
  readonly browser?: SessionBrowser;
}

/** The first that fits: many say that they are others as well. */
const DEVICES: readonly (readonly [RegExp, SessionDevice])[] = [
  [/\b(?:iPhone|iPod)\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b.*\bMobile\b/, 'Android phone'],
  [/\bAndroid\b/, 'Android tablet'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bWindows NT\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];
const BROWSERS: readonly (readonly [RegExp, SessionBrowser])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|OPT|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|\bCriOS|\bChromium)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
];
const MOST_CHARS = 512;

/** About what a browser runs on, by its User-Agent: one of a few words, or nothing. An iPad may say that it is a Mac. */
export function deviceOf(userAgent: string): DeviceFacts {
  const text = userAgent.slice(0, MOST_CHARS);
  const device = DEVICES.find(([pattern]) => pattern.test(text))?.[1];
  const browser = BROWSERS.find(([pattern]) => pattern.test(text))?.[1];
  return { ...(device && { device }), ...(browser && { browser }) };
}
