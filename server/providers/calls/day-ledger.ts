import { LimitReached, StorageFailed, StorageUnknown, dollars, isSum } from '@shortfactory/core';
import type { Clock, DayBudget, VersionedObjects } from '@shortfactory/core';
import { z } from 'zod';

export interface DayLedgerOptions {
  readonly objects: VersionedObjects;
  readonly clock: Clock;
  readonly maxUsd: number;
  /** With no call under way for so long, the unspent balance is returned. */
  readonly idleMs?: number;
}

/**
 * Release 0.1.0 writes no `format`. It drops fields that it does not know, so a record of another meaning needs another
 * name.
 */
const record = z.strictObject({
  format: z.literal(1).exactOptional(),
  takenUsd: z.number().nonnegative(),
});
const TRIES = 40;
const IDLE_MS = 2000;
/** Sums such as 0.1 + 0.2 are off by less. */
const CENT_FRACTION = 1e-6;

/**
 * The day's spending as one object a day, `spend/2026-11-24`, that all instances change by compare-and-swap. It
 * contains the sum that was withdrawn, and money is withdrawn in blocks: a call writes the object only when the balance
 * of this process is too low. The unspent balance is returned when no call is under way. So reservations never exceed
 * the day's limit; the balance of a process that died counts as spent, at most a block. A call that costs more than its
 * estimate is compensated from the next block. Impossible sums are ignored, and an unreadable record counts as a day
 * whose budget is used up: see docs/decisions/0072-money-that-cannot-be.md.
 */
export class DayLedger implements DayBudget {
  readonly #options: DayLedgerOptions;
  readonly #blockUsd: number;
  #day = '';
  /** Withdrawn and not reserved; below zero when calls cost more than was reserved for them. */
  #balanceUsd = 0;
  #underWay = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor(options: DayLedgerOptions) {
    this.#options = options;
    this.#blockUsd = blockUsd(options.maxUsd);
  }

  /** Throws LimitReached when the day's limit would be passed, and when that cannot be known. */
  reserve(usd: number): Promise<void> {
    if (usd === 0) return Promise.resolve();
    return this.#inTurn(async () => {
      this.#startDay();
      if (!isSum(usd)) throw this.#refused('What the next call would cost is not known.');
      if (!(this.#balanceUsd >= usd)) this.#balanceUsd += await this.#take(usd - this.#balanceUsd);
      this.#balanceUsd -= usd;
      this.#underWay += 1;
    });
  }

  settle(reservedUsd: number, usd: number): void {
    if (!isSum(reservedUsd) || reservedUsd === 0) return;
    this.#underWay -= 1;
    // Yesterday's reservations do not count today. An impossible sum counts as what was reserved.
    if (this.#day === this.#today() && isSum(usd)) this.#balanceUsd += reservedUsd - usd;
    clearTimeout(this.#idle);
    if (this.#underWay > 0) return;
    // Until it is returned it counts as spent: a failure here only lowers what can still be spent.
    this.#idle = setTimeout(() => void this.release().catch(() => false), this.#options.idleMs ?? IDLE_MS);
    this.#idle.unref();
  }

  release(): Promise<void> {
    clearTimeout(this.#idle);
    return this.#inTurn(async () => {
      this.#startDay();
      const back = this.#balanceUsd;
      if (this.#underWay > 0 || Math.abs(back) < CENT_FRACTION) return;
      await this.#change((takenUsd) => Math.max(0, takenUsd - back));
      this.#balanceUsd -= back;
    });
  }

  /** Withdraws at least `needUsd` from the day, and a block where there is one left; returns the withdrawn sum. */
  async #take(needUsd: number): Promise<number> {
    const { maxUsd } = this.#options;
    let taking = 0;
    await this.#change((takenUsd) => {
      if (!(takenUsd + needUsd <= maxUsd + CENT_FRACTION)) throw this.#reached(takenUsd);
      taking = Math.max(needUsd, Math.min(this.#blockUsd, maxUsd - takenUsd));
      return takenUsd + taking;
    });
    return taking;
  }

  #reached(takenUsd: number): LimitReached {
    return this.#refused(
      `Services have cost about ${dollars(takenUsd)} today, and MAX_COST_PER_DAY_USD allows ${dollars(this.#options.maxUsd)}.`,
    );
  }

  #refused(why: string): LimitReached {
    const now = this.#options.clock.nowMs();
    const tomorrow = Date.parse(`${this.#today()}T00:00:00Z`) + 86_400_000;
    return new LimitReached(`${why} It begins anew at 00:00 UTC.`, Math.ceil((tomorrow - now) / 1000));
  }

  /** Reads the day's record and writes the result of `to`, again until no other process changed it meanwhile. */
  async #change(to: (takenUsd: number) => number): Promise<void> {
    const { objects, clock } = this.#options;
    const name = `spend/${this.#day}`;
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const stored = await objects.get(name);
      const before = stored ? takenIn(stored.bytes) : 0;
      if (before === undefined) {
        throw this.#refused(
          `What services have cost today is not known, because ${name} in the store does not hold what it should; no paid call is made while MAX_COST_PER_DAY_USD is set.`,
        );
      }
      const takenUsd = Math.round(to(before) * 1e6) / 1e6;
      const bytes = Buffer.from(JSON.stringify({ format: 1, takenUsd } satisfies z.input<typeof record>));
      const result = await objects.swap(name, stored?.generation ?? null, bytes).catch((error: unknown) => {
        // It may have been written: then this change is made twice, and the day ends a block early rather than late.
        if (error instanceof StorageUnknown) return { swapped: false } as const;
        throw error;
      });
      if (result.swapped) return;
      await clock.sleep(Math.random() * 20 * Math.min(attempt, 10));
    }
    throw new StorageFailed(`${name} changes faster than it can be written; try again.`);
  }

  #startDay(): void {
    const today = this.#today();
    if (this.#day === today) return;
    this.#day = today;
    this.#balanceUsd = 0;
  }

  #today(): string {
    return new Date(this.#options.clock.nowMs()).toISOString().slice(0, 10);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work, work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

/**
 * What a process withdraws at a time, in dollars, under this limit of a day: a twentieth of a small one, one dollar of a
 * usual one, and of a large one so much that the object is written less than once a second (docs/SCALE.md).
 */
export function blockUsd(maxUsd: number): number {
  return Math.max(0.05, Math.min(1, maxUsd / 20), maxUsd / 10_000);
}

/** The sum in a record; undefined when it has no valid one. */
function takenIn(bytes: Uint8Array): number | undefined {
  try {
    return record.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data?.takenUsd;
  } catch {
    return undefined;
  }
}
