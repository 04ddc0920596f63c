import { createHash } from 'node:crypto';
import type { JobJson } from '@shortfactory/contract';
import { briefOf, isOutline } from '@shortfactory/core';
import type { Job, TopicSource } from '@shortfactory/core';
import { shownScript } from './short-request.ts';

/** A job as anyone with its id may see it: without owner hashes and object names. */
export function jobAnswer(job: Job, mine: boolean): JobJson {
  const base = `/api/videos/${job.id}`;
  const { short } = job;
  const { source, ...settings } = job.request;
  const done = job.status === 'done' && short !== undefined;
  return {
    id: job.id,
    status: job.status,
    ...defined({ stage: job.stage }),
    percent: job.percent,
    title: job.title,
    ...(done ? { description: short.description } : {}),
    createdAt: time(job.createdMs),
    updatedAt: time(job.updatedMs),
    ...(job.startedMs === undefined ? {} : { startedAt: time(job.startedMs) }),
    ...(job.finishedMs === undefined ? {} : { finishedAt: time(job.finishedMs) }),
    ...defined({ etaSeconds: job.etaSeconds }),
    ...('topic' in source ? topicOf(source) : {}),
    ...(job.script === undefined ? {} : { script: shownScript(job.script) }),
    settings: { ...settings, aspects: [...settings.aspects] },
    stages: job.stages.map(({ stage, state, percent, seconds }) => ({
      stage,
      state,
      percent,
      ...defined({ seconds }),
    })),
    ...(job.frames === undefined ? {} : { frames: { ...job.frames } }),
    scenes: job.scenes.map(({ index, illustration, narrationSeconds, captioned }) => ({
      index,
      state: stateOf(illustration !== undefined, narrationSeconds !== undefined, job),
      ...(illustration === undefined
        ? {}
        : { illustrationUrl: `${base}/scenes/${index}/illustration?v=${versionOf(illustration)}` }),
      ...defined({ narrationSeconds }),
      captioned,
    })),
    outputs: job.outputs.map(({ aspect, bytes, seconds, widthPx, heightPx }) => ({
      aspect,
      url: `${base}/file?aspect=${aspect}`,
      bytes,
      seconds,
      widthPx,
      heightPx,
    })),
    ...(done
      ? {
          captions: { srt: `${base}/captions.srt`, vtt: `${base}/captions.vtt` },
          poster: `${base}/poster`,
        }
      : {}),
    ...(isOutline(job.degraded) ? { kind: 'outline' as const } : {}),
    degraded: [...job.degraded],
    offline: done ? [...short.offline] : [],
    ...(done && short.origin !== undefined
      ? { digitalSourceType: short.origin.video, ...defined({ disclosure: short.origin.disclosure }) }
      : {}),
    ...(done && short.credits !== undefined
      ? { credits: short.credits.map((credit) => ({ ...credit })) }
      : {}),
    costUsd: job.costUsd,
    ...(job.error === undefined ? {} : { error: errorOf(job.error) }),
    mine,
  };
}

/** A topic and what came with it. */
function topicOf(source: TopicSource): Pick<JobJson, 'topic' | 'brief'> {
  const { sources, ...others } = briefOf(source);
  const shown = sources?.map(({ title, text }) => ({
    ...(title !== undefined && { title }),
    chars: text.length,
  }));
  const brief = { ...others, ...(shown && { sources: shown }) };
  return { topic: source.topic, ...(Object.keys(brief).length > 0 && { brief }) };
}

/** Changes with the picture, so that its URL can be cached forever. */
export function versionOf(object: string): string {
  return createHash('sha256').update(object).digest('hex').slice(0, 12);
}

function stateOf(drawn: boolean, spoken: boolean, job: Job): JobJson['scenes'][number]['state'] {
  if (drawn && spoken) return 'ready';
  if (job.status !== 'running') return 'waiting';
  if (drawn) return 'speaking';
  return spoken || job.stages.some(({ stage, state }) => stage === 'illustrate' && state === 'running')
    ? 'drawing'
    : 'waiting';
}

function errorOf({ stage, scene, title, detail, retryable }: NonNullable<Job['error']>) {
  return { stage, ...defined({ scene }), title, detail, retryable };
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the fields that are undefined. */
export function defined<T extends Record<string, unknown>>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
