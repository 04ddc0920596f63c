import { randomBytes } from 'node:crypto';
import { Conflict, NotFound, PublisherFailed } from '@shortfactory/core';
import type {
  Clock,
  Delivery,
  Log,
  ObjectStore,
  Post,
  Publisher,
  PublisherSignIn,
  Telemetry,
  UploadFile,
  VersionedObjects,
} from '@shortfactory/core';
import { Sealing } from '@shortfactory/secrets/sealing';
import { checkPost } from './post.ts';
import { Accounts } from './send/accounts.ts';
import type { ConnectAnswer, ConnectAsked } from './send/accounts.ts';
import { lookAgainAfter } from './send/patience.ts';
import { Sender } from './send/sender.ts';
import { AccountStore } from './store/account-store.ts';
import type { Account } from './store/account-store.ts';
import { dueMarker, hashOf, keyOf, publicationKey } from './store/names.ts';
import type { PublicationKey } from './store/names.ts';
import type { PublicationRecord } from './store/publication-record.ts';
import { PublicationStore } from './store/publication-store.ts';

export interface PublicationsOptions {
  readonly store: ObjectStore;
  readonly objects: VersionedObjects;
  /** Where videos are read from, part by part. */
  readonly files: Pick<Delivery, 'open'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry: Telemetry;
  /** Seals tokens; every process of one service has the same. */
  readonly signingKey: string;
  readonly ownerHash: (owner: string) => string;
  readonly publisher: Publisher;
  readonly signIn: PublisherSignIn;
  /** Told every token, so that no log shows it. */
  readonly register: (secret: string) => void;
  /** Returns a unique name; in place of chance, for tests. */
  readonly newId?: () => string;
  readonly random?: () => number;
  readonly sweepMs?: number;
}

/** A video that is to be sent. */
export interface Wanted {
  readonly videoId: string;
  /** Of the file; each aspect of a video can be sent once. */
  readonly aspect: string;
  readonly file: UploadFile & { readonly name: string };
  /** Name of a JPEG in the store. */
  readonly thumbnail?: string | undefined;
  readonly post: Post;
  /** When it is to be sent, in ms since 1970; at once without it. */
  readonly atMs?: number | undefined;
}

const NAME = 'youtube';
const SWEEP_MS = 60_000;
const NONE = 'There is no publication with this id.';

/** Videos of owners on their way to their channels. Nothing begins before `start` or a call. */
export class Publications {
  readonly #options: PublicationsOptions;
  readonly #accounts: Accounts;
  readonly #publications: PublicationStore;
  readonly #sender: Sender;
  readonly #newId: () => string;

  constructor(options: PublicationsOptions) {
    this.#options = options;
    const { store, objects, files, clock, log, telemetry, signingKey, publisher, signIn, register } = options;
    this.#newId = options.newId ?? (() => randomBytes(16).toString('hex'));
    const sealing = (what: string): Sealing => new Sealing(signingKey, `publishing, ${what}`);
    this.#accounts = new Accounts({
      ...{ publisher, signIn, clock, register, name: NAME },
      accounts: new AccountStore({ objects, clock, sealing: sealing('accounts') }),
      sealing: sealing('states'),
    });
    this.#publications = new PublicationStore({ store, objects, clock });
    this.#sender = new Sender({
      ...{ store, files, clock, log, telemetry, publisher },
      accounts: this.#accounts,
      publications: this.#publications,
      sealing: sealing('uploads'),
      random: options.random ?? Math.random,
      sweepMs: options.sweepMs ?? SWEEP_MS,
    });
  }

  start(): void {
    this.#sender.start();
  }

  drain(): Promise<void> {
    return this.#sender.drain();
  }

  /** The owner's channel, or undefined. Throws StorageFailed. */
  account(owner: string): Promise<Account | undefined> {
    return this.#accounts.of(this.#hash(owner));
  }

  /** The page on which the owner of a channel lets us in. */
  connectAddress(owner: string, asked: ConnectAsked): string {
    return this.#accounts.address(this.#hash(owner), asked);
  }

  /** Throws InputInvalid, Conflict with what its owner can do, PublisherFailed, StorageFailed. */
  connect(owner: string, answer: ConnectAnswer, signal: AbortSignal): ReturnType<Accounts['connect']> {
    return this.#accounts.connect(this.#hash(owner), answer, signal).catch((error: unknown) => {
      if (error instanceof PublisherFailed && !error.retryable) throw new Conflict(error.message);
      throw error;
    });
  }

  /** False where the publisher could not be told that it is over. Throws StorageFailed. */
  disconnect(owner: string, signal: AbortSignal): Promise<boolean> {
    return this.#accounts.disconnect(this.#hash(owner), signal);
  }

  /**
   * Sends a video to the owner's channel. The same again is the same publication; one that was refused or stopped begins
   * anew, with what is asked for now. Throws InputInvalid, Conflict, StorageFailed.
   */
  async publish(owner: string, wanted: Wanted): Promise<PublicationRecord> {
    const { clock } = this.#options;
    const account = await this.account(owner);
    if (!account) throw new Conflict('YouTube is not connected; connect it first.');
    checkPost(wanted.post, wanted.atMs, clock.nowMs());
    const fresh = freshRecord(this.#hash(owner), account, wanted);
    const existing = await this.#publications.read(fresh);
    if (existing && isAsked(existing.publication, fresh)) return existing.publication;
    return this.#begin(fresh, fresh.ownerHash, (now, nowMs, marker) => {
      if (now && isAsked(now, fresh)) return undefined;
      const dueMs = wanted.atMs ?? nowMs;
      return { ...fresh, marker, createdMs: clock.nowMs(), dueMs, claims: (now?.claims ?? 0) + 1 };
    });
  }

  /** Those of a video, newest first. Throws StorageFailed. */
  of(videoId: string): Promise<readonly PublicationRecord[]> {
    return this.#publications.of(videoId);
  }

  /** The owner's, newest first. Throws StorageFailed. */
  async ofOwner(owner: string): Promise<readonly PublicationRecord[]> {
    return (await this.#publications.of()).filter((each) => this.isOf(each, owner));
  }

  /** Throws NotFound, StorageFailed. */
  async get(id: string): Promise<PublicationRecord> {
    const stored = await this.#publications.read(this.#key(id));
    if (!stored) throw new NotFound(NONE);
    return stored.publication;
  }

  /** Whether it is sent with this owner's account. */
  isOf({ ownerHash }: PublicationRecord, owner: string): boolean {
    return ownerHash === this.#hash(owner);
  }

  /** Stops it before its last byte. Throws NotFound, Conflict, StorageFailed. */
  async stop(id: string): Promise<PublicationRecord> {
    await this.get(id);
    return this.#publications.change(this.#key(id), (now) => {
      if (now.state === 'stopped') return undefined;
      if (now.state === 'sent') throw new Conflict('It is on YouTube already; delete it there.');
      if (now.mayBeThere)
        throw new Conflict('Its last byte was sent, so it cannot be stopped any more; look on YouTube.');
      return { ...now, state: 'stopped', claims: now.claims + 1 };
    });
  }

  /**
   * Goes on with what was refused or stopped. For one that may be there already it means that its owner has looked: it is
   * sent again only if it is not found once more. Throws NotFound, Conflict, StorageFailed.
   */
  async retry(id: string): Promise<PublicationRecord> {
    const { ownerHash } = await this.get(id);
    return this.#begin(this.#key(id), ownerHash, (now, nowMs, marker) => {
      if (now?.state !== 'refused' && now?.state !== 'stopped' && now?.state !== 'unsure')
        throw new Conflict(now?.state === 'sent' ? 'It is on YouTube already.' : 'It is on its way already.');
      const { problem: _over, ...others } = now;
      const isMissed = now.state === 'unsure' && lookAgainAfter(now.looks) === undefined && now.looks > 0;
      return {
        ...{ ...others, marker, isMissed, state: 'waiting', dueMs: nowMs, tries: 0 },
        claims: now.claims + 1,
      };
    });
  }

  async #begin(
    key: PublicationKey,
    ownerHash: string,
    next: (
      now: PublicationRecord | undefined,
      nowMs: number,
      marker: string,
    ) => PublicationRecord | undefined,
  ): Promise<PublicationRecord> {
    const marker = dueMarker(ownerHash, key, this.#newId());
    const begun = await this.#publications.begin(key, marker, (now, nowMs) => next(now, nowMs, marker));
    if (begun.marker === marker) this.#sender.now(marker);
    return begun;
  }

  #key(id: string): PublicationKey {
    const key = keyOf(id);
    if (!key) throw new NotFound(NONE);
    return key;
  }

  #hash(owner: string): string {
    return this.#options.ownerHash(owner);
  }
}

function freshRecord(
  ownerHash: string,
  { channel }: Account,
  { videoId, aspect, file, thumbnail, post, atMs }: Wanted,
): PublicationRecord {
  return {
    ...publicationKey(videoId, aspect, NAME, channel.id),
    ...{ ownerHash, publisher: NAME, post, file: { ...file } },
    channel: { id: channel.id, name: channel.name },
    wanted: hashOf(JSON.stringify([post, atMs])),
    ...(thumbnail === undefined ? {} : { thumbnail }),
    ...{ state: 'waiting', marker: '', createdMs: 0, dueMs: 0 },
    ...{ claims: 0, tries: 0, keptBytes: 0, mayBeThere: false, looks: 0, isMissed: false },
  };
}

/** Whether what stands there is what is asked for. Throws Conflict where it is something else that cannot be changed. */
function isAsked(now: PublicationRecord, { wanted }: PublicationRecord): boolean {
  if (now.state === 'refused' || now.state === 'stopped') return false;
  if (now.wanted === wanted) return true;
  if (now.state === 'sent') throw new Conflict('This video is on YouTube already; change it there.');
  throw new Conflict('This video is on its way to YouTube with other words; stop that first.');
}
