import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useMemo } from 'react';
import { AwaitStored } from '../../../shared/storage/await-stored.tsx';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import type { CreateAnswer } from '../model/answer.ts';
import type { loadCreatePage } from '../server/create-page.server.ts';
import { Composer } from './composer.tsx';
import { Shelf } from './shelf.tsx';

/** The form that a video begins with, above the newest videos. */
export function CreatePage() {
  const { create } = useStrings();
  const page = useLoaderData<typeof loadCreatePage>();
  const answer = useActionData<CreateAnswer>();
  const sent = answer && 'values' in answer ? answer.values : undefined;
  const given = useMemo(() => sent ?? page.given, [sent, page.given]);
  const [start, marked] = create.headline;
  return (
    <>
      <h1 className="display create__title">
        {start} <span className="mark">{marked}</span>
      </h1>
      <p className="create__lead">{create.lead}</p>
      <AwaitStored what="form">
        <Composer options={page.options} given={given} answer={answer} formKey={page.formKey} />
        {page.recent.length > 0 && <Shelf videos={page.recent} />}
      </AwaitStored>
    </>
  );
}

export const createMeta: MetaFunction = () => [
  { title: stringsOf(DEFAULT_LOCALE).name },
  { name: 'description', content: stringsOf(DEFAULT_LOCALE).create.lead },
];
