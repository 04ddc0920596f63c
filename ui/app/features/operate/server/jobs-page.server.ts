import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { textOf, textsOf } from '../../../shared/format/form-text.ts';
import { words } from '../model/words.ts';
import { answered, ofOperator } from './asked.server.ts';

const STATES = ['queued', 'running', 'failed', 'done', 'cancelled'] as const;
/** What one form changes; the page shows fifty. */
const MOST_CHOSEN = 100;
const LEAST_WHY = 3;

/** Jobs of everybody in one state, by pages. */
export async function loadJobsPage({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const state = STATES.find((each) => each === searchParams.get('state')) ?? 'failed';
  const reason = state === 'failed' ? (searchParams.get('reason') ?? undefined) : undefined;
  const cursor = searchParams.get('cursor') ?? undefined;
  const asked = context.api.operate.jobs({ state, reason, cursor });
  const { jobs, next } = await ofOperator(context, asked, '/operate/jobs');
  return {
    jobs,
    next,
    state,
    reason,
    isOlder: cursor !== undefined,
    open: searchParams.get('open') ?? undefined,
  };
}

/** The page's forms: chosen ones again, chosen ones stopped once that is confirmed, one opened with a reason. */
export async function changeJobs({ request, context: { api } }: ActionFunctionArgs) {
  const form = await request.formData();
  const ids = textsOf(form, 'id').slice(0, MOST_CHOSEN);
  const [id = ''] = ids;
  let opened = false;
  const answer = await answered(async () => {
    if (ids.length === 0) return { refused: words.chooseJob };
    switch (textOf(form, 'do')) {
      case 'retry':
        return { changed: await api.operate.retry({ ids }), did: 'retry' };
      case 'ask-cancel':
        return { ask: ids };
      case 'cancel':
        return { changed: await api.operate.cancel(ids), did: 'cancel' };
      default: {
        const why = textOf(form, 'why').trim();
        if (why.length < LEAST_WHY) return { refused: words.open.missing };
        await api.operate.open(id, why);
        opened = true;
        return { said: '' };
      }
    }
  });
  return opened ? redirect(`/videos/${encodeURIComponent(id)}`) : answer;
}
