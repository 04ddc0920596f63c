import { setTimeout as sleep } from 'node:timers/promises';
import { GcloudFailed } from './gcloud.ts';
import type { LiveService } from './live-service.ts';
import { servedPercents, soleRevision, tagsOf, tagUrl } from './service-state.ts';
import type { ServiceState } from './service-state.ts';
import type { Verdict } from './verdict.ts';

export interface Traffic {
  /** Undefined on the first deploy. */
  readonly live?: string;
  readonly next: string;
  /** Tags besides blue and green, kept on the revisions that they name. */
  readonly keep: ReadonlyMap<string, string>;
}

export interface RolloutOptions {
  /** Name of the revision, without a suffix for a second try: `<service>-<sha>`. */
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

/** Brings the Service back to what it was before. Safe to call twice. */
export type Undo = () => Promise<void>;

/**
 * Blue/green: green is made beside blue without a request, proves itself at its own address, then takes over in steps
 * with its errors watched. Everything is judged by the state read back, never by an exit code alone: an answer may be
 * lost after the change was made. Rejects after undoing what it did; resolves with how to undo it later.
 */
export async function rollOut(service: LiveService, options: RolloutOptions): Promise<Undo> {
  const before = await service.read();
  const live = before && liveOf(before);
  const next = await freeName(service, options.revision, before);
  if (live !== undefined && live === next) {
    options.say(`${service.name}: ${next} serves already; nothing to do.`);
    return async () => undefined;
  }
  const keep = keptTags(before);
  const file = await options.synth({ next, keep, ...(live === undefined ? {} : { live }) });
  await tolerate(
    () => service.validate(file),
    options,
    async () => void (await service.validate(file)),
  );
  const undo =
    before && live !== undefined
      ? () => restore(service, before, live, options)
      : () => abandon(service, options);
  try {
    if (live !== undefined) await blueGreen(service, { file, live, next, keep }, options);
    else await first(service, file, next, options);
    return undo;
  } catch (error) {
    options.say(`${service.name}: ${error instanceof Error ? error.message : String(error)}`);
    await undo();
    throw error;
  }
}

/** What others tagged stays where it is. */
function keptTags(before: ServiceState | undefined): Map<string, string> {
  return new Map(before ? [...tagsOf(before)].filter(([tag]) => tag !== 'blue' && tag !== 'green') : []);
}

function liveOf(state: ServiceState): string | undefined {
  const sole = soleRevision(state);
  const served = [...servedPercents(state)];
  if (sole === undefined && served.length > 0) {
    const words = served.map(([name, percent]) => `${name} ${percent} %`).join(', ');
    throw new Error(
      `${state.metadata.name} divides its requests (${words}): an earlier deploy is not finished. Run npm run rollback first.`,
    );
  }
  return sole;
}

/** A revision's name is used once: after a failed try the same commit gets the next free suffix. */
async function freeName(
  service: LiveService,
  wanted: string,
  before: ServiceState | undefined,
): Promise<string> {
  if (!before) return wanted;
  const taken = new Set((await service.revisions()).map((state) => state.metadata.name));
  if (!taken.has(wanted) || soleRevision(before) === wanted) return wanted;
  let suffix = 2;
  while (taken.has(`${wanted}-${suffix}`)) {
    if (soleRevision(before) === `${wanted}-${suffix}`) return `${wanted}-${suffix}`;
    suffix += 1;
  }
  return `${wanted}-${suffix}`;
}

async function first(
  service: LiveService,
  file: string,
  next: string,
  options: RolloutOptions,
): Promise<void> {
  await apply(service, file, next, options);
  if (options.dryRun) return;
  const state = await service.untilServed(new Map([[next, 100]]), options.signal);
  if (state.status?.url !== undefined) await options.smoke(state.status.url, options.signal);
  options.say(`${service.name}: ${next} serves its first requests.`);
}

interface Shift {
  readonly file: string;
  readonly live: string;
  readonly next: string;
  readonly keep: ReadonlyMap<string, string>;
}

async function blueGreen(
  service: LiveService,
  { file, live, next, keep }: Shift,
  options: RolloutOptions,
): Promise<void> {
  await apply(service, file, next, options);
  const tags = new Map([...keep, ['blue', live], ['green', next]]);
  if (!options.dryRun) {
    const state = await service.untilServed(new Map([[live, 100]]), options.signal);
    const url = tagUrl(state, 'green');
    if (url === undefined)
      throw new Error(`${service.name}: the platform gave no address for the tag green.`);
    await options.smoke(url, options.signal);
  }
  for (const percent of options.steps) {
    const asked =
      percent === 100
        ? new Map([[next, 100]])
        : new Map([
            [live, 100 - percent],
            [next, percent],
          ]);
    await service.shift(asked, tags);
    if (options.dryRun) continue;
    await service.untilServed(asked, options.signal);
    options.say(`${service.name}: ${next} serves ${percent} %.`);
    await sleep(options.bakeMs, undefined, { signal: options.signal });
    const verdict = await options.judge(next, options.signal);
    options.say(`${service.name}: ${verdict.words}`);
    if (!verdict.good) throw new Error(`${next} is worse than it may be: ${verdict.words}`);
  }
}

/** Replaces, and goes by what stands afterwards: a lost answer is no failure, and a conflict is tried once more. */
async function apply(
  service: LiveService,
  file: string,
  next: string,
  options: RolloutOptions,
): Promise<void> {
  await tolerate(
    () => service.replace(file),
    options,
    async () => {
      const made = (await service.revisions()).some((state) => state.metadata.name === next);
      if (!made) await service.replace(file);
    },
  );
  if (!options.dryRun) await service.untilReady(next, options.signal);
}

/** The client's "failed" is looked into, not believed. */
async function tolerate(
  change: () => Promise<unknown>,
  options: RolloutOptions,
  otherwise: () => Promise<void>,
): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (!(error instanceof GcloudFailed)) throw error;
    options.say(`${error.message} Looking at what stands.`);
    await otherwise();
  }
}

async function restore(
  service: LiveService,
  before: ServiceState,
  live: string,
  options: RolloutOptions,
): Promise<void> {
  options.say(`${service.name}: back to ${live}.`);
  // An interruption must not keep the way back from being walked.
  const signal = new AbortController().signal;
  const tags = new Map([...tagsOf(before)].filter(([tag, name]) => tag !== 'green' || name === live));
  await service.shift(new Map([[live, 100]]), tags);
  if (options.dryRun) return;
  await service.untilServed(new Map([[live, 100]]), signal);
  options.say(`${service.name}: ${live} serves 100 % again.`);
}

/** There was nothing before: nothing is left, so that a broken first version serves nobody. */
async function abandon(service: LiveService, options: RolloutOptions): Promise<void> {
  if (options.dryRun || (await service.read()) === undefined) return;
  options.say(`${service.name}: its first deploy failed; it is removed again.`);
  await service.remove();
}
