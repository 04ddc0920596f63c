import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { BatchJson } from '@shortfactory/contract';
import type { VisitorApi } from '../../../shared/api/api.server.ts';
import { orFailure } from '../../../shared/api/failures.server.ts';
import { textOf } from '../../../shared/format/form-text.ts';
import { isUnderWay } from '../model/progress.ts';
import { dollarsIn } from '../model/table.ts';
import { words } from '../model/words.ts';
import { refusalOf } from './refusal.server.ts';

/** Browsers without scripts load a batch that is being made again, this often. */
const REFRESH_SECONDS = 10;
const STATES = ['making', 'done', 'failed', 'waiting'] as const;

/** A batch with a page of its rows, those that the address asks for. */
export async function loadBatchPage({ request, params, context: { api } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const state = STATES.find((each) => each === searchParams.get('state'));
  const cursor = searchParams.get('cursor') ?? undefined;
  const page = await orFailure(api.batch(params['id'] ?? '', { state, cursor }));
  const { batch } = page;
  const hasEnded = batch.finishedAt !== undefined && batch.counts.done > 0;
  return {
    ...page,
    archive: hasEnded ? await orFailure(api.batchArchive(batch.id)) : undefined,
    state,
    cursor,
    asksStop: searchParams.get('ask') === 'stop' && batch.finishedAt === undefined,
    refreshSeconds: isUnderWay(batch) ? REFRESH_SECONDS : undefined,
  };
}

/** Pause, resume, try again, stop. */
export async function actOnBatch({ request, params, context: { api } }: ActionFunctionArgs) {
  const id = params['id'] ?? '';
  const form = await request.formData();
  const capUsd = dollarsIn(textOf(form, 'cap'));
  if (Number.isNaN(capUsd)) return data({ refused: words.notDollars }, { status: 400 });
  try {
    await act(api, id, textOf(form, 'intent'), { capUsd, line: Number(textOf(form, 'line')) || undefined });
  } catch (error) {
    const { detail, status } = refusalOf(error);
    return data({ refused: detail }, { status });
  }
  return redirect(`/batches/${id}`);
}

function act(
  api: VisitorApi,
  id: string,
  intent: string,
  { capUsd, line }: { readonly capUsd: number | undefined; readonly line: number | undefined },
): Promise<BatchJson> {
  switch (intent) {
    case 'pause':
      return api.pauseBatch(id);
    case 'resume':
      return api.resumeBatch(id, capUsd);
    case 'retry':
      return api.retryBatch(id, line);
    default:
      return api.cancelBatch(id);
  }
}
