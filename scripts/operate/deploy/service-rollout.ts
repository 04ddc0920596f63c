import { setTimeout as sleep } from 'node:timers/promises';
import { differenceLine, differences, driftAmong } from '../plan/difference.ts';
import type { Traffic } from '../environment/synthesizer.ts';
import type { LiveService } from '../services/live-service.ts';
import { changeOf, madeBy, Overtaken, ownerOf, refuseForeign } from '../services/ownership.ts';
import type { Asked, Labels } from '../services/ownership.ts';
import { CallFailed } from '../services/service-driver.ts';
import { askedTag, liveOf, percentWords, servedPercents, tagsOf, tagUrl } from '../services/service-state.ts';
import type { ServiceState } from '../services/service-state.ts';
import type { NextName } from './next-name.ts';
import type { Verdict } from './verdict.ts';

export interface RolloutOptions {
  /** Id of this deploy. */
  readonly owner: string;
  /** Labels of a Service that is ours. */
  readonly labels: Labels;
  /** When a preview ends; it is written anew by each deploy. */
  readonly end?: string | undefined;
  /** Takes over a Service without those labels. */
  readonly adopt: boolean;
  /** Name of the revision that a first try makes. */
  readonly revision: string;
  /** Percent for green, rising, ending with 100. */
  readonly steps: readonly number[];
  /** How long each step is watched. */
  readonly bakeMs: number;
  /** Writes the manifest with this traffic block and gives its path. */
  readonly synth: (traffic: Traffic) => Promise<string>;
  /** Asks the new revision, at the address of its tag, to prove itself; rejects with the reason. */
  readonly smoke: (url: string, signal: AbortSignal) => Promise<void>;
  readonly judge: (revision: string, signal: AbortSignal) => Promise<Verdict>;
  readonly dryRun: boolean;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Green made beside blue without a request, proven at its own address, then given requests in steps. Every write goes
 * over what was read moments before, and what others changed since is never undone.
 */
export class Rollout {
  readonly #service: LiveService;
  readonly #options: RolloutOptions;
  readonly #next: NextName;
  readonly #live: string | undefined;
  /** As it was read last before this deploy's first write. */
  #before: ServiceState | undefined;
  /** What this deploy may have asked for last: two, while a write's answer is not known. */
  #asked: readonly Asked[] = [];

  constructor(
    service: LiveService,
    options: RolloutOptions,
    next: NextName,
    before: ServiceState | undefined,
    live: string | undefined,
  ) {
    this.#service = service;
    this.#options = options;
    this.#next = next;
    this.#before = before;
    this.#live = live;
  }

  /** Takes the manifest through the platform's own dry run, and says what of the live Service it will undo. */
  async prepare(): Promise<string> {
    const file = await this.#options.synth(this.#traffic());
    const planned = await this.#service.planned(file, this.#before);
    if (this.#before) this.#sayDrift(driftAmong(differences(this.#before, planned)));
    return file;
  }

  /** @param file what `prepare` gave */
  async run(file: string): Promise<void> {
    const { say, signal, dryRun, steps, owner } = this.#options;
    const [live, next] = [this.#live, this.#next.name];
    const asked = {
      owner,
      template: next,
      percents: new Map([[live ?? next, 100]]),
      blue: live ?? next,
      green: next,
    };
    await this.#replace(file, asked);
    if (!dryRun) {
      await this.#service.untilReady(next, signal);
      const state = await this.#served(asked.percents);
      this.#refuseLostWrite(state);
      const url = live === undefined ? state.status?.url : tagUrl(state, 'green');
      if (url !== undefined) await this.#options.smoke(url, signal);
      else throw new Error(`${this.#service.name}: the platform gave no address for the tag green.`);
    }
    if (live === undefined) {
      say(`${this.#service.name}: ${next} serves its first requests.`);
      return;
    }
    for (const percent of steps) await this.#step(asked, live, percent);
  }

  /** The live revision is this very one: only what is written on the Service itself may differ. */
  async settle(before: ServiceState): Promise<void> {
    const { say, signal, dryRun, end } = this.#options;
    const { name } = this.#next;
    const unchanged = before.spec.traffic ?? [];
    const file = await this.#options.synth({ ...this.#traffic(), unchanged });
    const drift = driftAmong(differences(before, await this.#service.planned(file, before)));
    if (drift.length === 0 && end === undefined)
      return say(`${this.#service.name}: ${name} serves already; nothing to do.`);
    this.#sayDrift(drift);
    const now = dryRun ? before : await this.#service.stands(signal);
    if (now.metadata.resourceVersion !== before.metadata.resourceVersion) {
      throw new Error(
        `${this.#service.name} was changed by others at the same time. Nothing was changed: deploy again.`,
      );
    }
    await this.#service.replace(file, now);
    if (dryRun) return;
    await this.#service.untilServed(new Map([[name, 100]]), signal);
    say(`${this.#service.name}: ${name} serves already; its Service's settings are as the manifests say.`);
  }

  /**
   * Requests back to what served before. Whatever stands is read first: when it is not what this deploy asked for last,
   * others changed it, and it is left as it is. An interruption does not stop the way back.
   */
  async undo(): Promise<void> {
    const { dryRun, say, owner } = this.#options;
    const before = this.#before;
    if (dryRun || this.#asked.length === 0) return;
    const signal = new AbortController().signal;
    const state = before ? await this.#service.stands(signal) : await this.#service.find(signal);
    if (!state || (ownerOf(state) !== owner && state.metadata.generation === before?.metadata.generation))
      return;
    const change = this.#changeOf(state);
    if (change !== undefined) return say(new Overtaken(this.#service.name, change).message);
    if (before === undefined || this.#live === undefined) return this.#leave(state);
    const live = this.#live;
    say(`${this.#service.name}: back to ${live}.`);
    const percents = new Map([[live, 100]]);
    const tags = new Map<string, string>();
    for (const tag of ['blue', 'green']) {
      const name = tagsOf(before).get(tag);
      // A green that never served is not worth its address.
      if (name !== undefined && (tag !== 'green' || name === live)) tags.set(tag, name);
    }
    const dropTags = ['blue', 'green'].filter((tag) => !tags.has(tag) && askedTag(state, tag) !== undefined);
    await this.#service.shift({ percents, tags, dropTags }, state, signal, (now) => this.#refuseChange(now));
    await this.#service.untilServed(percents, signal);
    say(`${this.#service.name}: ${live} serves 100 % again.`);
    this.#asked = [];
  }

  /** A first deploy has nothing to go back to, and nothing is deleted: what stands is said. */
  #leave(state: ServiceState): void {
    const { name } = this.#next;
    const served = servedPercents(state).get(name) ?? 0;
    const stands =
      served > 0
        ? `${name} is its only revision, so it takes all requests`
        : `${name} is its only revision and is not ready, so no request is served`;
    this.#options.say(
      `${this.#service.name}: its first deploy failed; ${stands}. Nothing was deleted: deploy again, or remove it by hand with ${this.#service.removal}.`,
    );
    this.#asked = [];
  }

  #sayDrift(drift: ReturnType<typeof driftAmong>): void {
    if (drift.length === 0) return;
    this.#options.say(
      `${this.#service.name}: the live Service is not what the manifests say (changed by hand, or the manifests are newer). This deploy changes it:`,
    );
    for (const each of drift) this.#options.say(`  ${differenceLine(each)}`);
  }

  /**
   * Writes the manifest over what was read moments before, and goes by what stands afterwards: a lost answer is no
   * failure, and a write that lost against a concurrent one is tried once more, if that one is not in its way.
   */
  async #replace(file: string, asked: Asked): Promise<void> {
    const { say, dryRun } = this.#options;
    let manifest = dryRun ? file : await this.#upToDate(file);
    this.#asked = [asked];
    try {
      await this.#service.replace(manifest, this.#before);
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      say(`${error.message} Looking at what stands.`);
      const state = await this.#service.find(this.#options.signal);
      if (state && ownerOf(state) === asked.owner) return;
      manifest = await this.#upToDate(manifest);
      await this.#service.replace(manifest, this.#before);
    }
  }

  /** The manifest, made anew when the Service is not as it was read; rejects when its requests go elsewhere now. */
  async #upToDate(file: string): Promise<string> {
    const { signal } = this.#options;
    const now = await this.#service.find(signal);
    if (now?.metadata.resourceVersion === this.#before?.metadata.resourceVersion) return file;
    const live = now && liveOf(now);
    if (now === undefined || live !== this.#live) {
      const served = now ? percentWords(servedPercents(now)) : 'nothing';
      throw new Overtaken(this.#service.name, `what serves from ${this.#live ?? 'nothing'} to ${served}`);
    }
    if (!this.#options.adopt) refuseForeign(now, this.#options.labels, '--adopt takes it over.');
    this.#before = now;
    return this.#options.synth(this.#traffic());
  }

  async #step(asked: Asked, live: string, percent: number): Promise<void> {
    const { say, signal, dryRun, bakeMs } = this.#options;
    const { name } = this.#next;
    const percents = new Map(
      percent === 100
        ? [[name, 100]]
        : [
            [live, 100 - percent],
            [name, percent],
          ],
    );
    if (dryRun) {
      if (this.#before) await this.#service.shift({ percents }, this.#before, signal);
      return;
    }
    const seen = await this.#service.stands(signal);
    this.#refuseChange(seen);
    this.#asked = [...this.#asked.slice(-1), { ...asked, percents }];
    await this.#service.shift({ percents }, seen, signal, (state) => this.#refuseChange(state));
    this.#asked = this.#asked.slice(-1);
    await this.#served(percents);
    say(`${this.#service.name}: ${name} serves ${percent} %.`);
    await sleep(bakeMs, undefined, { signal });
    const verdict = await this.#options.judge(name, signal);
    say(`${this.#service.name}: ${verdict.words}`);
    if (!verdict.good) throw new Error(`${name} is worse than it may be: ${verdict.words}`);
  }

  #served(percents: ReadonlyMap<string, number>): Promise<ServiceState> {
    return this.#service.untilServed(percents, this.#options.signal, (state) => this.#refuseChange(state));
  }

  /** What others changed of what this deploy asked for. */
  #changeOf(state: ServiceState): string | undefined {
    const changes = this.#asked.map((asked) => changeOf(state, asked));
    return changes.includes(undefined) ? undefined : changes[0];
  }

  #refuseChange(state: ServiceState): void {
    const change = this.#changeOf(state);
    if (change !== undefined) throw new Overtaken(this.#service.name, change);
  }

  /** Each write raises the generation by one: one more, and there was another write between our last read and our write. */
  #refuseLostWrite({ metadata: { generation } }: ServiceState): void {
    const seen = this.#before?.metadata.generation ?? 0;
    if (generation === undefined || generation <= seen + 1) return;
    throw new Error(
      `${this.#service.name} was changed by others in the moment in which this deploy wrote (generation ${seen} became ${generation}); that change is overwritten. No request was shifted: look what it was, then deploy again.`,
    );
  }

  #traffic(): Traffic {
    const { attempt } = this.#next;
    const kept = this.#before ? [...tagsOf(this.#before)] : [];
    return {
      madeBy: this.#before ? madeBy(this.#before) : this.#options.owner,
      // What others tagged stays where it is.
      keep: new Map(kept.filter(([tag]) => tag !== 'blue' && tag !== 'green')),
      ...(this.#live === undefined ? {} : { live: this.#live }),
      ...(attempt === undefined ? {} : { attempt }),
    };
  }
}
