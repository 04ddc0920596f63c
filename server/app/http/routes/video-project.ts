import { Readable } from 'node:stream';
import { ASPECTS, NotFound, projectFiles } from '@shortfactory/core';
import type { Delivery, ProjectFile } from '@shortfactory/core';
import { HTTP_LIMITS } from '@shortfactory/http-server';
import { notedParts } from '@shortfactory/jobs';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import { fileName, plainFileName } from '../files/file-name.ts';
import { zipped } from '../files/zip.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { finishedOf, outputOf, VIDEO_ID } from './videos.ts';

/** A finished video for an editing program. Anyone with the id may fetch it. */
export function videoProjectRoutes(deps: AppDeps): Route[] {
  const { delivery, objects, studio } = deps;
  const limits = { ...HTTP_LIMITS, ...deps.limits };
  return [
    route(
      {
        method: 'GET',
        path: '/api/videos/:id/project.zip',
        id: 'getProject',
        tag: 'Files',
        access: 'anyone',
        bucket: 'make',
        within: 'makingMs',
        gives: ['application/zip'],
        summary: 'A folder for an editing program, for two days after the video was made',
        description:
          'OpenTimelineIO and Final Cut Pro XML with tracks of scenes, voice, music and captions, and the media that they name beside themselves. The first aspect without `aspect`.',
        params: VIDEO_ID,
        query: z.strictObject({
          aspect: z.enum(ASPECTS, { error: `is not one of ${ASPECTS.join(', ')}` }).optional(),
        }),
        answers: { 200: { description: 'A ZIP archive', type: 'application/zip' } },
      },
      async ({ params, query, signal, ctx }) => {
        const { job, short } = await finishedOf(deps, params.id);
        const output = outputOf(job, query.aspect);
        const parts = await notedParts(objects, job);
        if (!parts) throw new NotFound(NO_PARTS);
        const stems = await studio.stems(parts, signal);
        const files = projectFiles(short, output, parts, stems);
        const filename = fileName(job.title, 'project', 'zip');
        ctx.attachment(filename, { type: 'attachment', fallback: plainFileName(filename) });
        // A client that stops reading keeps a file open; after this long without a byte read, both ends are closed.
        ctx.res.setTimeout(limits.idleWriteMs, () => ctx.res.destroy());
        const entries = files.map((file) => ({ path: file.path, open: () => opened(delivery, file) }));
        const body = Readable.from(zipped(entries, job.finishedMs ?? job.updatedMs), { objectMode: false });
        return { status: 200, body, type: 'application/zip' };
      },
    ),
  ];
}

const NO_PARTS =
  'What this video was put together from is not known any more: it is for two days after it was made. Make it again for a project.';

async function opened(delivery: Delivery, file: ProjectFile): Promise<AsyncIterable<Uint8Array | string>> {
  if ('text' in file) return Readable.from([file.text]);
  const stream = await delivery.open(file.object);
  if (!stream) throw new NotFound('This file is not there any more.');
  return stream;
}
