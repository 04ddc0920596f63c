import { availableParallelism, tmpdir } from 'node:os';
import { ConfigInvalid } from '@shortfactory/core/errors';
import { FOOTAGE_SOURCES } from '@shortfactory/core/footage';
import { z } from 'zod';
import {
  apiKeys,
  AUTH_NAMES,
  contact,
  count,
  ENVIRONMENT_NAMES,
  flag,
  hostAndPort,
  hostName,
  keyName,
  list,
  money,
  namedVoices,
  network,
  oneOf,
  pronunciationsOrFile,
  quota,
  redisUrl,
  secret,
  secretVersions,
  share,
  url,
} from './fields.ts';
import { contradictions } from './contradictions.ts';
import { endpointsJson, providerNames } from './endpoints.ts';

const text = z.string().min(1);
/** Providers of our own, by port; the lists may name models of endpoints besides. */
export const OWN_PROVIDERS = {
  LLM_PROVIDERS: ['gemini', 'offline'],
  IMAGE_PROVIDERS: ['gemini', 'offline'],
  VOICE_PROVIDERS: ['gemini', 'elevenlabs', 'google', 'neural', 'offline'],
} as const;

/** Every variable that the server and the commands read, with its default. Other variables are ignored. */
export const configSchema = z.object({
  APP_ENV: oneOf(ENVIRONMENT_NAMES).default('local'),
  ROLE: oneOf(['all', 'api', 'worker']).default('all'),
  /** Where to listen; without it loopback when APP_ENV=local, else every address. */
  HOST: text.optional(),
  PORT: count(65_535).default(8000),
  METRICS_PORT: count(65_535).default(9464),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  SERVICE_VERSION: text.default('0.1.0'),
  SERVICE_REVISION: text.default('unknown'),

  /** With APP_ENV=local: names by which it is reached, besides addresses and localhost. */
  ALLOWED_HOSTS: list(hostName).default([]),
  CORS_ORIGINS: list(url).default([]),
  /** Proxies in front that write X-Forwarded-For: 0 none, 1 run.app, 2 the load balancer before it. */
  TRUSTED_PROXIES: count(5, 0).default(0),
  RATE_LIMIT_PER_MINUTE: count(100_000).default(120),
  /** Uploads that one owner, and one client address, may announce in 24 hours, and how many million bytes. */
  MAX_UPLOADS_PER_DAY: count(1_000_000).default(500),
  MAX_UPLOAD_MB_PER_DAY: count(1_000_000).default(2000),
  REDIS_URL: redisUrl.optional(),
  /** Comma-separated `name:hex` pairs, hex being the SHA-256 of a key; without any, visitors need no key. */
  API_KEYS: apiKeys.optional(),
  /** Keys of API_KEYS, by name, that may see and do what an operator may; none that a web interface sends. */
  OPERATORS: list(keyName).default([]),
  /** Days for which the log of who did what is kept. */
  AUDIT_DAYS: count(3650).default(400),
  /** visitors: each browser owns what it makes. oidc, iap: the person whom the web interface names, and API keys. */
  AUTH: oneOf(AUTH_NAMES).default('visitors'),
  /** With AUTH=oidc: whether who has not signed in may go on as a visitor. */
  OIDC_VISITORS: flag.default(true),
  /** The web interface sends it in X-Visitor-Key; only then are its X-Visitor-Address and X-Visitor-Subject trusted. */
  VISITOR_KEY: secret(32).optional(),
  /** PEM of the certificate that signs videos and posters by C2PA, then of those above it; without it none is signed. */
  C2PA_CERTIFICATE: text.optional(),
  C2PA_PRIVATE_KEY: secret(8).optional(),
  /** Signs job ids and owner hashes. Without it one is generated and stored; staging and prod set their own. */
  SIGNING_KEY: secret(32).optional(),

  /** A collector that takes OTLP over HTTP; without it nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  /** Of the traces that begin here, the share that is kept. */
  OTEL_TRACES_SAMPLER_ARG: share.default(1),

  STORAGE: oneOf(['fs', 'gcs']).default('fs'),
  DATA_DIR: text.default('data'),
  SCRATCH_DIR: text.default(tmpdir()),
  GCS_BUCKET_NAME: text.optional(),
  GCP_PROJECT_ID: text.optional(),
  GCP_REGION: text.optional(),
  STORAGE_EMULATOR_HOST: url.optional(),

  QUEUE: oneOf(['inline', 'http', 'cloud-tasks']).default('inline'),
  WORKER_URL: url.optional(),
  /** Shared by api and worker where no identity token protects the worker's endpoint. */
  WORKER_TOKEN: secret(32).optional(),
  /**
   * What verifies the identity tokens of tasks: this process (verify), or Cloud Run in front of it (platform), which
   * removes the signature. Only for a service that cannot be invoked without that check.
   */
  WORKER_INVOKER: oneOf(['verify', 'platform']).default('verify'),
  TASKS_QUEUE: text.optional(),
  TASKS_SERVICE_ACCOUNT: text.optional(),
  TASKS_EMULATOR_HOST: hostAndPort.optional(),
  /** Jobs that this process runs concurrently. */
  JOB_CONCURRENCY: count(16).default(1),
  /** Jobs that one owner may have under way. */
  MAX_JOBS_PER_OWNER: count(1000).default(20),
  /** What each visitor, each person who has signed in, and each key of API_KEYS may make in a day (UTC). */
  QUOTA_VISITORS: quota.optional(),
  QUOTA_PEOPLE: quota.optional(),
  QUOTA_KEYS: quota.optional(),

  /** Receivers of webhooks that may be called besides public addresses over https. */
  WEBHOOK_NETWORKS: list(network).default([]),
  WEBHOOK_HTTP: flag.default(false),

  SECRETS: oneOf(['env', 'secret-manager']).default('env'),
  /** `latest`, a number, or single ones: `latest,gemini-api-key=7`. */
  SECRET_VERSION: secretVersions.default({ otherwise: 'latest', byId: {} }),
  SECRET_MANAGER_EMULATOR_HOST: hostAndPort.optional(),

  USE_REAL_LLM: flag.default(false),
  USE_REAL_IMAGE: flag.default(false),
  USE_REAL_VOICE: flag.default(false),
  LLM_PROVIDERS: list(providerNames(OWN_PROVIDERS.LLM_PROVIDERS)).default([...OWN_PROVIDERS.LLM_PROVIDERS]),
  IMAGE_PROVIDERS: list(providerNames(OWN_PROVIDERS.IMAGE_PROVIDERS)).default([
    ...OWN_PROVIDERS.IMAGE_PROVIDERS,
  ]),
  VOICE_PROVIDERS: list(providerNames(OWN_PROVIDERS.VOICE_PROVIDERS)).default([
    ...OWN_PROVIDERS.VOICE_PROVIDERS,
  ]),
  /** Servers that speak OpenAI's protocol: JSON, by name. */
  ENDPOINTS: endpointsJson.optional(),
  GEMINI_API_KEY: secret(8).optional(),
  NANOBANANA_API_KEY: secret(8).optional(),
  ELEVENLABS_API_KEY: secret(8).optional(),
  OPENAI_API_KEY: secret(8).optional(),
  OPENROUTER_API_KEY: secret(8).optional(),
  GROQ_API_KEY: secret(8).optional(),
  DEEPSEEK_API_KEY: secret(8).optional(),
  MISTRAL_API_KEY: secret(8).optional(),
  TOGETHER_API_KEY: secret(8).optional(),
  /** Keys of endpoints of one's own, which ENDPOINTS names. */
  ENDPOINT_API_KEY: secret(8).optional(),
  OTHER_ENDPOINT_API_KEY: secret(8).optional(),
  GEMINI_BASE_URL: url.optional(),
  ELEVENLABS_BASE_URL: url.optional(),
  GOOGLE_TTS_BASE_URL: url.optional(),
  /** Models and voices; the defaults are those of November 2026. */
  GEMINI_TEXT_MODEL: text.default('gemini-3.8-flash'),
  GEMINI_IMAGE_MODEL: text.default('gemini-nano-banana-2.1'),
  GEMINI_IMAGE_SIZE: oneOf(['1K', '2K', '4K']).default('2K'),
  GEMINI_VOICE_MODEL: text.default('gemini-3.8-flash-tts'),
  ELEVENLABS_MODEL: text.default('eleven_multilingual_v2'),
  /** `name:voice id` pairs, separated by commas; the first one is the default voice. */
  ELEVENLABS_VOICES: namedVoices.default([
    { name: 'George', voiceId: 'JBFqnCBsd6RMkjVDRZzb' },
    { name: 'Sarah', voiceId: 'EXAVITQu4vr4xnSDxMaL' },
  ]),
  /** Where natural voices are installed (npm run voices). */
  VOICES_DIR: text.default('voices'),
  /** How words are said on this installation: a JSON object, or the path of a file that holds one. */
  PRONUNCIATIONS: pronunciationsOrFile.optional(),
  /** Where photos and clips of others are searched, in this order; nowhere without it. */
  FOOTAGE: list(oneOf(FOOTAGE_SOURCES)).default([]),
  /** An e-mail or web address of who runs this: Openverse and Wikimedia want to know whom to write to. */
  FOOTAGE_CONTACT: contact.optional(),
  PEXELS_API_KEY: secret(8).optional(),
  PIXABAY_API_KEY: secret(8).optional(),
  PEXELS_BASE_URL: url.optional(),
  PIXABAY_BASE_URL: url.optional(),
  OPENVERSE_BASE_URL: url.optional(),
  WIKIMEDIA_BASE_URL: url.optional(),
  /** A client of Google's for sending videos to YouTube; without it nothing is sent from here. */
  YOUTUBE_CLIENT_ID: text.optional(),
  YOUTUBE_CLIENT_SECRET: secret(8).optional(),
  /** In place of every address of Google's that sending needs. */
  YOUTUBE_BASE_URL: url.optional(),
  /** Concurrent calls to one provider for one kind of work. */
  PROVIDER_CONCURRENCY: count(64).default(4),
  MAX_COST_PER_VIDEO_USD: money.optional(),
  MAX_COST_PER_DAY_USD: money.optional(),

  FFMPEG_PATH: text.optional(),
  PATH: z.string().default(''),
  RENDER_CONCURRENCY: count(64).default(availableParallelism()),
  /** Whether only frames are coded in which more than the camera moves (docs/decisions/0092). */
  RENDER_SKIP: oneOf(['on', 'off']).default('on'),
});

export type Config = Readonly<z.infer<typeof configSchema>>;

/**
 * Environment → frozen Config. An empty variable counts as unset. Throws one ConfigInvalid that lists every bad one.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = configSchema.safeParse(given);
  const problems = parsed.success
    ? contradictions(parsed.data)
    : parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
  if (parsed.success && problems.length === 0) return Object.freeze(parsed.data);
  throw new ConfigInvalid(
    `Invalid environment:\n${[...new Set(problems)].map((line) => `  ${line}`).join('\n')}`,
  );
}
