import { QUOTA_NAMES } from '@shortfactory/core';
import { z } from 'zod';

const count = z.int().nonnegative();
const amount = z.number().nonnegative();
const date = z.iso.date().describe('a day of UTC');

const quotaJson = z
  .strictObject({
    name: z.enum(QUOTA_NAMES),
    limit: amount,
    used: amount,
    left: amount,
    renewsAt: z.iso.datetime().describe('RFC 3339, UTC'),
  })
  .meta({ id: 'Quota' });

const spent = z.strictObject({ provider: z.string(), usd: amount });
const made = {
  open: count.describe('being made; they have cost nothing here yet'),
  done: count,
  failed: count,
  cancelled: count,
  minutes: amount.describe('of finished video, all shapes together'),
  usd: amount.describe('estimated dollars of services, of videos that have ended'),
  bytes: amount.describe('of finished files that were not removed since'),
  providers: z.array(spent).describe('the dollars by provider, as far as they are known'),
};

const usageDayJson = z.strictObject({ date, ...made }).meta({ id: 'UsageDay' });

export const usageJson = z
  .strictObject({
    from: date,
    to: date,
    quotas: z.array(quotaJson).describe('of today; none where nothing is limited'),
    total: z.strictObject(made).meta({ id: 'UsageTotal' }),
    days: z.array(usageDayJson).describe('those on which something was made, oldest first'),
  })
  .meta({ id: 'Usage' });
export type UsageJson = z.infer<typeof usageJson>;
