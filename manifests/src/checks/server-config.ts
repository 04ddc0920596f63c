import { configSchema, loadConfig } from '@shortfactory/server/config';
import type { Config } from '@shortfactory/server/config';
import type { Service } from '../constructs/shapes.ts';
import { revisionSpec, servingContainer } from '../policies/violation.ts';

/** Fits every secret's own rule: at least 32 characters, and an address. */
const PLACEHOLDER = 'https://placeholder.invalid/0123456789abcdef0123456789abcdef';
/** Keys with defaults that are right on a laptop only: a deployment says each of them. */
const SAID = ['APP_ENV', 'ROLE', 'STORAGE', 'QUEUE', 'SECRETS', 'METRICS_PORT', 'LOG_LEVEL'] as const;

/**
 * Hands what a Service document emits to the server's own loadConfig, as the platform will: plain values, a placeholder
 * for each secret, PORT from the container's port. Lists keys that the server does not know, keys that it needs and
 * does not get, and values that it refuses or that contradict the document around them.
 */
export function serverProblems(service: Service, environment: string, role: 'api' | 'worker'): string[] {
  const container = servingContainer(service);
  const name = `Service/${service.metadata?.name ?? '?'}`;
  const emitted = container?.env ?? [];
  const problems: string[] = [];
  for (const { name: key } of emitted) {
    if (!(key in configSchema.shape)) problems.push(`${key}: is not known to the server`);
  }
  for (const key of SAID) {
    if (!emitted.some((variable) => variable.name === key)) problems.push(`${key}: is needed and not given`);
  }
  const port = container?.ports?.[0]?.containerPort;
  const env = Object.fromEntries(emitted.map(({ name: key, value }) => [key, value ?? PLACEHOLDER]));
  try {
    const config = loadConfig({ ...env, ...(port === undefined ? {} : { PORT: String(port) }) });
    problems.push(...mismatches(config, service, environment, role));
  } catch (error) {
    problems.push(...lines(error));
  }
  return problems.map((line) => `${name} env ${line}`);
}

function mismatches(config: Config, service: Service, environment: string, role: string): string[] {
  const problems: string[] = [];
  const expect = (key: keyof Config, value: unknown, why: string): void => {
    if (config[key] !== value)
      problems.push(`${key}: ${String(config[key])} was given; ${String(value)} was expected, ${why}`);
  };
  expect('APP_ENV', environment, 'the environment that this file is for');
  expect('ROLE', role, 'the role of this service');
  if (role === 'worker') {
    expect(
      'JOB_CONCURRENCY',
      revisionSpec(service).containerConcurrency,
      'the containerConcurrency of this service',
    );
    const mounts = servingContainer(service)?.volumeMounts ?? [];
    if (!mounts.some(({ mountPath }) => mountPath === config.SCRATCH_DIR)) {
      problems.push(`SCRATCH_DIR: ${config.SCRATCH_DIR} is no volume's mountPath`);
    }
  }
  return problems;
}

/** The lines of a ConfigInvalid, without its heading. Anything else is a fault and is thrown on. */
function lines(error: unknown): string[] {
  if (!(error instanceof Error) || error.name !== 'ConfigInvalid') throw error;
  return error.message
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}
