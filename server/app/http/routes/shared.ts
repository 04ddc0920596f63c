import type { VideoLink } from '@shortfactory/access';
import { sharedJson } from '@shortfactory/contract';
import type { SharedJson } from '@shortfactory/contract';
import { ASPECTS } from '@shortfactory/core';
import type { Job, Short } from '@shortfactory/core';
import { HTTP_LIMITS } from '@shortfactory/http-server';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import { fileName } from '../files/file-name.ts';
import { serveObject } from '../files/serve-object.ts';
import type { ServeOptions } from '../files/serve-object.ts';
import type { HttpContext } from '../routing/context.ts';
import type { Answer, Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { defined } from '../videos/job-answer.ts';
import { linkEnded } from './links.ts';
import { DOWNLOAD, fileShape } from './video-files.ts';
import { outputOf } from './videos.ts';

const TOKEN = z.strictObject({ token: z.string() });
const ASPECT = z.enum(ASPECTS, { error: `is not one of ${ASPECTS.join(', ')}` }).optional();

interface Shared {
  readonly job: Job;
  readonly short: Short;
  readonly link: VideoLink;
}

/**
 * What whoever has a link may see of its video. No answer says which video it is: files come through here and not from the
 * bucket, whose addresses have its id in them.
 */
export function sharedRoutes(deps: AppDeps): Route[] {
  const { jobs, links } = deps;
  const limits = { ...HTTP_LIMITS, ...deps.limits };
  const sharedBy = async (token: string): Promise<Shared> => {
    const found = await links.find(token);
    const job = found && (await jobs.get(found.videoId));
    if (!job || job.status !== 'done' || !job.short) throw linkEnded();
    return { job, short: job.short, link: found.link };
  };
  const serve = (
    ctx: HttpContext,
    object: string,
    options: Pick<ServeOptions, 'contentType' | 'filename' | 'download' | 'bytes'>,
  ): Promise<Answer> =>
    // Not to be kept by a browser: a revoked link plays nothing.
    serveObject(ctx, deps.delivery, limits, object, { ...options, immutable: false, hidesName: true });
  return [
    route(
      {
        method: 'GET',
        path: '/api/shared/:token',
        id: 'getShared',
        tag: 'Links',
        summary: 'A video by a link to it',
        description:
          'A link that has ended, was revoked, lost its video or was never made is answered alike (404).',
        access: 'anyone',
        bucket: 'read',
        params: TOKEN,
        answers: { 200: { description: 'What is shown of it', schema: sharedJson } },
      },
      async ({ params: { token } }) => ({
        status: 200,
        body: shownBy(token, await sharedBy(token)),
        headers: { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' },
      }),
    ),
    route(
      {
        ...fileShape(
          { path: '/api/shared/:token/file', id: 'getSharedFile', summary: 'The video as MP4, by a link' },
          'video/mp4',
        ),
        tag: 'Links',
        params: TOKEN,
        query: z.strictObject({ aspect: ASPECT, download: DOWNLOAD }),
      },
      async ({ ctx, params: { token }, query: { aspect, download = false } }) => {
        const { job, link } = await sharedBy(token);
        if (download && !link.download) throw linkEnded();
        const output = outputOf(job, aspect);
        if (!download && isBeginning(ctx)) links.watched(job.id, link.id);
        return serve(ctx, output.object, {
          contentType: 'video/mp4',
          filename: fileName(job.title, output.aspect.replace(':', 'x'), 'mp4'),
          download,
          bytes: output.bytes,
        });
      },
    ),
    route(
      {
        ...fileShape(
          { path: '/api/shared/:token/poster', id: 'getSharedPoster', summary: 'A still of it, by a link' },
          'image/*',
        ),
        tag: 'Links',
        params: TOKEN,
      },
      async ({ ctx, params: { token } }) => {
        const { job, short } = await sharedBy(token);
        return serve(ctx, short.poster, { filename: fileName(job.title, 'poster', 'jpg'), download: false });
      },
    ),
    route(
      {
        ...fileShape(
          {
            path: '/api/shared/:token/captions.vtt',
            id: 'getSharedCaptions',
            summary: 'Its captions as VTT, by a link',
          },
          'text/vtt',
        ),
        tag: 'Links',
        params: TOKEN,
      },
      async ({ ctx, params: { token } }) => {
        const { job, short } = await sharedBy(token);
        return serve(ctx, short.captions.vtt, {
          contentType: 'text/vtt; charset=utf-8',
          filename: fileName(job.title, short.language, 'vtt'),
          download: false,
        });
      },
    ),
  ];
}

function shownBy(token: string, { job, short, link }: Shared): SharedJson {
  const base = `/api/shared/${token}`;
  return {
    title: job.title,
    language: short.language,
    finishedAt: time(job.finishedMs ?? job.updatedMs),
    endsAt: time(link.endsMs),
    download: link.download,
    outputs: job.outputs.map(({ aspect, bytes, seconds, widthPx, heightPx }) => ({
      ...{ aspect, bytes, seconds, widthPx, heightPx },
      url: `${base}/file?aspect=${aspect}`,
    })),
    poster: `${base}/poster`,
    captions: `${base}/captions.vtt`,
    text: short.script.scenes.map(({ narration }) => narration),
    ...(short.origin === undefined ? {} : { digitalSourceType: short.origin.video }),
    ...defined({ disclosure: short.origin?.disclosure }),
    ...(short.credits === undefined ? {} : { credits: short.credits.map((credit) => ({ ...credit })) }),
  };
}

/** Whether a player begins here; one that looks for the length asks for the first two bytes before. */
function isBeginning(ctx: HttpContext): boolean {
  const range = ctx.get('Range');
  return ctx.method === 'GET' && (range === '' || (/^bytes=0-/.test(range) && range !== 'bytes=0-1'));
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}
