import { availableParallelism, tmpdir } from 'node:os';
import { ConfigInvalid } from '@shortfactory/core/errors';
import { z } from 'zod';
import {
  apiKeys,
  count,
  ENVIRONMENT_NAMES,
  flag,
  hostAndPort,
  hostName,
  list,
  money,
  namedVoices,
  oneOf,
  redisUrl,
  secret,
  secretVersions,
  url,
} from './fields.ts';
import { contradictions } from './contradictions.ts';

const text = z.string().min(1);
const LLM_PROVIDERS = ['gemini', 'offline'] as const;
const IMAGE_PROVIDERS = ['gemini', 'offline'] as const;
const VOICE_PROVIDERS = ['gemini', 'elevenlabs', 'google', 'offline'] as const;

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
  /** The web interface sends it in X-Visitor-Key; only then is its X-Visitor-Address trusted. */
  VISITOR_KEY: secret(32).optional(),
  /** Signs job ids and owner hashes. Without it one is generated and stored; staging and prod set their own. */
  SIGNING_KEY: secret(32).optional(),

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

  SECRETS: oneOf(['env', 'secret-manager']).default('env'),
  /** `latest`, a number, or single ones: `latest,gemini-api-key=7`. */
  SECRET_VERSION: secretVersions.default({ otherwise: 'latest', byId: {} }),
  SECRET_MANAGER_EMULATOR_HOST: hostAndPort.optional(),

  USE_REAL_LLM: flag.default(false),
  USE_REAL_IMAGE: flag.default(false),
  USE_REAL_VOICE: flag.default(false),
  LLM_PROVIDERS: list(oneOf(LLM_PROVIDERS)).default([...LLM_PROVIDERS]),
  IMAGE_PROVIDERS: list(oneOf(IMAGE_PROVIDERS)).default([...IMAGE_PROVIDERS]),
  VOICE_PROVIDERS: list(oneOf(VOICE_PROVIDERS)).default([...VOICE_PROVIDERS]),
  GEMINI_API_KEY: secret(8).optional(),
  NANOBANANA_API_KEY: secret(8).optional(),
  ELEVENLABS_API_KEY: secret(8).optional(),
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
  /** Concurrent calls to one provider for one kind of work. */
  PROVIDER_CONCURRENCY: count(64).default(4),
  MAX_COST_PER_VIDEO_USD: money.optional(),
  MAX_COST_PER_DAY_USD: money.optional(),

  FFMPEG_PATH: text.optional(),
  PATH: z.string().default(''),
  RENDER_CONCURRENCY: count(64).default(availableParallelism()),
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
