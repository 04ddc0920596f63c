import { QuotaReached, changeObject } from '@shortfactory/core';
import type {
  Admission,
  Clock,
  Job,
  ObjectStore,
  Quota,
  QuotaState,
  SpendLine,
  UsageMeter,
  VersionedObjects,
} from '@shortfactory/core';
import { NOTHING, dayName, dayOf, decodeDay, encodeDay, plus, usagePrefix } from './day-record.ts';
import type { DayRecord, Entry } from './day-record.ts';
import { quotaSentence, quotaStates, usageOf, usedUp } from './day-usage.ts';
import type { DayUsage } from './day-usage.ts';

export interface UsageOptions {
  readonly objects: VersionedObjects;
  readonly store: Pick<ObjectStore, 'list'>;
  readonly clock: Clock;
  readonly quotaOf: (owner: string) => Quota;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** A round that began this long before its end is looked for by the day on which its video was first asked for. */
const LOOKED_BACK_DAYS = 2;
/** Entries that are kept one by one in any case; sweeps tell an end again within minutes. */
const [MOST_ENTRIES, FOLDED_AFTER_MS] = [200, 60 * 60 * 1000];
const EMPTY: DayRecord = { entries: [], folded: NOTHING };

/** What owners make in a day, and how much of it they may. */
export class Usage implements UsageMeter {
  readonly #options: UsageOptions;

  constructor(options: UsageOptions) {
    this.#options = options;
  }

  async admit(owner: string, { id, ownerHash, costUsd }: Admission): Promise<void> {
    const nowMs = this.#options.clock.nowMs();
    const date = dayOf(nowMs);
    const quota = this.#options.quotaOf(owner);
    await this.#change(ownerHash, date, (day) => {
      const known = day.entries.find((entry) => entry.id === id);
      if (known?.state === 'open') return undefined;
      const states = quotaStates(quota, usageOf(date, day));
      const full = usedUp(states);
      if (full) {
        const seconds = Math.ceil((full.renewsMs - nowMs) / 1000);
        throw new QuotaReached(quotaSentence(full, nowMs), seconds, states);
      }
      // What an earlier round of the day has made and cost stays the day's.
      const fresh: Entry = {
        id,
        state: 'open',
        changedMs: nowMs,
        beforeUsd: costUsd,
        usd: 0,
        seconds: 0,
        bytes: 0,
      };
      return { ...fresh, ...known, state: 'open', changedMs: nowMs };
    });
  }

  async ended(job: Job, spend: readonly SpendLine[] = []): Promise<void> {
    const { id, ownerHash, status, costUsd, outputs } = job;
    if (status === 'queued' || status === 'running') return;
    const changedMs = this.#options.clock.nowMs();
    const date = await this.#dayOfRound(job);
    await this.#change(ownerHash, date, (day) => {
      const known = day.entries.find((entry) => entry.id === id);
      const beforeUsd = known?.beforeUsd ?? 0;
      // Told again, its spending is known.
      const isFirst = known === undefined || known.state === 'open';
      const providers = isFirst && spend.length > 0 ? added(known?.providers, spend) : known?.providers;
      const entry: Entry = {
        ...{ id, state: status, changedMs, beforeUsd },
        usd: Math.max(0, costUsd - beforeUsd),
        seconds: outputs.reduce((total, { seconds }) => total + seconds, 0),
        bytes: outputs.reduce((total, { bytes }) => total + bytes, 0),
        ...(providers ? { providers } : {}),
      };
      return known && isSame(known, entry) ? undefined : entry;
    });
  }

  async removed(job: Job): Promise<void> {
    const { id, ownerHash, createdMs } = job;
    for (const date of new Set([dayOf(createdMs), await this.#dayOfRound(job)]))
      await this.#change(ownerHash, date, (day) => {
        const known = day.entries.find((entry) => entry.id === id);
        return known && known.bytes > 0 ? { ...known, bytes: 0 } : undefined;
      });
  }

  /** How much of today is used up, of what this owner may. */
  async quotas(owner: string, ownerHash: string): Promise<readonly QuotaState[]> {
    const quota = this.#options.quotaOf(owner);
    if (Object.keys(quota).length === 0) return [];
    const date = dayOf(this.#options.clock.nowMs());
    return quotaStates(quota, usageOf(date, await this.#read(ownerHash, date)));
  }

  /** Days on which something was made, from one date to another and both of them, oldest first. */
  async days(ownerHash: string, from: string, to: string): Promise<readonly DayUsage[]> {
    const prefix = usagePrefix(ownerHash);
    const most = daysBetween(Date.parse(from), Date.parse(to)).length;
    const before = dayOf(Date.parse(from) - DAY_MS);
    const names = await this.#options.store.list(prefix, { limit: most, after: prefix + before });
    const dates = names.map((name) => name.slice(prefix.length)).filter((date) => date <= to);
    const days = await Promise.all(
      dates.map(async (date) => usageOf(date, await this.#read(ownerHash, date))),
    );
    return days;
  }

  async #read(ownerHash: string, date: string): Promise<DayRecord | undefined> {
    const object = await this.#options.objects.get(dayName(ownerHash, date));
    return object && decodeDay(object.bytes);
  }

  /** The day on which the round that has ended was counted: the latest that has the job as being made. */
  async #dayOfRound({ id, ownerHash, createdMs, finishedMs = createdMs }: Job): Promise<string> {
    const created = dayOf(createdMs);
    const since = Math.max(createdMs, finishedMs - LOOKED_BACK_DAYS * DAY_MS);
    for (const date of daysBetween(since, finishedMs).reverse()) {
      if (date === created) break;
      const day = await this.#read(ownerHash, date);
      if (day?.entries.some((entry) => entry.id === id)) return date;
    }
    return created;
  }

  async #change(ownerHash: string, date: string, next: (day: DayRecord) => Entry | undefined): Promise<void> {
    const nowMs = this.#options.clock.nowMs();
    await changeObject(this.#options, dayName(ownerHash, date), (object) => {
      const day = object ? decodeDay(object.bytes) : EMPTY;
      const entry = next(day);
      if (!entry) return undefined;
      const others = day.entries.filter(({ id }) => id !== entry.id);
      return encodeDay(folded({ ...day, entries: [...others, entry] }, nowMs));
    });
  }
}

/** Adds what ended long ago to the sums where a day has many jobs, so that a change of it stays small. */
function folded({ entries, folded: sums }: DayRecord, nowMs: number): DayRecord {
  if (entries.length <= MOST_ENTRIES) return { entries, folded: sums };
  const isOld = ({ state, changedMs }: Entry): boolean =>
    state !== 'open' && nowMs - changedMs > FOLDED_AFTER_MS;
  return {
    entries: entries.filter((entry) => !isOld(entry)),
    folded: entries.filter(isOld).reduce(plus, sums),
  };
}

function added(
  known: Readonly<Record<string, number>> = {},
  spend: readonly SpendLine[],
): Record<string, number> {
  const all = { ...known };
  for (const { provider, usd } of spend) all[provider] = (all[provider] ?? 0) + usd;
  return all;
}

function isSame(a: Entry, b: Entry): boolean {
  return (
    a.state === b.state &&
    a.usd === b.usd &&
    a.seconds === b.seconds &&
    a.bytes === b.bytes &&
    JSON.stringify(a.providers) === JSON.stringify(b.providers)
  );
}

/** Dates from one moment to another, both of them. */
function daysBetween(fromMs: number, toMs: number): string[] {
  const dates: string[] = [];
  for (let ms = Date.parse(dayOf(fromMs)); ms <= toMs; ms += DAY_MS) dates.push(dayOf(ms));
  return dates;
}
