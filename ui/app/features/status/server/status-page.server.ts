import type { LoaderFunctionArgs } from '@remix-run/node';

/** How the server is; asked anew with `?again`. */
export async function loadStatusPage({ request, context: { api } }: LoaderFunctionArgs) {
  const again = new URL(request.url).searchParams.has('again');
  const health = await api.health(again);
  return { health, askedMs: Date.now() };
}
