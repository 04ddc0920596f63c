import { jobJson, jobListJson, videoRequest } from '@shortfactory/contract';
import { InputInvalid, JOB_STATUSES, NotFound, isTerminal } from '@shortfactory/core';
import type { Aspect, Job, JobOutput, Short } from '@shortfactory/core';
import { HttpProblem, rateLimitFields } from '@shortfactory/http-server';
import { OWNER_ENTRY } from '@shortfactory/jobs';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import { JOB_EXAMPLE } from '../docs/examples.ts';
import { accepted, idempotencyKey } from '../body/idempotency-key.ts';
import { QUOTA_HEADERS } from './usage.ts';
import { jobAnswer } from '../videos/job-answer.ts';
import { checkUploads } from '../uploads/check-uploads.ts';
import type { AnswerLink, Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { checkedRequest, localesOf } from '../videos/short-request.ts';

const TAG = 'Videos';
const NO_STORE = { 'Cache-Control': 'no-store' };
export const VIDEO_ID = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/) });
const PAGE = 20;
export const wholeTo100 = z
  .string()
  .regex(/^([1-9][0-9]?|100)$/, { error: 'is not a whole number from 1 to 100' })
  .transform(Number);
const LIST_QUERY = z.strictObject({
  cursor: z
    .string()
    .regex(OWNER_ENTRY, { error: 'is not a cursor of an earlier page' })
    .optional()
    .describe('`next` of the page before'),
  limit: wholeTo100.optional().describe(`videos on a page, 1 to 100; ${PAGE} without it`),
  q: z
    .string()
    .max(200, { error: 'has more than 200 characters' })
    .optional()
    .describe('words of title or topic'),
  status: z.enum(JOB_STATUSES, { error: `is not one of ${JOB_STATUSES.join(', ')}` }).optional(),
});

const FILES = ['getVideoFile', 'getSrtCaptions', 'getVttCaptions', 'getPoster', 'getKit'] as const;

/** Links from the id in a response to other operations, for clients that read the description. */
function linksTo(pointer: string, ...operations: readonly string[]): Readonly<Record<string, AnswerLink>> {
  return Object.fromEntries(
    operations.map((operationId) => [
      operationId,
      { operationId, parameters: { id: `$response.body#/${pointer}` } },
    ]),
  );
}

/** What the owner may still have today, as header fields; the video that was accepted does not wait for it. */
async function leftOfToday(
  { usage, ownerHash, log }: AppDeps,
  owner: string,
): Promise<Record<string, string>> {
  try {
    return rateLimitFields(await usage.quotas(owner, ownerHash(owner)), Date.now());
  } catch (error) {
    log.debug('What is left of today is not known.', { error });
    return {};
  }
}

/** The job with this id, for any caller. Throws NotFound. */
export async function jobOf({ jobs }: Pick<AppDeps, 'jobs'>, id: string): Promise<Job> {
  const job = await jobs.get(id);
  if (!job) throw new NotFound('There is no video with this id.');
  return job;
}

/** A finished job. Throws NotFound for any other. */
export async function finishedOf(
  deps: Pick<AppDeps, 'jobs'>,
  id: string,
): Promise<{ readonly job: Job; readonly short: Short }> {
  const job = await jobOf(deps, id);
  if (job.status !== 'done' || !job.short) throw new NotFound('This video has no files yet.');
  return { job, short: job.short };
}

/** A video of a job in an aspect, else its first. Throws NotFound. */
export function outputOf({ outputs }: Job, aspect: Aspect | undefined): JobOutput {
  const output = outputs.find((each) => aspect === undefined || each.aspect === aspect);
  if (!output) throw new NotFound(`This video was not made in ${aspect}.`);
  return output;
}

function notOurCursor(): HttpProblem {
  const detail = 'is not a cursor of an earlier page';
  const errors = [{ in: 'query' as const, pointer: '/cursor', detail }];
  return new HttpProblem('invalid-input', `/cursor ${detail}.`, { errors });
}

/** Jobs: made, listed, looked at, tried again, cancelled, removed. */
export function videoRoutes(deps: AppDeps): Route[] {
  const { jobs, studio } = deps;
  const answer = (job: Job, owner: string | undefined) =>
    jobAnswer(job, owner !== undefined && jobs.owns(job, owner));
  return [
    route(
      {
        method: 'POST',
        path: '/api/videos',
        id: 'makeVideo',
        tag: TAG,
        summary: 'Make a video of a topic or a script',
        description:
          'Answers at once with the job, which from here on reaches an end whatever happens. With an `Idempotency-Key` the same request may be sent again and is still one job.',
        access: 'maker',
        bucket: 'make',
        // What went straight to a bucket is looked at now, after what others sent.
        within: 'makingMs',
        headers: {
          'Idempotency-Key': {
            description:
              'Up to 200 visible ASCII characters, chosen by the caller; an empty one counts as none',
            pattern: '^[!-~]{0,200}$',
          },
        },
        body: videoRequest,
        bodyExample: { topic: 'why the sky is blue', seconds: 30, aspects: ['9:16'] },
        answers: {
          202: {
            description: 'The job',
            schema: jobJson,
            links: linksTo(
              'id',
              'getVideo',
              'watchVideo',
              'retryVideo',
              'cancelVideo',
              'deleteVideo',
              ...FILES,
            ),
            headers: {
              Location: 'Where the job is looked at',
              'Idempotent-Replayed': '`true` when the key had its job already',
              ...QUOTA_HEADERS,
            },
          },
        },
        problems: ['idempotency-mismatch', 'limit-reached'],
      },
      async ({ body, owner, header, ctx, signal }) => {
        const key = idempotencyKey(header('Idempotency-Key'));
        const { webhook: asked, ...wanted } = body;
        const webhook = asked && deps.webhooks.forJob(asked);
        const { voices } = await studio.about();
        const { sources } = deps.footage;
        const request = await checkedRequest(wanted, { voices, sources, locales: localesOf(ctx) });
        await deps.canMake();
        await checkUploads(request, deps, signal);
        // From here on the job is accepted or not, even if the client disconnects.
        signal.throwIfAborted();
        const { job, created } = await jobs.submit(owner, request, key, webhook);
        const { headers, ...rest } = accepted(`/api/videos/${job.id}`, answer(job, owner), created);
        return { ...rest, headers: { ...headers, ...(await leftOfToday(deps, owner)) } };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/api/videos',
        id: 'listVideos',
        tag: TAG,
        summary: "The caller's own videos, newest first",
        access: 'owner',
        bucket: 'read',
        query: LIST_QUERY,
        answers: {
          200: {
            description: 'A page',
            schema: jobListJson,
            links: {
              ...linksTo('videos/0/id', 'getVideo', 'deleteVideo', ...FILES),
              nextPage: { operationId: 'listVideos', parameters: { cursor: '$response.body#/next' } },
            },
          },
        },
      },
      async ({ query: { cursor, limit = PAGE, q, status }, owner, signal }) => {
        const wanted = {
          limit,
          ...(cursor === undefined ? {} : { cursor }),
          ...(q === undefined || q.trim() === '' ? {} : { text: q }),
          ...(status === undefined ? {} : { status }),
        };
        const page = await jobs.list(owner, wanted, signal).catch((error: unknown) => {
          throw error instanceof InputInvalid ? notOurCursor() : error;
        });
        const { next } = page;
        return {
          status: 200,
          body: {
            videos: page.jobs.map((job) => answer(job, owner)),
            ...(next === undefined ? {} : { next }),
          },
          headers: NO_STORE,
        };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/api/videos/:id',
        id: 'getVideo',
        tag: TAG,
        summary: 'A video and how far it is',
        access: 'anyone',
        bucket: 'read',
        params: VIDEO_ID,
        answers: { 200: { description: 'The job', schema: jobJson, example: JOB_EXAMPLE } },
      },
      async ({ params: { id }, owner }) => ({
        status: 200,
        body: answer(await jobOf(deps, id), owner),
        headers: NO_STORE,
      }),
    ),
    route(
      {
        method: 'POST',
        path: '/api/videos/:id/retry',
        id: 'retryVideo',
        tag: TAG,
        summary: 'Try a failed video again',
        description:
          'What was made already is reused; only the owner may ask. A finished video whose files are damaged or gone is made again, too.',
        access: 'maker',
        bucket: 'make',
        params: VIDEO_ID,
        answers: { 202: { description: 'The job, queued again', schema: jobJson } },
        problems: ['forbidden', 'conflict', 'limit-reached'],
      },
      async ({ params: { id }, owner }) => {
        await deps.canMake();
        return {
          status: 202,
          body: answer(await jobs.retry(id, owner), owner),
          headers: { Location: `/api/videos/${id}`, ...NO_STORE },
        };
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/videos/:id/cancel',
        id: 'cancelVideo',
        tag: TAG,
        summary: 'Cancel a video that is being made',
        description:
          'Unlike DELETE it never removes one: a video that is done or failed is left as it is (409). Cancelling twice is once.',
        access: 'owner',
        bucket: 'read',
        params: VIDEO_ID,
        answers: { 200: { description: 'The job, cancelled', schema: jobJson } },
        problems: ['forbidden', 'conflict'],
      },
      async ({ params: { id }, owner }) => ({
        status: 200,
        body: answer(await jobs.cancel(id, owner), owner),
        headers: NO_STORE,
      }),
    ),
    route(
      {
        method: 'DELETE',
        path: '/api/videos/:id',
        id: 'deleteVideo',
        tag: TAG,
        summary: 'Cancel a video that is being made; remove one that is not',
        access: 'owner',
        bucket: 'read',
        params: VIDEO_ID,
        answers: {
          200: { description: 'Cancelled', schema: jobJson },
          204: { description: 'Removed with its files' },
        },
        problems: ['forbidden', 'conflict'],
      },
      async ({ params: { id }, owner }) => {
        const job = await jobOf(deps, id);
        if (!isTerminal(job.status)) {
          return { status: 200, body: answer(await jobs.cancel(id, owner), owner), headers: NO_STORE };
        }
        await jobs.remove(id, owner);
        await deps.links.drop(id);
        return { status: 204 };
      },
    ),
  ];
}
