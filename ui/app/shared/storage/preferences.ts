/** How pages should look, stored in a visitor's browser: two cookies that scripts may read. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Preferences {
  readonly theme: Theme;
  /** IANA name; days are counted by it. */
  readonly timeZone: string;
}

export const THEME_COOKIE = 'sf_theme';
export const ZONE_COOKIE = 'sf_zone';
export const COOKIE_SECONDS = 400 * 24 * 3600;

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

export function preferencesOf(cookieHeader: string | null): Preferences {
  const cookies = new Map(
    (cookieHeader ?? '').split(';').map((pair): [string, string] => {
      const [name = '', value = ''] = pair.split('=');
      return [name.trim(), decoded(value.trim())];
    }),
  );
  const theme = cookies.get(THEME_COOKIE);
  const zone = cookies.get(ZONE_COOKIE) ?? '';
  return { theme: isTheme(theme) ? theme : 'system', timeZone: isZone(zone) ? zone : 'UTC' };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

function isZone(zone: string): boolean {
  try {
    return zone !== '' && new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}
