import type { Log } from '@shortfactory/core';

/** Runs one pass of an owner at a time; what is asked for while one runs is one more pass after it. Never rejects. */
export class OwnerPasses {
  readonly #pass: (ownerHash: string) => Promise<void>;
  readonly #log: Log;
  readonly #running = new Map<string, { again: boolean; readonly over: Promise<void> }>();
  #closed = false;

  constructor(pass: (ownerHash: string) => Promise<void>, log: Log) {
    this.#pass = pass;
    this.#log = log;
  }

  /** Resolves when a pass that began after this call has ended. */
  run(ownerHash: string): Promise<void> {
    if (this.#closed) return Promise.resolve();
    const running = this.#running.get(ownerHash);
    if (running) {
      running.again = true;
      return running.over;
    }
    const entry = { again: false, over: Promise.resolve() };
    entry.over = this.#runs(ownerHash, entry).finally(() => this.#running.delete(ownerHash));
    this.#running.set(ownerHash, entry);
    return entry.over;
  }

  /** Resolves when nothing of what was asked for is left. */
  async settled(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ over }) => over));
  }

  close(): void {
    this.#closed = true;
  }

  async #runs(ownerHash: string, entry: { again: boolean }): Promise<void> {
    do {
      entry.again = false;
      await this.#pass(ownerHash).catch((error: unknown) => {
        this.#log.warn('The batches of an owner could not be looked after.', { error });
      });
    } while (entry.again && !this.#closed);
  }
}
