import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { sendOrUnsent } from '../shared/connection/keep-page.ts';
import { COOKIE_SECONDS, isTheme, THEME_COOKIE } from '../shared/storage/preferences.ts';

/** There is nothing to look at here. */
export function loader() {
  return redirect('/');
}

/** POST theme, back: stores the colours in a cookie and goes back to the page it came from. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const theme = form.get('theme');
  const back = String(form.get('back') ?? '/');
  const cookie = `${THEME_COOKIE}=${isTheme(theme) ? theme : 'system'}; Path=/; Max-Age=${COOKIE_SECONDS}; SameSite=Lax`;
  // Only paths of this server: "//host" would be another one.
  return redirect(/^\/(?![/\\])/.test(back) ? back : '/', { headers: { 'Set-Cookie': cookie } });
}

/** Without a connection the bar at the top says so; the colours stay, and so does the page. */
export const clientAction = sendOrUnsent;
