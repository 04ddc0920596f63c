import { RecordUnreadable, changeObject } from '@shortfactory/core';
import type { Clock, Log, VersionedObjects } from '@shortfactory/core';
import { z } from 'zod';

const NAME = 'operate/maintenance';
/** So long after it was read, what was switched elsewhere is not seen here yet. */
const FRESH_MS = 2000;
/** A store that does not answer for so long is not waited for: health is asked by who waits little longer. */
const PATIENCE_MS = 1000;
/** When no end is set: after this, whoever was refused may look again. */
const LOOK_AGAIN_SECONDS = 60;

const stored = z.strictObject({
  format: z.literal(1),
  isOn: z.boolean(),
  sentence: z.string().max(400),
  sinceMs: z.number().nonnegative().max(8.64e15),
  endsMs: z.number().nonnegative().max(8.64e15).exactOptional(),
});

export interface MaintenanceState {
  /** What people read who ask for new work. */
  readonly sentence: string;
  readonly sinceMs: number;
  /** It ends by itself then. */
  readonly endsMs?: number;
}

export interface MaintenanceOptions {
  readonly objects: VersionedObjects;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Whether new work is taken: one object of the store that every process looks at, so that all refuse within 2 seconds.
 * What was accepted before is made.
 */
export class Maintenance {
  readonly #options: MaintenanceOptions;
  #readMs = -Infinity;
  #reading: Promise<MaintenanceState | undefined> | undefined;
  #known: MaintenanceState | undefined;
  /** A store that hangs is not asked again and again. */
  #isUnderWay = false;

  constructor(options: MaintenanceOptions) {
    this.#options = options;
  }

  /**
   * What holds now; undefined while new work is taken. Read once in 2 seconds. Where it cannot be read, what was known
   * holds on: a store that does not answer takes no work anyway. Never throws.
   */
  async now(): Promise<MaintenanceState | undefined> {
    const { clock } = this.#options;
    const isOld = clock.monotonicMs() - this.#readMs >= FRESH_MS;
    if (!this.#reading || (isOld && !this.#isUnderWay)) {
      this.#readMs = clock.monotonicMs();
      this.#reading = this.#read();
    }
    const state = await this.#waitedFor(this.#reading);
    return state?.endsMs !== undefined && state.endsMs <= clock.nowMs() ? undefined : state;
  }

  /** Here at once, elsewhere within 2 seconds. Throws StorageFailed, StorageUnknown. */
  async switchOn({ sentence, endsMs }: Omit<MaintenanceState, 'sinceMs'>): Promise<void> {
    const state = {
      sentence,
      sinceMs: this.#options.clock.nowMs(),
      ...(endsMs === undefined ? {} : { endsMs }),
    };
    await this.#write({ format: 1, isOn: true, ...state });
  }

  /** Throws StorageFailed, StorageUnknown. */
  async switchOff(): Promise<void> {
    const sinceMs = this.#options.clock.nowMs();
    await this.#write({ format: 1, isOn: false, sentence: '', sinceMs });
  }

  async #waitedFor(reading: Promise<MaintenanceState | undefined>): Promise<MaintenanceState | undefined> {
    const answered = new AbortController();
    const known = (): MaintenanceState | undefined => this.#known;
    const late = this.#options.clock.sleep(PATIENCE_MS, answered.signal).then(known, known);
    return Promise.race([reading, late]).finally(() => answered.abort());
  }

  async #write(next: z.input<typeof stored>): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(next));
    try {
      await changeObject(this.#options, NAME, (object) =>
        object && Buffer.compare(object.bytes, bytes) === 0 ? undefined : bytes,
      );
    } finally {
      this.#reading = undefined;
    }
  }

  async #read(): Promise<MaintenanceState | undefined> {
    this.#isUnderWay = true;
    try {
      const object = await this.#options.objects.get(NAME);
      this.#known = object && decode(object.bytes);
    } catch (error) {
      this.#options.log.debug('Whether there is maintenance could not be read.', { error });
    } finally {
      this.#isUnderWay = false;
    }
    return this.#known;
  }
}

/** Seconds after which work may be asked for again. */
export function secondsUntilWork({ endsMs }: MaintenanceState, nowMs: number): number {
  return endsMs === undefined ? LOOK_AGAIN_SECONDS : Math.max(1, Math.ceil((endsMs - nowMs) / 1000));
}

/** Throws RecordUnreadable. */
function decode(bytes: Uint8Array): MaintenanceState | undefined {
  try {
    const { format: _, isOn, ...state } = stored.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return isOn ? state : undefined;
  } catch (cause) {
    throw new RecordUnreadable('Whether there is maintenance cannot be read.', { cause });
  }
}
