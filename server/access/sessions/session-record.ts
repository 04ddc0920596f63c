import { RecordUnreadable, SESSION_BROWSERS, SESSION_DEVICES } from '@shortfactory/core';
import { z } from 'zod';

const time = z.number().nonnegative().max(8.64e15);
const session = z.strictObject({
  id: z.string(),
  device: z.enum(SESSION_DEVICES).exactOptional(),
  browser: z.enum(SESSION_BROWSERS).exactOptional(),
  begunMs: time,
  /** To about ten minutes. */
  usedMs: time,
  endsMs: time,
});
const ended = z.strictObject({ id: z.string(), begunMs: time });
const record = z.strictObject({
  format: z.literal(1),
  /** Those that are under way, the one that was used last first. */
  sessions: z.array(session),
  /** Those that were ended, the latest first: nothing else is known of them. */
  ended: z.array(ended),
  /** What began until then and is in neither list has ended, too. */
  endedUntilMs: time,
});

export type PersonSession = Readonly<z.output<typeof session>>;
export interface SessionsRecord {
  readonly sessions: readonly PersonSession[];
  readonly ended: readonly Readonly<z.output<typeof ended>>[];
  readonly endedUntilMs: number;
}

export const NO_SESSIONS: SessionsRecord = { sessions: [], ended: [], endedUntilMs: 0 };

export function sessionsName(ownerHash: string): string {
  return `sessions/${ownerHash}`;
}

export function encodeSessions({ sessions, ended: over, endedUntilMs }: SessionsRecord): Uint8Array {
  return Buffer.from(JSON.stringify({ sessions, ended: over, endedUntilMs, format: 1 }));
}

/** Throws RecordUnreadable. */
export function decodeSessions(bytes: Uint8Array): SessionsRecord {
  try {
    return record.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (cause) {
    throw new RecordUnreadable('The sessions of a person cannot be read.', { cause });
  }
}
