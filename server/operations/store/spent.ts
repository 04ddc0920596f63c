import type { VersionedObjects } from '@shortfactory/core';
import { z } from 'zod';

const ledger = z.object({ takenUsd: z.number().nonnegative() });
const DAY_MS = 24 * 60 * 60 * 1000;

/** What all processes have withdrawn for a day; absent where there is no ledger: without a limit there is none. */
export interface DaySpent {
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
  readonly usd?: number;
}

/** The last days by the day's ledgers, oldest first: one object a day. Throws StorageFailed. */
export function spentByDay(
  objects: Pick<VersionedObjects, 'get'>,
  nowMs: number,
  days: number,
): Promise<readonly DaySpent[]> {
  const names = Array.from({ length: days }, (_, i) => dayOf(nowMs - (days - 1 - i) * DAY_MS));
  return Promise.all(
    names.map(async (day) => {
      const object = await objects.get(`spend/${day}`);
      const usd = object && takenIn(object.bytes);
      return { day, ...(usd === undefined ? {} : { usd }) };
    }),
  );
}

/** YYYY-MM-DD, UTC. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function takenIn(bytes: Uint8Array): number | undefined {
  try {
    return ledger.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data?.takenUsd;
  } catch {
    return undefined;
  }
}
