import { z } from 'zod';
import { RecordUnreadable } from '../domain/errors.ts';
import { JOB_STATUSES } from '../domain/job.ts';
import type { JobRecord } from '../domain/job-record.ts';
import { STAGES } from '../domain/short.ts';
import { isSum } from '../domain/spend.ts';
import { IMAGE_STYLES } from '../domain/story.ts';
import { ASPECTS } from '../domain/timeline.ts';

const FORMAT = 1;

/** What a write leaves in the object besides the record: its own name, and those of the writes before it. */
export interface Written {
  readonly record: JobRecord;
  readonly writeId: string;
  /** The last ones, oldest first, the current one included. */
  readonly writeIds: readonly string[];
}

// Objects are loose everywhere: what a newer version has added is kept when an older one writes the record back.
const stage = z.enum(STAGES);
const aspect = z.enum(ASPECTS);
const imageStyle = z.enum(IMAGE_STYLES);
/** Not below zero. zod refuses NaN and infinity itself. */
const amount = z.number().nonnegative();
const count = z.int().nonnegative();
const percent = amount.max(100);
/** The last moment that a Date can stand for. */
const time = amount.max(8.64e15);
const size = { bytes: count, seconds: amount, widthPx: count, heightPx: count };
/** Older versions could write a sum that cannot be: null for NaN, or less than nothing. The job is worth more than it. */
const cost = z
  .number()
  .nullable()
  .transform((usd) => (isSum(usd) ? usd : 0));

const script = z.looseObject({
  title: z.string(),
  language: z.string(),
  imageStyle: imageStyle.exactOptional(),
  scenes: z.array(
    z.looseObject({ narration: z.string(), visual: z.string(), upload: z.string().exactOptional() }),
  ),
});

const request = z.looseObject({
  source: z.union([z.looseObject({ topic: z.string() }), z.looseObject({ script })]),
  language: z.string().exactOptional(),
  imageStyle: imageStyle.exactOptional(),
  voice: z.string().exactOptional(),
  seconds: amount,
  aspects: z.array(aspect),
  music: z.string().exactOptional(),
});

const short = z.looseObject({
  title: z.string(),
  description: z.string(),
  language: z.string(),
  voice: z.string(),
  script,
  scenes: z.array(z.looseObject({ index: count, illustration: z.string(), narrationSeconds: amount })),
  outputs: z.array(z.looseObject({ aspect, object: z.string(), ...size })),
  captions: z.looseObject({ srt: z.string(), vtt: z.string(), ass: z.string() }),
  poster: z.string(),
  loudnessLufs: z.number(),
  degraded: z.array(z.string()),
  offline: z.array(stage),
});

const job = z.looseObject({
  id: z.string(),
  ownerHash: z.string(),
  rev: amount,
  status: z.enum(JOB_STATUSES),
  request,
  title: z.string(),
  stage: stage.exactOptional(),
  percent,
  stages: z.array(
    z.looseObject({
      stage,
      state: z.enum(['waiting', 'running', 'done', 'failed']),
      percent,
      seconds: amount.exactOptional(),
    }),
  ),
  scenes: z.array(
    z.looseObject({
      index: count,
      illustration: z.string().exactOptional(),
      narrationSeconds: amount.exactOptional(),
      captioned: z.boolean(),
    }),
  ),
  frames: z.looseObject({ done: count, total: count }).exactOptional(),
  createdMs: time,
  updatedMs: time,
  startedMs: time.exactOptional(),
  finishedMs: time.exactOptional(),
  etaSeconds: amount.exactOptional(),
  attempts: count,
  script: script.exactOptional(),
  short: short.exactOptional(),
  outputs: z.array(
    z.looseObject({ aspect, object: z.string(), generation: z.string(), crc32c: z.string(), ...size }),
  ),
  degraded: z.array(z.string()),
  costUsd: cost,
  error: z
    .looseObject({
      stage,
      scene: count.exactOptional(),
      title: z.string(),
      detail: z.string(),
      retryable: z.boolean(),
    })
    .exactOptional(),
});

const stored = z.looseObject({
  /** Raised only when older versions must not touch the record. */
  format: z.literal(FORMAT),
  job,
  epoch: count,
  lease: z.looseObject({ holder: z.string(), epoch: count }).exactOptional(),
  enqueue: z.enum(['pending', 'done']),
  marker: z.string(),
  requestHash: z.string(),
  removed: z.boolean().exactOptional(),
  writeId: z.string(),
  writeIds: z.array(z.string()),
});

export function encodeRecord({ record, writeId, writeIds }: Written): Uint8Array {
  return Buffer.from(JSON.stringify({ ...record, format: FORMAT, writeId, writeIds }));
}

/** Throws RecordUnreadable when the bytes are no job of a format known here; nothing is ever guessed. */
export function decodeRecord(id: string, bytes: Uint8Array): Written {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw new RecordUnreadable(`The record of job ${id} is not JSON.`, { cause });
  }
  const parsed = stored.safeParse(json);
  if (!parsed.success || parsed.data.job.id !== id) {
    const where = parsed.success ? 'job.id' : parsed.error.issues[0]?.path.join('.');
    throw new RecordUnreadable(
      `The record of job ${id} does not fit at ${where}; it may be of a newer version.`,
    );
  }
  const { writeId, writeIds, format: _, ...record } = parsed.data;
  return { record, writeId, writeIds };
}
