import { setTimeout as sleep } from 'node:timers/promises';
import { GcloudFailed } from './gcloud.ts';
import type { Gcloud } from './gcloud.ts';
import {
  asksFor,
  isReady,
  readRevisions,
  readService,
  servedPercents,
  servesWhatWasAsked,
  whyNotReady,
} from './service-state.ts';
import type { RevisionState, ServiceState } from './service-state.ts';

export interface Patience {
  readonly pollMs: number;
  readonly deadlineMs: number;
}

/** A change that somebody else was quicker than is made once more. */
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

  /** Undefined when it does not exist yet. */
  async read(): Promise<ServiceState | undefined> {
    const answer = await this.#gcloud.read(['run', 'services', 'describe', this.name, this.#at()]);
    return answer === undefined ? undefined : readService(answer);
  }

  /** Newest first. */
  async revisions(): Promise<RevisionState[]> {
    const answer = await this.#gcloud.read([
      'run',
      'revisions',
      'list',
      `--service=${this.name}`,
      this.#at(),
    ]);
    const created = (state: RevisionState): string => state.metadata.creationTimestamp ?? '';
    return readRevisions(answer).sort((a, b) => (created(a) < created(b) ? 1 : -1));
  }

  validate(file: string): Promise<string> {
    return this.#gcloud.change(['run', 'services', 'replace', file, this.#at(), '--dry-run']);
  }

  /** Does not wait: what follows reads the state, with a deadline of our own. The client would wait for a quarter of an hour. */
  replace(file: string): Promise<string> {
    return this.#gcloud.change(['run', 'services', 'replace', file, this.#at(), '--async']);
  }

  /**
   * Divides requests and names tags in one change; `tags` are all there shall be. A lost answer is no failure, and a
   * change that somebody else's write refused is made again: what is asked for now decides, read anew. Throws
   * GcloudFailed when it is not asked for after the second time.
   */
  async shift(percents: ReadonlyMap<string, number>, tags: ReadonlyMap<string, string>): Promise<void> {
    const pairs = (map: ReadonlyMap<string, string | number>): string =>
      [...map].map(([key, value]) => `${key}=${value}`).join(',');
    const command = [
      ...['run', 'services', 'update-traffic', this.name, this.#at(), '--async'],
      `--to-revisions=${pairs(percents)}`,
      tags.size === 0 ? '--clear-tags' : `--set-tags=${pairs(tags)}`,
    ];
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#gcloud.change(command);
        return;
      } catch (error) {
        if (!(error instanceof GcloudFailed)) throw error;
        this.#gcloud.say(`${error.message} Looking at what stands.`);
        const state = await this.read();
        if (state && asksFor(state, percents, tags)) return;
        if (tries === MOST_TRIES) throw error;
      }
    }
  }

  /** Safe to call twice: what is not there any more is removed. */
  async remove(): Promise<void> {
    try {
      await this.#gcloud.change(['run', 'services', 'delete', this.name, this.#at()]);
    } catch (error) {
      if (!(error instanceof GcloudFailed) || (await this.read()) !== undefined) throw error;
    }
  }

  /** Waits until the revision is ready; throws with the platform's reason when it never will be, or not in time. */
  async untilReady(revision: string, signal: AbortSignal): Promise<void> {
    let seen: RevisionState | undefined;
    const ready = await this.#until(signal, async () => {
      seen = (await this.revisions()).find((state) => state.metadata.name === revision);
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

  /** Waits until requests are divided exactly so; throws with what is served instead. */
  async untilServed(asked: ReadonlyMap<string, number>, signal: AbortSignal): Promise<ServiceState> {
    let state: ServiceState | undefined;
    const reached = await this.#until(signal, async () => {
      state = await this.read();
      return state !== undefined && servesWhatWasAsked(state, asked);
    });
    if (reached && state) return state;
    const words = (map: ReadonlyMap<string, number>): string =>
      [...map].map(([name, percent]) => `${name} ${percent} %`).join(', ') || 'nothing';
    const served = state ? words(servedPercents(state)) : 'nothing';
    throw new Error(`${this.name} was to serve ${words(asked)}, but serves ${served}.`);
  }

  async #until(signal: AbortSignal, reached: () => Promise<boolean>): Promise<boolean> {
    const deadline = performance.now() + this.#patience.deadlineMs;
    for (;;) {
      signal.throwIfAborted();
      if (await reached()) return true;
      if (performance.now() > deadline) return false;
      await sleep(this.#patience.pollMs, undefined, { signal });
    }
  }

  #at(): string {
    return `--region=${this.#region}`;
  }
}
