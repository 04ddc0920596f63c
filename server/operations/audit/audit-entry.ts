import { RecordUnreadable } from '@shortfactory/core';
import { z } from 'zod';

/** What of a person's or operator's doing is entered. */
export const AUDITED = [
  ...['key.made', 'key.renewed', 'key.revoked'],
  ...['session.ended', 'sessions.ended'],
  ...['link.made', 'link.revoked'],
  ...['webhook.added', 'webhook.renewed', 'webhook.removed'],
  ...['channel.connected', 'channel.disconnected'],
  ...['videos.claimed', 'video.deleted', 'account.leaving', 'account.kept'],
  // What an operator does is entered before it is done: "asked to".
  ...['job.retry', 'job.cancel', 'job.open'],
  ...['maintenance.on', 'maintenance.off'],
] as const;
export type Audited = (typeof AUDITED)[number];

/** Whoever did it: an owner by pseudonym, an API key by name, or who sits at the machine. */
export const ACTORS = ['admin', 'owner', 'key', 'machine'] as const;
export type Actor = (typeof ACTORS)[number];

const stored = z.strictObject({
  format: z.literal(1),
  atMs: z.number().nonnegative().max(8.64e15),
  as: z.enum(ACTORS),
  who: z.string().max(80),
  /** First characters of the key that was used. */
  by: z.string().max(80).exactOptional(),
  did: z.string().max(40),
  of: z.string().max(120).exactOptional(),
  why: z.string().max(200).exactOptional(),
});

/** Who did what, of what. Never a title, an address or a secret. */
export type AuditEntry = Readonly<Omit<z.output<typeof stored>, 'format'>>;

export function encodeEntry(entry: AuditEntry): Uint8Array {
  return Buffer.from(JSON.stringify({ format: 1, ...entry }));
}

/** Throws RecordUnreadable. */
export function decodeEntry(bytes: Uint8Array): AuditEntry {
  try {
    const { format: _, ...entry } = stored.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return entry;
  } catch (cause) {
    throw new RecordUnreadable('An entry of the audit log cannot be read.', { cause });
  }
}
