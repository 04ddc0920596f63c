import { ENVIRONMENT_NAMES } from '@shortfactory/config';
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
  positive,
  projectId,
  region,
  text,
  toggle,
  whole,
} from './fields.ts';

const [LOCAL_NAME, ...cloudNames] = ENVIRONMENT_NAMES;
/** Those that run on Cloud Run; the other one is Knative's. */
export const CLOUD_NAMES = cloudNames;
export type CloudName = (typeof CLOUD_NAMES)[number];
export { ENVIRONMENT_NAMES };
export const SERVICE_KEYS = ['server', 'worker', 'ui'] as const;
export type ServiceKey = (typeof SERVICE_KEYS)[number];

const versioned = z.strictObject({
  /** Name in Secret Manager, or of the Kubernetes Secret. */
  secret: label,
  version: text(/^(latest|[1-9]\d{0,5})$/, 'a version such as "3", or "latest", as text'),
});

const service = z.strictObject({
  resources: z.strictObject({ cpu, memory }),
  scaling: z.strictObject({ min: whole(0, 1000), max: whole(1, 1000) }),
  /** Requests that one instance takes at the same time. */
  concurrency: whole(1, 1000),
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
  /** Revisions that take the traffic now, at most one a service; a service without one gets its newest revision. */
  live: z.array(revisionName, { error: 'names of revisions were expected' }),
  /** What the new revision gets of the traffic; the live one keeps the rest. */
  canaryPercent: whole(0, 100),
  /** Tags other than blue and green that stay where they are. */
  keepTags: z.record(label, revisionName, { error: 'tags and their revisions were expected' }),
});

const alerts = z.strictObject({
  /** Share of requests that must succeed over 30 days. */
  availability: z
    .number({ error: 'a share such as 0.999 was expected' })
    .gt(0.5, { error: 'a share above 0.5 was expected' })
    .lt(1, { error: 'a share below 1 was expected' }),
  /** Fewer requests than this in an hour raise no alert. */
  minRequestsPerHour: whole(1, 1_000_000),
  generationP95Seconds: whole(1, 3600),
  failedJobsRatio: positive(1),
  minFailedJobs: whole(1, 1000),
  stuckAfterMinutes: whole(5, 1440),
  queueWaitP95Seconds: whole(1, 86_400),
  costUsdPerHour: positive(10_000),
});

const common = {
  /** Commit that is deployed; without one, revisions are named by what is in them. */
  revision: text(
    /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/,
    'a commit or another name of up to 40 lowercase letters, digits and hyphens',
  ).optional(),
  /** Which try of the same commit and configuration it is: a revision that failed is never started again. */
  attempt: whole(2, MOST_TRIES).optional(),
  images: z.strictObject({ server: image, ui: image }),
  services: z.strictObject({ server: service, worker: service, ui: service }),
  providers: z.strictObject({ llm: toggle, image: toggle, voice: toggle }),
  secrets: z.partialRecord(z.enum(SECRET_NAMES), versioned),
  bucket: text(/^[a-z0-9][a-z0-9_.-]{1,61}[a-z0-9]$/, 'a bucket name of 3 to 63 characters'),
  /** Room for files of a running job, in memory on Cloud Run. */
  scratch: memory,
  traffic,
  alerts,
};

const cloud = z.strictObject({
  ...common,
  name: z.enum(CLOUD_NAMES),
  platform: z.literal('cloud-run'),
  project: projectId,
  /** Part of every run.app address. Zeros stand for a project that does not exist yet. */
  projectNumber: text(/^\d{12}$/, 'the project number, 12 digits as text,'),
  region,
  /** Names of our own in front of the services; without them they answer at run.app. */
  domains: z.strictObject({ api: hostname.optional(), ui: hostname.optional() }),
  /** run.app: services answer the internet themselves. load-balancer: only what came through it gets in. */
  edge: z.enum(['run.app', 'load-balancer'], { error: 'run.app or load-balancer was expected' }),
  /** request: CPU while a request runs, nothing while idle. instance: CPU as long as the instance lives. */
  billing: z.enum(['request', 'instance'], { error: 'request or instance was expected' }),
  collector: z.strictObject({ image, cpu, memory, config: versioned }),
  notificationChannels: z.array(
    text(
      /^projects\/[a-z0-9-]+\/notificationChannels\/\d+$/,
      'a channel such as projects/p/notificationChannels/123',
    ),
    { error: 'notification channels were expected' },
  ),
  budgetUsd: whole(1, 1_000_000),
  /** The key that the web interface shows to an API that wants one. Its SHA-256 is in secrets.API_KEYS. */
  uiKey: versioned.optional(),
  /** What calls to providers may cost at most; a job that would cost more fails and says so. */
  spending: z.strictObject({ usdPerVideo: positive(1000), usdPerDay: positive(100_000) }),
});

const cluster = z.strictObject({
  ...common,
  name: z.literal(LOCAL_NAME),
  platform: z.literal('knative'),
  namespace: label,
  /** Images of what stands around the services. */
  surroundings: z.strictObject({ gcsEmulator: image, prometheus: image }),
});

export const environmentSchema = z.discriminatedUnion('platform', [cloud, cluster], {
  error: 'cloud-run or knative was expected',
});

export type CloudEnvironment = z.output<typeof cloud>;
export type LocalEnvironment = z.output<typeof cluster>;
export type Environment = CloudEnvironment | LocalEnvironment;
export type EnvironmentName = (typeof ENVIRONMENT_NAMES)[number];

/** Secrets about the API's clients, which workers do not need. */
export const API_ONLY: ReadonlySet<string> = new Set<SecretName>(['API_KEYS', 'VISITOR_KEY']);

export const serviceName = (key: ServiceKey): string => `shortfactory-${key}`;
