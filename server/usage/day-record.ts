import { RecordUnreadable } from '@shortfactory/core';
import { z } from 'zod';

const time = z.number().min(-8.64e15).max(8.64e15);
const sum = z.number().nonnegative();
const providers = z.record(z.string(), sum);

/** One job's share of a day. */
const entry = z.strictObject({
  id: z.string(),
  state: z.enum(['open', 'done', 'failed', 'cancelled']),
  changedMs: time,
  /** What the job had cost when it was counted: the rest of its cost is this day's. */
  beforeUsd: sum,
  usd: sum,
  /** Of all its files. */
  seconds: sum,
  bytes: sum,
  /** As far as the process that ran it has told. */
  providers: providers.exactOptional(),
});

const sums = z.strictObject({
  done: sum,
  failed: sum,
  cancelled: sum,
  ...{ usd: sum, seconds: sum, bytes: sum },
  providers,
});

const day = z.strictObject({
  format: z.literal(1),
  entries: z.array(entry),
  /** Of jobs whose entries are not kept any more. */
  folded: sums,
});

export type Entry = z.infer<typeof entry>;
export type Sums = z.infer<typeof sums>;
export type DayRecord = Omit<z.infer<typeof day>, 'format'>;

export const NOTHING: Sums = {
  ...{ done: 0, failed: 0, cancelled: 0, usd: 0, seconds: 0, bytes: 0 },
  providers: {},
};

/** `2026-11-28`, of UTC. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

export function usagePrefix(ownerHash: string): string {
  return `usage/${ownerHash}/`;
}

export function dayName(ownerHash: string, date: string): string {
  return `${usagePrefix(ownerHash)}${date}`;
}

export function encodeDay(record: DayRecord): Uint8Array {
  return Buffer.from(JSON.stringify({ format: 1, ...record }));
}

/** Throws RecordUnreadable. */
export function decodeDay(bytes: Uint8Array): DayRecord {
  try {
    const { format: _, ...record } = day.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return record;
  } catch (cause) {
    throw new RecordUnreadable('What an owner made in a day cannot be read.', { cause });
  }
}

export function plus(sums: Sums, { state, usd, seconds, bytes, providers: by = {} }: Entry): Sums {
  const all = { ...sums.providers };
  for (const [provider, cost] of Object.entries(by)) all[provider] = (all[provider] ?? 0) + cost;
  return {
    done: sums.done + (state === 'done' ? 1 : 0),
    failed: sums.failed + (state === 'failed' ? 1 : 0),
    cancelled: sums.cancelled + (state === 'cancelled' ? 1 : 0),
    usd: sums.usd + usd,
    seconds: sums.seconds + seconds,
    bytes: sums.bytes + bytes,
    providers: all,
  };
}
