import type { Foundation } from './foundation.ts';
import { accountEmail } from './foundation.ts';
import type { Command, Step } from './step.ts';
import { command, named } from './step.ts';
import { labelsOf, refuseForeign } from '../operate/ownership.ts';
import { isService } from '../operate/service-state.ts';

type Account = keyof Foundation['accounts'];

/** Who may do what, and nothing more: on the bucket, the queue and single accounts; on the project only to write telemetry. */
export function roles(foundation: Foundation): Step {
  const { project, region, bucket, queue } = foundation;
  const member = (account: Account): string => `--member=serviceAccount:${accountEmail(foundation, account)}`;
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
  const onAccount = (target: Account, account: Account, role: string): Command =>
    command(
      ...['iam', 'service-accounts', 'add-iam-policy-binding', accountEmail(foundation, target)],
      ...[member(account), `--role=${role}`, '--condition=None'],
    );
  const telemetry = [
    ...(['server', 'worker'] as const).map((account) => onProject(account, 'roles/monitoring.metricWriter')),
    ...(['server', 'worker', 'ui'] as const).map((account) => onProject(account, 'roles/logging.logWriter')),
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
          command(
            ...['tasks', 'queues', 'add-iam-policy-binding', queue, `--location=${region}`],
            ...[member('server'), '--role=roles/cloudtasks.enqueuer'],
          ),
          // /health looks at the queue, which who may only enqueue may not.
          command(
            ...['tasks', 'queues', 'add-iam-policy-binding', queue, `--location=${region}`],
            ...[member('server'), '--role=roles/cloudtasks.viewer'],
          ),
          // A task carries the identity that calls the worker; who makes tasks must be allowed to lend it.
          onAccount('tasks', 'server', 'roles/iam.serviceAccountUser'),
          onProject('deployer', 'roles/run.developer'),
          command(
            ...[
              'artifacts',
              'repositories',
              'add-iam-policy-binding',
              foundation.registry,
              `--location=${region}`,
            ],
            ...[member('deployer'), '--role=roles/artifactregistry.writer'],
          ),
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
export function invoker(foundation: Foundation): Step {
  const service = 'shortfactory-worker';
  const at = `--region=${foundation.region}`;
  return {
    id: 'invoker',
    title: 'The queue may call the worker',
    parts: [
      {
        look: ['run', 'services', 'describe', service, at],
        proof: ['run', 'revisions', 'list', `--service=${service}`, at],
        check: (found) => {
          if (isService(found))
            refuseForeign(found, labelsOf(foundation.env, 'worker'), 'Deploy it with --adopt first.');
        },
        note: `${service} is not deployed yet: run this again with --only invoker after the first deploy.`,
        whenFound: [
          {
            args: [
              ...['run', 'services', 'add-iam-policy-binding', service, at],
              ...[`--member=serviceAccount:${accountEmail(foundation, 'tasks')}`, '--role=roles/run.invoker'],
            ],
          },
        ],
      },
    ],
  };
}

/** GitHub's workflows of one repository act as the deployer; no key is made. */
export function federation(foundation: Foundation): Step {
  const pool = 'github';
  const provider = 'shortfactory';
  const { github, project } = foundation;
  if (github === undefined) {
    const note = 'No --github OWNER/NAME was given: workflows cannot deploy yet.';
    return { id: 'federation', title: 'Keyless deploys from GitHub', parts: [{ note }] };
  }
  const inPool = ['--location=global', `--workload-identity-pool=${pool}`];
  return {
    id: 'federation',
    title: 'Keyless deploys from GitHub',
    parts: [
      {
        look: ['iam', 'workload-identity-pools', 'describe', pool, '--location=global'],
        proof: ['iam', 'workload-identity-pools', 'list', '--location=global', named(pool)],
        create: [command('iam', 'workload-identity-pools', 'create', pool, '--location=global')],
      },
      {
        look: ['iam', 'workload-identity-pools', 'providers', 'describe', provider, ...inPool],
        proof: ['iam', 'workload-identity-pools', 'providers', 'list', ...inPool, named(provider)],
        create: [
          command(
            ...['iam', 'workload-identity-pools', 'providers', 'create-oidc', provider, ...inPool],
            '--issuer-uri=https://token.actions.githubusercontent.com',
            '--attribute-mapping=google.subject=assertion.sub,attribute.repository=assertion.repository',
            `--attribute-condition=assertion.repository == '${github}' && assertion.ref == 'refs/heads/main'`,
          ),
        ],
      },
      {
        always: [
          command(
            ...['iam', 'service-accounts', 'add-iam-policy-binding', accountEmail(foundation, 'deployer')],
            `--member=principalSet://iam.googleapis.com/projects/${foundation.projectNumber}/locations/global/workloadIdentityPools/${pool}/attribute.repository/${github}`,
            ...['--role=roles/iam.workloadIdentityUser', '--condition=None'],
          ),
        ],
        note: `Set GCP_WIF_PROVIDER to projects/${foundation.projectNumber}/locations/global/workloadIdentityPools/${pool}/providers/${provider} and GCP_DEPLOYER to ${accountEmail(foundation, 'deployer')} in the repository's variables (${project}).`,
      },
    ],
  };
}
