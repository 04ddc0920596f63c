import { z } from 'zod';
import { text } from '../fields.ts';
import type { Environment } from '../schema.ts';

const limits = text(
  /^(videos|minutes|usd)=\d{1,6}(\.\d{1,2})?( (videos|minutes|usd)=\d{1,6}(\.\d{1,2})?){0,2}$/,
  'a list of limits such as videos=20 minutes=15 usd=2.50,',
);

/** What each owner may make in a day (UTC). */
export const quotas = z
  .strictObject({
    visitors: limits.optional().describe('Each browser that nobody has signed in with.'),
    people: limits.optional().describe('Each person who has signed in, their keys included.'),
    keys: limits.optional().describe('Each key of secrets.API_KEYS.'),
  })
  .describe(
    'What each owner may make in a day (UTC): videos, minutes of finished video, dollars for services. Without it only spending limits them.',
  );

/** What the API is told, and refuses. */
export function quotaVariables({ quotas: given = {} }: Pick<Environment, 'quotas'>): Record<string, string> {
  const { visitors, people, keys } = given;
  return {
    ...(visitors === undefined ? {} : { QUOTA_VISITORS: visitors }),
    ...(people === undefined ? {} : { QUOTA_PEOPLE: people }),
    ...(keys === undefined ? {} : { QUOTA_KEYS: keys }),
  };
}

/** One `path: sentence` each. */
export function quotaProblems(environment: Environment): string[] {
  const { quotas: given = {}, oidc } = environment;
  const hasPeople =
    oidc !== undefined || (environment.platform === 'cloud-run' && environment.iap !== undefined);
  return given.people !== undefined && !hasPeople
    ? ['quotas.people: limits nobody, as nobody signs in; oidc or iap was expected with it']
    : [];
}
