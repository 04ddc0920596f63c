import { DueWork, RecordUnreadable } from '@shortfactory/core';
import type { Clock, Log, ObjectStore, Telemetry } from '@shortfactory/core';
import type { Sealing } from '@shortfactory/secrets/sealing';
import { MOST_ATTEMPTS_KEPT } from '../store/delivery-record.ts';
import type { Attempt, DeliveryRecord } from '../store/delivery-record.ts';
import { DELIVERIES, DUE, readDueMarker } from '../store/names.ts';
import type { Due } from '../store/names.ts';
import { sealedNow } from '../store/webhook-store.ts';
import type { WebhookStore } from '../store/webhook-store.ts';
import { signedHeaders } from '../sending/signature.ts';
import { receiverOf } from '../sending/receiver.ts';
import type { ReceiverRule } from '../sending/receiver.ts';
import type { Send, Sent } from '../sending/send.ts';
import type { DeliveryStore, StoredDelivery } from './delivery-store.ts';
import { OwnerTurns } from './owner-turns.ts';
import { pauseAfter } from './patience.ts';

export interface DeliveriesDeps {
  readonly store: ObjectStore;
  readonly deliveries: DeliveryStore;
  readonly webhooks: WebhookStore;
  readonly sealing: Sealing;
  readonly send: Send;
  readonly receiver: ReceiverRule;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly random: () => number;
  readonly sweepMs: number;
}

/** Who takes a delivery has so long for one try; then it is anyone's again. */
const CLAIM_MS = 60_000;
/** A marker that no record names may belong to a process that is about to write the record. */
const UNNAMED_MS = 60 * 60 * 1000;
/** A store that does not answer is asked again. */
const STORE_AWAY_MS = 30_000;
const CLEAR_MS = 60 * 60 * 1000;
const CLEAR_PAGE = 200;
/** An entry of the log goes when nothing has changed it for this long. */
export const LOG_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Makes deliveries: the first try at once, the next ones after longer and longer pauses. Every process may do it at any
 * time; a claim in the record lets one of them try. What one that died has left is found by its marker.
 */
export class Deliveries {
  readonly #deps: DeliveriesDeps;
  readonly #turns = new OwnerTurns();
  readonly #due: DueWork<Due>;
  #clearAfter: string | undefined;

  constructor(deps: DeliveriesDeps) {
    this.#deps = deps;
    const { store, clock, log, sweepMs } = deps;
    this.#due = new DueWork<Due>({
      ...{ store, clock, log, sweepMs },
      prefix: DUE,
      unlisted: 'Deliveries to be made could not be looked for.',
      read: readDueMarker,
      work: (due) => this.#turns.run(due.ownerHash, () => this.#tryOnce(due)),
    });
  }

  start(): void {
    this.#due.start();
    void this.#clearOn();
  }

  /** Tries now, in its owner's turn. Resolves when the try has ended; never rejects. */
  try(due: Due): Promise<void> {
    return this.#due.now(due);
  }

  /** Stops tries that are under way; what was not delivered is due again at once. */
  drain(): Promise<void> {
    return this.#due.drain();
  }

  /** Returns the ms until there is something to do again; undefined when there is not. */
  async #tryOnce(due: Due): Promise<number | undefined> {
    const { log } = this.#deps;
    try {
      if (this.#due.signal.aborted) return undefined;
      return await this.#look(due);
    } catch (error) {
      log.warn('A delivery could not be looked after.', { jobId: due.jobId, error });
      return error instanceof RecordUnreadable ? undefined : STORE_AWAY_MS;
    }
  }

  async #look(due: Due): Promise<number | undefined> {
    const { deliveries, store } = this.#deps;
    const stored = await deliveries.read(due.jobId, due.deliveryId);
    if (stored?.delivery.marker !== due.marker) return this.#unnamed(due.marker);
    if (stored.delivery.state !== 'pending') {
      await store.remove(due.marker);
      return undefined;
    }
    const waitMs = stored.delivery.dueMs - stored.nowMs;
    if (waitMs > 0) return waitMs;
    const claim = { ...stored.delivery, dueMs: stored.nowMs + CLAIM_MS, tries: stored.delivery.tries + 1 };
    const generation = await deliveries.swap(stored, claim);
    if (generation === undefined) return CLAIM_MS;
    return this.#deliver({ delivery: claim, generation, nowMs: stored.nowMs });
  }

  async #deliver(claimed: StoredDelivery): Promise<number | undefined> {
    const { clock, deliveries, store, telemetry, random } = this.#deps;
    const { delivery } = claimed;
    const startedMs = clock.monotonicMs();
    const atMs = clock.nowMs();
    const sent = await this.#send(claimed);
    const tookMs = Math.max(0, clock.monotonicMs() - startedMs);
    if (this.#due.signal.aborted && sent !== 'dropped' && 'problem' in sent) {
      // Stopped by us: it is nobody's fault, and another process may try at once.
      await deliveries.swap(claimed, { ...delivery, tries: delivery.tries - 1, dueMs: claimed.nowMs });
      return undefined;
    }
    const after = nextOf(delivery, sent, { atMs, seconds: tookMs / 1000 }, claimed.nowMs + tookMs, random);
    if (sent !== 'dropped')
      telemetry.record({ type: 'webhook-tried', outcome: isTaken(sent) ? 'ok' : 'failed' });
    await deliveries.change(delivery.jobId, delivery.id, (now) =>
      // Asked for again meanwhile, or this very change, whose answer was lost.
      now.marker === delivery.marker && now.tries === delivery.tries && now.state === 'pending'
        ? after
        : undefined,
    );
    if (after.state === 'pending') return after.dueMs - claimed.nowMs - tookMs;
    telemetry.record({ type: 'webhook-ended', outcome: after.state });
    await store.remove(delivery.marker);
    return undefined;
  }

  async #send({ delivery, nowMs }: StoredDelivery): Promise<Sent | 'dropped'> {
    const { webhooks, sealing, send, receiver } = this.#deps;
    const { by, ownerHash, messageId: id, body } = delivery;
    let sealed: readonly string[];
    if ('webhook' in by) {
      const webhook = await webhooks.find(ownerHash, by.webhook);
      if (!webhook) return 'dropped';
      sealed = sealedNow(webhook, nowMs);
    } else sealed = [by.sealed];
    const secrets = sealed.map((each) => sealing.open(each)).filter((each) => each !== undefined);
    if (secrets.length < sealed.length)
      return { problem: 'Its secret was stored with another signing key, so it cannot be signed any more.' };
    const url = urlOf(delivery, receiver);
    if (!url) return { problem: 'Its address is not allowed here any more.' };
    const headers = signedHeaders({ id, timestampSeconds: Math.floor(nowMs / 1000), body }, secrets);
    return send({ url, headers, body }, this.#due.signal);
  }

  async #unnamed(marker: string): Promise<number | undefined> {
    const { store, clock } = this.#deps;
    const info = await store.head(marker);
    if (!info) return undefined;
    const ageMs = clock.nowMs() - info.updatedMs;
    if (ageMs <= UNNAMED_MS) return CLAIM_MS;
    await store.remove(marker);
    return undefined;
  }

  async #clearOn(): Promise<void> {
    const { clock, log } = this.#deps;
    const { signal } = this.#due;
    for (;;) {
      await clock.sleep(CLEAR_MS, signal).catch(() => undefined);
      if (signal.aborted) return;
      await this.#clear(signal).catch((error: unknown) => {
        log.warn('Old entries of the log of deliveries could not be cleared away.', { error });
      });
    }
  }

  async #clear(signal: AbortSignal): Promise<void> {
    const { store, deliveries, log } = this.#deps;
    const names = await store.list(DELIVERIES, {
      limit: CLEAR_PAGE,
      ...(this.#clearAfter === undefined ? {} : { after: this.#clearAfter }),
    });
    this.#clearAfter = names.length === CLEAR_PAGE ? names.at(-1) : undefined;
    for (const name of names) {
      if (signal.aborted) return;
      await deliveries.discardOld(name, LOG_MS).catch((error: unknown) => {
        log.debug('An entry of the log of deliveries was left.', { name, error });
      });
    }
  }
}

function urlOf({ url }: DeliveryRecord, rule: ReceiverRule): URL | undefined {
  try {
    return receiverOf(url, rule, 'url');
  } catch {
    return undefined;
  }
}

function isTaken(sent: Sent): boolean {
  return 'status' in sent && sent.status >= 200 && sent.status < 300;
}

/** Says that it wants no more of this. @see https://www.rfc-editor.org/rfc/rfc9110#status.410 */
const GONE = 410;

function nextOf(
  delivery: DeliveryRecord,
  sent: Sent | 'dropped',
  when: Pick<Attempt, 'atMs' | 'seconds'>,
  nowMs: number,
  random: () => number,
): DeliveryRecord {
  if (sent === 'dropped') return { ...delivery, state: 'dropped' };
  const attempts = [...delivery.attempts, { ...when, ...outcomeOf(sent) }].slice(-MOST_ATTEMPTS_KEPT);
  if (isTaken(sent)) return { ...delivery, attempts, state: 'delivered' };
  const pauseMs = pauseAfter(delivery.tries, random);
  if (pauseMs === undefined || ('status' in sent && sent.status === GONE))
    return { ...delivery, attempts, state: 'failed' };
  return { ...delivery, attempts, dueMs: Math.round(nowMs + pauseMs) };
}

function outcomeOf(sent: Sent): Pick<Attempt, 'status' | 'problem'> {
  if ('problem' in sent) return { problem: sent.problem };
  const { status } = sent;
  if (isTaken(sent)) return { status };
  if (status === GONE) return { status, problem: 'It answered 410: it wants no more of this.' };
  return {
    status,
    problem:
      status >= 300 && status < 400
        ? `It answered ${status}; redirects are not followed.`
        : `It answered ${status}.`,
  };
}
