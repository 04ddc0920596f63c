import { setTimeout as sleep } from 'node:timers/promises';
import { GcloudFailed, shown } from '../gcloud/gcloud.ts';
import type { Gcloud } from '../gcloud/gcloud.ts';
import {
  asksFor,
  isReady,
  percentWords,
  readRevisions,
  readService,
  servedPercents,
  servesWhatWasAsked,
  whyNotReady,
} from './service-state.ts';
import type { RevisionState, ServiceState, Shift } from './service-state.ts';

export interface Patience {
  readonly pollMs: number;
  readonly deadlineMs: number;
}

/** A change that lost against a concurrent one is made once more. */
const MOST_TRIES = 2;

/** A Service on the platform: what it is now, read anew each time, and the changes that a rollout makes to it. */
export class LiveService {
  readonly name: string;
  readonly #region: string;
  readonly #gcloud: Gcloud;
  readonly #patience: Patience;

  constructor(name: string, region: string, gcloud: Gcloud, patience: Patience) {
    this.name = name;
    this.#region = region;
    this.#gcloud = gcloud;
    this.#patience = patience;
  }

  /**
   * The Service as it stands; undefined only when gcloud says that it does not exist and lists no revision of it either.
   * What may pass is asked again until the deadline; a refusal and everything unknown rejects at once.
   */
  find(signal: AbortSignal): Promise<ServiceState | undefined> {
    return this.#had(
      signal,
      (error) => error.kind === 'passing',
      async () => {
        try {
          return await this.#describe();
        } catch (error) {
          if (!(error instanceof GcloudFailed) || error.kind !== 'absent') throw error;
          const left = await this.#list();
          if (left.length === 0) return undefined;
          const words = `it finds no Service ${this.name}, but ${left.length} revisions of it`;
          throw new GcloudFailed(['run', 'services', 'describe', this.name], words, 'passing');
        }
      },
    );
  }

  /** The Service in the middle of a change: whatever goes wrong with reading, it is read again until the deadline. */
  stands(signal: AbortSignal): Promise<ServiceState> {
    return this.#had(
      signal,
      () => true,
      () => this.#describe(),
    );
  }

  /** Newest first. */
  revisions(signal: AbortSignal): Promise<RevisionState[]> {
    return this.#had(
      signal,
      (error) => error.kind === 'passing',
      () => this.#list(),
    );
  }

  /** What a replace would make of the Service, by the platform's own dry run. */
  planned(file: string): Promise<unknown> {
    const command = ['run', 'services', 'replace', file, this.#at(), '--dry-run'];
    this.#gcloud.say(shown(this.#gcloud.full(command)));
    return this.#gcloud.read(command);
  }

  /**
   * Does not wait: what follows reads the state, with a deadline of our own. The client reads the Service and sends back
   * the resourceVersion that it saw, so that a write in between is refused.
   */
  replace(file: string): Promise<string> {
    return this.#gcloud.change(['run', 'services', 'replace', file, this.#at(), '--async']);
  }

  /**
   * Divides requests, and names the tags of the change, in one write. A lost answer is not a failure, and a change that
   * a concurrent write made fail is made again, unless `mayGoOn` throws about what stands. Throws GcloudFailed when it
   * is not asked for after the second time.
   */
  async shift(
    change: Shift,
    signal: AbortSignal,
    mayGoOn: (state: ServiceState) => void = () => undefined,
  ): Promise<void> {
    const pairs = (map: ReadonlyMap<string, string | number>): string =>
      [...map].map(([key, value]) => `${key}=${value}`).join(',');
    const { percents, tags = new Map<string, string>(), dropTags = [] } = change;
    const command = [
      ...['run', 'services', 'update-traffic', this.name, this.#at(), '--async'],
      `--to-revisions=${pairs(percents)}`,
      ...(tags.size === 0 ? [] : [`--update-tags=${pairs(tags)}`]),
      ...(dropTags.length === 0 ? [] : [`--remove-tags=${dropTags.join(',')}`]),
    ];
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#gcloud.change(command);
        return;
      } catch (error) {
        if (!(error instanceof GcloudFailed)) throw error;
        this.#gcloud.say(`${error.message} Looking at what stands.`);
        const state = await this.stands(signal);
        if (asksFor(state, change)) return;
        mayGoOn(state);
        if (tries === MOST_TRIES) throw error;
      }
    }
  }

  /** Waits until the revision is ready; throws with the platform's reason when it never will be, or not in time. */
  async untilReady(revision: string, signal: AbortSignal): Promise<void> {
    let seen: RevisionState | undefined;
    const ready = await this.#until(signal, async () => {
      seen = (await this.#list()).find((state) => state.metadata.name === revision);
      if (!seen) return false;
      if (isReady(seen)) return true;
      const failed = seen.status?.conditions?.some(
        ({ type, status }) => type === 'Ready' && status === 'False',
      );
      if (failed) throw new Error(`${revision} is not ready: ${whyNotReady(seen)}`);
      return false;
    });
    if (!ready)
      throw new Error(`${revision} is not ready: ${seen ? whyNotReady(seen) : 'it was never made'}`);
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
      state = await this.#describe();
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

  async #describe(): Promise<ServiceState> {
    const command = ['run', 'services', 'describe', this.name, this.#at()];
    return shaped(command, readService, await this.#gcloud.read(command));
  }

  async #list(): Promise<RevisionState[]> {
    const command = ['run', 'revisions', 'list', `--service=${this.name}`, this.#at()];
    const created = (state: RevisionState): string => state.metadata.creationTimestamp ?? '';
    const revisions = shaped(command, readRevisions, await this.#gcloud.read(command));
    return revisions.sort((a, b) => (created(a) < created(b) ? 1 : -1));
  }

  /** A reading that must be had: what `again` allows is read again until the deadline, which is said once. */
  async #had<T>(
    signal: AbortSignal,
    again: (error: GcloudFailed) => boolean,
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
    again: (error: GcloudFailed) => boolean = () => true,
  ): Promise<boolean> {
    const deadline = performance.now() + this.#patience.deadlineMs;
    let said = false;
    for (;;) {
      signal.throwIfAborted();
      let failure: GcloudFailed | undefined;
      try {
        if (await reached()) return true;
      } catch (error) {
        if (!(error instanceof GcloudFailed) || !again(error)) throw error;
        failure = error;
        if (!said) {
          const seconds = this.#patience.deadlineMs / 1000;
          this.#gcloud.say(`${error.message} Asking again, for ${seconds} s at most.`);
        }
        said = true;
      }
      if (performance.now() > deadline) {
        if (failure) throw failure;
        return false;
      }
      await sleep(this.#patience.pollMs, undefined, { signal });
    }
  }

  #at(): string {
    return `--region=${this.#region}`;
  }
}

/** An answer of another shape does not count as a reading. */
function shaped<T>(command: readonly string[], read: (answer: unknown) => T, answer: unknown): T {
  try {
    return read(answer);
  } catch {
    throw new GcloudFailed(command, 'its answer has not the expected shape');
  }
}
