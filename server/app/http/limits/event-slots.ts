import { HttpProblem } from '@shortfactory/http-server';

/** Counts open event streams, in all and of each client, so that one client cannot take every socket. */
export class EventSlots {
  readonly #most: number;
  readonly #mostOfOne: number;
  readonly #open = new Map<string, number>();
  #all = 0;

  constructor({ streams, streamsPerClient }: { streams: number; streamsPerClient: number }) {
    this.#most = streams;
    this.#mostOfOne = streamsPerClient;
  }

  /**
   * Takes a slot and returns the function that frees it. Throws HttpProblem 429 above the limit of a client, 503 when
   * all are taken.
   */
  take(client: string): () => void {
    const own = this.#open.get(client) ?? 0;
    if (own >= this.#mostOfOne) {
      throw new HttpProblem(
        'rate-limited',
        `More than ${this.#mostOfOne} event streams of one client are open.`,
        {
          retryAfterSeconds: 10,
        },
      );
    }
    if (this.#all >= this.#most) {
      throw new HttpProblem('unavailable', 'Too many event streams are open; look at the video instead.', {
        retryAfterSeconds: 10,
      });
    }
    this.#open.set(client, own + 1);
    this.#all += 1;
    let freed = false;
    return () => {
      if (freed) return;
      freed = true;
      this.#all -= 1;
      const left = (this.#open.get(client) ?? 1) - 1;
      if (left === 0) this.#open.delete(client);
      else this.#open.set(client, left);
    };
  }
}
