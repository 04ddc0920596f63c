import type { QuotaName, QuotaState } from '@shortfactory/core';

const DAY_SECONDS = 24 * 60 * 60;
/** What is counted; money in whole cents, as the fields have integers only. */
const UNITS: Readonly<Record<QuotaName, { readonly unit: string; readonly times: number }>> = {
  videos: { unit: 'videos', times: 1 },
  minutes: { unit: 'minutes', times: 1 },
  usd: { unit: 'cents', times: 100 },
};

/**
 * What an owner may have in a day and what is left of it, as header fields; none without quotas. What is left is rounded
 * down, and so is never more than there is.
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ (draft 10)
 */
export function rateLimitFields(quotas: readonly QuotaState[], nowMs: number): Record<string, string> {
  if (quotas.length === 0) return {};
  const policies = quotas.map(({ name, limit }) => {
    const { unit, times } = UNITS[name];
    return `"${name}";q=${Math.floor(limit * times)};w=${DAY_SECONDS};qu="${unit}"`;
  });
  const left = quotas.map(({ name, limit, used, renewsMs }) => {
    const rest = Math.max(0, Math.floor((limit - used) * UNITS[name].times + 1e-6));
    return `"${name}";r=${rest};t=${Math.max(0, Math.ceil((renewsMs - nowMs) / 1000))}`;
  });
  return { 'RateLimit-Policy': policies.join(', '), RateLimit: left.join(', ') };
}
