import { shownState } from '@shortfactory/batches';
import type { BatchRecord } from '@shortfactory/batches';
import {
  batchCheckJson,
  batchJson,
  batchListJson,
  batchManifestJson,
  batchPageJson,
} from '@shortfactory/contract';
import { BATCH_ROW_STATES, InputInvalid } from '@shortfactory/core';
import { OWNER_ENTRY } from '@shortfactory/jobs';
import { z } from 'zod';
import { batchAnswer, checkAnswer, manifestCsv, rowAnswer, shownRows } from '../batches/batch-answer.ts';
import type { ShownRow } from '../batches/batch-answer.ts';
import { planRows } from '../batches/plan-rows.ts';
import { TABLE_TYPES, readTable, refusal } from '../batches/read-table.ts';
import { accepted, idempotencyKey } from '../body/idempotency-key.ts';
import type { AppDeps } from '../deps.ts';
import { fileName, plainFileName } from '../files/file-name.ts';
import type { Answer, Call, Route, RouteShape } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { localesOf } from '../videos/short-request.ts';
import { wholeTo100 } from './videos.ts';

export const BATCHES_TAG = 'Batches';
const NO_STORE = { 'Cache-Control': 'no-store' };
const PAGE = 20;
const ROWS = 50;
export const BATCH_ID = z.strictObject({ id: z.string().regex(/^[0-9A-Z]{26}$/) });
const CAP = z
  .string()
  .regex(/^[0-9]{1,6}(\.[0-9]{1,4})?$/, { error: 'is not an amount of dollars such as 5 or 2.50' })
  .transform(Number)
  .optional()
  .describe('dollars: no row is begun whose estimate would pass them');
const NAME = z
  .string()
  .min(1, { error: 'is empty' })
  .max(100, { error: 'has more than 100 characters' })
  .optional()
  .describe('what it is called, such as the name of its file');
const WANTED = z.strictObject({
  name: NAME,
  capUsd: CAP,
  start: z
    .enum(['now', 'paused'], { error: 'is not now or paused' })
    .optional()
    .describe('paused: nothing is begun before it is resumed'),
  faults: z
    .enum(['refuse', 'skip'], { error: 'is not refuse or skip' })
    .optional()
    .describe('skip: rows that cannot be made are left out, in place of the whole table'),
});
const LIST_QUERY = z.strictObject({
  cursor: z
    .string()
    .regex(OWNER_ENTRY, { error: 'is not a cursor of an earlier page' })
    .optional()
    .describe('`next` of the page before'),
  limit: wholeTo100.optional().describe(`batches on a page, 1 to 100; ${PAGE} without it`),
});
const ROWS_QUERY = z.strictObject({
  cursor: z
    .string()
    .regex(/^[0-9]{1,4}$/, { error: 'is not a cursor of an earlier page' })
    .transform(Number)
    .optional()
    .describe('`next` of the page before'),
  limit: wholeTo100.optional().describe(`rows on a page, 1 to 100; ${ROWS} without it`),
  state: z.enum(BATCH_ROW_STATES, { error: `is not one of ${BATCH_ROW_STATES.join(', ')}` }).optional(),
});
const RETRY_QUERY = z.strictObject({
  line: z
    .string()
    .regex(/^[0-9]{1,7}$/, { error: 'is not the number of a line' })
    .transform(Number)
    .optional()
    .describe('only the row that begins at this line'),
});
const TABLE = {
  method: 'POST',
  tag: BATCHES_TAG,
  access: 'maker',
  bucket: 'make',
  within: 'makingMs',
  streams: TABLE_TYPES,
} as const;
const TABLE_PROBLEMS = [
  'invalid-input',
  'malformed-request',
  'too-slow',
  'too-large',
  'unsupported-type',
] as const;

const ACTION = {
  method: 'POST',
  tag: BATCHES_TAG,
  access: 'maker',
  bucket: 'make',
  params: BATCH_ID,
  answers: { 200: { description: 'The batch', schema: batchJson } },
  problems: ['conflict'],
} as const;

/** Batches: checked, accepted, listed, looked at, held, gone on with, tried again, cancelled. */
export function batchRoutes(deps: AppDeps): Route[] {
  const { batches } = deps;
  const planned = async ({ ctx, signal }: Pick<Call<RouteShape>, 'ctx' | 'signal'>) => {
    const table = await readTable(ctx, deps);
    const rows = await planRows(table.rows, deps, localesOf(ctx), signal);
    return { rows, problems: [...table.problems, ...rows.problems] };
  };
  const answer = (batch: BatchRecord, status = 200): Answer => ({
    status,
    body: batchAnswer(batch),
    headers: NO_STORE,
  });
  const rowsOf = async (rows: readonly ShownRow[]) => {
    const jobs = await batches.jobsOf(rows.map(({ row }) => row));
    return rows.map((row) => rowAnswer(row, jobs));
  };
  const manifest = async (id: string, owner: string) => {
    const batch = await batches.get(id, owner);
    const answered = batchAnswer(batch);
    return { batch: answered, rows: await rowsOf(shownRows(batch, await batches.plans(batch))) };
  };
  return [
    route(
      {
        ...TABLE,
        path: '/api/batches/check',
        id: 'checkBatch',
        summary: 'What a table would become, and what is wrong with it',
        description: 'Nothing is made. The same rows and limits as `POST /api/batches`.',
        answers: { 200: { description: 'Its rows, with about what they cost', schema: batchCheckJson } },
        problems: TABLE_PROBLEMS,
      },
      async (call) => {
        const { rows, problems } = await planned(call);
        return { status: 200, body: checkAnswer(rows, problems), headers: NO_STORE };
      },
    ),
    route(
      {
        ...TABLE,
        path: '/api/batches',
        id: 'makeBatch',
        summary: 'Make a video of each row of a table',
        description:
          'CSV or JSON lines with a `topic` or a `script` a row. Answers at once with the batch and what it costs about; its rows become videos of the caller a few at a time, and each reaches an end whatever happens. Rows with the same content are made once, also when the table is sent again.',
        query: WANTED,
        headers: {
          'Idempotency-Key': {
            description:
              'Up to 200 visible ASCII characters, chosen by the caller; without it the same table with the same cap is the same batch, unless that was cancelled',
            pattern: '^[!-~]{0,200}$',
          },
        },
        answers: {
          202: {
            description: 'The batch',
            schema: batchJson,
            headers: {
              Location: 'Where the batch is looked at',
              'Idempotent-Replayed': '`true` when the batch was there already',
            },
          },
        },
        problems: [...TABLE_PROBLEMS, 'idempotency-mismatch', 'limit-reached'],
      },
      async (call) => {
        const { query, owner, header, signal } = call;
        const key = idempotencyKey(header('Idempotency-Key'));
        const { rows, problems } = await planned(call);
        if (problems.length > 0 && query.faults !== 'skip') throw refusal(problems);
        if (rows.plans.length === 0) throw new InputInvalid('', 'No row of it can be made.');
        await deps.canMake();
        // From here on the batch is accepted or not, even if the client disconnects.
        signal.throwIfAborted();
        const { name, capUsd, start } = query;
        const wanted = {
          plans: rows.plans,
          ...(name === undefined ? {} : { name }),
          ...(capUsd === undefined ? {} : { capUsd }),
          isPaused: start === 'paused',
        };
        const { batch, created } = await batches.accept(owner, wanted, key);
        return accepted(`/api/batches/${batch.id}`, batchAnswer(batch), created);
      },
    ),
    route(
      {
        method: 'GET',
        path: '/api/batches',
        id: 'listBatches',
        tag: BATCHES_TAG,
        summary: "The caller's own batches, newest first",
        access: 'owner',
        bucket: 'read',
        query: LIST_QUERY,
        answers: { 200: { description: 'A page', schema: batchListJson } },
      },
      async ({ query: { cursor, limit = PAGE }, owner }) => {
        const page = await batches.list(owner, { limit, ...(cursor === undefined ? {} : { cursor }) });
        const { next } = page;
        return {
          status: 200,
          body: { batches: page.batches.map(batchAnswer), ...(next === undefined ? {} : { next }) },
          headers: NO_STORE,
        };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/api/batches/:id',
        id: 'getBatch',
        tag: BATCHES_TAG,
        summary: 'A batch and its rows, by pages',
        access: 'owner',
        bucket: 'read',
        params: BATCH_ID,
        query: ROWS_QUERY,
        answers: { 200: { description: 'The batch with a page of its rows', schema: batchPageJson } },
      },
      async ({ params: { id }, query: { cursor = 0, limit = ROWS, state }, owner }) => {
        const batch = await batches.get(id, owner);
        const answered = batchAnswer(batch);
        const all = shownRows(batch, await batches.plans(batch));
        const isWanted = ({ row }: ShownRow): boolean =>
          state === undefined || shownState(row.state) === state;
        const from = all.map((row, index) => ({ row, index })).slice(cursor);
        const page = from.filter(({ row }) => isWanted(row)).slice(0, limit + 1);
        const next = page[limit]?.index;
        return {
          status: 200,
          body: {
            batch: answered,
            rows: await rowsOf(page.slice(0, limit).map(({ row }) => row)),
            ...(next === undefined ? {} : { next: String(next) }),
          },
          headers: NO_STORE,
        };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/api/batches/:id/manifest',
        id: 'getBatchManifest',
        tag: BATCHES_TAG,
        summary: 'All rows of a batch with their videos',
        description: 'At any time; rows that have not ended say so.',
        access: 'owner',
        bucket: 'read',
        within: 'makingMs',
        params: BATCH_ID,
        answers: { 200: { description: 'The rows', schema: batchManifestJson } },
      },
      async ({ params: { id }, owner }) => ({
        status: 200,
        body: await manifest(id, owner),
        headers: NO_STORE,
      }),
    ),
    route(
      {
        method: 'GET',
        path: '/api/batches/:id/manifest.csv',
        id: 'getBatchManifestCsv',
        tag: BATCHES_TAG,
        summary: 'All rows of a batch with their videos, as CSV',
        description: 'A text that looks like a formula gets an apostrophe before it, so that it stays text.',
        access: 'owner',
        bucket: 'read',
        within: 'makingMs',
        params: BATCH_ID,
        gives: ['text/csv'],
        answers: { 200: { description: 'The rows, in UTF-8 with a byte order mark', type: 'text/csv' } },
      },
      async ({ params: { id }, owner, ctx }) => {
        const { batch, rows } = await manifest(id, owner);
        const name = fileName(batch.name ?? 'Batch', 'rows', 'csv');
        ctx.attachment(name, { fallback: plainFileName(name) });
        return {
          status: 200,
          body: manifestCsv(rows),
          type: 'text/csv; charset=utf-8',
          headers: NO_STORE,
        };
      },
    ),
    route(
      {
        ...ACTION,
        path: '/api/batches/:id/pause',
        id: 'pauseBatch',
        summary: 'Begin no further rows',
        description: 'Those that are being made are finished.',
      },
      async ({ params: { id }, owner }) => answer(await batches.pause(id, owner)),
    ),
    route(
      {
        ...ACTION,
        path: '/api/batches/:id/resume',
        id: 'resumeBatch',
        summary: 'Go on with a batch that is paused or has reached its cap',
        query: z.strictObject({ capUsd: CAP }),
      },
      async ({ params: { id }, query: { capUsd }, owner }) => answer(await batches.resume(id, owner, capUsd)),
    ),
    route(
      {
        ...ACTION,
        path: '/api/batches/:id/retry',
        id: 'retryBatch',
        summary: 'Try the rows again that have failed',
        description: 'What they have made already is reused.',
        query: RETRY_QUERY,
      },
      async ({ params: { id }, query: { line }, owner }) => answer(await batches.retry(id, owner, line)),
    ),
    route(
      {
        ...ACTION,
        path: '/api/batches/:id/cancel',
        id: 'cancelBatch',
        summary: 'Begin no further rows and stop those that are being made',
        description: 'What is made stays. Cancelling twice is once.',
        access: 'owner',
        bucket: 'read',
      },
      async ({ params: { id }, owner }) => answer(await batches.cancel(id, owner)),
    ),
  ];
}
