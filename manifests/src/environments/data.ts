import type { z } from 'zod';
import type { EnvironmentName, environmentSchema } from './schema.ts';

/** What people edit: the four environments. Whatever two of them share stands once. Checked by `resolveEnvironment()`. */
type Given = z.input<typeof environmentSchema>;
type GivenCloud = Extract<Given, { platform: 'cloud-run' }>;
export type GivenEnvironment = Given extends infer E
  ? E extends Given
    ? Omit<E, 'images' | 'bucket'> & WithoutDerived
    : never
  : never;
/** What follows from the project and the region unless it is given. */
interface WithoutDerived {
  readonly images?: Partial<Given['images']>;
  readonly bucket?: string;
}

/** The tag of the images that a synth without options names. */
export const VERSION = '0.1.0';

const SERVER = {
  resources: { cpu: '1', memory: '512Mi' },
  scaling: { min: 0, max: 5 },
  concurrency: 80,
  timeoutSeconds: 300,
  env: {},
};
/** One render an instance: so each job that waits is a reason for another instance. */
const WORKER = {
  resources: { cpu: '2', memory: '2Gi' },
  scaling: { min: 0, max: 5 },
  concurrency: 1,
  timeoutSeconds: 900,
  env: {},
};
const UI = {
  resources: { cpu: '1', memory: '512Mi' },
  scaling: { min: 0, max: 5 },
  concurrency: 200,
  // It passes on the event streams of the server; stream-timeouts.ts has what that takes.
  timeoutSeconds: 330,
  env: {},
};

const ALERTS = {
  availability: 0.999,
  minRequestsPerHour: 100,
  generationP95Seconds: 180,
  failedJobsRatio: 0.2,
  minFailedJobs: 3,
  stuckAfterMinutes: 15,
  queueWaitP95Seconds: 300,
  costUsdPerHour: 5,
};

const FIRST_DEPLOY = { live: [], canaryPercent: 0, keepTags: {} };

const CLOUD = {
  platform: 'cloud-run',
  projectNumber: '000000000000',
  region: 'us-central1',
  domains: {},
  edge: 'run.app',
  billing: 'request',
  scratch: '1Gi',
  traffic: FIRST_DEPLOY,
  alerts: ALERTS,
  notificationChannels: [],
  spending: { usdPerVideo: 2, usdPerDay: 10 },
  collector: {
    image: 'us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0',
    cpu: '200m',
    memory: '256Mi',
    config: { secret: 'shortfactory-run-monitoring', version: '1' },
  },
} as const satisfies Partial<GivenCloud>;

const own = (version: string) => ({
  SIGNING_KEY: { secret: 'shortfactory-signing-key', version },
  VISITOR_KEY: { secret: 'shortfactory-visitor-key', version },
});
const secrets = (version: string) => ({
  ...own(version),
  GEMINI_API_KEY: { secret: 'gemini-api-key', version },
  NANOBANANA_API_KEY: { secret: 'nanobanana-api-key', version },
  ELEVENLABS_API_KEY: { secret: 'elevenlabs-api-key', version },
});
const REAL = { llm: true, image: true, voice: true };
const OFFLINE = { llm: false, image: false, voice: false };

export const ENVIRONMENTS = {
  /** Knative on kind: no cloud, no key. */
  local: {
    name: 'local',
    platform: 'knative',
    namespace: 'shortfactory',
    images: {
      server: `dev.local/shortfactory-server:${VERSION}`,
      ui: `dev.local/shortfactory-ui:${VERSION}`,
    },
    surroundings: {
      gcsEmulator:
        'fsouza/fake-gcs-server:1.56.1@sha256:797ce226d62f947c009dc40246b30cfb456b8473d8241407f9d6f2c04e4d69ef',
      prometheus:
        'prom/prometheus:v3.5.0@sha256:63805ebb8d2b3920190daf1cb14a60871b16fd38bed42b857a3182bc621f4996',
    },
    bucket: 'shortfactory-local',
    scratch: '1Gi',
    services: {
      server: { ...SERVER, scaling: { min: 1, max: 2 } },
      worker: { ...WORKER, scaling: { min: 0, max: 2 }, timeoutSeconds: 600 },
      ui: { ...UI, scaling: { min: 1, max: 1 } },
    },
    providers: OFFLINE,
    secrets: {
      SIGNING_KEY: { secret: 'shortfactory-signing-key', version: 'latest' },
      WORKER_TOKEN: { secret: 'shortfactory-worker-token', version: 'latest' },
    },
    traffic: FIRST_DEPLOY,
    alerts: { ...ALERTS, minRequestsPerHour: 1 },
  },
  /** Offline providers, so that trying something out costs nothing. */
  dev: {
    ...CLOUD,
    name: 'dev',
    project: 'shortfactory-dev',
    services: { server: SERVER, worker: WORKER, ui: UI },
    providers: OFFLINE,
    secrets: own('latest'),
    collector: { ...CLOUD.collector, config: { ...CLOUD.collector.config, version: 'latest' } },
    budgetUsd: 50,
  },
  staging: {
    ...CLOUD,
    name: 'staging',
    project: 'shortfactory-staging',
    services: {
      server: { ...SERVER, scaling: { min: 0, max: 20 } },
      worker: { ...WORKER, scaling: { min: 0, max: 20 } },
      ui: { ...UI, scaling: { min: 0, max: 10 } },
    },
    providers: REAL,
    secrets: secrets('1'),
    budgetUsd: 100,
  },
  prod: {
    ...CLOUD,
    name: 'prod',
    project: 'shortfactory-prod',
    services: {
      server: { ...SERVER, scaling: { min: 1, max: 100 } },
      worker: { ...WORKER, scaling: { min: 0, max: 100 } },
      ui: { ...UI, scaling: { min: 1, max: 50 } },
    },
    providers: REAL,
    secrets: secrets('1'),
    spending: { usdPerVideo: 2, usdPerDay: 20 },
    budgetUsd: 200,
  },
} as const satisfies Record<EnvironmentName, GivenEnvironment>;
