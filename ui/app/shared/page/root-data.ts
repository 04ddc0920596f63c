import { useRouteLoaderData } from '@remix-run/react';
import type { Health } from '../api/api.server.ts';
import type { Preferences } from '../storage/preferences.ts';
import type { Locale } from '../strings/index.ts';

/** What the root's loader gives to every page. */
export interface RootData extends Preferences {
  readonly locale: Locale;
  readonly health: Health['state'];
  /** The header's entry of sign-in, as HTML of this server; none where nobody signs in. */
  readonly account: string | undefined;
  /** That no new work is taken, as HTML of this server. */
  readonly notice: string | undefined;
  /** Of the API, or of this server while the API does not answer. */
  readonly version: string;
  /** When the page was made. */
  readonly nowMs: number;
}

/** The root's data; undefined on a page that is shown because the root's loader failed. */
export function useRootData(): RootData | undefined {
  return useRouteLoaderData('root') as RootData | undefined;
}
