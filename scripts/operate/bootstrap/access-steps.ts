import type { CloudResources } from './cloud-resources.ts';
import { accountEmail } from './cloud-resources.ts';
import type { Command, Part, Step } from './step.ts';
import { command } from './step.ts';
import { labelsOf, refuseForeign } from '../services/ownership.ts';
import { isService } from '../services/service-state.ts';

type Account = keyof CloudResources['accounts'];

/** Who may do what, and nothing more: on the bucket, the queue and single accounts; on the project only to write telemetry. */
export function roles(resources: CloudResources): Step {
  const { project, region, regions, bucket, queue } = resources;
  const member = (account: Account): string => `--member=serviceAccount:${accountEmail(resources, account)}`;
  const onProject = (account: Account, role: string): Command =>
    command(
      'projects',
      'add-iam-policy-binding',
      project,
      member(account),
      `--role=${role}`,
      '--condition=None',
    );
  const onBucket = (account: Account, role: string): Command =>
    command(
      'storage',
      'buckets',
      'add-iam-policy-binding',
      `gs://${bucket}`,
      member(account),
      `--role=${role}`,
    );
  const onRegistry = (account: Account, role: string): Command =>
    command(
      ...['artifacts', 'repositories', 'add-iam-policy-binding', resources.registry, `--location=${region}`],
      ...[member(account), `--role=${role}`],
    );
  const onAccount = (target: Account, account: Account, role: string): Command =>
    command(
      ...['iam', 'service-accounts', 'add-iam-policy-binding', accountEmail(resources, target)],
      ...[member(account), `--role=${role}`, '--condition=None'],
    );
  const onQueue = (place: string, role: string): Command =>
    command(
      ...['tasks', 'queues', 'add-iam-policy-binding', queue, `--location=${place}`],
      ...[member('server'), `--role=${role}`],
    );
  const telemetry = [
    ...(['server', 'worker'] as const).map((account) => onProject(account, 'roles/monitoring.metricWriter')),
    ...(['server', 'worker', 'ui'] as const).map((account) => onProject(account, 'roles/logging.logWriter')),
    ...(resources.traced
      ? (['server', 'worker', 'ui'] as const).map((account) => onProject(account, 'roles/cloudtrace.agent'))
      : []),
  ];
  return {
    id: 'roles',
    title: 'Least roles',
    parts: [
      {
        always: [
          ...telemetry,
          onBucket('server', 'roles/storage.objectUser'),
          onBucket('worker', 'roles/storage.objectUser'),
          // Signs links with its own identity: no key file exists.
          onAccount('server', 'server', 'roles/iam.serviceAccountTokenCreator'),
          ...regions.flatMap((place) => [
            onQueue(place, 'roles/cloudtasks.enqueuer'),
            // /health reads the queue, which the role for enqueueing does not allow.
            onQueue(place, 'roles/cloudtasks.viewer'),
          ]),
          // A task carries the identity that calls the worker; the account that creates tasks must be allowed to use it.
          onAccount('tasks', 'server', 'roles/iam.serviceAccountUser'),
          onRegistry('pusher', 'roles/artifactregistry.writer'),
          onRegistry('deployer', 'roles/artifactregistry.reader'),
          onProject('deployer', 'roles/run.developer'),
          onProject('deployer', 'roles/monitoring.viewer'),
          ...(['server', 'worker', 'ui'] as const).map((account) =>
            onAccount(account, 'deployer', 'roles/iam.serviceAccountUser'),
          ),
        ],
      },
    ],
  };
}

/** The worker's endpoint is called by the queue's account alone. Its Service has to exist: run after the first deploy. */
export function invoker(resources: CloudResources): Step {
  return {
    id: 'invoker',
    title: 'The queue may call the worker',
    parts: resources.regions.map((region) => invokerIn(region, resources)),
  };
}

function invokerIn(region: string, resources: CloudResources): Part {
  const service = 'shortfactory-worker';
  const at = `--region=${region}`;
  return {
    look: ['run', 'services', 'describe', service, at],
    proof: ['run', 'revisions', 'list', `--service=${service}`, at],
    check: (found) => {
      if (isService(found))
        refuseForeign(found, labelsOf(resources.env, 'worker'), 'Deploy it with --adopt first.');
    },
    note: `${service} is not deployed yet: run this again with --only invoker after the first deploy.`,
    whenFound: [
      {
        args: [
          ...['run', 'services', 'add-iam-policy-binding', service, at],
          ...[`--member=serviceAccount:${accountEmail(resources, 'tasks')}`, '--role=roles/run.invoker'],
        ],
      },
    ],
  };
}
