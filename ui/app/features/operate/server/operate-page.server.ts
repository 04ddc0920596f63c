import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { ChangedManyJson } from '@shortfactory/contract';
import { textOf, textsOf } from '../../../shared/format/form-text.ts';
import { words } from '../model/words.ts';
import { answered, ofOperator } from './asked.server.ts';

const LOG_ENTRIES = 20;
const PERIODS = ['1', '7', '30'] as const;
/** Reasons that one form tries again. */
const MOST_REASONS = 20;

/** How the deployment is. */
export async function loadOperatePage({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const days = PERIODS.find((each) => each === searchParams.get('days')) ?? '1';
  const cursor = searchParams.get('log') ?? undefined;
  const { operate } = context.api;
  const [now, failures, usage, store, log] = await ofOperator(
    context,
    Promise.all([
      operate.now(),
      operate.failures(days),
      operate.usage('30'),
      operate.store(),
      operate.log({ limit: LOG_ENTRIES, cursor }),
    ]),
    '/operate',
  );
  return {
    now,
    failures,
    usage,
    store,
    log,
    days,
    isOlder: cursor !== undefined,
  };
}

/** The page's forms: failures of some reasons again, maintenance on and off. */
export async function changeOperate({ request, context: { api } }: ActionFunctionArgs) {
  const form = await request.formData();
  return answered(async () => {
    switch (textOf(form, 'do')) {
      case 'retry': {
        const reasons = textsOf(form, 'reason').slice(0, MOST_REASONS);
        if (reasons.length === 0) return { refused: words.chooseReason };
        const days = ([1, 7, 30] as const).find((each) => `${each}` === textOf(form, 'days')) ?? 1;
        const changed: ChangedManyJson = { done: [], refused: [], more: false };
        for (const reason of reasons) {
          const { done, refused, more } = await api.operate.retry({ reason, days });
          changed.done.push(...done);
          changed.refused.push(...refused);
          changed.more ||= more;
        }
        return { changed, did: 'retry' };
      }
      case 'maintenance-on': {
        const minutes = Number(textOf(form, 'minutes'));
        const sentence = textOf(form, 'sentence').trim();
        await api.operate.setMaintenance({
          on: true,
          ...(sentence !== '' && { sentence }),
          ...(minutes > 0 && { minutes }),
        });
        return { said: words.maintenance.isOn };
      }
      default:
        await api.operate.setMaintenance({ on: false });
        return { said: words.maintenance.isOff };
    }
  });
}
