/** The lifetime of a request handler or an event stream. */
export interface Lifetime {
  /** Aborted when the server closes, and by `end`. */
  readonly signal: AbortSignal;
  /** Aborts with a reason; later reasons do not count. */
  abort(reason: unknown): void;
  /** It has ended; nothing is aborted any more. */
  release(): void;
}

/**
 * Everything that has to stop when the server closes. One listener on the closing signal serves all of them: a listener
 * each, or AbortSignal.any, would leak memory on that signal with every request.
 */
export class Lifetimes {
  readonly #open = new Set<AbortController>();
  readonly #closing: AbortSignal;

  constructor(closing: AbortSignal) {
    this.#closing = closing;
    closing.addEventListener(
      'abort',
      () => {
        for (const each of this.#open) each.abort(closing.reason);
      },
      { once: true },
    );
  }

  begin(): Lifetime {
    const controller = new AbortController();
    if (this.#closing.aborted) controller.abort(this.#closing.reason);
    this.#open.add(controller);
    return {
      signal: controller.signal,
      abort: (reason) => controller.abort(reason),
      release: () => void this.#open.delete(controller),
    };
  }
}
