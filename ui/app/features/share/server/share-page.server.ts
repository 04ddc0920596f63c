import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { Failure } from '../../../shared/api/failures.server.ts';
import { isApiProblem, isApiUnreachable } from '../../../shared/api/api-errors.ts';
import { orFailure } from '../../../shared/api/failures.server.ts';
import { textOf } from '../../../shared/format/form-text.ts';
import { words } from '../model/share-words.ts';

/** What a form of the page came to. */
export type ShareAnswer =
  { readonly made: string } | { readonly refused: string; readonly where: 'until' | undefined };

/** A video of one's own, its links, and the one that the address asks about. */
export async function loadSharePage({ request, params, context: { api } }: LoaderFunctionArgs) {
  const { origin, searchParams } = new URL(request.url);
  const id = params['id'] ?? '';
  const { title, mine, status, script } = await orFailure(api.video(id));
  if (!mine || status !== 'done') throw data<Failure>({ kind: 'not-found' }, { status: 404 });
  const { links } = await orFailure(api.links(id));
  const asked = searchParams.get('revoke');
  return {
    ...{ id, title, language: script?.language },
    links: links.map(({ token, ...link }) => ({
      ...link,
      url: token === undefined ? undefined : `${origin}/s/${token}`,
    })),
    revoke: links.find((link) => link.id === asked && link.state === 'live'),
  };
}

/** Both forms of the page: make, revoke. */
export async function changeLinks({ request, params, context: { api } }: ActionFunctionArgs) {
  const id = params['id'] ?? '';
  const form = await request.formData();
  try {
    if (textOf(form, 'do') !== 'make') {
      await api.revokeLink(id, textOf(form, 'intent'));
      return redirect(`/videos/${id}/share`);
    }
    const [days, until] = [textOf(form, 'days'), textOf(form, 'until')];
    if (days === 'day' && until === '')
      return data<ShareAnswer>({ refused: words.dayMissing, where: 'until' }, { status: 400 });
    const end = days === 'day' ? { until } : { days: Number(days) };
    const made = await api.makeLink(id, { ...end, download: form.has('download') });
    return data<ShareAnswer>({ made: made.id });
  } catch (error) {
    if (!isApiProblem(error) && !isApiUnreachable(error)) throw error;
    const problem = isApiProblem(error) ? error.problem : undefined;
    const detail = problem?.detail || words.unanswered;
    return data<ShareAnswer>(
      {
        refused: detail.replace(/^\/\w+(: | )/, ''),
        where: detail.startsWith('/until') ? 'until' : undefined,
      },
      { status: problem && problem.status < 500 ? problem.status : 503 },
    );
  }
}
