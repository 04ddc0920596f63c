import type { RunOutcome } from '@shortfactory/core';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { VIDEO_ID } from './videos.ts';

const runAnswer = z.strictObject({
  outcome: z.enum(['finished', 'already-finished', 'leased-elsewhere', 'try-again']),
});
const STATUS: Readonly<Record<RunOutcome, number>> = {
  finished: 200,
  'already-finished': 200,
  'leased-elsewhere': 409,
  'try-again': 503,
};

/** The worker's one endpoint: the queue calls it, also repeatedly. */
export function workerRoutes({ jobs }: AppDeps): Route[] {
  return [
    route(
      {
        method: 'POST',
        path: '/internal/jobs/:id/run',
        id: 'runJob',
        tag: 'Worker',
        summary: 'Run a job to its end',
        description: 'Idempotent: a job that another worker runs, or that is finished, is not run again.',
        access: 'queue',
        bucket: 'none',
        params: VIDEO_ID,
        within: 'unlimited',
        answers: {
          200: { description: 'Finished, now or before', schema: runAnswer },
          409: { description: 'Another worker runs it', schema: runAnswer },
          503: {
            description: 'To be delivered again',
            schema: runAnswer,
            headers: { 'Retry-After': 'Seconds' },
          },
        },
      },
      async ({ params: { id } }) => {
        const outcome = await jobs.run(id);
        const status = STATUS[outcome];
        return { status, body: { outcome }, headers: status === 503 ? { 'Retry-After': '5' } : {} };
      },
    ),
  ];
}
