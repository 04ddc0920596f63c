import { setTimeout as sleep } from 'node:timers/promises';
import { CallFailed } from './service-driver.ts';
import type { ServiceDriver } from './service-driver.ts';
import {
  asksFor,
  hasFailed,
  isReady,
  percentWords,
  servedPercents,
  servesWhatWasAsked,
  whyNotReady,
} from './service-state.ts';
import type { RevisionState, ServiceState, Shift } from './service-state.ts';

export interface Patience {
  readonly pollMs: number;
  readonly deadlineMs: number;
}

/** A machine that was busy or asleep did not wait: it looks so often in any case. */
const LEAST_LOOKS = 5;
/** A change that lost against a concurrent one is made once more. */
const MOST_TRIES = 2;

/** A Service on any platform: what it is now, read anew each time, and the changes that a rollout makes to it. */
export class LiveService {
  readonly name: string;
  readonly #driver: ServiceDriver;
  readonly #patience: Patience;
  readonly #say: (line: string) => void;

  constructor(name: string, driver: ServiceDriver, patience: Patience, say: (line: string) => void) {
    this.name = name;
    this.#driver = driver;
    this.#patience = patience;
    this.#say = say;
  }

  /**
   * The Service as it stands; undefined only when the platform says that it does not exist and lists no revision of it either.
   * What may pass is asked again until the deadline; a refusal and everything unknown rejects at once.
   */
  find(signal: AbortSignal): Promise<ServiceState | undefined> {
    return this.#had(
      signal,
      (error) => error.kind === 'passing',
      async () => {
        try {
          return await this.#driver.describe();
        } catch (error) {
          if (!(error instanceof CallFailed) || error.kind !== 'absent') throw error;
          const left = await this.#driver.revisions();
          if (left.length === 0) return undefined;
          const words = `The platform finds no Service ${this.name}, but ${left.length} revisions of it.`;
          throw new CallFailed(words, 'passing');
        }
      },
    );
  }

  /** The Service in the middle of a change: whatever goes wrong with reading, it is read again until the deadline. */
  stands(signal: AbortSignal): Promise<ServiceState> {
    return this.#had(
      signal,
      () => true,
      () => this.#driver.describe(),
    );
  }

  /** Newest first. */
  revisions(signal: AbortSignal): Promise<RevisionState[]> {
    return this.#had(
      signal,
      (error) => error.kind === 'passing',
      () => this.#driver.revisions(),
    );
  }

  /** What a replace of what was seen would make of the Service, by the platform's own dry run. */
  async planned(file: string, seen: ServiceState | undefined): Promise<unknown> {
    try {
      return await this.#driver.planned(file, seen);
    } catch (error) {
      // A dry run changes nothing, so that it may be asked for twice.
      if (!(error instanceof CallFailed) || error.kind !== 'passing') throw error;
      this.#say(`${error.message} Asking again.`);
      return this.#driver.planned(file, seen);
    }
  }

  /**
   * Does not wait: what follows reads the state, with a deadline of our own. A write between what was seen and this one
   * makes the platform refuse it.
   */
  replace(file: string, seen: ServiceState | undefined): Promise<void> {
    return this.#driver.replace(file, seen);
  }

  /**
   * Divides requests, and names the tags of the change, in one write over what was seen. A lost answer is not a failure,
   * and a change that a concurrent write made fail is made again, unless `mayGoOn` throws about what stands. Throws
   * CallFailed when it is not asked for after the second time.
   */
  async shift(
    change: Shift,
    seen: ServiceState,
    signal: AbortSignal,
    mayGoOn: (state: ServiceState) => void = () => undefined,
  ): Promise<void> {
    let state = seen;
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#driver.shift(change, state);
        return;
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error;
        this.#say(`${error.message} Looking at what stands.`);
        state = await this.stands(signal);
        if (asksFor(state, change)) return;
        mayGoOn(state);
        if (tries === MOST_TRIES) throw error;
      }
    }
  }

  /** Words for a person: how to remove the Service, which no command of ours does. */
  get removal(): string {
    return this.#driver.removal;
  }

  /** Waits until the revision is ready; throws with the platform's reason when it never will be, or not in time. */
  async untilReady(revision: string, signal: AbortSignal): Promise<void> {
    let seen: RevisionState | undefined;
    const settled = await this.#until(signal, async () => {
      seen = (await this.#driver.revisions()).find((state) => state.metadata.name === revision);
      if (!seen) return false;
      if (isReady(seen)) return true;
      return hasFailed(seen);
    });
    if (settled && seen && isReady(seen)) return;
    const reason = seen ? whyNotReady(seen) : 'it was never made';
    const more = await this.#driver.why(revision);
    throw new Error(`${revision} is not ready: ${reason}${more === undefined ? '' : ` ${more}`}`);
  }

  /**
   * Waits until requests are divided exactly so; throws with what is served instead. `mayGoOn` is asked about each
   * reading that is not that, and ends the waiting by throwing twice in a row: one reading may be older than our write.
   */
  async untilServed(
    asked: ReadonlyMap<string, number>,
    signal: AbortSignal,
    mayGoOn: (state: ServiceState) => void = () => undefined,
  ): Promise<ServiceState> {
    let state: ServiceState | undefined;
    let doubts = 0;
    const reached = await this.#until(signal, async () => {
      state = await this.#driver.describe();
      try {
        mayGoOn(state);
        doubts = 0;
      } catch (error) {
        doubts += 1;
        if (doubts > 1) throw error;
        return false;
      }
      return servesWhatWasAsked(state, asked);
    });
    if (reached && state) return state;
    const served = state ? percentWords(servedPercents(state)) : 'nothing';
    throw new Error(`${this.name} was to serve ${percentWords(asked)}, but serves ${served}.`);
  }

  /** A reading that must be had: what `again` allows is read again until the deadline, which is said once. */
  async #had<T>(
    signal: AbortSignal,
    again: (error: CallFailed) => boolean,
    reading: () => Promise<T>,
  ): Promise<T> {
    let had: { readonly value: T } | undefined;
    await this.#until(
      signal,
      async () => {
        had = { value: await reading() };
        return true;
      },
      again,
    );
    if (!had) throw new Error(`${this.name} could not be read.`);
    return had.value;
  }

  /** A reading that fails is a reading not had, where `again` allows it. Throws its failure when the deadline is over. */
  async #until(
    signal: AbortSignal,
    reached: () => Promise<boolean>,
    again: (error: CallFailed) => boolean = () => true,
  ): Promise<boolean> {
    const deadline = performance.now() + this.#patience.deadlineMs;
    let said = false;
    for (let looks = 1; ; looks += 1) {
      signal.throwIfAborted();
      let failure: CallFailed | undefined;
      try {
        if (await reached()) return true;
      } catch (error) {
        if (!(error instanceof CallFailed) || !again(error)) throw error;
        failure = error;
        if (!said) {
          const seconds = this.#patience.deadlineMs / 1000;
          this.#say(`${error.message} Asking again, for ${seconds} s at most.`);
        }
        said = true;
      }
      if (performance.now() > deadline && looks >= LEAST_LOOKS) {
        if (failure) throw failure;
        return false;
      }
      await sleep(this.#patience.pollMs, undefined, { signal });
    }
  }
}
