import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse } from '@remix-run/react';
import type { ClientActionFunctionArgs } from '@remix-run/react';
import type { Unsent } from '../shared/connection/keep-page.ts';
import { isTheme, KEPT_SECONDS, THEME_COOKIE } from '../shared/storage/preferences.ts';

/** There is nothing to look at here. */
export function loader() {
  return redirect('/');
}

/** POST theme, back: remembers the colours and goes back to the page it came from. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const theme = form.get('theme');
  const back = String(form.get('back') ?? '/');
  const cookie = `${THEME_COOKIE}=${isTheme(theme) ? theme : 'system'}; Path=/; Max-Age=${KEPT_SECONDS}; SameSite=Lax`;
  // Only paths of this server: "//host" would be another one.
  return redirect(/^\/(?![/\\])/.test(back) ? back : '/', { headers: { 'Set-Cookie': cookie } });
}

/** The bar at the top says that there is no connection; the colours stay, and so does the page. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<Unsent | undefined> {
  try {
    return await serverAction<undefined>();
  } catch (error) {
    if (error instanceof Response || isRouteErrorResponse(error)) throw error;
    return { unsent: true };
  }
}
