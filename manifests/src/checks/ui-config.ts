import { envSchema, loadEnv } from '@shortfactory/ui/environment';
import type { Service } from '../constructs/shapes.ts';
import { emittedVariables, refusals } from './emitted.ts';

/** Keys with defaults that are right on a laptop only: a deployment says each of them. */
const SAID = ['APP_ENV', 'API_URL', 'MEDIA_ORIGINS', 'LOG_LEVEL'] as const;

/**
 * The same for the web interface, by its own loadEnv.
 *
 * @param media where finished videos come from and uploads go to
 */
export function uiProblems(service: Service, environment: string, media: string): string[] {
  const { name, variables, problems } = emittedVariables(
    service,
    Object.keys(envSchema.shape),
    SAID,
    'web interface',
  );
  try {
    const { APP_ENV, MEDIA_ORIGINS } = loadEnv(variables);
    if (APP_ENV !== environment) {
      problems.push(
        `APP_ENV: ${APP_ENV} was given; ${environment} was expected, the environment that this file is for`,
      );
    }
    if (variables['MEDIA_ORIGINS'] !== undefined && !MEDIA_ORIGINS.includes(media)) {
      problems.push(
        `MEDIA_ORIGINS: ${MEDIA_ORIGINS.join(',') || 'nothing'} was given; ${media} was expected among them, or browsers refuse to play videos and to send uploads`,
      );
    }
  } catch (error) {
    problems.push(...refusals(error, 'EnvInvalid'));
  }
  return problems.map((line) => `${name} env ${line}`);
}
