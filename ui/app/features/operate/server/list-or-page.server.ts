import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { Failure } from '../../../shared/api/failures.server.ts';
import { changeJobs, loadJobsPage } from './jobs-page.server.ts';
import { changeOperate, loadOperatePage } from './operate-page.server.ts';

/** Without scripts the page loads itself again this often. */
const REFRESH_SECONDS = 30;

/** /operate, or /operate/jobs; nothing else. */
function isList({ list }: LoaderFunctionArgs['params']): boolean {
  if (list !== undefined && list !== 'jobs') throw data<Failure>({ kind: 'not-found' }, { status: 404 });
  return list === 'jobs';
}

export async function loadAsked(args: LoaderFunctionArgs) {
  return isList(args.params)
    ? { list: await loadJobsPage(args) }
    : { page: await loadOperatePage(args), refreshSeconds: REFRESH_SECONDS };
}

export async function changeAsked(args: ActionFunctionArgs) {
  return isList(args.params) ? changeJobs(args) : changeOperate(args);
}
