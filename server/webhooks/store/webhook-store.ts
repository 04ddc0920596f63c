import {
  InputInvalid,
  LimitReached,
  NotFound,
  RecordUnreadable,
  WEBHOOK_EVENTS,
  changeObject,
} from '@shortfactory/core';
import type { Clock, VersionedObjects, WebhookEvent } from '@shortfactory/core';
import { z } from 'zod';
import { webhooksName } from './names.ts';

const time = z.number().nonnegative().max(8.64e15);
const storedSecret = z.strictObject({
  sealed: z.string(),
  /** Until when it signs beside the one that followed it. */
  untilMs: time.exactOptional(),
});
const standing = z.strictObject({
  id: z.string(),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  createdMs: time,
  /** The newest first. */
  secrets: z.array(storedSecret).min(1),
});
const page = z.strictObject({
  format: z.literal(1),
  webhooks: z.array(standing),
  /** Owners who have taken webhooks of these along: what waits for one is signed by it there. */
  movedTo: z.array(z.string()).exactOptional(),
});
type Page = Omit<z.output<typeof page>, 'format'>;

/** A receiver of an owner's events. */
export type StandingWebhook = Readonly<z.output<typeof standing>>;

export const MOST_WEBHOOKS = 10;
/** Both secrets sign for so long after a rotation. */
export const OVERLAP_MS = 24 * 60 * 60 * 1000;

export interface WebhookStoreDeps {
  readonly objects: VersionedObjects;
  readonly clock: Clock;
}

/** Standing webhooks: one small object an owner, changed by compare-and-swap. */
export class WebhookStore {
  readonly #deps: WebhookStoreDeps;

  constructor(deps: WebhookStoreDeps) {
    this.#deps = deps;
  }

  /** Oldest first. Throws StorageFailed. */
  async of(ownerHash: string): Promise<readonly StandingWebhook[]> {
    const object = await this.#deps.objects.get(webhooksName(ownerHash));
    return object ? read(object.bytes).webhooks : [];
  }

  /** The owner's webhook, also where somebody has taken it along. Throws StorageFailed. */
  async find(ownerHash: string, id: string): Promise<StandingWebhook | undefined> {
    const object = await this.#deps.objects.get(webhooksName(ownerHash));
    if (!object) return undefined;
    const { webhooks, movedTo = [] } = read(object.bytes);
    const others = await Promise.all(movedTo.map((other) => this.of(other)));
    return [...webhooks, ...others.flat()].find((each) => each.id === id);
  }

  /**
   * Makes one owner's webhooks another's, secrets included: first they are the other's, too, then no longer the one's, so
   * that wherever this stops none is lost, and doing it again ends it. An address that the other has already, and what would
   * be more than the most, is left. Throws StorageFailed.
   */
  async move(
    fromHash: string,
    toHash: string,
  ): Promise<{ readonly taken: string[]; readonly left: string[] }> {
    const theirs = await this.of(fromHash);
    if (theirs.length === 0 || fromHash === toHash) return { taken: [], left: [] };
    await this.#change(toHash, (webhooks) => {
      const next = [...webhooks];
      for (const each of theirs) if (next.length < MOST_WEBHOOKS && !has(next, each)) next.push(each);
      return next.length > webhooks.length ? next : undefined;
    });
    const now = new Set((await this.of(toHash)).map(({ id }) => id));
    const taken = theirs.map(({ id }) => id).filter((id) => now.has(id));
    if (taken.length > 0) await this.#changePage(fromHash, (before) => withoutMoved(before, taken, toHash));
    return { taken, left: theirs.map(({ id }) => id).filter((id) => !now.has(id)) };
  }

  /** Throws LimitReached, and InputInvalid where the owner has this receiver already. */
  async add(
    ownerHash: string,
    wanted: { id: string; url: string; events: readonly WebhookEvent[]; sealed: string },
  ): Promise<StandingWebhook> {
    const { sealed, events, ...others } = wanted;
    const made = {
      ...others,
      events: [...events],
      createdMs: this.#deps.clock.nowMs(),
      secrets: [{ sealed }],
    };
    await this.#change(ownerHash, (webhooks) => {
      if (webhooks.some(({ id }) => id === made.id)) return undefined;
      if (webhooks.some(({ url }) => url === made.url))
        throw new InputInvalid('url', 'is the address of one of your webhooks already');
      if (webhooks.length >= MOST_WEBHOOKS)
        throw new LimitReached(`You have ${MOST_WEBHOOKS} webhooks, which is the most; remove one first.`);
      return [...webhooks, made];
    });
    return made;
  }

  /** Throws NotFound. */
  async remove(ownerHash: string, id: string): Promise<void> {
    let known = false;
    await this.#change(ownerHash, (webhooks) => {
      const left = webhooks.filter((each) => each.id !== id);
      // A second look after a lost answer finds it gone, by our own write.
      known ||= left.length < webhooks.length;
      if (!known) throw notFound();
      return left.length < webhooks.length ? left : undefined;
    });
  }

  /** Another secret from now on; the one before signs beside it for a day, and no older one. Throws NotFound. */
  async renew(ownerHash: string, id: string, sealed: string): Promise<StandingWebhook> {
    let renewed: StandingWebhook | undefined;
    await this.#change(ownerHash, (webhooks) => {
      const known = webhooks.find((each) => each.id === id);
      if (!known) throw notFound();
      const [newest] = known.secrets;
      renewed = known;
      if (newest?.sealed === sealed) return undefined;
      const untilMs = this.#deps.clock.nowMs() + OVERLAP_MS;
      const before = newest ? [{ sealed: newest.sealed, untilMs }] : [];
      const next = { ...known, secrets: [{ sealed }, ...before] };
      renewed = next;
      return webhooks.map((each) => (each.id === id ? next : each));
    });
    return renewed as StandingWebhook;
  }

  async #change(
    ownerHash: string,
    next: (webhooks: readonly StandingWebhook[]) => readonly StandingWebhook[] | undefined,
  ): Promise<void> {
    await this.#changePage(ownerHash, (before) => {
      const webhooks = next(before.webhooks);
      return webhooks && { ...before, webhooks: [...webhooks] };
    });
  }

  async #changePage(ownerHash: string, next: (before: Page) => Page | undefined): Promise<void> {
    await changeObject(this.#deps, webhooksName(ownerHash), (object) => {
      const changed = next(object ? read(object.bytes) : { webhooks: [] });
      return changed && Buffer.from(JSON.stringify({ ...changed, format: 1 }));
    });
  }
}

function has(webhooks: readonly StandingWebhook[], { id, url }: StandingWebhook): boolean {
  return webhooks.some((each) => each.id === id || each.url === url);
}

function withoutMoved(before: Page, ids: readonly string[], toHash: string): Page | undefined {
  const webhooks = before.webhooks.filter(({ id }) => !ids.includes(id));
  if (webhooks.length === before.webhooks.length) return undefined;
  return { webhooks, movedTo: [...new Set([...(before.movedTo ?? []), toHash])] };
}

/** The secrets that sign now. */
export function sealedNow({ secrets }: StandingWebhook, nowMs: number): readonly string[] {
  return secrets
    .filter(({ untilMs }) => untilMs === undefined || untilMs > nowMs)
    .map(({ sealed }) => sealed);
}

function notFound(): NotFound {
  return new NotFound('There is no webhook with this id.');
}

function read(bytes: Uint8Array): Page {
  try {
    const { format: _format, ...rest } = page.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return rest;
  } catch (cause) {
    throw new RecordUnreadable('The standing webhooks of an owner cannot be read.', { cause });
  }
}
