import type { PublicationKey } from '../store/names.ts';
import type { PublicationRecord } from '../store/publication-record.ts';
import type { PublicationStore } from '../store/publication-store.ts';

/** The publication is another process's by now, or its owner stopped it. */
export class ClaimLost extends Error {}

/**
 * A claim holds so long after each write; then the publication is anyone's. Should two processes be at one after all,
 * no second video is made: both send to the one upload that the record names.
 */
export const CLAIM_MS = 120_000;

/** A publication that this process has claimed. */
export class HeldPublication {
  readonly key: PublicationKey;
  readonly #store: PublicationStore;
  readonly #monotonicMs: () => number;
  #publication: PublicationRecord;
  #writtenMs: number;

  constructor(
    store: PublicationStore,
    key: PublicationKey,
    claimed: PublicationRecord,
    monotonicMs: () => number,
  ) {
    this.key = key;
    this.#store = store;
    this.#publication = claimed;
    this.#monotonicMs = monotonicMs;
    this.#writtenMs = monotonicMs();
  }

  /** As this process wrote it last. */
  get publication(): PublicationRecord {
    return this.#publication;
  }

  /** How long ago that was. */
  get sinceWrittenMs(): number {
    return this.#monotonicMs() - this.#writtenMs;
  }

  /** Writes and holds on. `nowMs` is the store's time. Throws ClaimLost, and the store's errors. */
  async write(next: (now: PublicationRecord, nowMs: number) => PublicationRecord): Promise<void> {
    const stands = await this.#store.change(this.key, (now, nowMs) =>
      this.#isHeld(now) ? next({ ...now, dueMs: nowMs + CLAIM_MS }, nowMs) : undefined,
    );
    if (!this.#isHeld(stands)) throw new ClaimLost();
    this.#publication = stands;
    this.#writtenMs = this.#monotonicMs();
  }

  #isHeld({ marker, claims }: PublicationRecord): boolean {
    return marker === this.#publication.marker && claims === this.#publication.claims;
  }
}
