import { DueWork, PUBLICATION_OUTCOMES, PublisherFailed, RecordUnreadable } from '@shortfactory/core';
import type { Clock, Log, ObjectStore, Telemetry } from '@shortfactory/core';
import pLimit from 'p-limit';
import { DUE_PUBLICATIONS, readDueMarker } from '../store/names.ts';
import type { DuePublication } from '../store/names.ts';
import { isUnderWay } from '../store/publication-record.ts';
import type { PublicationProblem, PublicationRecord } from '../store/publication-record.ts';
import type { PublicationStore } from '../store/publication-store.ts';
import { CLAIM_MS, ClaimLost, HeldPublication } from './held.ts';
import { pauseAfter } from './patience.ts';
import { upload } from './upload.ts';
import type { UploadDeps } from './upload.ts';

export interface SenderDeps extends UploadDeps {
  readonly store: ObjectStore;
  readonly publications: PublicationStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly random: () => number;
  readonly sweepMs: number;
}

/** Files on their way from this process at a time, and of one owner. */
const AT_A_TIME = 4;
/** A marker that no record names may belong to a process that is about to write the record. */
const UNNAMED_MS = 60 * 60 * 1000;
/** A store that does not answer is asked again. */
const STORE_AWAY_MS = 30_000;
/** The most that YouTube takes. @see https://developers.google.com/youtube/v3/docs/thumbnails/set */
const MOST_THUMBNAIL_BYTES = 2 * 1024 * 1024;

/**
 * Sends publications that are due. Every process may do it at any time; a claim in the record lets one of them. What one
 * that died has left is found by its marker, and goes on where it was.
 */
export class Sender {
  readonly #deps: SenderDeps;
  readonly #turns = pLimit(AT_A_TIME);
  readonly #due: DueWork<DuePublication>;

  constructor(deps: SenderDeps) {
    this.#deps = deps;
    const { store, clock, log, sweepMs } = deps;
    this.#due = new DueWork<DuePublication>({
      ...{ store, clock, log, sweepMs },
      prefix: DUE_PUBLICATIONS,
      unlisted: 'Publications to be sent could not be looked for.',
      read: readDueMarker,
      work: (due) => this.#turns(() => this.#lookAfter(due)),
    });
  }

  start(): void {
    this.#due.start();
  }

  /** Begins with it, if it is due. */
  now(marker: string): void {
    const due = readDueMarker(marker);
    if (due) void this.#due.now(due);
  }

  /** Stops what is under way; another process may go on with it at once. */
  drain(): Promise<void> {
    return this.#due.drain();
  }

  /** Returns the ms until there is something to do again; undefined when there is not. */
  async #lookAfter(due: DuePublication): Promise<number | undefined> {
    try {
      if (this.#due.signal.aborted) return undefined;
      return await this.#look(due);
    } catch (error) {
      if (error instanceof ClaimLost) return CLAIM_MS;
      this.#deps.log.warn('A publication could not be looked after.', { jobId: due.key.videoId, error });
      return error instanceof RecordUnreadable ? undefined : STORE_AWAY_MS;
    }
  }

  async #look(due: DuePublication): Promise<number | undefined> {
    const { publications, store, clock } = this.#deps;
    const stored = await publications.read(due.key);
    if (stored?.publication.marker !== due.marker) return this.#unnamed(due.marker);
    const { publication, nowMs } = stored;
    if (!isUnderWay(publication)) {
      await store.remove(due.marker);
      return undefined;
    }
    if (publication.dueMs > nowMs) return publication.dueMs - nowMs;
    const claimed: PublicationRecord = {
      ...publication,
      state: publication.state === 'sent' ? 'sent' : 'sending',
      claims: publication.claims + 1,
      tries: publication.tries + 1,
      dueMs: nowMs + CLAIM_MS,
    };
    if (!(await publications.swap(due.key, stored, claimed))) return CLAIM_MS;
    const held = new HeldPublication(publications, due.key, claimed, () => clock.monotonicMs());
    await this.#send(held);
    return this.#afterwards(held);
  }

  async #send(held: HeldPublication): Promise<void> {
    const { signal } = this.#due;
    try {
      if (held.publication.state !== 'sent') await upload(held, this.#deps, signal);
      if (held.publication.state === 'sent') await this.#setThumbnail(held, signal);
    } catch (error) {
      if (signal.aborted) {
        // Stopped by us: another process may go on at once.
        await held.write((now, nowMs) => ({ ...waiting(now), tries: now.tries - 1, dueMs: nowMs }));
      } else if (error instanceof PublisherFailed) {
        this.#noteFailure(held.publication, error);
        await held.write((now, nowMs) => afterFailure(now, error, nowMs, this.#deps.random));
      } else throw error;
    }
  }

  #noteFailure({ videoId, publisher }: PublicationRecord, error: PublisherFailed): void {
    const why = whyOf(error);
    this.#deps.log.warn('A try to send a video failed.', {
      ...{ jobId: videoId, publisher, why },
      sentence: error.message,
    });
    this.#deps.telemetry.record({ type: 'publication-failed', why });
  }

  async #setThumbnail(held: HeldPublication, signal: AbortSignal): Promise<void> {
    const { store, publisher, accounts } = this.#deps;
    const { thumbnail, sent, ownerHash, channel } = held.publication;
    if (thumbnail === undefined || !sent) return;
    const jpeg = await store.read(thumbnail);
    if (jpeg && jpeg.length <= MOST_THUMBNAIL_BYTES)
      await accounts.withToken(ownerHash, channel.id, signal, (token) =>
        publisher.setThumbnail(token, sent.id, jpeg, signal),
      );
    await held.write(withoutThumbnail);
  }

  async #afterwards({ publication }: HeldPublication): Promise<number | undefined> {
    const { store, clock, log, telemetry } = this.#deps;
    const { state, videoId, marker, dueMs } = publication;
    if (isUnderWay(publication)) return Math.max(0, dueMs - clock.nowMs());
    log.info('A publication ended.', { jobId: videoId, publisher: publication.publisher, state });
    const outcome = PUBLICATION_OUTCOMES.find((each) => each === state);
    if (outcome !== undefined) telemetry.record({ type: 'publication-ended', outcome });
    await store.remove(marker);
    return undefined;
  }

  async #unnamed(marker: string): Promise<number | undefined> {
    const { store, clock } = this.#deps;
    const info = await store.head(marker);
    if (!info) return undefined;
    if (clock.nowMs() - info.updatedMs <= UNNAMED_MS) return CLAIM_MS;
    await store.remove(marker);
    return undefined;
  }
}

function waiting(now: PublicationRecord): PublicationRecord {
  return { ...now, state: now.state === 'sent' ? 'sent' : 'waiting' };
}

function withoutThumbnail(now: PublicationRecord): PublicationRecord {
  const { thumbnail: _set, ...others } = now;
  return others;
}

function whyOf({ failure }: PublisherFailed): PublicationProblem['why'] {
  return failure === 'token' ? 'access' : failure;
}

/** What becomes of a publication when a call has failed: it waits, or its owner is told. */
function afterFailure(
  now: PublicationRecord,
  failed: PublisherFailed,
  nowMs: number,
  random: () => number,
): PublicationRecord {
  const { failure, message: sentence, field, untilMs } = failed;
  const problem: PublicationProblem = { why: whyOf(failed), sentence, ...(field !== undefined && { field }) };
  if (failure === 'quota') return { ...waiting(now), problem, tries: 0, dueMs: untilMs ?? nowMs };
  const pauseMs = failure === 'away' ? pauseAfter(now.tries, random) : undefined;
  if (pauseMs !== undefined)
    return { ...waiting(now), problem, dueMs: Math.max(untilMs ?? 0, nowMs + pauseMs) };
  // The video is there; it goes without a picture of its own.
  if (now.state === 'sent') return { ...withoutThumbnail(now), problem };
  return { ...now, state: now.mayBeThere ? 'unsure' : 'refused', problem };
}
