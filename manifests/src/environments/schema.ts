import { ENVIRONMENT_NAMES as APP_ENVS } from '@shortfactory/config';
import { SECRET_NAMES } from '@shortfactory/core/secrets';
import type { SecretName } from '@shortfactory/core/secrets';
import { z } from 'zod';
import { MOST_TRIES } from '../constructs/revision-name.ts';
import {
  cpu,
  hostname,
  image,
  label,
  memory,
  origin,
  positive,
  projectId,
  region,
  registry,
  text,
  toggle,
  versioned,
  whole,
} from './fields.ts';
import { iap } from './options/iap.ts';
import { oidc } from './options/oidc.ts';
import { preview } from './options/preview.ts';
import { regionHealth } from './options/region-health.ts';
import { regions } from './options/regions.ts';

import { binaryAuthorization } from './options/binary-authorization.ts';
import { encryption } from './options/encryption.ts';
import { network } from './options/network.ts';
import { contentSigning } from './options/content-signing.ts';
import { pronunciations } from './options/pronunciations.ts';
import { publishing } from './options/publishing.ts';
import { quotas } from './options/quotas.ts';
import { scalingTargets } from './options/scaling-targets.ts';
import { scratchOn } from './options/scratch.ts';
import { traces } from './options/traces.ts';

const [LOCAL, ...CLOUD_APP_ENVS] = APP_ENVS;
/** Of our own environments those that run on Cloud Run. */
export type CloudName = (typeof CLOUD_APP_ENVS)[number];
export const SERVICE_KEYS = ['server', 'worker', 'ui'] as const;
export type ServiceKey = (typeof SERVICE_KEYS)[number];

const service = z.strictObject({
  resources: z.strictObject({
    cpu,
    memory,
    /** On a cluster: what a node must have free for an instance. Without it the limits are reserved whole. */
    requests: z.strictObject({ cpu, memory }).optional(),
  }),
  scaling: z.strictObject({
    min: whole(0, 1000),
    max: whole(1, 1000),
    targets: scalingTargets.optional(),
  }),
  concurrency: whole(1, 1000).describe('Requests that one instance takes at the same time.'),
  timeoutSeconds: whole(1, 3600),
  /** Further variables, or other values for those that the charts set. */
  env: z.record(
    text(/^[A-Z][A-Z0-9_]*$/, 'a variable name in capitals'),
    z.string({ error: 'text was expected' }),
    { error: 'variables and their values were expected' },
  ),
});

const revisionName = text(
  /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
  'the name of a revision such as shortfactory-ui-1a2b3c4',
);

const traffic = z.strictObject({
  live: z
    .array(revisionName, { error: 'names of revisions were expected' })
    .describe(
      'Revisions that take the traffic now, at most one a service; a service without one gets its newest revision.',
    ),
  canaryPercent: whole(0, 100).describe(
    'What the new revision gets of the traffic; the live one keeps the rest.',
  ),
  keepTags: z
    .record(label, revisionName, { error: 'tags and their revisions were expected' })
    .describe('Tags other than blue and green that stay where they are.'),
});

const alerts = z.strictObject({
  /** Share of requests that must succeed over 30 days. */
  availability: z
    .number({ error: 'a share such as 0.999 was expected' })
    .gt(0.5, { error: 'a share above 0.5 was expected' })
    .lt(1, { error: 'a share below 1 was expected' }),
  minRequestsPerHour: whole(1, 1_000_000).describe('Fewer requests than this in an hour raise no alert.'),
  generationP95Seconds: whole(1, 3600),
  failedJobsRatio: positive(1),
  minFailedJobs: whole(1, 1000),
  stuckAfterMinutes: whole(5, 1440),
  queueWaitP95Seconds: whole(1, 86_400),
  costUsdPerHour: positive(10_000),
});

const common = {
  name: label.describe('The name of its file.'),
  /** Commit that is deployed; without one, revisions are named by what is in them. */
  revision: text(
    /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/,
    'a commit or another name of up to 40 lowercase letters, digits and hyphens',
  ).optional(),
  attempt: whole(2, MOST_TRIES)
    .optional()
    .describe(
      'Which try of the same commit and configuration it is: a revision that failed is never started again.',
    ),
  images: z.strictObject({ server: image, ui: image }),
  services: z.strictObject({ server: service, worker: service, ui: service }),
  providers: z.strictObject({ llm: toggle, image: toggle, voice: toggle }),
  secrets: z.partialRecord(z.enum(SECRET_NAMES), versioned),
  bucket: text(/^[a-z0-9][a-z0-9_.-]{1,61}[a-z0-9]$/, 'a bucket name of 3 to 63 characters'),
  scratch: memory.describe('Room for files of a running job.'),
  pronunciations: pronunciations.optional(),
  contentSigning: contentSigning.optional(),
  publishing: publishing.optional(),
  quotas: quotas.optional(),
  oidc: oidc.optional(),
  uiKey: versioned
    .optional()
    .describe(
      'The key that the web interface shows to an API that wants one. Its SHA-256 is in secrets.API_KEYS.',
    ),
  traffic,
  alerts,
};

const cloud = z.strictObject({
  ...common,
  platform: z.literal('cloud-run'),
  appEnv: z
    .enum(CLOUD_APP_ENVS, { error: `${CLOUD_APP_ENVS.join(', ')} was expected` })
    .describe(
      'What the programs take it for (APP_ENV); prod has rules of its own, such as pinned images and secrets.',
    ),
  project: projectId,
  projectNumber: text(/^\d{12}$/, 'the project number, 12 digits as text,').describe(
    'Part of every run.app address. Zeros stand for a project that does not exist yet.',
  ),
  region,
  regions: regions.optional(),
  regionHealth: regionHealth.optional(),
  domains: z
    .strictObject({ api: hostname.optional(), ui: hostname.optional() })
    .describe('Names of our own in front of the services; without them they answer at run.app.'),
  edge: z
    .enum(['run.app', 'load-balancer'], { error: 'run.app or load-balancer was expected' })
    .describe(
      'run.app: services answer the internet themselves. load-balancer: only what came through it gets in.',
    ),
  billing: z
    .enum(['request', 'instance'], { error: 'request or instance was expected' })
    .describe(
      'request: CPU while a request runs, nothing while idle. instance: CPU as long as the instance lives.',
    ),
  collector: z.strictObject({ image, cpu, memory, config: versioned }),
  traces,
  scratchOn,
  network: network.optional(),
  encryption: encryption.optional(),
  binaryAuthorization: binaryAuthorization.optional(),
  notificationChannels: z.array(
    text(
      /^projects\/[a-z0-9-]+\/notificationChannels\/\d+$/,
      'a channel such as projects/p/notificationChannels/123',
    ),
    { error: 'notification channels were expected' },
  ),
  budgetUsd: whole(1, 1_000_000),
  iap: iap.optional(),
  preview: preview.optional(),
  spending: z
    .strictObject({ usdPerVideo: positive(1000), usdPerDay: positive(100_000) })
    .describe('What calls to providers may cost at most; a job that would cost more fails and says so.'),
});

const cluster = z.strictObject({
  ...common,
  platform: z.literal('knative'),
  appEnv: z
    .literal(LOCAL, { error: `${LOCAL} was expected` })
    .describe('What the programs take it for (APP_ENV).'),
  namespace: label,
  context: z
    .string({ error: 'the name of a context was expected' })
    .min(1)
    .optional()
    .describe(
      "The kubeconfig's context that it is deployed in; another current one is refused unless it is named.",
    ),
  domain: hostname
    .optional()
    .describe(
      "Below which the cluster's ingress gives addresses: <service>.<namespace>.<domain>, with a tag <tag>-<service>….",
    ),
  registry: registry.describe(
    "Where the images of server and interface are. `dev.local` is a cluster's own: they were loaded into it.",
  ),
  imagePullSecrets: z
    .array(label, { error: 'names of secrets were expected' })
    .describe('Secrets of the namespace that open private registries.'),
  origins: z
    .strictObject({ ui: origin.optional(), api: origin.optional(), media: origin.optional() })
    .describe(
      "Addresses by which browsers outside come. Without one, the cluster's own name is all there is.",
    ),
  surroundings: z
    .strictObject({ gcsEmulator: image, prometheus: image })
    .describe('Images of what stands around the services.'),
});

export const platformSchemas = { 'cloud-run': cloud, knative: cluster };
export const environmentSchema = z.discriminatedUnion('platform', [cloud, cluster], {
  error: 'cloud-run or knative was expected',
});

export type CloudEnvironment = z.output<typeof cloud>;
export type LocalEnvironment = z.output<typeof cluster>;
export type Environment = CloudEnvironment | LocalEnvironment;

/** Secrets about the API's clients, which workers do not need. */
export const API_ONLY: ReadonlySet<string> = new Set<SecretName>(['API_KEYS', 'VISITOR_KEY']);

export const serviceName = (key: ServiceKey): string => `shortfactory-${key}`;
