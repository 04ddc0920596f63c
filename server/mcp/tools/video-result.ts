import { jobJson } from '@shortfactory/contract';
import type { JobJson } from '@shortfactory/contract';
import type { Stage } from '@shortfactory/core';
import { z } from 'zod';
import type { Link, Result } from './tool.ts';

const absolute = z.string().describe('absolute; who has it may fetch it');

/** A job without what only a page shows: its scenes, its stages, its script. */
export const videoResult = z
  .object({
    summary: z.string().describe('what there is to know, in a sentence or two'),
    ...jobJson.pick({
      id: true,
      status: true,
      stage: true,
      percent: true,
      etaSeconds: true,
      title: true,
      topic: true,
      kind: true,
      createdAt: true,
      finishedAt: true,
      description: true,
      degraded: true,
      costUsd: true,
      error: true,
      mine: true,
    }).shape,
    outputs: z.array(jobJson.shape.outputs.element.extend({ url: absolute })),
    captions: z.object({ srt: absolute, vtt: absolute }).optional(),
    poster: absolute.optional(),
  })
  .describe('a video, and how far it is');

/** What a list says of a video. */
export const listedVideo = z.object(
  jobJson.pick({ id: true, status: true, percent: true, title: true, createdAt: true, costUsd: true }).shape,
);

const ASKS_AGAIN = 'Call get_video with this id and waitSeconds to wait for it.';

/** A job as the result of a tool. */
export function resultOf(job: JobJson, origin: string, before = ''): Result {
  const outputs = job.outputs.map((output) => ({ ...output, url: new URL(output.url, origin).href }));
  const captions = job.captions && {
    srt: new URL(job.captions.srt, origin).href,
    vtt: new URL(job.captions.vtt, origin).href,
  };
  const poster = job.poster && new URL(job.poster, origin).href;
  const summary = `${before}${summaryOf(job)}`;
  const content = videoResult.parse({
    ...job,
    ...{ outputs, summary },
    ...(captions && { captions }),
    ...(poster !== undefined && { poster }),
  });
  const links: Link[] = [
    ...outputs.map(({ url, aspect, bytes }) => ({
      ...{ uri: url, name: `${job.title} (${aspect})`, mimeType: 'video/mp4', size: bytes },
    })),
    ...(captions
      ? [
          { uri: captions.srt, name: `${job.title} (captions, SubRip)`, mimeType: 'application/x-subrip' },
          { uri: captions.vtt, name: `${job.title} (captions, WebVTT)`, mimeType: 'text/vtt' },
        ]
      : []),
    ...(poster === undefined ? [] : [{ uri: poster, name: `${job.title} (poster)`, mimeType: 'image/jpeg' }]),
  ];
  return { content, links: job.status === 'done' ? links : [] };
}

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  story: 'finding the story',
  script: 'writing the script',
  illustrate: 'drawing',
  narrate: 'speaking',
  caption: 'timing the captions',
  compose: 'rendering',
  publish: 'storing',
};

/** How far a job is, in a few words. */
export function progressOf({ status, stage, percent }: JobJson): string {
  if (status === 'queued') return 'waiting for its turn';
  return `${stage === undefined ? status : STAGE_WORDS[stage]}, ${Math.floor(percent)} %`;
}

function summaryOf(job: JobJson): string {
  const { status, outputs, error, etaSeconds } = job;
  if (status === 'done') {
    const seconds = Math.round(outputs[0]?.seconds ?? 0);
    return `Done: ${seconds} s of video, in ${outputs.map(({ aspect }) => aspect).join(', ')}. Its links are in outputs.`;
  }
  if (status === 'failed') {
    const again = error?.retryable === true ? ' retry_video tries again; what is made is used again.' : '';
    return `Failed: ${error === undefined ? 'no reason was stored.' : `${error.title}. ${error.detail}`}${again}`;
  }
  if (status === 'cancelled') return 'Cancelled; nothing more is made.';
  const left = etaSeconds === undefined ? '' : `, about ${Math.ceil(etaSeconds)} s left`;
  return `Under way: ${progressOf(job)}${left}. ${ASKS_AGAIN}`;
}
