import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { isApiProblem, isApiUnreachable } from '../../../shared/api/api-errors.ts';
import { orFailure } from '../../../shared/api/failures.server.ts';
import { textOf } from '../../../shared/format/form-text.ts';
import { words } from '../model/words.ts';

const PAGE = '/your-data';

/** What a form of the page came to, where it was refused. */
export interface RefusedDeletion {
  readonly refused: string;
  readonly confirm: string;
}

/** An archive of what one has, and whether everything is about to go. */
export async function loadYourDataPage({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get('cursor') ?? undefined;
  const [archive, { deletion }] = await orFailure(
    Promise.all([context.api.accountExport(cursor), context.api.deletion()]),
  );
  return { archive, deletion, isFirst: cursor === undefined, kept: searchParams.has('kept') };
}

/** Every form of the page: ask for everything to go, and keep it. */
export async function changeYourData({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const confirm = textOf(form, 'confirm').trim();
  try {
    if (textOf(form, 'do') === 'keep') {
      await context.api.keepEverything();
      return redirect(`${PAGE}?kept=1`);
    }
    await context.api.askDeletion(confirm);
    return redirect(PAGE);
  } catch (error) {
    if (!isApiProblem(error) && !isApiUnreachable(error)) throw error;
    const problem = isApiProblem(error) ? error.problem : undefined;
    const refused = (problem?.detail || words.unanswered).replace(/^\/\w+(: | )/, '');
    const status = problem && problem.status < 500 ? problem.status : 503;
    return data<RefusedDeletion>({ refused, confirm }, { status });
  }
}
