import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { words } from '../model/words.ts';
import type { Answer } from '../server/asked.server.ts';
import type { loadAsked } from '../server/list-or-page.server.ts';
import { JobsPage } from './jobs-page.tsx';
import { OperatePage } from './operate-page.tsx';

/** The operator's page, or the list behind its numbers. */
export function ListOrPage() {
  const asked = useLoaderData<typeof loadAsked>();
  const answer = useActionData<Answer | { unsent: true }>();
  return 'list' in asked ? (
    <JobsPage shown={asked.list} answer={answer} />
  ) : (
    <OperatePage shown={asked.page} answer={answer} />
  );
}

export const operateMeta: MetaFunction = ({ params }) => {
  const { errors } = stringsOf(DEFAULT_LOCALE);
  return [{ title: errors.title(params['list'] === 'jobs' ? words.jobsTitle : words.title) }];
};
