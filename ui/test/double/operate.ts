import {
  auditListJson,
  changedManyJson,
  failuresJson,
  maintenanceJson,
  maintenanceRequest,
  operateJobListJson,
  operateOverviewJson,
  operateUsageJson,
  storeSizesJson,
} from '@shortfactory/contract';
import type { HealthJson, MaintenanceJson, OperateJobJson } from '@shortfactory/contract';
import type { z } from 'zod';

const AT = '2026-11-24T14:22:08.000Z';
const REASONS = ['0123456789', '89abcdef01'] as const;
const STAGES = [
  'queued',
  'story',
  'script',
  'illustrate',
  'narrate',
  'caption',
  'compose',
  'publish',
] as const;

function jobOf(n: number, change: Partial<OperateJobJson> = {}): OperateJobJson {
  return {
    ...{ id: `0${String(n).padStart(25, '0')}`, owner: `p-91ac07${n}000`, state: 'failed', costUsd: 0.02 },
    ...{ since: AT, reason: REASONS[0], attempts: 2, stage: 'illustrate', standIns: 0 },
    error: {
      stage: 'illustrate',
      scene: 3,
      title: 'Gemini answered 503',
      detail: 'Overloaded.',
      retryable: true,
    },
    ...change,
  };
}

/** A deployment as its operator sees it: one thing broken, a cap nearly reached, two kinds of failures. */
export class OperateDouble {
  maintenance: MaintenanceJson = { on: false };
  checks: HealthJson['checks'];
  /** Whether who asks is an operator. */
  isOperator = true;
  /** What was sent, by path. */
  readonly sent: { readonly path: string; readonly body: unknown }[] = [];

  constructor(checks: HealthJson['checks']) {
    const broken = { state: 'broken', detail: 'Gemini answered 503', latencyMs: 912 } as const;
    this.checks = { ...checks, image: broken };
  }

  /** The schema and the answer of a route; undefined for none. */
  answer(method: string, path: string, body: unknown): readonly [z.ZodType, unknown] | undefined {
    if (method !== 'GET') this.sent.push({ path, body });
    switch (`${method} ${path}`) {
      case 'GET ':
        return [operateOverviewJson, this.#now()];
      case 'GET /jobs':
        return [
          operateJobListJson,
          { jobs: [jobOf(1), jobOf(2), jobOf(3, { reason: REASONS[1] })], next: '1-x' },
        ];
      case 'GET /failures':
        return [failuresJson, FAILURES];
      case 'GET /usage':
        return [operateUsageJson, USAGE];
      case 'GET /store':
        return [
          storeSizesJson,
          {
            countedAt: AT,
            kinds: [
              { kind: 'videos', objects: 1000, aboutBytes: 212e9, isAtLeast: true },
              { kind: 'jobs', objects: 312, aboutBytes: 1.2e6, isAtLeast: false },
            ],
          },
        ];
      case 'GET /log':
        return [auditListJson, { entries: LOG, next: '1-y' }];
      case 'POST /jobs/retry':
      case 'POST /jobs/cancel':
        return [
          changedManyJson,
          { done: [jobOf(1).id], refused: [{ id: jobOf(2).id, why: 'It is done already.' }], more: false },
        ];
      case 'PUT /maintenance': {
        const { on, sentence = 'Soon.' } = maintenanceRequest.parse(body);
        this.maintenance = on ? { on, sentence, since: AT, ends: AT } : { on };
        return [maintenanceJson, this.maintenance];
      }
      default:
        return undefined;
    }
  }

  #now(): z.input<typeof operateOverviewJson> {
    return {
      at: AT,
      jobs: {
        rows: STAGES.map((state, i) => ({
          ...{
            state,
            byAge: i === 0 ? [9, 17, 13, 2, 0] : [i % 3, 0, 1, 0, 0],
            all: i === 0 ? 41 : (i % 3) + 1,
          },
          oldestSeconds: 1080,
        })),
        ...{ owners: 17, isAll: false },
      },
      today: { done: 312, failed: 23, cancelled: 2, standIns: 62, costUsd: 45.6, isAll: true },
      wait: {
        ...{ count: 312, halfSeconds: 160, most95Seconds: 370 },
        byHour: Array.from({ length: 24 }, (_, i) => ({
          at: new Date(Date.parse(AT) - (23 - i) * 3_600_000).toISOString(),
          ...{ count: 12, halfSeconds: 20 + i * 5, most95Seconds: 60 + i * 12 },
        })),
      },
      spent: { usd: 45.6, capUsd: 50 },
      checks: this.checks,
      instances: [{ id: 'a1', role: 'worker', version: '1.5.0', revision: 'r1', since: AT, running: 2 }],
      flags: [{ name: 'JOB_CONCURRENCY', value: '4' }],
      maintenance: this.maintenance,
    };
  }
}

const FAILURES: z.input<typeof failuresJson> = {
  ...{ since: AT, isAll: true, failed: 18, ended: 330 },
  reasons: [
    {
      ...{ reason: REASONS[0], count: 14, owners: 6, first: AT, last: AT },
      example: {
        ...{ id: jobOf(1).id, owner: 'p-91ac070000' },
        error: {
          stage: 'illustrate',
          scene: 3,
          title: 'Gemini answered 503',
          detail: 'Try again later.',
          retryable: true,
        },
      },
    },
    {
      ...{ reason: REASONS[1], count: 4, owners: 1, first: AT, last: AT },
      example: {
        ...{ id: jobOf(3).id, owner: 'p-4e02d90000' },
        error: {
          stage: 'story',
          title: 'The topic was declined',
          detail: 'Use other words.',
          retryable: false,
        },
      },
    },
  ],
};

const USAGE: z.input<typeof operateUsageJson> = {
  ...{ capUsd: 50, isAll: true },
  days: Array.from({ length: 30 }, (_, i) => ({
    day: new Date(Date.parse(AT) - (29 - i) * 86_400_000).toISOString().slice(0, 10),
    ...{ spentUsd: 20 + i, costUsd: 19 + i, done: 200 + i, failed: i % 5, cancelled: 0, owners: 12 },
  })),
};

const LOG: z.input<typeof auditListJson>['entries'] = [
  { at: AT, as: 'admin', who: 'p-91ac070000', did: 'maintenance.on', why: 'Back at three.' },
  { at: AT, as: 'owner', who: 'p-4e02d90000', by: 'sfk_4Wd0', did: 'webhook.added', of: '8f'.repeat(16) },
  { at: AT, as: 'machine', who: 'local', did: 'job.retry', of: jobOf(1).id },
];
