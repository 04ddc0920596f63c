import { called } from '../failure.ts';
import { note, NOTHING, problem, together } from './check.ts';
import type { Check, Findings, Planned } from './check.ts';

interface Right {
  readonly group: string;
  readonly resource: string;
  readonly verbs: readonly string[];
  /** What is missed without it; a right without this is needed. */
  readonly without?: string;
}

const RIGHTS: readonly Right[] = [
  { group: 'serving.knative.dev', resource: 'services', verbs: ['get', 'create', 'update', 'patch'] },
  { group: 'serving.knative.dev', resource: 'revisions', verbs: ['list'] },
  {
    group: '',
    resource: 'events',
    verbs: ['list'],
    without: 'why a Pod does not start will not be said',
  },
];

/** What the caller may do in the namespace, asked before it is done. */
export const rights: Check = async (planned) =>
  together(await Promise.all(RIGHTS.map((right) => findingOf(planned, right))));

async function findingOf(planned: Planned, { group, resource, verbs, without }: Right): Promise<Findings> {
  const denied: string[] = [];
  for (const verb of verbs) if (!(await allowed(planned, group, resource, verb))) denied.push(verb);
  if (denied.length === 0) return NOTHING;
  const what = `${denied.join(', ')} ${group === '' ? resource : `${resource}.${group}`}`;
  const sentence = `context ${planned.cluster.context} has no right to ${what} in the namespace ${planned.namespace}`;
  return without === undefined ? problem(sentence) : note(`${sentence}, so ${without}`);
}

async function allowed(
  { cluster, namespace }: Planned,
  group: string,
  resource: string,
  verb: string,
): Promise<boolean> {
  const review = await called('asking for our rights', undefined, () =>
    cluster.access.createSelfSubjectAccessReview({
      body: { spec: { resourceAttributes: { namespace, group, resource, verb } } },
    }),
  );
  return review.status?.allowed === true;
}
