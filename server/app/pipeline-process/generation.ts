import type { Handlers } from './serve.ts';

/** The parts of one configuration. Replaced by those of another one, they are closed when their last call has ended. */
export class Generation {
  readonly handlers: Handlers;
  readonly #close: () => Promise<void>;
  #calls = 0;
  #isRetired = false;

  constructor(handlers: Handlers, close: () => Promise<void>) {
    this.handlers = handlers;
    this.#close = close;
  }

  async used<T>(call: () => Promise<T>): Promise<T> {
    this.#calls += 1;
    try {
      return await call();
    } finally {
      this.#calls -= 1;
      this.#closeUnused();
    }
  }

  retire(): void {
    this.#isRetired = true;
    this.#closeUnused();
  }

  #closeUnused(): void {
    // Nobody waits for it, and what it could not give back is given back by its own end.
    if (this.#isRetired && this.#calls === 0) void this.#close().catch(() => undefined);
  }
}
