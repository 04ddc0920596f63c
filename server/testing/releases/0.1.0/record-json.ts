import { z } from 'zod';

/**
 * The codec of release 0.1.0, with the names that it took from the domain written out. Frozen: it stands for the release
 * before, which may read and write the same bucket.
 */
const STAGES = ['story', 'script', 'illustrate', 'narrate', 'caption', 'compose', 'publish'] as const;
const JOB_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
const IMAGE_STYLES = ['flat', 'paper', 'ink', 'chalk'] as const;
const ASPECTS = ['9:16', '1:1', '16:9'] as const;

const FORMAT = 1;

interface Written {
  readonly record: object;
  readonly writeId: string;
  readonly writeIds: readonly string[];
}

// Objects are loose everywhere: what a newer version has added is kept when an older one writes the record back.
const stage = z.enum(STAGES);
const aspect = z.enum(ASPECTS);
const imageStyle = z.enum(IMAGE_STYLES);
const size = { bytes: z.number(), seconds: z.number(), widthPx: z.number(), heightPx: z.number() };

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
  seconds: z.number(),
  aspects: z.array(aspect),
  music: z.string().exactOptional(),
});

const short = z.looseObject({
  title: z.string(),
  description: z.string(),
  language: z.string(),
  voice: z.string(),
  script,
  scenes: z.array(
    z.looseObject({ index: z.number(), illustration: z.string(), narrationSeconds: z.number() }),
  ),
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
  rev: z.number(),
  status: z.enum(JOB_STATUSES),
  request,
  title: z.string(),
  stage: stage.exactOptional(),
  percent: z.number(),
  stages: z.array(
    z.looseObject({
      stage,
      state: z.enum(['waiting', 'running', 'done', 'failed']),
      percent: z.number(),
      seconds: z.number().exactOptional(),
    }),
  ),
  scenes: z.array(
    z.looseObject({
      index: z.number(),
      illustration: z.string().exactOptional(),
      narrationSeconds: z.number().exactOptional(),
      captioned: z.boolean(),
    }),
  ),
  frames: z.looseObject({ done: z.number(), total: z.number() }).exactOptional(),
  createdMs: z.number(),
  updatedMs: z.number(),
  startedMs: z.number().exactOptional(),
  finishedMs: z.number().exactOptional(),
  etaSeconds: z.number().exactOptional(),
  attempts: z.number(),
  script: script.exactOptional(),
  short: short.exactOptional(),
  outputs: z.array(
    z.looseObject({ aspect, object: z.string(), generation: z.string(), crc32c: z.string(), ...size }),
  ),
  degraded: z.array(z.string()),
  costUsd: z.number(),
  error: z
    .looseObject({
      stage,
      scene: z.number().exactOptional(),
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
  epoch: z.number().int(),
  lease: z.looseObject({ holder: z.string(), epoch: z.number().int() }).exactOptional(),
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

/** The record is none that this version reads. Reading it again does not help. */
export class RecordUnreadable extends Error {}

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
