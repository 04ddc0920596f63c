import { bucketPlace } from '@shortfactory/manifests';
import type { CloudResources } from './cloud-resources.ts';
import { accountEmail } from './cloud-resources.ts';
import type { Part, Step } from './step.ts';
import { command, named } from './step.ts';

const APIS = [
  'artifactregistry',
  'billingbudgets',
  'cloudtasks',
  'iam',
  'iamcredentials',
  'logging',
  'monitoring',
  'run',
  'secretmanager',
  'storage',
  'sts',
];

export function apis({ traced }: CloudResources): Step {
  const names = [...APIS, ...(traced ? ['cloudtrace'] : [])].map((name) => `${name}.googleapis.com`);
  return {
    id: 'apis',
    title: 'The services of the platform that are used',
    parts: [{ always: [command('services', 'enable', ...names)] }],
  };
}

export function registry({ registry: name, region, encryptionKey: key }: CloudResources): Step {
  const at = `--location=${region}`;
  const encrypted = key === undefined ? [] : [`--kms-key=${key}`];
  return {
    id: 'registry',
    title: 'Artifact Registry for the images, with old ones cleaned up',
    parts: [
      {
        look: ['artifacts', 'repositories', 'describe', name, at],
        proof: ['artifacts', 'repositories', 'list', at, named(name)],
        create: [
          command(
            'artifacts',
            'repositories',
            'create',
            name,
            at,
            '--repository-format=docker',
            ...encrypted,
          ),
        ],
        always: [
          command(
            ...['artifacts', 'repositories', 'set-cleanup-policies', name, at],
            ...['--policy=scripts/operate/bootstrap/cleanup-policy.json', '--no-dry-run'],
          ),
        ],
      },
    ],
  };
}

/** @param corsFile where the bucket's CORS rules were written */
export function bucket(resources: CloudResources, corsFile: string): Step {
  const url = `gs://${resources.bucket}`;
  const closed = ['--uniform-bucket-level-access', '--public-access-prevention'];
  // Without this, objects that the lifecycle deletes after 7 days are billed for 7 more.
  const noSoftDelete = '--soft-delete-duration=0';
  const { encryptionKey: key } = resources;
  const encrypted = key === undefined ? [] : [`--default-encryption-key=${key}`];
  return {
    id: 'bucket',
    title: 'The bucket: private, 7 days, no soft delete',
    parts: [
      {
        look: ['storage', 'buckets', 'describe', url],
        proof: ['storage', 'buckets', 'list', named(resources.bucket)],
        create: [
          command(
            'storage',
            'buckets',
            'create',
            url,
            ...placeOf(resources),
            ...closed,
            noSoftDelete,
            ...encrypted,
          ),
        ],
        always: [
          command(
            ...['storage', 'buckets', 'update', url, ...closed, '--clear-soft-delete', ...encrypted],
            ...['--lifecycle-file=scripts/operate/bootstrap/lifecycle.json', `--cors-file=${corsFile}`],
          ),
        ],
      },
    ],
  };
}

/** In one region, or in both: what is written in one is there for the other within 15 minutes (turbo replication). */
function placeOf({ region, regions }: CloudResources): string[] {
  const place = regions.length > 1 ? bucketPlace(regions) : undefined;
  return place === undefined
    ? [`--location=${region}`]
    : [`--location=${place}`, `--placement=${regions.join(',')}`, '--rpo=ASYNC_TURBO'];
}

export function accounts(resources: CloudResources): Step {
  const titles: Record<keyof CloudResources['accounts'], string> = {
    server: 'ShortFactory server',
    worker: 'ShortFactory worker',
    ui: 'ShortFactory UI',
    tasks: 'ShortFactory queue, calls the worker',
    pusher: 'ShortFactory pushes images',
    deployer: 'ShortFactory deploys',
  };
  return {
    id: 'accounts',
    title: 'A service account each, with the least roles',
    parts: (Object.keys(titles) as (keyof typeof titles)[]).map((account) => ({
      look: ['iam', 'service-accounts', 'describe', accountEmail(resources, account)],
      proof: ['iam', 'service-accounts', 'list', `--filter=email=${accountEmail(resources, account)}`],
      create: [
        {
          args: [
            ...['iam', 'service-accounts', 'create', resources.accounts[account]],
            `--display-name=${titles[account]}`,
          ],
          mayExist: true,
        },
      ],
    })),
  };
}

/** @param replicationFile how they are copied, when that is not left to the platform */
export function secrets(resources: CloudResources, replicationFile?: string): Step {
  const replicated =
    replicationFile === undefined
      ? '--replication-policy=automatic'
      : `--replication-policy-file=${replicationFile}`;
  const parts = resources.secrets.flatMap(({ id, readers, value, needed }): Part[] => [
    {
      look: ['secrets', 'describe', id],
      proof: ['secrets', 'list', named(id)],
      create: [{ args: ['secrets', 'create', id, replicated], mayExist: true }],
      always: readers.map((reader) =>
        command(
          ...['secrets', 'add-iam-policy-binding', id, '--condition=None'],
          ...[`--member=serviceAccount:${accountEmail(resources, reader)}`],
          '--role=roles/secretmanager.secretAccessor',
        ),
      ),
    },
    {
      // One that was disabled was meant to be: it is not made again. A person's value is asked for as long as none is enabled.
      look: ['secrets', 'versions', 'list', id, ...(value ? [] : ['--filter=state=ENABLED']), '--limit=1'],
      ...(value
        ? { create: [{ args: ['secrets', 'versions', 'add', id, '--data-file=-'], stdin: value }] }
        : {
            note: `${id} has no value yet${needed ? ', and is needed' : ''}: gcloud secrets versions add ${id} --data-file=-`,
          }),
    },
  ]);
  return { id: 'secrets', title: 'Secrets, readable by those that need them', parts };
}

export function queue({ queue: name, regions, maxDispatches }: CloudResources): Step {
  return {
    id: 'queue',
    title: 'The Cloud Tasks queue between server and worker',
    parts: regions.map((region) => queueIn(region, name, maxDispatches)),
  };
}

function queueIn(region: string, name: string, maxDispatches: number): Part {
  const settings = [
    `--location=${region}`,
    // As many as the worker's instances can take: more would be answered 429 and waited for.
    `--max-concurrent-dispatches=${maxDispatches}`,
    '--max-attempts=100',
    '--min-backoff=5s',
    '--max-backoff=300s',
    '--max-doublings=5',
  ];
  return {
    look: ['tasks', 'queues', 'describe', name, `--location=${region}`],
    proof: ['tasks', 'queues', 'list', `--location=${region}`, named(name)],
    create: [command('tasks', 'queues', 'create', name, ...settings)],
    always: [command('tasks', 'queues', 'update', name, ...settings)],
  };
}
