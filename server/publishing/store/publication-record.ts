import { POST_FIELDS, PRIVACIES, PUBLISHER_NAMES, RecordUnreadable } from '@shortfactory/core';
import { z } from 'zod';

const time = z.number().nonnegative().max(8.64e15);
const count = z.int().nonnegative();

const post = z.strictObject({
  title: z.string(),
  description: z.string(),
  tags: z.array(z.string()).readonly(),
  language: z.string().exactOptional(),
  privacy: z.enum(PRIVACIES),
  publishAtMs: time.exactOptional(),
  madeForKids: z.boolean(),
  syntheticMedia: z.boolean(),
});

/**
 * waiting: for its time, for another try, or for a process. sending: one is at it. sent: it is there. refused: its owner
 * has to change something. unsure: it may be there, and only its owner can see. stopped: by its owner.
 */
const PUBLICATION_STATES = ['waiting', 'sending', 'sent', 'refused', 'unsure', 'stopped'] as const;

const record = z.strictObject({
  videoId: z.string(),
  hash: z.string(),
  /** Whose account it is sent with. */
  ownerHash: z.string(),
  publisher: z.enum(PUBLISHER_NAMES),
  channel: z.strictObject({ id: z.string(), name: z.string() }),
  /** Of what was asked for: the same again is the same publication. */
  wanted: z.string(),
  post,
  file: z.strictObject({ name: z.string(), bytes: count, mediaType: z.string() }),
  /** A JPEG; it goes when it is set or was refused. */
  thumbnail: z.string().exactOptional(),
  state: z.enum(PUBLICATION_STATES),
  marker: z.string(),
  createdMs: time,
  /** By the store's clock: not before. */
  dueMs: time,
  /** Counts claims: who holds an older one stops. */
  claims: count,
  /** Tries since something went on last. */
  tries: count,
  /** Address of the upload, sealed; kept before its first byte is sent. */
  upload: z.string().exactOptional(),
  keptBytes: count,
  /** From here on the video may be there: the last byte was, or is about to be, sent. */
  mayBeThere: z.boolean(),
  /** How often it was looked for after its upload was gone. */
  looks: count,
  /** Its owner has looked and says that it is not there. */
  isMissed: z.boolean(),
  /** What is in the way, as a sentence. */
  problem: z
    .strictObject({
      why: z.enum(['refused', 'quota', 'access', 'away']),
      sentence: z.string(),
      field: z.enum(POST_FIELDS).exactOptional(),
    })
    .exactOptional(),
  sent: z.strictObject({ id: z.string(), url: z.string(), atMs: time }).exactOptional(),
});

/** One file of a video on its way to one channel, as it is stored. */
export type PublicationRecord = Readonly<z.output<typeof record>>;
export type PublicationProblem = NonNullable<PublicationRecord['problem']>;

export function encodePublication(publication: PublicationRecord): Uint8Array {
  return Buffer.from(JSON.stringify({ ...record.parse(publication), format: 1 }));
}

/** Throws RecordUnreadable. */
export function decodePublication(bytes: Uint8Array): PublicationRecord {
  try {
    const { format, ...fields } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { format?: unknown };
    if (format === 1) return record.parse(fields);
  } catch (cause) {
    throw new RecordUnreadable('The record of a publication cannot be read.', { cause });
  }
  throw new RecordUnreadable('The record of a publication is of a version that this release does not read.');
}

/** Whether there is something to do for it. */
export function isUnderWay({ state, thumbnail }: Pick<PublicationRecord, 'state' | 'thumbnail'>): boolean {
  return state === 'waiting' || state === 'sending' || (state === 'sent' && thumbnail !== undefined);
}
