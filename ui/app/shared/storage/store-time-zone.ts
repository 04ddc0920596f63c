import { useEffect } from 'react';
import { KEPT_SECONDS } from './preferences.ts';

/** Tells the server in which time zone this browser is, so that the next page counts days by it. */
export function useRememberedZone(cookie: string): void {
  useEffect(() => {
    const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
    document.cookie = `${cookie}=${zone}; Path=/; Max-Age=${KEPT_SECONDS}; SameSite=Lax`;
  }, [cookie]);
}
