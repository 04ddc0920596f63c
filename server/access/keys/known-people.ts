import type { Clock, VersionedObjects } from '@shortfactory/core';
import { decodePerson, personName } from './person-record.ts';
import type { PersonRecord } from './person-record.ts';

const MOST_KNOWN = 1000;

interface Read {
  readonly beganMs: number;
  readonly person: Promise<PersonRecord | undefined>;
}

/** Records of people as they stood a moment ago, whether there is one or not. */
export class KnownPeople {
  readonly #objects: VersionedObjects;
  readonly #clock: Clock;
  readonly #reads = new Map<string, Read>();

  constructor({ objects, clock }: { readonly objects: VersionedObjects; readonly clock: Clock }) {
    this.#objects = objects;
    this.#clock = clock;
  }

  /** As it stood `freshMs` ago or later. Throws StorageFailed, RecordUnreadable; what failed is read anew. */
  get(ownerHash: string, freshMs: number): Promise<PersonRecord | undefined> {
    const known = this.#reads.get(ownerHash);
    if (known && this.#clock.monotonicMs() - known.beganMs < freshMs) return known.person;
    const read: Read = { beganMs: this.#clock.monotonicMs(), person: this.#read(ownerHash) };
    this.#reads.delete(ownerHash);
    this.#reads.set(ownerHash, read);
    const [oldest] = this.#reads.keys();
    if (this.#reads.size > MOST_KNOWN && oldest !== undefined) this.#reads.delete(oldest);
    read.person.catch(() => {
      if (this.#reads.get(ownerHash) === read) this.#reads.delete(ownerHash);
    });
    return read.person;
  }

  forget(ownerHash: string): void {
    this.#reads.delete(ownerHash);
  }

  async #read(ownerHash: string): Promise<PersonRecord | undefined> {
    const object = await this.#objects.get(personName(ownerHash));
    return object && decodePerson(object.bytes);
  }
}
