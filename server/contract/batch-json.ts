import { BATCH_ROW_STATES } from '@shortfactory/core';
import type { BatchRowState } from '@shortfactory/core';
import { z } from 'zod';
import { jobErrorJson, jobOutputJson } from './job-json.ts';

const time = z.iso.datetime().describe('RFC 3339, UTC');
const line = z.number().describe("the first of the row's lines in the table, from 1");
const count = z.number();

/** Rows by what became of them; together they are all rows. */
export const batchCounts = z
  .strictObject({
    waiting: count,
    making: count,
    done: count,
    failed: count,
    cancelled: count,
    repeated: count.describe('the same as an earlier row, which is made once'),
  } satisfies Record<BatchRowState, z.ZodType>)
  .meta({ id: 'BatchCounts' });

const batchFields = {
  id: z.string(),
  name: z.string().optional(),
  status: z
    .enum(['running', 'paused', 'capped', 'done', 'cancelled'])
    .describe('capped: the next row would pass the cap, and the rest waits'),
  createdAt: time,
  updatedAt: time,
  finishedAt: time.optional().describe('when its last row ended'),
  rows: z.number(),
  counts: batchCounts,
  estimateUsd: z.number().describe('about what its rows cost, before anything was made'),
  costUsd: z.number().describe('what was spent so far'),
  capUsd: z.number().optional(),
};
export const batchJson = z.strictObject(batchFields).meta({ id: 'Batch' });
export type BatchJson = z.infer<typeof batchJson>;

export const batchListJson = z
  .strictObject({
    batches: z.array(batchJson),
    next: z.string().optional().describe('cursor of the following page'),
  })
  .meta({ id: 'BatchList' });
export type BatchListJson = z.infer<typeof batchListJson>;

export const batchRowJson = z
  .strictObject({
    line,
    id: z.string().optional().describe('as the table has it'),
    title: z.string(),
    state: z.enum(BATCH_ROW_STATES),
    place: z.number().optional().describe('while it waits: how many rows of the batch are before it, and 1'),
    percent: z.number().optional().describe('while it is made'),
    video: z.string().optional().describe('id of its video, once there is one'),
    url: z.string().optional().describe("the video's path"),
    outputs: z.array(jobOutputJson).optional().describe('when done'),
    poster: z.string().optional().describe('when done'),
    degraded: z.array(z.string()).optional().describe('sentences: what is less than it could be'),
    costUsd: z.number(),
    error: jobErrorJson.pick({ title: true, detail: true, retryable: true }).optional(),
  })
  .meta({ id: 'BatchRow' });
export type BatchRowJson = z.infer<typeof batchRowJson>;

export const batchPageJson = z
  .strictObject({
    batch: batchJson,
    rows: z.array(batchRowJson),
    next: z.string().optional().describe('cursor of the following page of rows'),
  })
  .meta({ id: 'BatchPage' });
export type BatchPageJson = z.infer<typeof batchPageJson>;

export const batchManifestJson = z
  .strictObject({ batch: batchJson, rows: z.array(batchRowJson) })
  .meta({ id: 'BatchManifest' });

/** The videos of a batch that are ready, as ZIP archives. */
export const batchArchiveJson = z
  .strictObject({
    parts: z.array(
      z.strictObject({
        url: z.string().describe("path on this API's own host, beginning with /api/"),
        videos: z.number(),
        bytes: z.number(),
      }),
    ),
  })
  .meta({ id: 'BatchArchive' });
export type BatchArchiveJson = z.infer<typeof batchArchiveJson>;

/** One cell of a row with another value. */
export const batchFixJson = z
  .strictObject({
    column: z
      .string()
      .describe("the column's name as the table's heading has it, or the field in JSON lines"),
    value: z.string().describe('what is to stand in that cell; in JSON lines it is JSON'),
    label: z.string().describe('what a button may say'),
  })
  .meta({ id: 'BatchFix' });
export type BatchFixJson = z.infer<typeof batchFixJson>;

/** What a table would become. */
export const batchCheckJson = z
  .strictObject({
    rows: z.array(
      z.strictObject({
        line,
        id: z.string().optional(),
        title: z.string(),
        voice: z.string().optional(),
        look: z.string().optional().describe('the name of its look, empty for one without'),
        aspects: z.array(z.string()),
        seconds: z.number(),
        usd: z.number().describe('about what it costs'),
        sameAs: z.number().optional().describe('line of the row that it repeats'),
      }),
    ),
    problems: z
      .array(
        z.strictObject({
          line,
          problem: z.string().describe('the rest of a sentence that begins with the line'),
          fix: batchFixJson.optional().describe('what mends it, where that is certain'),
        }),
      )
      .describe('rows that cannot be made'),
    videos: z.number(),
    estimateUsd: z.number(),
    makeSeconds: z.number().describe('about how long it takes, one after the other'),
  })
  .meta({ id: 'BatchCheck' });
export type BatchCheckJson = z.infer<typeof batchCheckJson>;
