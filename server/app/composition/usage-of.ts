import type { Config } from '@shortfactory/config';
import { Usage } from '@shortfactory/usage';
import type { UsageOptions } from '@shortfactory/usage';

/** Counts what owners make, and limits it by what kind of owner they are: a visitor, a person, or a key of API_KEYS. */
export function usageOf(config: Config, parts: Omit<UsageOptions, 'quotaOf'>): Usage {
  const { QUOTA_VISITORS = {}, QUOTA_PEOPLE = {}, QUOTA_KEYS = {} } = config;
  const quotas = [
    ['visitor:', QUOTA_VISITORS],
    ['oidc:', QUOTA_PEOPLE],
    ['iap:', QUOTA_PEOPLE],
    ['key:', QUOTA_KEYS],
  ] as const;
  return new Usage({
    ...parts,
    // The one user of a machine is nobody's guest.
    quotaOf: (owner) => quotas.find(([kind]) => owner.startsWith(kind))?.[1] ?? {},
  });
}
