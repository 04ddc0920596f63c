import { randomBytes } from 'node:crypto';
import { Conflict, InputInvalid, NotFound, StorageFailed, WEBHOOK_EVENTS } from '@shortfactory/core';
import type {
  BatchEnd,
  BatchEnds,
  Clock,
  JobEnd,
  JobEnds,
  JobWebhook,
  Log,
  ObjectStore,
  Telemetry,
  VersionedObjects,
  VideoEvent,
  WebhookEvent,
} from '@shortfactory/core';
import { networkRule } from '@shortfactory/network';
import type { AllowedNetworks } from '@shortfactory/network';
import { Sealing } from '@shortfactory/secrets/sealing';
import { Deliveries } from './deliver/deliveries.ts';
import { DeliveryStore } from './deliver/delivery-store.ts';
import { batchEvent } from './deliver/batch-event.ts';
import { eventOf, videoEvent } from './deliver/video-event.ts';
import { receiverOf } from './sending/receiver.ts';
import type { ReceiverRule } from './sending/receiver.ts';
import type { Send } from './sending/send.ts';
import { secretBytes } from './sending/signature.ts';
import type { DeliveryRecord } from './store/delivery-record.ts';
import { deliveryIdOf, dueMarker, messageId, readDueMarker } from './store/names.ts';
import { WebhookStore } from './store/webhook-store.ts';
import type { StandingWebhook } from './store/webhook-store.ts';

export interface WebhooksOptions {
  readonly store: ObjectStore;
  readonly objects: VersionedObjects;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry: Telemetry;
  /** Seals secrets; every process of one service has the same. */
  readonly signingKey: string;
  readonly ownerHash: (owner: string) => string;
  readonly allowed: AllowedNetworks & { readonly http: boolean };
  readonly send: Send;
  /** Returns a unique name; in place of chance, for tests. */
  readonly newId?: () => string;
  readonly random?: () => number;
  readonly sweepMs?: number;
}

/** A secret that is told this once. */
export interface WithSecret {
  readonly webhook: StandingWebhook;
  readonly secret: string;
}

/** One end as receivers are told of it. */
interface Told {
  /** Of the job or batch. */
  readonly id: string;
  readonly ownerHash: string;
  /** Names this end and no other. */
  readonly round: string;
  readonly event: WebhookEvent;
  readonly body: string;
}

type Receiver = Pick<DeliveryRecord, 'url' | 'by'>;

const SWEEP_MS = 60_000;
const SECRET_BYTES = 32;
const MOST_SHOWN = 100;
/** Who waits until others are told waits so long: a try, and its writes. */
const TOLD_MS = 15_000;

/** Standing webhooks, those of single jobs, and the log of what was delivered. Nothing begins before `start` or a call. */
export class Webhooks implements JobEnds, BatchEnds {
  readonly #options: WebhooksOptions;
  readonly #receiver: ReceiverRule;
  readonly #sealing: Sealing;
  readonly #webhooks: WebhookStore;
  readonly #stored: DeliveryStore;
  readonly #deliveries: Deliveries;
  readonly #newId: () => string;
  readonly #first = new Map<string, Promise<void>>();

  constructor(options: WebhooksOptions) {
    this.#options = options;
    const { store, objects, clock, log, telemetry, allowed, send } = options;
    this.#newId = options.newId ?? (() => randomBytes(16).toString('hex'));
    this.#receiver = { mayReach: networkRule(allowed), allowHttp: allowed.http };
    this.#sealing = new Sealing(options.signingKey, 'webhooks');
    this.#webhooks = new WebhookStore({ objects, clock });
    this.#stored = new DeliveryStore({ store, objects, clock });
    this.#deliveries = new Deliveries({
      ...{ store, clock, log, telemetry, send },
      deliveries: this.#stored,
      webhooks: this.#webhooks,
      sealing: this.#sealing,
      receiver: this.#receiver,
      random: options.random ?? Math.random,
      sweepMs: options.sweepMs ?? SWEEP_MS,
    });
  }

  start(): void {
    this.#deliveries.start();
  }

  drain(): Promise<void> {
    return this.#deliveries.drain();
  }

  /** The owner's, oldest first. Throws StorageFailed. */
  list(owner: string): Promise<readonly StandingWebhook[]> {
    return this.#webhooks.of(this.#options.ownerHash(owner));
  }

  /** Throws InputInvalid for an address that may not be told, LimitReached, StorageFailed. */
  async add(
    owner: string,
    wanted: { readonly url: string; readonly events?: readonly WebhookEvent[] | undefined },
  ): Promise<WithSecret> {
    const { href: url } = receiverOf(wanted.url, this.#receiver, 'url');
    const secret = newSecret();
    const sealed = this.#sealing.seal(secret);
    const events = wanted.events ?? WEBHOOK_EVENTS;
    const webhook = await this.#webhooks.add(this.#options.ownerHash(owner), {
      ...{ id: this.#newId(), url, events, sealed },
    });
    return { webhook, secret };
  }

  /** Makes one owner's webhooks another's; an address that the other has already, or more than ten, is left. Throws StorageFailed. */
  handOver(from: string, to: string): Promise<{ readonly taken: string[]; readonly left: string[] }> {
    const { ownerHash } = this.#options;
    return this.#webhooks.move(ownerHash(from), ownerHash(to));
  }

  /** What waits for it is dropped. Throws NotFound, StorageFailed. */
  remove(owner: string, id: string): Promise<void> {
    return this.#webhooks.remove(this.#options.ownerHash(owner), id);
  }

  /** Another secret; the one before signs as well for a day. Throws NotFound, StorageFailed. */
  async renewSecret(owner: string, id: string): Promise<WithSecret> {
    const secret = newSecret();
    const sealed = this.#sealing.seal(secret);
    return { webhook: await this.#webhooks.renew(this.#options.ownerHash(owner), id, sealed), secret };
  }

  /** A job's own webhook as its record holds it. Throws InputInvalid. */
  forJob({
    url: given,
    secret,
    events,
  }: {
    readonly url: string;
    readonly secret: string;
    readonly events?: readonly VideoEvent[] | undefined;
  }): JobWebhook {
    const { href: url } = receiverOf(given, this.#receiver, '/webhook/url');
    if (!secretBytes(secret))
      throw new InputInvalid(
        '/webhook/secret',
        'is no secret (expected whsec_ and 24 to 64 bytes in base64)',
      );
    return {
      url,
      secret: this.#sealing.seal(secret),
      ...(events && { events: [...new Set(events)].sort() }),
    };
  }

  async ended({ job, round, webhook: own }: JobEnd): Promise<void> {
    const event = eventOf(job);
    if (!event) return;
    const body = JSON.stringify(videoEvent(event, job));
    await this.#tell(
      { id: job.id, ownerHash: job.ownerHash, round, event, body },
      own && (own.events?.includes(event) ?? true) ? [{ url: own.url, by: { sealed: own.secret } }] : [],
    );
  }

  /** The same of a batch: only standing webhooks are told. */
  async batchEnded(end: BatchEnd): Promise<void> {
    const { id, ownerHash, round } = end;
    await this.#tell(
      { id, ownerHash, round, event: 'batch.done', body: JSON.stringify(batchEvent(end)) },
      [],
    );
  }

  async told(jobId: string): Promise<void> {
    const first = this.#first.get(jobId);
    if (!first) return;
    const enough = new AbortController();
    void first.then(() => enough.abort());
    await this.#options.clock.sleep(TOLD_MS, enough.signal).catch(() => undefined);
  }

  /** The log of a job, newest first. Throws StorageFailed. */
  deliveriesOf(jobId: string): Promise<readonly DeliveryRecord[]> {
    return this.#stored.of(jobId, MOST_SHOWN);
  }

  /**
   * Begins anew with a delivery, whatever became of it: the first try is at once. Throws NotFound, Conflict where its
   * webhook is gone, StorageFailed.
   */
  async redeliver(jobId: string, id: string): Promise<DeliveryRecord> {
    const { store } = this.#options;
    const found = (await this.#stored.read(jobId, id))?.delivery;
    if (!found) throw new NotFound('There is no delivery with this id.');
    const { by, ownerHash } = found;
    if ('webhook' in by && !(await this.#webhooks.find(ownerHash, by.webhook)))
      throw new Conflict('The webhook that this was for has been removed.');
    const marker = dueMarker(ownerHash, jobId, id, this.#newId());
    await store.create(marker, { bytes: new Uint8Array() });
    let before: string | undefined;
    const begun = await this.#stored.change(jobId, id, (now, nowMs) => {
      if (now.marker !== marker) before = now.marker;
      return { ...now, marker, state: 'pending', tries: 0, dueMs: nowMs };
    });
    if (!begun) throw new NotFound('There is no delivery with this id.');
    if (before !== undefined)
      await store.remove(before).catch((error: unknown) => {
        this.#options.log.debug('A marker was left behind.', { jobId, error });
      });
    this.#try(marker);
    return begun;
  }

  /** Stores a delivery for each receiver, and begins with them. */
  async #tell(end: Told, own: readonly Receiver[]): Promise<void> {
    const standing = (await this.#webhooks.of(end.ownerHash)).filter(({ events }) =>
      events.includes(end.event),
    );
    const receivers = [...own, ...standing.map(({ id, url }) => ({ url, by: { webhook: id } }))];
    const tries: Promise<void>[] = [];
    for (const receiver of receivers) {
      const made = await this.#create(end, receiver);
      if (made) tries.push(made);
    }
    if (tries.length === 0) return;
    const first = Promise.all([...tries, this.#first.get(end.id)])
      .then(() => undefined)
      .finally(() => {
        if (this.#first.get(end.id) === first) this.#first.delete(end.id);
      });
    this.#first.set(end.id, first);
  }

  /** Stores one receiver's delivery, and begins with it; undefined when it was stored before. */
  async #create(
    { id: jobId, ownerHash, round, event, body }: Told,
    receiver: Receiver,
  ): Promise<Promise<void> | undefined> {
    const { clock } = this.#options;
    const id = deliveryIdOf(round, 'webhook' in receiver.by ? receiver.by.webhook : 'own');
    const marker = dueMarker(ownerHash, jobId, id, this.#newId());
    const made = await this.#stored.create({
      ...{ id, jobId, ownerHash, event, messageId: messageId(round) },
      ...receiver,
      body,
      createdMs: clock.nowMs(),
      ...{ state: 'pending', marker, tries: 0, dueMs: 0, attempts: [] },
    });
    return made ? this.#try(marker) : undefined;
  }

  #try(marker: string): Promise<void> {
    const due = readDueMarker(marker);
    if (!due) throw new StorageFailed(`${marker} is not the name of a delivery to be made.`);
    return this.#deliveries.try(due);
  }
}

function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}
