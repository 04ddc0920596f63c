import { ASPECTS, NotFound } from '@shortfactory/core';
import { HTTP_LIMITS } from '@shortfactory/http-server';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import { fileName } from '../files/file-name.ts';
import { versionOf } from '../videos/job-answer.ts';
import type { AnswerShape, Call, Route, RouteShape } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { serveObject } from '../files/serve-object.ts';
import type { ServeOptions } from '../files/serve-object.ts';
import { finishedOf, jobOf, outputOf, VIDEO_ID } from './videos.ts';

export const DOWNLOAD = z
  .enum(['0', '1'], { error: 'is not 0 or 1' })
  .transform((value) => value === '1')
  .optional()
  .describe('1 saves the file under a name');
const ASPECT = z.enum(ASPECTS, { error: `is not one of ${ASPECTS.join(', ')}` }).optional();
const SCENE = VIDEO_ID.extend({
  n: z
    .string()
    .regex(/^[0-9]{1,2}$/)
    .transform(Number),
});
const VERSION = z.string().max(64, { error: 'has more than 64 characters' }).optional();

function answersOf(type: string, what: string): Record<number, AnswerShape> {
  return {
    200: { description: what, type, headers: { ETag: 'Names this content', 'Accept-Ranges': '`bytes`' } },
    206: { description: 'The part that Range asks for', type, headers: { 'Content-Range': 'Which part' } },
    302: {
      description: 'Where the file is, when the store is a bucket',
      headers: { Location: 'A signed link' },
    },
    304: { description: 'It is as the caller knows it' },
  };
}

/** What every route of a file has in common. */
export function fileShape<const S extends Pick<RouteShape, 'path' | 'id' | 'summary'>>(
  shape: S,
  type: string,
) {
  return {
    method: 'GET',
    tag: 'Files',
    access: 'anyone',
    bucket: 'file',
    gives: [],
    within: 'unlimited',
    headers: {
      Range: 'One range of bytes',
      'If-None-Match': 'An ETag that is known',
      'If-Range': 'An ETag or a date',
    },
    answers: answersOf(type, shape.summary),
    problems: ['precondition-failed', 'range-not-satisfiable', 'damaged'],
    ...shape,
  } as const;
}

/** A video's files. Anyone with the id may read them; links to a bucket end after an hour. */
export function videoFileRoutes(deps: AppDeps): Route[] {
  const limits = { ...HTTP_LIMITS, ...deps.limits };
  const serve = ({ ctx }: Pick<Call<RouteShape>, 'ctx'>, object: string, options: ServeOptions) =>
    serveObject(ctx, deps.delivery, limits, object, options);
  const captionRoute = (format: 'srt' | 'vtt', type: string): Route =>
    route(
      {
        ...fileShape(
          {
            path: `/api/videos/:id/captions.${format}`,
            id: `get${format === 'srt' ? 'Srt' : 'Vtt'}Captions`,
            summary: `The captions as ${format.toUpperCase()}`,
          },
          type,
        ),
        params: VIDEO_ID,
        query: z.strictObject({ download: DOWNLOAD }),
      },
      async (call) => {
        const { job, short } = await finishedOf(deps, call.params.id);
        return serve(call, short.captions[format], {
          contentType: `${type}; charset=utf-8`,
          filename: fileName(job.title, short.language, format),
          download: call.query.download ?? false,
          immutable: true,
        });
      },
    );
  return [
    route(
      {
        ...fileShape(
          { path: '/api/videos/:id/file', id: 'getVideoFile', summary: 'The video as MP4' },
          'video/mp4',
        ),
        params: VIDEO_ID,
        query: z.strictObject({ aspect: ASPECT, download: DOWNLOAD }),
      },
      async (call) => {
        const { job } = await finishedOf(deps, call.params.id);
        const { aspect, download = false } = call.query;
        const output = outputOf(job, aspect);
        return serve(call, output.object, {
          contentType: 'video/mp4',
          filename: fileName(job.title, output.aspect.replace(':', 'x'), 'mp4'),
          download,
          bytes: output.bytes,
          immutable: true,
        });
      },
    ),
    captionRoute('srt', 'application/x-subrip'),
    captionRoute('vtt', 'text/vtt'),
    route(
      {
        ...fileShape(
          { path: '/api/videos/:id/poster', id: 'getPoster', summary: 'A still of the video' },
          'image/*',
        ),
        params: VIDEO_ID,
        query: z.strictObject({ download: DOWNLOAD }),
      },
      async (call) => {
        const { job, short } = await finishedOf(deps, call.params.id);
        return serve(call, short.poster, {
          filename: fileName(job.title, 'poster', 'jpg'),
          download: call.query.download ?? false,
          immutable: true,
        });
      },
    ),
    route(
      {
        ...fileShape(
          {
            path: '/api/videos/:id/scenes/:n/illustration',
            id: 'getIllustration',
            summary: "A scene's picture, scenes counted from 0",
          },
          'image/*',
        ),
        params: SCENE,
        query: z.strictObject({ v: VERSION, download: DOWNLOAD }),
      },
      async (call) => {
        const job = await jobOf(deps, call.params.id);
        const object = job.scenes.find(({ index }) => index === call.params.n)?.illustration;
        if (object === undefined) throw new NotFound('This scene has no picture yet.');
        return serve(call, object, {
          filename: fileName(job.title, `scene-${call.params.n + 1}`, 'jpg'),
          download: call.query.download ?? false,
          immutable: call.query.v === versionOf(object),
        });
      },
    ),
  ];
}
