import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jobJson } from '@shortfactory/contract';
import type { JobJson } from '@shortfactory/contract';
import type { ApiClient } from '../smoke/api-client.ts';

/** An address may ask 120 times a minute, and what a step asks besides has to fit in. */
const POLL_MS = 1000;
const CANCEL_MS = 30_000;
const SENTENCES = [
  'The kettle hums before the morning has a name.',
  'A gull walks along the pier as if it were paid for it.',
  'Somebody left a red umbrella open in the rain.',
  'The last tram turns around and carries nobody home.',
  'Under the bridge the river keeps its own hours.',
  'A baker counts the loaves twice and sells one more.',
] as const;

/** A video of some seconds, or `times` as long, that no other run has made: nothing of it is found in the store. */
export async function startJob(api: ApiClient, signal: AbortSignal, times = 1): Promise<JobJson> {
  const mark = `Run ${Date.now().toString(36)} ${Math.random().toString(36).slice(2, 8)}.`;
  const script = {
    title: mark,
    language: 'en',
    scenes: Array.from({ length: times }, (_, time) =>
      SENTENCES.map((sentence) => ({ narration: `${sentence} ${mark} ${time + 1}.`, visual: sentence })),
    ).flat(),
  };
  return jobJson.parse(await api.json('POST', '/api/videos', signal, { script }));
}

/** Follows a job; what cannot be read now is read again. Rejects when it is not where it was to be in time. */
export async function untilJob(
  api: ApiClient,
  id: string,
  reached: (job: JobJson) => boolean,
  withinSeconds: number,
  signal: AbortSignal,
  everyMs = POLL_MS,
): Promise<JobJson> {
  const deadline = performance.now() + withinSeconds * 1000;
  let last: JobJson | undefined;
  while (performance.now() < deadline) {
    last = await api.json('GET', `/api/videos/${id}`, signal).then(
      (answer) => jobJson.parse(answer),
      () => last,
    );
    signal.throwIfAborted();
    if (last && reached(last)) return last;
    await sleep(everyMs, undefined, { signal });
  }
  throw new Error(`the job is ${last?.status ?? 'not to be read'} after ${withinSeconds} s`);
}

/** So that it takes no worker from what is tried next; also after an interruption. One that is over stays as it is. */
export async function cancelJob(api: ApiClient, id: string): Promise<void> {
  const signal = AbortSignal.timeout(CANCEL_MS);
  await api.json('POST', `/api/videos/${id}/cancel`, signal).catch(() => undefined);
}

export const isOver = ({ status }: JobJson): boolean => ['done', 'failed', 'cancelled'].includes(status);
export const isRendering = ({ status, percent }: JobJson): boolean =>
  (status === 'running' && percent >= 5) || isOver({ status } as JobJson);

/** That it ended well, once, with one file of the size that it says. Rejects with what is not so. */
export async function endedOnce(api: ApiClient, job: JobJson, signal: AbortSignal): Promise<void> {
  if (job.status !== 'done') throw new Error(`the job ${job.status}: ${job.error?.detail ?? 'no reason'}`);
  const [output, ...more] = job.outputs;
  if (!output || more.length > 0) throw new Error(`the job has ${job.outputs.length} outputs`);
  const folder = await mkdtemp(join(tmpdir(), 'shortfactory-parity-'));
  try {
    const bytes = await api.download(output.url, join(folder, 'video.mp4'), signal);
    if (bytes !== output.bytes) throw new Error(`the file has ${bytes} bytes, the job says ${output.bytes}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const again = jobJson.parse(await api.json('GET', `/api/videos/${job.id}`, signal));
  if (again.finishedAt !== job.finishedAt || again.status !== 'done')
    throw new Error(`the job ended at ${job.finishedAt ?? ''}, and again at ${again.finishedAt ?? ''}`);
}
