import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { isTheme, KEPT_SECONDS, THEME_COOKIE } from '../preferences.ts';

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
