import { randomBytes } from 'node:crypto';
import { StorageFailed, StorageUnknown, changeObject } from '@shortfactory/core';
import type { Clock, Log, ObjectStore, VersionedObjects } from '@shortfactory/core';
import { z } from 'zod';

const PREFIX = 'instances/';
const WRITE_MS = 60_000;
/** A process that has not written for so long is gone. */
const GONE_MS = 150_000;
/** Processes that are shown. */
const MOST_SHOWN = 100;

const stored = z.strictObject({
  format: z.literal(1),
  role: z.string().max(20),
  version: z.string().max(60),
  revision: z.string().max(80),
  startedMs: z.number().nonnegative().max(8.64e15),
  running: z.int().nonnegative(),
});

/** A process of the server that has written a moment ago. */
export type Instance = Readonly<Omit<z.output<typeof stored>, 'format'>> & { readonly id: string };

export interface InstancesOptions {
  readonly store: Pick<ObjectStore, 'list'>;
  readonly objects: VersionedObjects;
  readonly clock: Clock;
  readonly log: Log;
  readonly about: { readonly role: string; readonly version: string; readonly revision: string };
  /** Jobs that this process is running. */
  readonly running: () => number;
}

/** Which processes of the server there are: each writes a small object once a minute, and takes it away when it ends. */
export class Instances {
  readonly #options: InstancesOptions;
  readonly #name = `${PREFIX}${randomBytes(6).toString('hex')}`;
  readonly #startedMs: number;

  constructor(options: InstancesOptions) {
    this.#options = options;
    this.#startedMs = options.clock.nowMs();
  }

  /** Writes once a minute until the signal. Never throws. */
  async keepWriting(signal: AbortSignal): Promise<void> {
    const { clock, log, about, running } = this.#options;
    while (!signal.aborted) {
      const record = { format: 1, ...about, startedMs: this.#startedMs, running: running() } as const;
      const bytes = Buffer.from(JSON.stringify(record satisfies z.input<typeof stored>));
      await changeObject(this.#options, this.#name, () => bytes).catch((error: unknown) => {
        log.debug('This process could not be shown to the operator.', { error });
      });
      await clock.sleep(WRITE_MS, signal).catch(() => undefined);
    }
    await this.#discard(this.#name);
  }

  /** Those that there are, at most a hundred; who died without a word is forgotten. Throws StorageFailed. */
  async list(signal: AbortSignal): Promise<readonly Instance[]> {
    const { store, objects } = this.#options;
    const instances: Instance[] = [];
    for (const name of await store.list(PREFIX, { limit: MOST_SHOWN, signal })) {
      const object = await objects.get(name);
      if (!object) continue;
      const isGone = object.nowMs - object.updatedMs > GONE_MS;
      if (isGone) await this.#discard(name);
      else instances.push(...instanceIn(name, object.bytes));
    }
    return instances;
  }

  async #discard(name: string): Promise<void> {
    const { objects } = this.#options;
    try {
      const object = await objects.get(name);
      if (object) await objects.discard(name, object.generation);
    } catch (error) {
      if (!(error instanceof StorageFailed) && !(error instanceof StorageUnknown)) throw error;
    }
  }
}

/** None where another release wrote what this one does not know. */
function instanceIn(name: string, bytes: Uint8Array): Instance[] {
  try {
    const { format: _, ...instance } = stored.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return [{ id: name.slice(PREFIX.length), ...instance }];
  } catch {
    return [];
  }
}
