import type { Clock } from '@shortfactory/core';

interface Event {
  readonly atMs: number;
  readonly order: number;
  readonly happen: () => void;
}

/** Time that passes only when nothing is left to do at the moment; events of one moment happen in the order of their making. */
export class VirtualTime {
  nowMs = 0;
  #order = 0;
  readonly #heap: Event[] = [];

  at(atMs: number, happen: () => void): void {
    const event = { atMs: Math.max(atMs, this.nowMs), order: this.#order++, happen };
    this.#heap.push(event);
    this.#rise(this.#heap.length - 1);
  }

  after(ms: number, happen: () => void): void {
    this.at(this.nowMs + ms, happen);
  }

  /** Lets time pass until `over` says so, no event is left, or `untilMs`. */
  async run(untilMs: number, over: () => boolean): Promise<void> {
    await quiet();
    for (let events = 1; !over(); events++) {
      const next = this.#heap[0];
      if (!next || next.atMs > untilMs) return;
      this.#take();
      this.nowMs = next.atMs;
      next.happen();
      await quiet();
      // Now and then the real event loop has its turn, so that memory can be freed.
      if (events % 5000 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #take(): void {
    const last = this.#heap.pop() as Event;
    if (this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(0);
  }

  #rise(index: number): void {
    for (let i = index; i > 0;) {
      const parent = (i - 1) >> 1;
      if (!this.#before(i, parent)) return;
      this.#swap(i, parent);
      i = parent;
    }
  }

  #sink(index: number): void {
    for (let i = index; ;) {
      let least = i;
      for (let child = 2 * i + 1; child <= 2 * i + 2 && child < this.#heap.length; child++)
        if (this.#before(child, least)) least = child;
      if (least === i) return;
      this.#swap(i, least);
      i = least;
    }
  }

  #before(a: number, b: number): boolean {
    const left = this.#heap[a] as Event;
    const right = this.#heap[b] as Event;
    return left.atMs < right.atMs || (left.atMs === right.atMs && left.order < right.order);
  }

  #swap(a: number, b: number): void {
    [this.#heap[a], this.#heap[b]] = [this.#heap[b] as Event, this.#heap[a] as Event];
  }
}

/** Resolves when every promise that could go on has: ticks come after all of them. */
function quiet(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}

/** What is simulated with a time of its own, which passes while something is waited for. */
export class InVirtualTime {
  readonly time = new VirtualTime();

  /** What a call gives; time goes on until then, for ten minutes at the most. */
  async settled<T>(promise: Promise<T>): Promise<T> {
    let over = false;
    const noted = promise.finally(() => (over = true));
    noted.catch(() => undefined);
    await this.time.run(this.time.nowMs + 600_000, () => over);
    return noted;
  }

  /** Lets time pass, to a moment or until something holds. */
  pass(ms: number, until: () => boolean = () => false): Promise<void> {
    const endMs = this.time.nowMs + ms;
    this.time.at(endMs, () => undefined);
    return this.time.run(endMs, until);
  }
}

/**
 * A process among others: it can be frozen (nothing reaches it until it thaws) and killed (nothing reaches it ever
 * again). Its clocks are its own: the monotonic one runs a little fast or slow, the wall clock is minutes off.
 */
export class SimulatedProcess implements Clock {
  readonly name: string;
  readonly time: VirtualTime;
  readonly #rate: number;
  readonly #wallOffsetMs: number;
  #thawsAtMs = 0;
  #dead = false;
  #ids = 0;

  constructor(name: string, time: VirtualTime, rate: number, wallOffsetMs: number) {
    this.name = name;
    this.time = time;
    this.#rate = rate;
    this.#wallOffsetMs = wallOffsetMs;
  }

  get isDead(): boolean {
    return this.#dead;
  }

  get isFrozen(): boolean {
    return this.time.nowMs < this.#thawsAtMs;
  }

  kill(): void {
    this.#dead = true;
  }

  freeze(ms: number): void {
    this.#thawsAtMs = Math.max(this.#thawsAtMs, this.time.nowMs + ms);
  }

  /** A name that no other process makes. */
  newId(): string {
    return `${this.name}.${this.#ids++}`;
  }

  /** Something reaches the process: never once it is dead, later while it is frozen. */
  deliver(happen: () => void): void {
    if (this.#dead) return;
    if (this.isFrozen) this.time.at(this.#thawsAtMs, () => this.deliver(happen));
    else happen();
  }

  monotonicMs(): number {
    return this.time.nowMs * this.#rate;
  }

  nowMs(): number {
    return EPOCH_MS + this.time.nowMs + this.#wallOffsetMs;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const onAbort = (): void => reject(signal?.reason as Error);
      signal?.addEventListener('abort', onAbort, { once: true });
      this.time.after(ms / this.#rate, () =>
        this.deliver(() => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        }),
      );
    });
  }
}

/** Wall time at the beginning of every simulation. */
export const EPOCH_MS = 1_800_000_000_000;
