import type { LoaderFunctionArgs } from '@remix-run/node';

/** How the server is; asked anew with `?again`. */
export async function loadStatusPage({ request, context: { api, signIn } }: LoaderFunctionArgs) {
  const again = new URL(request.url).searchParams.has('again');
  const health = await api.health(again);
  // At the machine itself the page of who runs it is one's own; elsewhere admins have it in their menu.
  const operates = !signIn && 'health' in health && health.health.environment === 'local';
  return { health, operates, askedMs: Date.now() };
}
