import { data, redirect, redirectDocument } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { ownPath } from '../../../shared/account/account.ts';
import type { Asked } from '../../../shared/account/account.ts';
import type { Failure } from '../../../shared/api/failures.server.ts';
import { cardOf } from '../../../shared/videos/video-card.ts';

/** How often the page looks whether the issuer answers again. */
const AGAIN_SECONDS = 15;
const SHOWN = 4;
const COUNTED = 100;

/** Why somebody is here again who wanted to sign in. */
export type Trouble =
  | { readonly kind: 'down'; readonly asked: readonly Asked[] }
  | { readonly kind: 'begun' | 'unproven' | 'out' }
  | { readonly kind: 'refused'; readonly account: string };

/** Whom one signs in with, what went wrong before, and the videos that this browser has. */
export async function loadSignInPage({ request, context: { api, signIn } }: LoaderFunctionArgs) {
  if (!signIn) throw data<Failure>({ kind: 'not-found' }, { status: 404 });
  const { searchParams } = new URL(request.url);
  const back = ownPath(searchParams.get('back') ?? pathBefore(request));
  if (signIn.person) throw redirect(back);
  const begin = `/auth/begin?${new URLSearchParams({ back })}`;
  const asked = searchParams.get('why') === 'down' ? await signIn.unanswered() : undefined;
  if (asked?.length === 0) throw redirectDocument(begin);
  const account = await signIn.refused(searchParams.get('refused') ?? '');
  const here = signIn.visitors ? await api.videos({ limit: COUNTED }).catch(() => undefined) : undefined;
  const { name, host, visitors, domains } = signIn;
  return data(
    {
      ...{ name, host, visitors, domains: [...domains], back, begin },
      trouble: troubleOf(searchParams.get('why'), asked, account),
      videos: (here?.videos ?? []).slice(0, SHOWN).map(cardOf),
      count: here?.videos.length ?? 0,
      more: here?.next !== undefined,
      refreshSeconds: asked ? AGAIN_SECONDS : undefined,
    },
    { status: account !== undefined ? 403 : asked ? 503 : 200 },
  );
}

function troubleOf(
  why: string | null,
  asked: readonly Asked[] | undefined,
  account: string | undefined,
): Trouble | undefined {
  if (account !== undefined) return { kind: 'refused', account };
  if (asked) return { kind: 'down', asked };
  return why === 'begun' || why === 'unproven' || why === 'out' ? { kind: why } : undefined;
}

/** The page that led here, where the link did not say. */
function pathBefore(request: Request): string | undefined {
  const before = request.headers.get('referer') ?? '';
  if (!URL.canParse(before) || new URL(before).origin !== new URL(request.url).origin) return undefined;
  const { pathname, search } = new URL(before);
  return pathname + search;
}
