import { useEffect } from 'react';
import { COOKIE_SECONDS, ZONE_COOKIE } from './preferences.ts';

/** Stores this browser's time zone in a cookie, so that the server counts the days of the next page by it. */
export function useStoreTimeZone(): void {
  useEffect(() => {
    const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
    document.cookie = `${ZONE_COOKIE}=${zone}; Path=/; Max-Age=${COOKIE_SECONDS}; SameSite=Lax`;
  }, []);
}
