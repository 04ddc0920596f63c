import { EPOCH_MS } from '@shortfactory/testing/simulation/virtual-time';
import type { VirtualTime } from '@shortfactory/testing/simulation/virtual-time';
import { Webhook } from 'standardwebhooks';
import type { Send } from '../index.ts';

export interface Received {
  readonly id: string;
  readonly type: string;
  readonly video: string;
  readonly answered: number;
}

/** A receiver in virtual time, which verifies every message as the specification's own package does. */
export class SimulatedReceiver {
  readonly received: Received[] = [];
  /** Videos of which it took the end, once or more. */
  readonly taken = new Set<string>();
  readonly #time: VirtualTime;
  readonly #answer: () => number | undefined;
  secret: string;

  /** @param answer the status of the next answer; undefined while nobody is there. */
  constructor(time: VirtualTime, secret: string, answer: () => number | undefined = () => 200) {
    this.#time = time;
    this.secret = secret;
    this.#answer = answer;
  }

  send: Send = async ({ headers, body }) => {
    const status = this.#answer();
    if (status === undefined) return { problem: 'It refused the connection.' };
    const event = verified(this.secret, { ...headers }, body, EPOCH_MS + this.#time.nowMs);
    this.received.push({
      id: headers['webhook-id'] ?? '',
      type: event.type,
      video: event.data.id,
      answered: status,
    });
    if (status < 300) this.taken.add(event.data.id);
    return { status };
  };
}

/** What was signed. Throws where it was not, or at another time than `nowMs`. */
export function verified(
  secret: string,
  headers: Record<string, string>,
  body: string,
  nowMs: number,
): { readonly type: string; readonly data: { readonly id: string } } {
  const real = Date.now;
  Date.now = () => nowMs;
  try {
    return new Webhook(secret).verify(body, headers) as ReturnType<typeof verified>;
  } finally {
    Date.now = real;
  }
}
