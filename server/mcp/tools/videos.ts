import { createHash } from 'node:crypto';
import { videoRequest } from '@shortfactory/contract';
import type { JobJson, JobListJson } from '@shortfactory/contract';
import { JOB_STATUSES, isTerminal } from '@shortfactory/core';
import { z } from 'zod';
import { inputOf, inputOfAny, outputOf } from '../schemas.ts';
import type { Call, Tool } from './tool.ts';
import { argumentsBy, expected } from './tool.ts';
import { listedVideo, progressOf, resultOf, videoResult } from './video-result.ts';

/** Clients end a call after 60 s unless they are told otherwise. */
const MOST_SECONDS = 50;
const waitWanted = `a whole number of seconds from 0 to ${MOST_SECONDS}`;
const KEY = '1 to 200 visible ASCII characters';
const ID = 'the id of a video';

const id = z
  .string({ error: expected(ID) })
  .regex(/^[A-Za-z0-9_-]{16,64}$/, { error: `is not ${ID}` })
  .describe('as create_video and list_videos give it');
const byId = z.strictObject({ id }, { error: expected('an object with id') });

const key = z.strictObject({
  idempotencyKey: z
    .string({ error: expected(KEY) })
    .regex(/^[\x21-\x7e]{1,200}$/, { error: `is not ${KEY}` })
    .optional()
    .describe(
      'calls with the same key are one video. Without it the same arguments are: give one to have another video of the same',
    ),
});

const create: Tool = {
  name: 'create_video',
  title: 'Create a video',
  description: `Makes a vertical short of a topic or of a script: give one of the two. A script is what write_script gave, edited or not, or plain text. Answers at once with the video's id while it is being made, for half a minute or more; then call get_video with waitSeconds until status is done. Calling it again in the same words gives the same video. A wrong request is refused with the field and what was expected.`,
  input: inputOfAny(videoRequest, key),
  output: outputOf(videoResult),
  effect: 'once',
  async call({ idempotencyKey: given, ...body }, { api, signal }) {
    const { idempotencyKey } = argumentsBy(key, given === undefined ? {} : { idempotencyKey: given });
    const headers = { 'Idempotency-Key': idempotencyKey ?? `mcp-${hashOf(body)}` };
    const answer = await api.call('makeVideo', { headers, body }, signal);
    const job = answer.body as JobJson;
    const isKnown = answer.headers['idempotent-replayed'] === 'true';
    return resultOf(job, api.origin, isKnown ? knownBefore(job, idempotencyKey !== undefined) : '');
  },
};

function knownBefore({ status }: JobJson, keyed: boolean): string {
  const same = keyed ? 'with this idempotencyKey' : 'with the same arguments';
  const other =
    status === 'queued' || status === 'running' ? '' : ' Another idempotencyKey makes another video.';
  return `This video was asked for before ${same}, and is not made twice.${other} `;
}

/** Of the same arguments the same, in whatever order they come. */
function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value, (_key, inner: unknown) => sorted(inner)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const getInput = byId.extend({
  waitSeconds: z
    .int({ error: expected(waitWanted) })
    .min(0, { error: `is not ${waitWanted}` })
    .max(MOST_SECONDS, { error: `is not ${waitWanted}` })
    .default(0)
    .describe(
      'waits for the end for so long, and tells how far it is meanwhile to a client that asks for progress',
    ),
});

const get: Tool = {
  name: 'get_video',
  title: 'Get a video',
  description: `A video and how far it is: its status (queued, running, done, failed, cancelled), its percent, and when it is done the links of its files. With waitSeconds it answers when the video has ended or the time is up; call it again until it has ended.`,
  input: inputOf(getInput),
  output: outputOf(videoResult),
  effect: 'reads',
  async call(given, call) {
    const { id, waitSeconds } = argumentsBy(getInput, given);
    const job = (await call.api.call('getVideo', { params: { id } }, call.signal)).body as JobJson;
    // Who waits in several calls is told the end also where it came between two of them.
    if (waitSeconds > 0 && isTerminal(job.status)) await call.progress?.(job.percent, progressOf(job));
    const now = waitSeconds === 0 || isTerminal(job.status) ? job : await ended(job, waitSeconds, call);
    return resultOf(now, call.api.origin);
  },
};

/** The job at its end, or as it is when the time is up. */
async function ended(job: JobJson, waitSeconds: number, { api, signal, progress }: Call): Promise<JobJson> {
  const late = AbortSignal.timeout(waitSeconds * 1000);
  let latest = job;
  let told = -1;
  for await (const each of api.watch(job.id, AbortSignal.any([signal, late]))) {
    latest = each;
    // The protocol wants a number that grows; a job that is taken up by another worker may begin again.
    if (each.percent > told) {
      told = each.percent;
      await progress?.(each.percent, progressOf(each));
    }
    if (isTerminal(each.status)) break;
  }
  signal.throwIfAborted();
  return latest;
}

const limitWanted = 'a whole number from 1 to 100';
const listInput = z.strictObject(
  {
    status: z.enum(JOB_STATUSES, { error: expected(`one of ${JOB_STATUSES.join(', ')}`) }).optional(),
    q: z
      .string({ error: expected('text') })
      .max(200, { error: 'has more than 200 characters' })
      .optional()
      .describe('words of title or topic'),
    limit: z
      .int({ error: expected(limitWanted) })
      .min(1, { error: `is not ${limitWanted}` })
      .max(100, { error: `is not ${limitWanted}` })
      .default(20),
    cursor: z
      .string({ error: expected('`next` of the page before') })
      .optional()
      .describe('`next` of the page before'),
  },
  { error: expected('an object') },
);

const list: Tool = {
  name: 'list_videos',
  title: 'List my videos',
  description: `The caller's own videos, newest first: id, title, status, percent and cost of each. get_video has the rest.`,
  input: inputOf(listInput),
  output: outputOf(
    z.object({
      videos: z.array(listedVideo),
      next: z.string().optional().describe('cursor of the following page'),
    }),
  ),
  effect: 'reads',
  async call(given, { api, signal }) {
    const asked = Object.entries(argumentsBy(listInput, given)).filter(([, value]) => value !== undefined);
    const query = Object.fromEntries(asked.map(([name, value]) => [name, String(value)]));
    const { videos, next } = (await api.call('listVideos', { query }, signal)).body as JobListJson;
    return {
      content: {
        videos: videos.map((job) => listedVideo.parse(job)),
        ...(next === undefined ? {} : { next }),
      },
    };
  },
};

const cancel: Tool = {
  name: 'cancel_video',
  title: 'Cancel a video',
  description: `Stops a video that is queued or running. One that has ended is left as it is, and says so.`,
  input: inputOf(byId),
  output: outputOf(videoResult),
  effect: 'once',
  async call(given, { api, signal }) {
    const params = argumentsBy(byId, given);
    return resultOf((await api.call('cancelVideo', { params }, signal)).body as JobJson, api.origin);
  },
};

const retry: Tool = {
  name: 'retry_video',
  title: 'Try a failed video again',
  description: `Makes a video that failed again, with the parts that are made already. The id stays the same. Also makes a finished video again whose files are damaged or gone.`,
  input: inputOf(byId),
  output: outputOf(videoResult),
  effect: 'again',
  async call(given, { api, signal }) {
    const params = argumentsBy(byId, given);
    return resultOf((await api.call('retryVideo', { params }, signal)).body as JobJson, api.origin);
  },
};

export const videoTools: readonly Tool[] = [create, get, list, cancel, retry];
