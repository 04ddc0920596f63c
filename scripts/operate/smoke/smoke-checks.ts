import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { healthJson, jobJson, parseScript, storyJson } from '@shortfactory/contract';
import type { JobJson } from '@shortfactory/contract';
import type { Ffmpeg } from '@shortfactory/renderer';
import type { ApiClient } from './api-client.ts';
import { direct } from './door.ts';
import type { Door } from './door.ts';

export interface SmokeOptions {
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
  /** A video that takes longer than this has failed. */
  readonly videoDeadlineMs: number;
  readonly ffmpeg: Ffmpeg;
}

const POLL_MS = 1500;
const TOPIC = 'Why the sky is blue';

/** Uses a deployment as a person would: health, story, script, a short video, its file. Rejects with what went wrong. */
export async function smokeApi(api: ApiClient, options: SmokeOptions): Promise<void> {
  const { say, signal } = options;
  const health = healthJson.parse(await api.json('GET', '/health', signal));
  say(`health: ${health.status}, version ${health.version}, revision ${health.revision}`);
  const story = storyJson.parse(await api.json('POST', '/api/stories', signal, { topic: TOPIC }));
  say(`story: ${story.title}`);
  const written = parseScript(
    await api.json('POST', '/api/scripts', signal, { story, topic: TOPIC, seconds: 10 }),
  );
  say(`script: ${written.scenes.length} scenes`);
  const script = { ...written, scenes: written.scenes.slice(0, 2) };
  const created = jobJson.parse(await api.json('POST', '/api/videos', signal, { script }));
  const job = await finished(api, created, options);
  await playable(api, job, options);
  await api.json('DELETE', `/api/videos/${job.id}`, signal);
}

async function finished(api: ApiClient, created: JobJson, options: SmokeOptions): Promise<JobJson> {
  const deadline = performance.now() + options.videoDeadlineMs;
  for (;;) {
    const job = jobJson.parse(await api.json('GET', `/api/videos/${created.id}`, options.signal));
    if (job.status === 'done') return job;
    if (job.status === 'failed' || job.status === 'cancelled') {
      throw new Error(`The video ${job.status}: ${job.error?.detail ?? 'no reason was given'}`);
    }
    if (performance.now() > deadline) {
      throw new Error(
        `The video is still ${job.status} (${Math.round(job.percent)} %) after ${options.videoDeadlineMs / 1000} s.`,
      );
    }
    await sleep(POLL_MS, undefined, { signal: options.signal });
  }
}

/** Downloads every output and decodes it to its end. */
async function playable(api: ApiClient, job: JobJson, { say, signal, ffmpeg }: SmokeOptions): Promise<void> {
  if (job.outputs.length === 0) throw new Error('The video is done but has no file.');
  const folder = await mkdtemp(join(tmpdir(), 'shortfactory-smoke-'));
  try {
    for (const [index, output] of job.outputs.entries()) {
      const file = join(folder, `${index}.mp4`);
      const bytes = await api.download(output.url, file, signal);
      if (bytes !== output.bytes)
        throw new Error(`The file has ${bytes} bytes; the job says ${output.bytes}.`);
      await ffmpeg.run(
        {
          doing: 'decode the downloaded video',
          inputs: [{ options: ['-protocol_whitelist', 'file,pipe', '-f', 'mov'], source: `file:${file}` }],
          outputs: [{ options: ['-map', '0:v', '-map', '0:a', '-f', 'null'], file: '-' }],
        },
        { signal },
      );
      say(`video: ${output.aspect}, ${output.seconds.toFixed(1)} s, ${bytes} bytes, plays to its end`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Waits until every address answers /live; what is not there yet is asked again. */
export async function untilReady(
  urls: readonly string[],
  seconds: number,
  signal: AbortSignal,
  door: Door = direct,
): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  for (const url of urls) {
    while (performance.now() < deadline) {
      const alive = await door(new URL('/live', url), { signal }).then(
        (response) => response.ok,
        () => false,
      );
      if (alive) break;
      await sleep(200, undefined, { signal });
    }
  }
}

/** What a stranger may see where people sign in: the way there, or a refusal. */
const TO_STRANGERS = [302, 303, 401, 403];

/** The web UI answers and shows its first page; where people sign in, it shows a stranger none. */
export async function smokeUi(
  base: string,
  { say, signal, peopleSignIn }: Pick<SmokeOptions, 'say' | 'signal'> & { readonly peopleSignIn: boolean },
  door: Door = direct,
): Promise<void> {
  if (peopleSignIn) {
    const response = await door(new URL('/', base), { signal });
    await response.arrayBuffer();
    if (!TO_STRANGERS.includes(response.status)) {
      throw new Error(
        `GET / of the UI answered ${response.status} to a stranger; a way to sign in was expected.`,
      );
    }
    return say('ui: lets nobody in who has not signed in');
  }
  for (const [path, expected] of [
    ['/live', ''],
    ['/', 'ShortFactory'],
  ] as const) {
    const response = await door(new URL(path, base), { signal });
    const text = await response.text();
    if (!response.ok) throw new Error(`GET ${path} of the UI answered ${response.status}.`);
    if (!text.includes(expected)) throw new Error(`GET ${path} of the UI is not ShortFactory's page.`);
  }
  say('ui: its first page is there');
}
