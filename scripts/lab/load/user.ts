import { setTimeout as sleep } from 'node:timers/promises';
import type { Recorder } from './recorder.ts';
import { Visitor } from './visitor.ts';

/** Between two looks at one's video. */
const POLL_MS = 1000;
const LIST_EVERY = 10;
const RANGE_BYTES = 1024;

export interface UserOptions {
  readonly url: string;
  /** Makes this user's video unlike the others', so that nothing is found made. */
  readonly number: number;
  readonly deadlineMs: number;
  readonly recorder: Recorder;
  readonly signal: AbortSignal;
}

interface SeenJob {
  readonly id: string;
  readonly status: string;
  readonly outputs: readonly { readonly url: string; readonly bytes: number }[];
}

/** Looks at the options, asks for a short video, follows and polls it, lists its own, and fetches the file. Never throws. */
export async function actAsUser({ url, number, deadlineMs, recorder, signal }: UserOptions): Promise<void> {
  const visitor = new Visitor(url, recorder);
  const over = new AbortController();
  const late = AbortSignal.timeout(deadlineMs);
  const given = { signal: AbortSignal.any([signal, late, over.signal]) };
  const began = performance.now();
  try {
    await visitor.ask('GET /api/options', '/api/options', given);
    const body = { script: scriptOf(number) };
    const accepted = await visitor.ask('POST /api/videos', '/api/videos', { ...given, method: 'POST', body });
    if (accepted?.status !== 202) return recorder.ended('unfinished', 0);
    const path = String(accepted.headers.location);
    const followed = visitor.follow('GET /api/videos/:id/events', `${path}/events`, given.signal);
    const job = await poll(visitor, path, given);
    const waitedMs = performance.now() - began;
    if (job?.status !== 'done' && job?.status !== 'failed' && job?.status !== 'cancelled') {
      return recorder.ended('unfinished', waitedMs);
    }
    recorder.ended(job.status, waitedMs);
    const lastEvent = await followed;
    if (lastEvent !== job.status) recorder.fault(`an event stream ended with ${lastEvent ?? 'nothing'}`);
    if (job.status === 'done') await fetchFile(visitor, job, given, recorder);
  } finally {
    over.abort();
    visitor.close();
  }
}

async function poll(
  visitor: Visitor,
  path: string,
  given: { signal: AbortSignal },
): Promise<SeenJob | undefined> {
  for (let look = 1; !given.signal.aborted; look++) {
    const seen = await visitor.ask('GET /api/videos/:id', path, given);
    if (seen?.status === 200) {
      const job = JSON.parse(seen.body.toString('utf8')) as SeenJob;
      if (job.status !== 'queued' && job.status !== 'running') return job;
    }
    if (look % LIST_EVERY === 0) await visitor.ask('GET /api/videos', '/api/videos', given);
    // Not all at the same moment.
    await sleep(POLL_MS * (0.5 + Math.random()), undefined, given).catch(() => undefined);
  }
  return undefined;
}

async function fetchFile(
  visitor: Visitor,
  job: SeenJob,
  given: { signal: AbortSignal },
  recorder: Recorder,
): Promise<void> {
  const output = job.outputs[0];
  if (!output) return recorder.fault('a finished job has no file');
  const file = await visitor.ask('GET /api/videos/:id/file', output.url, given);
  // A link to a bucket leads to another server.
  if (file?.status === 302) return;
  if (file?.status !== 200) return;
  if (file.body.byteLength !== output.bytes) recorder.fault('a file has another length than its job says');
  if (file.body.subarray(4, 8).toString('latin1') !== 'ftyp') recorder.fault('a file is not an MP4');
  const headers = { Range: `bytes=0-${RANGE_BYTES - 1}` };
  const part = await visitor.ask('GET /api/videos/:id/file (Range)', output.url, { ...given, headers });
  if (part && (part.status !== 206 || !part.body.equals(file.body.subarray(0, RANGE_BYTES)))) {
    recorder.fault('a range is not the part of the file that was asked for');
  }
}

function scriptOf(number: number): object {
  return {
    title: `Load ${number}`,
    language: 'en',
    scenes: [
      {
        narration: `This is visitor number ${number}, who waits for a video.`,
        visual: `a queue of ${number} people`,
      },
      { narration: `Number ${number} has it now.`, visual: `a person with ${number} balloons` },
    ],
  };
}
