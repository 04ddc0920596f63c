import { WEBHOOK_EVENTS } from '@shortfactory/core';
import type { DeliveryJson, WebhookJson, WebhookRequestJson } from '@shortfactory/contract';

const SECRET = 'whsec_dGhpcyBpcyBhIHNlY3JldCBmb3IgYSB0ZXN0IG9ubHk=';

/** An owner's webhooks and what was sent, as the API keeps them. */
export class WebhooksDouble {
  webhooks: WebhookJson[] = [];
  /** By video, or batch. */
  deliveries = new Map<string, DeliveryJson[]>();
  /** Secrets that were made. */
  #made = 0;

  add({ url, events = [...WEBHOOK_EVENTS] }: WebhookRequestJson): WebhookJson & { readonly secret: string } {
    const id = String(this.webhooks.length + 1).padStart(32, '0');
    const webhook = { id, url, events, createdAt: new Date().toISOString() };
    this.webhooks.push(webhook);
    return { ...webhook, secret: this.#secret() };
  }

  renew(id: string): (WebhookJson & { readonly secret: string }) | undefined {
    const at = this.webhooks.findIndex((each) => each.id === id);
    const old = this.webhooks[at];
    if (!old) return undefined;
    const renewed = { ...old, previousSecretUntil: new Date(Date.now() + 86_400_000).toISOString() };
    this.webhooks[at] = renewed;
    return { ...renewed, secret: this.#secret() };
  }

  remove(id: string): void {
    this.webhooks = this.webhooks.filter((each) => each.id !== id);
  }

  redeliver(video: string, id: string): DeliveryJson | undefined {
    const list = this.deliveries.get(video) ?? [];
    const known = list.find((each) => each.id === id);
    if (!known) return undefined;
    const pending: DeliveryJson = { ...known, state: 'pending', nextTryAt: new Date().toISOString() };
    this.deliveries.set(
      video,
      list.map((each) => (each === known ? pending : each)),
    );
    return pending;
  }

  #secret(): string {
    return SECRET.replace('dGhp', `dGh${this.#made++}`);
  }
}

/** A delivery that was given up after three answers. */
export function givenUp(url: string, nowMs: number): DeliveryJson {
  const at = (minutes: number): string => new Date(nowMs - minutes * 60_000).toISOString();
  return {
    ...{
      id: 'd'.repeat(32),
      event: 'video.done',
      messageId: 'msg_1',
      url,
      state: 'failed',
      createdAt: at(90),
    },
    attempts: [
      { at: at(90), seconds: 0.2, status: 500 },
      { at: at(60), seconds: 10, problem: 'did not answer within 10 s' },
      { at: at(30), seconds: 0.1, status: 404 },
    ],
  };
}
