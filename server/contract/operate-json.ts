import { STAGES } from '@shortfactory/core';
import { z } from 'zod';
import { healthCheckJson, HEALTH_CHECKS } from './service-json.ts';
import { expected } from './script-json.ts';
import { TEXT_PATTERN } from './patterns.ts';

const time = z.iso.datetime();
const whole = z.int().nonnegative();
const ENDED = ['done', 'failed', 'cancelled'] as const;
export const JOB_STATES = ['queued', 'running', ...ENDED] as const;
/** Upper bounds of the ages of a table of jobs, in seconds; the last column is older. */
export const AGE_BOUNDS = [60, 300, 900, 3600] as const;
/** Jobs that one request of an operator's changes. */
export const MOST_CHANGED = 100;

const job = {
  id: z.string(),
  owner: z.string().describe('a pseudonym'),
  state: z.enum(JOB_STATES),
  costUsd: z.number().nonnegative(),
};
const failure = z.strictObject({
  stage: z.enum(STAGES),
  scene: whole.exactOptional(),
  title: z.string(),
  detail: z.string(),
  retryable: z.boolean(),
});

export const operateJobJson = z.strictObject({
  ...job,
  stage: z.enum(STAGES).exactOptional(),
  percent: z.number().exactOptional(),
  attempts: whole.exactOptional(),
  createdAt: time.exactOptional(),
  since: time.describe('when it came into this state'),
  reason: z.string().describe('failures of one kind have one').exactOptional(),
  error: failure.exactOptional(),
  standIns: whole.describe('in how many ways it is made with something else than was asked for'),
});
export type OperateJobJson = z.infer<typeof operateJobJson>;

export const operateJobListJson = z.strictObject({
  jobs: z.array(operateJobJson),
  next: z.string().describe('the cursor of the page that follows').exactOptional(),
});
export type OperateJobListJson = z.infer<typeof operateJobListJson>;

export const maintenanceJson = z.strictObject({
  on: z.boolean(),
  sentence: z.string().exactOptional(),
  since: time.exactOptional(),
  ends: time.exactOptional(),
});
export type MaintenanceJson = z.infer<typeof maintenanceJson>;

const waitJson = z.strictObject({
  count: whole,
  halfSeconds: z.number().exactOptional(),
  most95Seconds: z.number().exactOptional(),
});

export const operateOverviewJson = z.strictObject({
  at: time,
  jobs: z.strictObject({
    rows: z.array(
      z.strictObject({
        state: z.enum(['queued', ...STAGES]),
        byAge: z.array(whole).describe('under 1, 5, 15 and 60 minutes, and older'),
        all: whole,
        oldestSeconds: z.number().exactOptional(),
      }),
    ),
    owners: whole.describe('whose are waiting'),
    isAll: z.boolean().describe('false where there are more than were counted'),
  }),
  today: z.strictObject({
    done: whole,
    failed: whole,
    cancelled: whole,
    standIns: whole.describe('videos with something else than was asked for'),
    costUsd: z.number(),
    isAll: z.boolean(),
  }),
  wait: waitJson.extend({ byHour: z.array(waitJson.extend({ at: time })) }),
  spent: z.strictObject({ usd: z.number().exactOptional(), capUsd: z.number().exactOptional() }),
  checks: z.strictObject(
    Object.fromEntries(HEALTH_CHECKS.map((name) => [name, healthCheckJson])) as Record<
      (typeof HEALTH_CHECKS)[number],
      typeof healthCheckJson
    >,
  ),
  instances: z.array(
    z.strictObject({
      id: z.string(),
      role: z.string(),
      version: z.string(),
      revision: z.string(),
      since: time,
      running: whole,
    }),
  ),
  flags: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  maintenance: maintenanceJson,
});
export type OperateOverviewJson = z.infer<typeof operateOverviewJson>;

export const failuresJson = z.strictObject({
  since: time,
  isAll: z.boolean().describe('false where there were more than were counted'),
  failed: whole,
  ended: whole,
  reasons: z.array(
    z.strictObject({
      reason: z.string(),
      count: whole,
      owners: whole,
      first: time,
      last: time,
      example: z.strictObject({ id: z.string(), owner: z.string(), error: failure.exactOptional() }),
    }),
  ),
});
export type FailuresJson = z.infer<typeof failuresJson>;

export const operateUsageJson = z.strictObject({
  capUsd: z.number().exactOptional(),
  isAll: z.boolean().describe('false where there were more ends of jobs than were counted'),
  days: z.array(
    z.strictObject({
      day: z.string(),
      spentUsd: z.number().describe('by the ledger of the day; absent without a limit').exactOptional(),
      costUsd: z.number().describe('of the jobs that ended'),
      done: whole,
      failed: whole,
      cancelled: whole,
      owners: whole,
    }),
  ),
});
export type OperateUsageJson = z.infer<typeof operateUsageJson>;

export const storeSizesJson = z.strictObject({
  countedAt: time,
  kinds: z.array(
    z.strictObject({
      kind: z.string(),
      objects: whole,
      aboutBytes: whole,
      isAtLeast: z.boolean(),
    }),
  ),
});
export type StoreSizesJson = z.infer<typeof storeSizesJson>;

export const auditListJson = z.strictObject({
  entries: z.array(
    z.strictObject({
      at: time,
      as: z.string(),
      who: z.string(),
      by: z.string().exactOptional(),
      did: z.string(),
      of: z.string().exactOptional(),
      why: z.string().exactOptional(),
    }),
  ),
  next: z.string().exactOptional(),
});
export type AuditListJson = z.infer<typeof auditListJson>;

const REASON = /^[0-9a-f]{10}$/;
const ids = z
  .array(z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, { error: expected('ids of jobs') }))
  .min(1, { error: 'names no job' })
  .max(MOST_CHANGED, { error: `names more than ${MOST_CHANGED} jobs` });
const reason = z.string().regex(REASON, { error: expected('a reason as the failures have it') });

export const retryManyRequest = z.union(
  [z.strictObject({ ids }), z.strictObject({ reason, days: z.literal([1, 7, 30]).exactOptional() })],
  { error: expected('an object with ids, or with reason and days (1, 7 or 30)') },
);
export type RetryManyJson = z.input<typeof retryManyRequest>;
export const cancelManyRequest = z.strictObject({ ids }, { error: expected('an object with ids') });

export const changedManyJson = z.strictObject({
  done: z.array(z.string()).describe('ids'),
  refused: z.array(z.strictObject({ id: z.string(), why: z.string() })),
  more: z.boolean().describe(`whether more match than the ${MOST_CHANGED} that were changed`),
});
export type ChangedManyJson = z.infer<typeof changedManyJson>;

export const openJobRequest = z.strictObject(
  {
    why: z
      .string()
      .regex(new RegExp(TEXT_PATTERN))
      .trim()
      .min(3, { error: 'says too little' })
      .max(200, { error: 'has more than 200 characters' }),
  },
  { error: expected('an object with why') },
);

export const maintenanceRequest = z.strictObject(
  {
    on: z.boolean({ error: expected('true or false') }),
    sentence: z
      .string()
      .regex(new RegExp(TEXT_PATTERN), { error: 'has control characters' })
      .trim()
      .min(1, { error: 'is empty' })
      .max(160, { error: 'has more than 160 characters' })
      .describe('what people read')
      .exactOptional(),
    minutes: z
      .int({ error: expected('a whole number of minutes') })
      .min(1, { error: 'is less than 1 minute' })
      .max(7 * 24 * 60, { error: 'is more than a week (10080 minutes)' })
      .describe('after which it ends by itself; without it it is switched off by hand')
      .exactOptional(),
  },
  { error: expected('an object with on, sentence and minutes') },
);
export type MaintenanceRequestJson = z.input<typeof maintenanceRequest>;
