import type { JobJson } from '@shortfactory/contract';
import { jobId, octopusJob } from './jobs.ts';

interface OnShelf {
  readonly name: string;
  readonly title: string;
  readonly daysAgo: number;
  readonly seconds: number;
  readonly degraded?: string;
  readonly stopped?: { readonly title: string };
}

const SHELF: readonly OnShelf[] = [
  { name: 'pompeii', title: 'Pompeii’s last morning', daysAgo: 1, seconds: 44 },
  { name: 'bees', title: 'How bees give directions', daysAgo: 1.1, seconds: 38 },
  {
    name: 'sleep',
    title: 'What your brain does at 3\u00a0am',
    daysAgo: 1.2,
    seconds: 0,
    stopped: { title: 'Voice didn’t answer' },
  },
  { name: 'moon', title: 'What the Moon smells like', daysAgo: 2, seconds: 31 },
  { name: 'light', title: 'The lighthouse with no keeper', daysAgo: 3, seconds: 52 },
  { name: 'penguin', title: 'How penguins propose', daysAgo: 4, seconds: 29 },
  {
    name: 'train',
    title: 'The slowest express in the world',
    daysAgo: 5,
    seconds: 41,
    degraded:
      'Scene 2’s picture was drawn offline: The picture service didn’t answer, so we drew a simpler one here.',
  },
  { name: 'bread', title: 'Why bread rises', daysAgo: 5.1, seconds: 36 },
  { name: 'coffee', title: 'Coffee doesn’t give you energy', daysAgo: 6, seconds: 40 },
  { name: 'space', title: 'Seven minutes of terror', daysAgo: 6.2, seconds: 45 },
];

/** A visitor's videos as the design's library shows them, newest first. */
export function shelf(nowMs: number): JobJson[] {
  return [octopusJob('running', nowMs), ...SHELF.map((each) => onShelf(each, nowMs))];
}

function onShelf({ name, title, daysAgo, seconds, degraded, stopped }: OnShelf, nowMs: number): JobJson {
  const id = jobId(name);
  const made = new Date(nowMs - daysAgo * 86_400_000).toISOString();
  const job = octopusJob(stopped ? 'failed' : 'done', nowMs);
  return {
    ...job,
    id,
    title,
    topic: title,
    createdAt: made,
    updatedAt: made,
    startedAt: made,
    finishedAt: made,
    scenes: job.scenes.map((scene) => ({
      ...scene,
      illustrationUrl: `/api/videos/${id}/scenes/${scene.index}/illustration?v=1`,
    })),
    degraded: degraded === undefined ? [] : [degraded],
    ...(stopped
      ? {
          error: {
            stage: 'narrate',
            scene: 1,
            detail: 'Try again resumes from where it stopped.',
            retryable: true,
            ...stopped,
          },
        }
      : {
          poster: `/api/videos/${id}/poster`,
          captions: { srt: `/api/videos/${id}/captions.srt`, vtt: `/api/videos/${id}/captions.vtt` },
          outputs: job.outputs
            .slice(0, 1)
            .map((output) => ({ ...output, seconds, url: `/api/videos/${id}/file?aspect=9:16` })),
        }),
  };
}
