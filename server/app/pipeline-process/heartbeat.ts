/** While calls are open, a heartbeat is requested this often; the process is lost after so many without an answer. */
const PING_MS = 10_000;
const PINGS = 6;

/**
 * Detects a process that hangs. It counts requests without an answer, so that a machine that slept does not trigger it.
 */
export class Heartbeat {
  readonly #ping: () => void;
  readonly #lost: () => void;
  #timer: NodeJS.Timeout | undefined;
  #unanswered = 0;

  constructor(ping: () => void, lost: () => void) {
    this.#ping = ping;
    this.#lost = lost;
  }

  /** Call on every message from the process. */
  readonly heard = (): void => {
    this.#unanswered = 0;
  };

  /** Starts or stops the heartbeat; needed while calls are open. */
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
