import { Readable } from 'node:stream';
import { batchArchiveJson } from '@shortfactory/contract';
import { NotFound } from '@shortfactory/core';
import type { ByteRange, StoredFile } from '@shortfactory/core';
import { HTTP_LIMITS } from '@shortfactory/http-server';
import { z } from 'zod';
import { shownRows } from '../batches/batch-answer.ts';
import { archivesOf } from '../batches/batch-archive.ts';
import type { ArchivePart } from '../batches/batch-archive.ts';
import type { AppDeps } from '../deps.ts';
import { etagOf } from '../files/conditional.ts';
import { fileName, plainFileName } from '../files/file-name.ts';
import { streamed, withoutReading } from '../files/serve-object.ts';
import { Checksums } from '../files/sized-zip.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { BATCH_ID, BATCHES_TAG } from './batches.ts';

const SHAPE = {
  method: 'GET',
  tag: BATCHES_TAG,
  access: 'owner',
  within: 'makingMs',
  params: BATCH_ID,
} as const;
const PART = z.strictObject({
  part: z
    .string()
    .regex(/^[1-9][0-9]{0,3}$/, { error: 'is not the number of a part' })
    .transform(Number)
    .optional()
    .describe('which of its archives, from 1; the first one without it'),
});

/** The videos of a batch that are ready, as archives. */
export function batchArchiveRoutes(deps: AppDeps): Route[] {
  const { batches, delivery } = deps;
  const limits = { ...HTTP_LIMITS, ...deps.limits };
  const checksums = new Checksums();
  const archives = async (id: string, owner: string) => {
    const batch = await batches.get(id, owner);
    const rows = shownRows(batch, await batches.plans(batch));
    const jobs = await batches.jobsOf(rows.map(({ row }) => row));
    return { batch, parts: await archivesOf(batch, rows, jobs, { delivery, checksums }) };
  };
  return [
    route(
      {
        ...SHAPE,
        path: '/api/batches/:id/archive',
        id: 'getBatchArchive',
        summary: 'The archives of its videos that are ready',
        description: 'Each is a ZIP of at most 2 GB; none as long as no video is ready.',
        bucket: 'read',
        answers: { 200: { description: 'Their addresses and lengths', schema: batchArchiveJson } },
      },
      async ({ params: { id }, owner }) => {
        const { parts } = await archives(id, owner);
        const body = {
          parts: parts.map(({ videos, zip: { bytes } }, index) => ({
            ...{ videos, bytes },
            url: `/api/batches/${id}/videos.zip?part=${index + 1}`,
          })),
        };
        return { status: 200, body, headers: { 'Cache-Control': 'no-store' } };
      },
    ),
    route(
      {
        ...SHAPE,
        path: '/api/batches/:id/videos.zip',
        id: 'getBatchVideos',
        summary: 'Its videos that are ready, as a ZIP',
        description:
          'In the order of their rows, with the list of all rows as `rows.csv` in the first part. A download that was cut goes on with `Range` and `If-Range`; when another video has become ready meanwhile it begins anew.',
        bucket: 'file',
        query: PART,
        headers: {
          Range: 'One range of bytes',
          'If-None-Match': 'An ETag that is known',
          'If-Range': 'An ETag or a date',
        },
        gives: ['application/zip'],
        answers: {
          200: { description: 'The archive', type: 'application/zip' },
          206: { description: 'The range of it that was asked for', type: 'application/zip' },
          304: { description: 'It is what the caller has' },
        },
        problems: ['precondition-failed', 'range-not-satisfiable'],
      },
      async ({ params: { id }, query: { part = 1 }, owner, ctx }) => {
        const { batch, parts } = await archives(id, owner);
        const archive = parts[part - 1];
        if (!archive) throw new NotFound(missing(part, parts.length));
        const suffix = parts.length > 1 ? `videos ${part} of ${parts.length}` : 'videos';
        const name = fileName(batch.name ?? 'Batch', suffix, 'zip');
        ctx.attachment(name, { type: 'attachment', fallback: plainFileName(name) });
        const file = storedAs(archive, name, batch.updatedMs);
        const headers = {
          ...{ 'Content-Type': file.contentType, ETag: etagOf(file), 'Accept-Ranges': 'bytes' },
          'Cache-Control': 'private, no-cache',
        };
        const read = async (range: ByteRange | undefined): Promise<Readable> =>
          Readable.from(archive.zip.read(range ?? { first: 0, last: file.bytes - 1 }), { objectMode: false });
        return withoutReading(ctx, file, headers) ?? streamed(ctx, limits, file, headers, read);
      },
    ),
  ];
}

function missing(part: number, parts: number): string {
  if (parts === 0) return 'No video of this batch is ready, or their files are gone.';
  return `There is no part ${part} of it; ${parts === 1 ? 'one was expected' : `1 to ${parts} were expected`}.`;
}

function storedAs({ zip, etag }: ArchivePart, name: string, updatedMs: number): StoredFile {
  return { name, bytes: zip.bytes, contentType: 'application/zip', etag, updatedMs };
}
