/** While something is asked for, a sign of life is asked for this often, and it is given up after so many without one. */
const PING_MS = 10_000;
const PINGS = 6;

/** Notices a process that hangs. It counts questions without an answer, so that a machine that slept is no reason. */
export class Heartbeat {
  readonly #ping: () => void;
  readonly #lost: () => void;
  #timer: NodeJS.Timeout | undefined;
  #unanswered = 0;

  constructor(ping: () => void, lost: () => void) {
    this.#ping = ping;
    this.#lost = lost;
  }

  /** Something was heard. */
  readonly heard = (): void => {
    this.#unanswered = 0;
  };

  /** Whether there is something to wait for. */
  watch(needed: boolean): void {
    if (!needed) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    } else if (!this.#timer) {
      this.#unanswered = 0;
      this.#timer = setInterval(() => {
        if (this.#unanswered++ < PINGS) this.#ping();
        else this.#lost();
      }, PING_MS).unref();
    }
  }
}
