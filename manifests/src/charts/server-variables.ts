import type { SecretReference } from '../constructs/service-settings.ts';
import {
  allowedHosts,
  gcsEmulatorUrl,
  METRICS_PORT,
  platformUrl,
  publicUrl,
  queueAccount,
  SCRATCH_DIR,
  TASKS_QUEUE,
  trustedProxies,
} from '../environments/addresses.ts';
import { apiOidc } from '../environments/options/oidc.ts';
import { publishingVariables } from '../environments/options/publishing.ts';
import { quotaVariables } from '../environments/options/quotas.ts';
import { traceVariables } from '../environments/options/traces.ts';
import { API_ONLY } from '../environments/schema.ts';
import type { CloudEnvironment, Environment, LocalEnvironment } from '../environments/schema.ts';
import { millicores } from '../policies/values/quantities.ts';

export type Role = 'api' | 'worker';
type Variables = Readonly<Record<string, string>>;

/** Every variable of the server's image in a role. Checked against the server's own schema at each synth. */
export function serverVariables(environment: Environment, role: Role): Variables {
  const { providers, appEnv, revision, bucket, pronunciations, contentSigning } = environment;
  return {
    APP_ENV: appEnv,
    ROLE: role,
    METRICS_PORT: String(METRICS_PORT),
    LOG_LEVEL: 'info',
    STORAGE: 'gcs',
    GCS_BUCKET_NAME: bucket,
    SECRETS: 'env',
    USE_REAL_LLM: String(providers.llm),
    USE_REAL_IMAGE: String(providers.image),
    USE_REAL_VOICE: String(providers.voice),
    WORKER_URL: platformUrl(environment, 'worker'),
    CORS_ORIGINS: publicUrl(environment, 'ui'),
    ...(revision === undefined ? {} : { SERVICE_REVISION: revision }),
    ...(pronunciations === undefined ? {} : { PRONUNCIATIONS: JSON.stringify(pronunciations) }),
    ...(contentSigning === undefined ? {} : { C2PA_CERTIFICATE: contentSigning.certificate }),
    ...publishingVariables(environment),
    ...(environment.platform === 'cloud-run' ? onCloud(environment) : onCluster(environment, role)),
    ...(role === 'worker' ? ofWorker(environment) : {}),
    ...(role === 'api' ? { ...signIn(environment), ...quotaVariables(environment) } : {}),
    ...environment.services[role === 'api' ? 'server' : 'worker'].env,
  };
}

/** Where people sign in, the API believes the web interface who they are. */
function signIn(environment: Environment): Variables {
  const isGuarded = environment.platform === 'cloud-run' && environment.iap !== undefined;
  return isGuarded ? { AUTH: 'iap' } : apiOidc(environment);
}

function onCloud(environment: CloudEnvironment): Variables {
  return {
    GCP_PROJECT_ID: environment.project,
    GCP_REGION: environment.region,
    QUEUE: 'cloud-tasks',
    TASKS_QUEUE,
    TASKS_SERVICE_ACCOUNT: queueAccount(environment),
    MAX_COST_PER_VIDEO_USD: String(environment.spending.usdPerVideo),
    MAX_COST_PER_DAY_USD: String(environment.spending.usdPerDay),
    TRUSTED_PROXIES: trustedProxies(environment),
    ...traceVariables(environment),
  };
}

function onCluster(environment: LocalEnvironment, role: Role): Variables {
  return {
    ALLOWED_HOSTS: allowedHosts(environment, role === 'api' ? 'server' : 'worker'),
    // Without it APP_ENV=local listens on loopback, where no other pod gets in.
    HOST: '0.0.0.0',
    QUEUE: 'http',
    STORAGE_EMULATOR_HOST: gcsEmulatorUrl(environment),
    TRUSTED_PROXIES: trustedProxies(environment),
  };
}

/** What the machine says about its CPUs is the host's number, not the limit's. */
function ofWorker(environment: Environment): Variables {
  const { worker } = environment.services;
  return {
    SCRATCH_DIR,
    JOB_CONCURRENCY: String(worker.concurrency),
    // Cloud Run checks the queue's token itself and takes its signature away.
    ...(environment.platform === 'cloud-run' ? { WORKER_INVOKER: 'platform' } : {}),
    RENDER_CONCURRENCY: String(Math.max(1, Math.floor(millicores(worker.resources.cpu) / 1000))),
  };
}

export function serverSecrets(
  { secrets }: Environment,
  role: Role,
): Readonly<Record<string, SecretReference>> {
  return Object.fromEntries(
    Object.entries(secrets).filter(([name]) => role === 'api' || !API_ONLY.has(name)),
  );
}
