import { isTerminal } from '@shortfactory/core';
import type { Clock, Job } from '@shortfactory/core';
import type { Timing } from '../timing.ts';

/** At most this often a watcher is given a job; what changes faster is passed over. */
const PACE_MS = 900;
/** A job that has waited for so many looks is looked at so much more seldom until it is taken (docs/SCALE.md). */
const PATIENT = { after: 15, times: 5 };

/**
 * Everybody who watches a job in this process. One of them looks at the store for all; what runs here is told at once.
 */
export class Watchers {
  readonly #read: (id: string) => Promise<Job | undefined>;
  readonly #clock: Clock;
  readonly #timing: Timing;
  readonly #watched = new Map<string, Watched>();

  /** @param read the job as it stands, from this process where it runs here. Its faults are waited out. */
  constructor(read: (id: string) => Promise<Job | undefined>, clock: Clock, timing: Timing) {
    this.#read = read;
    this.#clock = clock;
    this.#timing = timing;
  }

  /** A job that runs here has changed. */
  told(job: Job): void {
    this.#watched.get(job.id)?.tell(job);
  }

  /** The job now and after changes, to its terminal state, its removal or the signal. */
  async *watch(id: string, signal: AbortSignal, afterRev = 0): AsyncGenerator<Job> {
    if (signal.aborted) return;
    const watched = this.#join(id);
    const nudge = (): void => watched.nudge();
    signal.addEventListener('abort', nudge, { once: true });
    let rev = afterRev;
    try {
      const first = await this.#read(id);
      if (!first) return;
      watched.tell(first);
      for (;;) {
        const { job } = watched;
        if (watched.gone || signal.aborted) return;
        // The end is told whatever its revision: clocks of two machines may differ by more than a step.
        if (job && (job.rev > rev || (isTerminal(job.status) && job.rev !== afterRev))) {
          rev = job.rev;
          yield job;
        }
        if (job && isTerminal(job.status)) return;
        await this.#clock.sleep(PACE_MS, signal).catch(() => undefined);
        if (!signal.aborted && (watched.job?.rev ?? 0) <= rev) await watched.changed();
      }
    } finally {
      signal.removeEventListener('abort', nudge);
      this.#leave(id, watched);
    }
  }

  #join(id: string): Watched {
    let watched = this.#watched.get(id);
    if (!watched) {
      watched = new Watched();
      this.#watched.set(id, watched);
      void this.#look(id, watched);
    }
    watched.count += 1;
    return watched;
  }

  #leave(id: string, watched: Watched): void {
    watched.count -= 1;
    if (watched.count > 0) return;
    this.#watched.delete(id);
    watched.over.abort();
  }

  async #look(id: string, watched: Watched): Promise<void> {
    const { signal } = watched.over;
    for (let looks = 0; !signal.aborted; looks++) {
      try {
        const isWaiting = watched.job?.status === 'queued' && looks >= PATIENT.after;
        await this.#clock.sleep(this.#timing.lookMs * (isWaiting ? PATIENT.times : 1), signal);
        const job = await this.#read(id);
        if (job) watched.tell(job);
        else watched.lost();
      } catch {
        // The end of the watch, or a store that does not answer now: the next look sees.
      }
    }
  }
}

class Watched {
  count = 0;
  gone = false;
  job: Job | undefined;
  readonly over = new AbortController();
  #waiting: (() => void)[] = [];

  tell(job: Job): void {
    const known = this.job;
    const newer = !known || job.rev > known.rev || (isTerminal(job.status) && !isTerminal(known.status));
    if (!newer) return;
    this.job = job;
    this.nudge();
  }

  lost(): void {
    this.gone = true;
    this.nudge();
  }

  changed(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  nudge(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
