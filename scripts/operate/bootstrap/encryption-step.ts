import type { CloudResources } from './cloud-resources.ts';
import type { Command, Part, Step } from './step.ts';
import { command, named } from './step.ts';

const ROLE = 'roles/cloudkms.cryptoKeyEncrypterDecrypter';
const ROTATION = ['--rotation-period=90d', '--next-rotation-time=p90d'];

/** What Google runs Cloud Run, the registry and the secrets as; that of the storage gets its role by a command of its own. */
const AGENTS = {
  run: 'serverless-robot-prod',
  artifactregistry: 'gcp-sa-artifactregistry',
  secretmanager: 'gcp-sa-secretmanager',
} as const;

/**
 * The key, made where it is this project's own, and lent to whatever encrypts with it: before registry, bucket and
 * secrets are made, since the first and the last of them take a key only then.
 */
export function encryption(resources: CloudResources): Step[] {
  const { encryptionKey: key, project, projectNumber } = resources;
  if (key === undefined) return [];
  const [, owner = '', , location = '', , ring = '', , name = ''] = key.split('/');
  const agents = Object.values(AGENTS).map(
    (agent) => `service-${projectNumber}@${agent}.iam.gserviceaccount.com`,
  );
  const exist = Object.keys(AGENTS).map((api) =>
    command('beta', 'services', 'identity', 'create', `--service=${api}.googleapis.com`),
  );
  const lent: Command[] = [
    ...agents.map((agent) =>
      command(
        'kms',
        'keys',
        'add-iam-policy-binding',
        key,
        `--member=serviceAccount:${agent}`,
        `--role=${ROLE}`,
      ),
    ),
    command('storage', 'service-agent', `--authorize-cmek=${key}`),
  ];
  const enable: Part = { always: [command('services', 'enable', 'cloudkms.googleapis.com'), ...exist] };
  const parts: Part[] =
    owner === project
      ? [enable, ...made(location, ring, name), { always: lent }]
      : [
          enable,
          {
            note: `The key is ${owner}'s: its owner gives ${ROLE} on it to ${agents.join(', ')} and to what “gcloud storage service-agent --project=${project}” prints.`,
          },
        ];
  return [{ id: 'encryption', title: 'A key for images, bucket, registry and secrets', parts }];
}

/** Keys and rings cannot be deleted: only what is proven absent is made. */
function made(location: string, ring: string, name: string): Part[] {
  const at = `--location=${location}`;
  const inRing = [at, `--keyring=${ring}`];
  return [
    {
      look: ['kms', 'keyrings', 'describe', ring, at],
      proof: ['kms', 'keyrings', 'list', at, named(ring)],
      create: [command('kms', 'keyrings', 'create', ring, at)],
    },
    {
      look: ['kms', 'keys', 'describe', name, ...inRing],
      proof: ['kms', 'keys', 'list', ...inRing, named(name)],
      create: [command('kms', 'keys', 'create', name, ...inRing, '--purpose=encryption', ...ROTATION)],
    },
  ];
}

/** How secrets are copied when each copy has the region's key; the client takes it as a file only. */
export function secretReplication({ encryptionKey: key, region }: CloudResources): string | undefined {
  if (key === undefined) return undefined;
  const replica = { location: region, customerManagedEncryption: { kmsKeyName: key } };
  return `${JSON.stringify({ userManaged: { replicas: [replica] } }, null, 2)}\n`;
}
