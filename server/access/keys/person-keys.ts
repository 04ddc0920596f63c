import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { Conflict, LimitReached, NotFound, changeObject } from '@shortfactory/core';
import type { Clock, KeyScope, Log, VersionedObjects } from '@shortfactory/core';
import { isLive, isShown, withoutOld } from '../ending.ts';
import { newKeyText, ownerHashOf, shownPart } from './key-text.ts';
import { KnownPeople } from './known-people.ts';
import { decodePerson, encodePerson, personName } from './person-record.ts';
import type { PersonKey, PersonRecord } from './person-record.ts';

export interface PersonKeysOptions {
  readonly objects: VersionedObjects;
  readonly clock: Clock;
  readonly log: Log;
  /** Every process of one service has the same. */
  readonly signingKey: string;
  /** 40 hex digits. */
  readonly ownerHash: (owner: string) => string;
}

export interface WantedKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly days: number;
}

/** A key that was shown and may be used now. */
export interface FoundKey {
  readonly owner: string;
  readonly id: string;
  /** Its first characters, for logs. */
  readonly prefix: string;
  readonly scopes: readonly KeyScope[];
}

const MOST_KEYS = 20;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A use is written when the one that is known is older: one write in this time, however often a key is used. */
const USE_EVERY_MS = 10 * 60 * 1000;
/** So long after it was read, a key that was revoked elsewhere still works here. */
const FRESH_MS = 5000;
/** So long after it was read, one that was made or renewed elsewhere does not yet. */
const FRESH_MISS_MS = 1000;
const HASH_BYTES = 32;

/** The keys of people, who make and revoke them themselves. */
export class PersonKeys {
  readonly #options: PersonKeysOptions;
  readonly #hashKey: Buffer;
  readonly #known: KnownPeople;
  /** Uses that are being written, by key. */
  readonly #noting = new Map<string, Promise<void>>();

  constructor(options: PersonKeysOptions) {
    this.#options = options;
    this.#hashKey = Buffer.from(
      hkdfSync('sha256', options.signingKey, '', 'shortfactory keys of people', HASH_BYTES),
    );
    this.#known = new KnownPeople(options);
  }

  /** Of a person, oldest first; also those that ended or were revoked in the last 90 days. Throws StorageFailed. */
  async list(owner: string): Promise<readonly PersonKey[]> {
    const object = await this.#options.objects.get(personName(this.#options.ownerHash(owner)));
    const nowMs = this.#options.clock.nowMs();
    return object ? decodePerson(object.bytes).keys.filter((key) => isShown(key, nowMs)) : [];
  }

  /** A key, and its text, which nobody is told again. Throws LimitReached, StorageFailed, StorageUnknown. */
  async make(owner: string, wanted: WantedKey): Promise<{ readonly key: PersonKey; readonly text: string }> {
    const text = newKeyText(this.#options.ownerHash(owner));
    const nowMs = this.#options.clock.nowMs();
    const key: PersonKey = {
      id: randomBytes(8).toString('hex'),
      name: wanted.name,
      scopes: [...wanted.scopes],
      hash: this.#hashOf(text).toString('base64url'),
      prefix: shownPart(text),
      createdMs: nowMs,
      endsMs: nowMs + wanted.days * DAY_MS,
    };
    await this.#change(owner, (keys) => {
      if (keys.some(({ id }) => id === key.id)) return undefined;
      wantRoom(keys, nowMs);
      return [...keys, key];
    });
    return { key, text };
  }

  /** Ends it for good, here at once and in every other process within 5 seconds. Throws NotFound, StorageFailed. */
  async revoke(owner: string, id: string): Promise<void> {
    const revokedMs = this.#options.clock.nowMs();
    await this.#change(owner, (keys) => {
      const key = keyOf(keys, id);
      return key.revokedMs === undefined ? replaced(keys, { ...key, revokedMs }) : undefined;
    });
  }

  /** It ends so many days from now, also one that has ended. Throws NotFound, Conflict for a revoked one, LimitReached. */
  async renew(owner: string, id: string, days: number): Promise<PersonKey> {
    const nowMs = this.#options.clock.nowMs();
    const endsMs = nowMs + days * DAY_MS;
    let renewed: PersonKey | undefined;
    await this.#change(owner, (keys) => {
      const key = keyOf(keys, id);
      if (key.revokedMs !== undefined)
        throw new Conflict('A revoked key is over for good; make another one.');
      if (!isLive(key, nowMs)) wantRoom(keys, nowMs);
      renewed = { ...key, endsMs };
      return key.endsMs === endsMs ? undefined : replaced(keys, renewed);
    });
    return renewed as PersonKey;
  }

  /**
   * What somebody shows as a key; undefined for one that is unknown, cut, revoked or has ended. Reads once in 5 seconds,
   * in vain once a second, and notes the use without being waited for. Throws StorageFailed, RecordUnreadable.
   */
  async find(text: string): Promise<FoundKey | undefined> {
    const ownerHash = ownerHashOf(text);
    if (ownerHash === undefined) return undefined;
    const hash = this.#hashOf(text);
    const found =
      (await this.#live(ownerHash, hash, FRESH_MS)) ?? (await this.#live(ownerHash, hash, FRESH_MISS_MS));
    if (!found) return undefined;
    const { owner, key } = found;
    this.#noteUse(owner, key);
    return { owner, id: key.id, prefix: key.prefix, scopes: key.scopes };
  }

  async #live(
    ownerHash: string,
    hash: Buffer,
    freshMs: number,
  ): Promise<{ readonly owner: string; readonly key: PersonKey } | undefined> {
    const person = await this.#known.get(ownerHash, freshMs);
    // All of them are compared, so that the time does not say which one it is.
    const [key] = person?.keys.filter((each) => isSame(hash, each.hash)) ?? [];
    return person && key && isLive(key, this.#options.clock.nowMs())
      ? { owner: person.owner, key }
      : undefined;
  }

  /**
   * Ends all keys of a person and forgets them; elsewhere they are refused within 5 seconds. False where there is nothing
   * of them. Throws StorageFailed.
   */
  async forget(owner: string): Promise<boolean> {
    const { objects, ownerHash } = this.#options;
    const name = personName(ownerHash(owner));
    let wasThere = false;
    for (let object = await objects.get(name); object; object = await objects.get(name)) {
      wasThere = true;
      await objects.discard(name, object.generation);
    }
    this.#known.forget(ownerHash(owner));
    return wasThere;
  }

  /** Resolves when every use that was noted is written, or could not be. */
  async drain(): Promise<void> {
    await Promise.all(this.#noting.values());
  }

  #noteUse(owner: string, { id, usedMs }: PersonKey): void {
    const nowMs = this.#options.clock.nowMs();
    const isNoted = (known: number | undefined): boolean =>
      known !== undefined && nowMs - known < USE_EVERY_MS;
    if (isNoted(usedMs) || this.#noting.has(id)) return;
    const noting = this.#change(owner, (keys) => {
      const key = keys.find((each) => each.id === id);
      return key && !isNoted(key.usedMs) ? replaced(keys, { ...key, usedMs: nowMs }) : undefined;
    })
      .catch((error: unknown) => {
        this.#options.log.debug('The use of a key was not noted.', { error });
      })
      .finally(() => this.#noting.delete(id));
    this.#noting.set(id, noting);
  }

  /** Changes a person's keys until a swap wins; what is long over goes with it. */
  async #change(
    owner: string,
    next: (keys: readonly PersonKey[]) => readonly PersonKey[] | undefined,
  ): Promise<void> {
    const ownerHash = this.#options.ownerHash(owner);
    const nowMs = this.#options.clock.nowMs();
    try {
      await changeObject(this.#options, personName(ownerHash), (object) => {
        const before: PersonRecord = object ? decodePerson(object.bytes) : { owner, keys: [] };
        const keys = next(before.keys);
        return keys && encodePerson({ owner: before.owner, keys: withoutOld(keys, nowMs) });
      });
    } finally {
      this.#known.forget(ownerHash);
    }
  }

  #hashOf(text: string): Buffer {
    return createHmac('sha256', this.#hashKey).update(text).digest();
  }
}

function wantRoom(keys: readonly PersonKey[], nowMs: number): void {
  if (keys.filter((key) => isLive(key, nowMs)).length >= MOST_KEYS)
    throw new LimitReached(`${MOST_KEYS} keys are the most; revoke one first.`);
}

function keyOf(keys: readonly PersonKey[], id: string): PersonKey {
  const key = keys.find((each) => each.id === id);
  if (!key) throw new NotFound('There is no key with this id.');
  return key;
}

function replaced(keys: readonly PersonKey[], key: PersonKey): PersonKey[] {
  return keys.map((each) => (each.id === key.id ? key : each));
}

function isSame(hash: Buffer, stored: string): boolean {
  const other = Buffer.from(stored, 'base64url');
  return other.length === hash.length && timingSafeEqual(hash, other);
}
