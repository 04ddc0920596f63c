import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { DeliveryJson, WebhookWithSecretJson } from '@shortfactory/contract';
import { isApiProblem, isApiUnreachable } from '../../../shared/api/api-errors.ts';
import type { Told, VisitorApi } from '../../../shared/api/api.server.ts';
import { orFailure } from '../../../shared/api/failures.server.ts';
import { textOf } from '../../../shared/format/form-text.ts';
import { words } from '../model/words.ts';
import type { Event } from '../model/words.ts';

const PAGE = '/webhooks';
/** Of how many videos, and of how many batches, the log is read: one question each. */
const LOGGED = 10;

/** A video or a batch that has ended. */
interface Ended {
  readonly kind: Told;
  readonly id: string;
  readonly title: string;
}

/** What was sent of an end. */
export interface LoggedDelivery extends DeliveryJson {
  readonly of: Ended;
}

/** What a form of the page came to. */
export type WebhooksAnswer =
  { readonly made: WebhookWithSecretJson } | { readonly refused: string; readonly url: string };

/** The visitor's webhooks, what was sent of the last videos and batches, and what the address asks about. */
export async function loadWebhooksPage({ request, context: { api } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const [{ webhooks }, { videos }, { batches }] = await orFailure(
    Promise.all([api.webhooks(), api.videos({ limit: LOGGED }), api.batches({ limit: LOGGED })]),
  );
  const ended: readonly Ended[] = [
    ...batches
      .filter(({ finishedAt }) => finishedAt !== undefined)
      .map(({ id, name = words.unnamed }) => ({ kind: 'batches', id, title: name }) as const),
    ...videos
      .filter(({ status }) => status !== 'queued' && status !== 'running')
      .map(({ id, title }) => ({ kind: 'videos', id, title }) as const),
  ];
  return {
    webhooks,
    ended: ended.length,
    log: (await Promise.all(ended.map((each) => logOf(api, each)))).flat(),
    remove: webhooks.find(({ id }) => id === searchParams.get('remove')),
    sent: searchParams.has('sent'),
  };
}

/** A single log is not worth the page: one that cannot be read is left out. */
async function logOf(api: VisitorApi, of: Ended): Promise<LoggedDelivery[]> {
  const { deliveries } = await api.deliveries(of.kind, of.id).catch(() => ({ deliveries: [] }));
  return deliveries.map((each) => ({ ...each, of }));
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
        await api.redeliver(kindIn(form), textOf(form, 'of'), textOf(form, 'id'));
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

function kindIn(form: FormData): Told {
  return textOf(form, 'kind') === 'batches' ? 'batches' : 'videos';
}
