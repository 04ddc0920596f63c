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
    kit: absolute
      .optional()
      .describe(
        'JSON of all that goes with the video where it is posted: words, hashtags, credits, alt text',
      ),
    project: absolute
      .optional()
      .describe('ZIP of a folder for an editing program; for two days after the video was made'),
  })
  .describe('a video, and how far it is');

/** What a list says of a video. */
export const listedVideo = z.object(
  jobJson.pick({ id: true, status: true, percent: true, title: true, createdAt: true, costUsd: true }).shape,
);

const ASKS_AGAIN = 'Call get_video with this id and waitSeconds to wait for it.';

/** A job as the result of a tool. */
export function resultOf(job: JobJson, origin: string, before = ''): Result {
  const at = (path: string): string => new URL(path, origin).href;
  const outputs = job.outputs.map((output) => ({ ...output, url: at(output.url) }));
  const captions = job.captions && { srt: at(job.captions.srt), vtt: at(job.captions.vtt) };
  const poster = job.poster && at(job.poster);
  const besides = job.status === 'done' && {
    kit: at(`/api/videos/${job.id}/kit`),
    project: at(`/api/videos/${job.id}/project.zip`),
  };
  const summary = `${before}${summaryOf(job)}`;
  const content = videoResult.parse({
    ...job,
    ...{ outputs, summary },
    ...(captions && { captions }),
    ...(poster !== undefined && { poster }),
    ...besides,
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
    ...(besides
      ? [
          { uri: besides.kit, name: `${job.title} (publish kit)`, mimeType: 'application/json' },
          {
            uri: besides.project,
            name: `${job.title} (project for an editing program)`,
            mimeType: 'application/zip',
          },
        ]
      : []),
  ];
  return { content, links: besides ? links : [] };
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
    return `Done: ${seconds} s of video, in ${outputs.map(({ aspect }) => aspect).join(', ')}. Its links are in outputs; kit has the words to post with it.`;
  }
  if (status === 'failed') {
    const again = error?.retryable === true ? ' retry_video tries again; what is made is used again.' : '';
    return `Failed: ${error === undefined ? 'no reason was stored.' : `${error.title}. ${error.detail}`}${again}`;
  }
  if (status === 'cancelled') return 'Cancelled; nothing more is made.';
  const left = etaSeconds === undefined ? '' : `, about ${Math.ceil(etaSeconds)} s left`;
  return `Under way: ${progressOf(job)}${left}. ${ASKS_AGAIN}`;
}
