import { Readable } from 'node:stream';
import {
  DELETE_WORDS,
  deletionJson,
  deletionRequest,
  deletionStateJson,
  exportJson,
} from '@shortfactory/contract';
import type { ByteRange, StoredFile } from '@shortfactory/core';
import { HTTP_LIMITS, HttpProblem } from '@shortfactory/http-server';
import { OWNER_ENTRY } from '@shortfactory/jobs';
import type { Deletions } from '@shortfactory/own-data';
import { z } from 'zod';
import { exportPart } from '../account/export.ts';
import type { AppDeps } from '../deps.ts';
import { etagOf } from '../files/conditional.ts';
import { streamed, withoutReading } from '../files/serve-object.ts';
import { Checksums } from '../files/sized-zip.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';

const TAG = 'Account';
const NO_STORE = { 'Cache-Control': 'no-store' };
const QUERY = z.strictObject({
  cursor: z
    .string()
    .regex(OWNER_ENTRY, { error: 'is not a cursor of an earlier archive' })
    .optional()
    .describe('`next` of the archive before; the first one without it'),
});
/** Whose everything may go at one word: not what an operator set up, nor a machine. */
const LEAVES = /^(?:visitor|oidc|iap):/;

/** All that one has: to take along, and to delete. */
export function accountRoutes(deps: AppDeps): Route[] {
  const { deletions } = deps;
  const limits = { ...HTTP_LIMITS, ...deps.limits };
  const checksums = new Checksums();
  return [
    route(
      {
        method: 'GET',
        path: '/api/account/export',
        id: 'getExport',
        tag: TAG,
        summary: 'All that one has, as archives to take along',
        description:
          'One archive at a time, newest videos first, at most 100 videos and 2 GB each: their files, scripts and records, and in the first one batches, webhooks, keys (without what is secret) and usage. `next` leads to the one after it.',
        access: 'owner',
        bucket: 'read',
        within: 'makingMs',
        query: QUERY,
        answers: { 200: { description: 'The archive, and where the next one is', schema: exportJson } },
      },
      async ({ query: { cursor }, owner, signal }) => {
        const { videos, zip, next } = await exportPart(deps, owner, cursor, checksums, signal);
        const query = cursor === undefined ? '' : `?cursor=${cursor}`;
        const body = {
          ...{ url: `/api/account/export.zip${query}`, bytes: zip.bytes, videos },
          ...(next === undefined ? {} : { next }),
        };
        return { status: 200, body, headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/api/account/export.zip',
        id: 'getExportArchive',
        tag: TAG,
        summary: 'An archive of what one has',
        description:
          'A download that was cut goes on with `Range` and `If-Range`; when something of it has changed meanwhile it begins anew.',
        access: 'owner',
        bucket: 'file',
        within: 'makingMs',
        query: QUERY,
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
      async ({ query: { cursor }, owner, ctx, signal }) => {
        const { zip, etag } = await exportPart(deps, owner, cursor, checksums, signal);
        const name = cursor === undefined ? 'shortfactory.zip' : `shortfactory from ${cursor.slice(-6)}.zip`;
        ctx.attachment(name, { type: 'attachment' });
        const file: StoredFile = {
          ...{ name, bytes: zip.bytes, contentType: 'application/zip', etag, updatedMs: 0 },
        };
        const headers = {
          ...{ 'Content-Type': file.contentType, ETag: etagOf(file), 'Accept-Ranges': 'bytes' },
          'Cache-Control': 'private, no-cache',
        };
        const read = async (range: ByteRange | undefined): Promise<Readable> =>
          Readable.from(zip.read(range ?? { first: 0, last: file.bytes - 1 }), { objectMode: false });
        return withoutReading(ctx, file, headers) ?? streamed(ctx, limits, file, headers, read);
      },
    ),
    route(
      {
        method: 'GET',
        path: '/api/account/deletion',
        id: 'getDeletion',
        tag: TAG,
        summary: 'Whether everything is about to be deleted',
        access: 'owner',
        bucket: 'read',
        answers: { 200: { description: 'What was asked for', schema: deletionStateJson } },
      },
      async ({ owner }) => {
        const standing = await deletions.of(owner);
        return { status: 200, body: standing ? { deletion: shown(standing) } : {}, headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/account/deletion',
        id: 'askDeletion',
        tag: TAG,
        summary: 'Delete everything of one’s own',
        description:
          'Videos with their links, batches, webhooks, keys, connected channels and usage go 24 hours later; until then it can be taken back. What was published elsewhere stays there.',
        access: 'owner',
        bucket: 'make',
        body: deletionRequest,
        bodyExample: { confirm: DELETE_WORDS },
        answers: { 202: { description: 'When it begins', schema: deletionJson } },
        problems: ['forbidden'],
      },
      async ({ owner }) => {
        if (!LEAVES.test(owner))
          throw new HttpProblem(
            'forbidden',
            'Only a visitor, or a person who has signed in, deletes everything at once.',
          );
        return { status: 202, body: shown(await deletions.ask(owner)), headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'DELETE',
        path: '/api/account/deletion',
        id: 'keepEverything',
        tag: TAG,
        summary: 'Keep everything after all',
        access: 'owner',
        bucket: 'read',
        answers: { 204: { description: 'Nothing is deleted' } },
        problems: ['not-found', 'conflict'],
      },
      async ({ owner }) => {
        await deletions.takeBack(owner);
        return { status: 204 };
      },
    ),
  ];
}

type Standing = Awaited<ReturnType<Deletions['ask']>>;

function shown({ askedMs, dueMs, begunMs }: Standing) {
  return {
    askedAt: new Date(askedMs).toISOString(),
    dueAt: new Date(dueMs).toISOString(),
    begun: begunMs !== undefined,
  };
}
