import { configSchema, isLoopback, loadConfig, modelRef } from '@shortfactory/config';
import type { Config } from '@shortfactory/config';
import type { Service } from '../constructs/shapes.ts';
import { revisionSpec, servingContainer } from '../policies/values/violation.ts';
import { emittedVariables, refusals } from './emitted.ts';

/** Keys with defaults that are right on a laptop only: a deployment says each of them. */
const SAID = ['APP_ENV', 'ROLE', 'STORAGE', 'QUEUE', 'SECRETS', 'METRICS_PORT', 'LOG_LEVEL'] as const;

/**
 * Hands what a Service document emits to the server's own loadConfig, as the platform will: plain values, a placeholder
 * for each secret, PORT from the container's port. Lists keys that the server does not know, keys that it needs and
 * does not get, and values that it refuses or that contradict the document around them.
 */
export function serverProblems(service: Service, environment: string, role: 'api' | 'worker'): string[] {
  const { name, variables, problems } = emittedVariables(
    service,
    Object.keys(configSchema.shape),
    SAID,
    'server',
  );
  try {
    problems.push(...mismatches(loadConfig(variables), service, environment, role));
  } catch (error) {
    problems.push(...refusals(error, 'ConfigInvalid'));
  }
  return problems.map((line) => `${name} env ${line}`);
}

const LISTS = [
  ['LLM_PROVIDERS', 'USE_REAL_LLM'],
  ['IMAGE_PROVIDERS', 'USE_REAL_IMAGE'],
  ['VOICE_PROVIDERS', 'USE_REAL_VOICE'],
] as const;

/** Model servers that would have to run beside the program, where only a collector of traces may. */
function modelsHere(config: Config): string[] {
  return LISTS.flatMap(([list, real]) =>
    (config[real] ? config[list] : [])
      .filter((entry) => isLoopback(modelRef(entry, config.ENDPOINTS)?.endpoint.url ?? 'https://elsewhere'))
      .map(
        (entry) => `${list}: ${entry} is a server on the machine itself, and none runs beside the program`,
      ),
  );
}

function mismatches(config: Config, service: Service, environment: string, role: string): string[] {
  const problems: string[] = [];
  const expect = (key: keyof Config, value: unknown, why: string): void => {
    if (config[key] !== value)
      problems.push(`${key}: ${String(config[key])} was given; ${String(value)} was expected, ${why}`);
  };
  expect('APP_ENV', environment, 'the environment that this file is for');
  expect('ROLE', role, 'the role of this service');
  problems.push(...modelsHere(config));
  if (role === 'worker') {
    expect(
      'JOB_CONCURRENCY',
      revisionSpec(service).containerConcurrency,
      'the containerConcurrency of this service',
    );
    const open = service.metadata?.annotations?.['run.googleapis.com/invoker-iam-disabled'] !== 'false';
    if (config.WORKER_INVOKER === 'platform' && open) {
      problems.push('WORKER_INVOKER: platform trusts a check of callers that this service does not have');
    }
    const mounts = servingContainer(service)?.volumeMounts ?? [];
    if (!mounts.some(({ mountPath }) => mountPath === config.SCRATCH_DIR)) {
      problems.push(`SCRATCH_DIR: ${config.SCRATCH_DIR} is not a volume's mountPath`);
    }
  }
  return problems;
}
