import { ENVIRONMENT_NAMES, count, hostName, list, oneOf, share, url } from '@shortfactory/config';
import { z } from 'zod';
import { signInContradictions, signInFields } from './sign-in-env.server.ts';

export { everybodyIsAdmin } from './sign-in-env.server.ts';

const text = z.string().min(1);
const origin = url.transform((value) => value.replace(/\/+$/, ''));

/** Every variable that the UI reads, with its default. Others in the environment are not ours. */
export const envSchema = z.object({
  APP_ENV: oneOf(ENVIRONMENT_NAMES).default('local'),
  /** Where to listen; without it loopback when APP_ENV=local, else every address. */
  HOST: text.optional(),
  PORT: count(65_535, 0).default(3000),
  /** With APP_ENV=local: names by which it is reached, besides addresses and localhost. */
  ALLOWED_HOSTS: list(hostName).default([]),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  SERVICE_VERSION: text.default('0.1.0'),
  SERVICE_REVISION: text.default('unknown'),
  /** A collector that takes OTLP over HTTP; without it nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  /** Of the traces that begin here, the share that is kept. */
  OTEL_TRACES_SAMPLER_ARG: share.default(1),
  /** Base address of the API as this server reaches it; browsers never see it. */
  API_URL: origin.default('http://127.0.0.1:8000'),
  /** Shown to an API that only answers who has a key. A secret; what visitors make is theirs all the same. */
  API_KEY: text.optional(),
  /**
   * Makes the API believe whom this server asks for, so that it counts visitors one by one and not as one client: its
   * own VISITOR_KEY. A secret.
   */
  VISITOR_KEY: text.optional(),
  /**
   * Proxies in front: the visitor's address is this far from the right end of X-Forwarded-For. With 0 no X-Forwarded-*
   * field is believed.
   */
  TRUSTED_PROXIES: count(5, 0).default(0),
  ...signInFields,
  /**
   * Origins besides this one that finished videos, pictures and uploads come from or go to, comma-separated: with a
   * bucket, https://storage.googleapis.com. The Content-Security-Policy names them.
   */
  MEDIA_ORIGINS: list(url.transform((value) => new URL(value).origin)).default([]),
});
export type Env = Readonly<z.infer<typeof envSchema>>;

/** The environment is invalid; the message names every bad variable and what was expected. */
export class EnvInvalid extends Error {
  override readonly name = 'EnvInvalid';
}

/** Environment → frozen Env. An empty variable counts as missing. Throws one EnvInvalid that lists every bad one. */
export function loadEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = envSchema.safeParse(given);
  const problems = parsed.success
    ? signInContradictions(parsed.data)
    : parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
  if (parsed.success && problems.length === 0) return Object.freeze(parsed.data);
  throw new EnvInvalid(
    `Invalid environment:\n${[...new Set(problems)].map((line) => `  ${line}`).join('\n')}`,
  );
}
