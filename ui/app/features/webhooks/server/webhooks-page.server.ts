import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { DeliveryJson, WebhookWithSecretJson } from '@shortfactory/contract';
import { isApiProblem, isApiUnreachable } from '../../../shared/api/api-errors.ts';
import type { VisitorApi } from '../../../shared/api/api.server.ts';
import { orFailure } from '../../../shared/api/failures.server.ts';
import { textOf } from '../../../shared/format/form-text.ts';
import { words } from '../model/words.ts';
import type { Event } from '../model/words.ts';

const PAGE = '/webhooks';
/** Of how many videos the log is read: one question each. */
const LOGGED = 10;

/** What was sent of a video's end. */
export interface LoggedDelivery extends DeliveryJson {
  readonly video: { readonly id: string; readonly title: string };
}

/** What a form of the page came to. */
export type WebhooksAnswer =
  { readonly made: WebhookWithSecretJson } | { readonly refused: string; readonly url: string };

/** The visitor's webhooks, what was sent of the last videos, and what the address asks about. */
export async function loadWebhooksPage({ request, context: { api } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const [{ webhooks }, { videos }] = await orFailure(
    Promise.all([api.webhooks(), api.videos({ limit: LOGGED })]),
  );
  const ended = videos.filter(({ status }) => status !== 'queued' && status !== 'running');
  return {
    webhooks,
    ended: ended.length,
    log: (await Promise.all(ended.map((video) => logOf(api, video)))).flat(),
    remove: webhooks.find(({ id }) => id === searchParams.get('remove')),
    sent: searchParams.has('sent'),
  };
}

/** A video's log is not worth the page: one that cannot be read is left out. */
async function logOf(api: VisitorApi, { id, title }: { readonly id: string; readonly title: string }) {
  const { deliveries } = await api.deliveries(id).catch(() => ({ deliveries: [] }));
  return deliveries.map((each): LoggedDelivery => ({ ...each, video: { id, title } }));
}

/** Every form of the page: add, renew a secret, send again, remove. */
export async function changeWebhooks({ request, context: { api } }: ActionFunctionArgs) {
  const form = await request.formData();
  try {
    switch (textOf(form, 'do')) {
      case 'add': {
        const events = form.getAll('event').map(String) as Event[];
        const url = textOf(form, 'url').trim();
        return data<WebhooksAnswer>({ made: await api.addWebhook({ url, events }) });
      }
      case 'renew':
        return data<WebhooksAnswer>({ made: await api.renewWebhookSecret(textOf(form, 'id')) });
      case 'again':
        await api.redeliver(textOf(form, 'video'), textOf(form, 'id'));
        return redirect(`${PAGE}?sent=1#log`);
      default:
        await api.removeWebhook(textOf(form, 'intent'));
        return redirect(PAGE);
    }
  } catch (error) {
    if (!isApiProblem(error) && !isApiUnreachable(error)) throw error;
    const problem = isApiProblem(error) ? error.problem : undefined;
    const refused = (problem?.detail || words.unanswered).replace(/^\/\w+(: | )/, '');
    return data<WebhooksAnswer>(
      { refused, url: textOf(form, 'url') },
      { status: problem && problem.status < 500 ? problem.status : 503 },
    );
  }
}
