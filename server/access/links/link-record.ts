import { RecordUnreadable } from '@shortfactory/core';
import { z } from 'zod';

const time = z.number().nonnegative().max(8.64e15);
const storedLink = z.strictObject({
  id: z.string(),
  createdMs: time,
  endsMs: time,
  revokedMs: time.exactOptional(),
  /** Whether the file may be saved as well as watched. */
  download: z.boolean(),
  watched: z.int().nonnegative(),
  watchedMs: time.exactOptional(),
});
/** Oldest first. */
const page = z.strictObject({ format: z.literal(1), links: z.array(storedLink) });

export type VideoLink = Readonly<z.output<typeof storedLink>>;

/** The object that holds the links to a video. */
export function linksName(videoId: string): string {
  return `links/${videoId}`;
}

export function encodeLinks(links: readonly VideoLink[]): Uint8Array {
  return Buffer.from(JSON.stringify({ links, format: 1 }));
}

/** Throws RecordUnreadable. */
export function decodeLinks(bytes: Uint8Array): readonly VideoLink[] {
  try {
    return page.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).links;
  } catch (cause) {
    throw new RecordUnreadable('The links to a video cannot be read.', { cause });
  }
}
