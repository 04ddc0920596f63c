import { createHash } from 'node:crypto';
import { StorageFailed, StorageUnknown } from '@shortfactory/core';
import type {
  EvictableObjects,
  ObjectInfo,
  ObjectSource,
  ObjectStore,
  PublishedObject,
  SwapResult,
  VersionedObject,
  VersionedObjects,
} from '@shortfactory/core';
import { CALL_MS, drawFault, drawLatency } from './faults.ts';
import type { Fault, FaultRates } from './faults.ts';
import { EPOCH_MS } from './virtual-time.ts';
import type { SimulatedProcess, VirtualTime } from './virtual-time.ts';

export interface Kept {
  readonly bytes: Uint8Array;
  readonly generation: string;
  readonly updatedMs: number;
}

/** Sees every change before it is made. */
export interface Watchdog {
  swapped(name: string, before: Kept | undefined, bytes: Uint8Array, by: string, nowMs: number): void;
  removed(name: string): void;
}

/** The one truth of a simulation: objects by name, with generations, changed at one moment each. */
export class SimulatedStore {
  readonly objects = new Map<string, Kept>();
  readonly time: VirtualTime;
  readonly #watchdog: Watchdog;
  #generation = 0;

  constructor(time: VirtualTime, watchdog: Watchdog) {
    this.time = time;
    this.#watchdog = watchdog;
  }

  get nowMs(): number {
    return EPOCH_MS + this.time.nowMs;
  }

  swap(name: string, expected: string | null, bytes: Uint8Array, by: string): SwapResult {
    const before = this.objects.get(name);
    if ((before?.generation ?? null) !== expected) return { swapped: false };
    this.#watchdog.swapped(name, before, bytes, by, this.nowMs);
    const { generation, updatedMs } = this.put(name, bytes);
    return { swapped: true, generation, updatedMs };
  }

  put(name: string, bytes: Uint8Array): Kept {
    const kept = { bytes, generation: String(++this.#generation), updatedMs: this.nowMs };
    this.objects.set(name, kept);
    return kept;
  }

  remove(name: string): boolean {
    if (this.objects.has(name)) this.#watchdog.removed(name);
    return this.objects.delete(name);
  }

  names(prefix: string): string[] {
    return [...this.objects.keys()].filter((name) => name.startsWith(prefix)).sort();
  }
}

/** What one process sees of the store: the same objects, through a network that fails as it does. */
export class StoreConnection implements VersionedObjects, ObjectStore, EvictableObjects {
  readonly #store: SimulatedStore;
  readonly #process: SimulatedProcess;
  readonly #random: () => number;
  readonly #rates: () => FaultRates;
  readonly #onKilled: () => void;

  constructor(
    store: SimulatedStore,
    process: SimulatedProcess,
    random: () => number,
    rates: () => FaultRates,
    onKilled: () => void,
  ) {
    this.#store = store;
    this.#process = process;
    this.#random = random;
    this.#rates = rates;
    this.#onKilled = onKilled;
  }

  get(name: string): Promise<VersionedObject | undefined> {
    return this.#read(() => {
      const kept = this.#store.objects.get(name);
      return kept && { ...kept, nowMs: this.#store.nowMs };
    });
  }

  swap(name: string, expected: string | null, bytes: Uint8Array): Promise<SwapResult> {
    return this.#call(
      () => this.#store.swap(name, expected, bytes, this.#process.name),
      (fault) => (fault === 'repeated' ? { swapped: false } : undefined),
      () => new StorageUnknown('The answer to a write was lost.'),
    );
  }

  discard(name: string, generation: string): Promise<boolean> {
    return this.#write(
      () => this.#store.objects.get(name)?.generation === generation && this.#store.remove(name),
    );
  }

  head(name: string): Promise<ObjectInfo | undefined> {
    return this.#read(() => {
      const kept = this.#store.objects.get(name);
      return kept && { name, bytes: kept.bytes.byteLength, updatedMs: kept.updatedMs };
    });
  }

  read(name: string): Promise<Uint8Array | undefined> {
    return this.#read(() => this.#store.objects.get(name)?.bytes);
  }

  download(): Promise<boolean> {
    throw new Error('nothing is downloaded in a simulation');
  }

  create(name: string, source: ObjectSource): Promise<boolean> {
    if (!('bytes' in source)) throw new Error('only bytes are kept in a simulation');
    return this.#write(() => {
      if (this.#store.objects.has(name)) return false;
      this.#store.put(name, source.bytes);
      return true;
    });
  }

  list(prefix: string, { limit, after = '' }: { limit: number; after?: string }): Promise<string[]> {
    return this.#read(() =>
      this.#store
        .names(prefix)
        .filter((name) => name > after)
        .slice(0, limit),
    );
  }

  remove(name: string): Promise<void> {
    return this.#write(() => {
      this.#store.remove(name);
    });
  }

  touch(name: string): Promise<boolean> {
    return this.#write(() => {
      const kept = this.#store.objects.get(name);
      if (kept) this.#store.put(name, kept.bytes);
      return kept !== undefined;
    });
  }

  evict({ name, updatedMs }: ObjectInfo): Promise<boolean> {
    return this.#write(
      () => this.#store.objects.get(name)?.updatedMs === updatedMs && this.#store.remove(name),
    );
  }

  publish(from: string, to: string): Promise<PublishedObject> {
    return this.#write(() => {
      const source = this.#store.objects.get(from);
      if (!source) throw new StorageFailed(`There is no object ${from} to publish.`);
      const target = this.#store.objects.get(to) ?? this.#store.put(to, source.bytes);
      if (checksum(target.bytes) !== checksum(source.bytes)) throw new StorageFailed('It differs.');
      const { bytes, generation } = target;
      return { name: to, bytes: bytes.byteLength, generation, crc32c: checksum(bytes) };
    });
  }

  #read<T>(act: () => T): Promise<T> {
    return this.#call(
      act,
      () => undefined,
      () => new StorageFailed('The store did not answer.'),
    );
  }

  /** A write whose repetition does no harm: lost answers look like refusals. */
  #write<T>(act: () => T): Promise<T> {
    return this.#read(act);
  }

  #call<T>(act: () => T, answer: (fault: Fault) => T | undefined, lost: () => Error): Promise<T> {
    const { time } = this.#store;
    const fault = drawFault(this.#rates(), this.#random);
    const [there, back] = [drawLatency(this.#random), drawLatency(this.#random)];
    return new Promise((resolve, reject) => {
      switch (fault) {
        case 'refused':
          return this.#after(there + back, () => reject(new StorageFailed('The store refused (429).')));
        case 'lost':
          time.after(there, () => quietly(act));
          return this.#after(CALL_MS.timeout, () => reject(lost()));
        case 'late':
          time.after(there + this.#random() * CALL_MS.late, () => quietly(act));
          return this.#after(CALL_MS.timeout, () => reject(lost()));
        case 'killed':
          if (this.#random() < 0.5) time.after(there, () => quietly(act));
          return this.#onKilled();
      }
      const backMs = fault === 'slow' ? this.#random() * CALL_MS.slow : back;
      time.after(there, () => {
        try {
          const result = act();
          this.#after(backMs, () => resolve(answer(fault) ?? result));
        } catch (error) {
          this.#after(backMs, () => reject(error as Error));
        }
      });
    });
  }

  /** An answer reaches the process that called: never once it is dead. */
  #after(ms: number, happen: () => void): void {
    this.#store.time.after(ms, () => this.#process.deliver(happen));
  }
}

/** Runs an act whose result is not awaited. A violation still surfaces: it is recorded where it was found. */
function quietly(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof StorageFailed)) throw error;
  }
}

export function checksum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
