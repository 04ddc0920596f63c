import { InputInvalid } from '@shortfactory/core/errors';
import { readRevisionName, shortCommit } from '@shortfactory/manifests';
import type { LiveService } from '../services/live-service.ts';
import { refuseForeign } from '../services/ownership.ts';
import type { Labels } from '../services/ownership.ts';
import { isReady, servedPercents, tagsOf } from '../services/service-state.ts';
import type { RevisionState, ServiceState } from '../services/service-state.ts';

export interface RollBackOptions {
  /** A revision's name, or its commit; without it the previous good one. */
  readonly to?: string;
  /** Labels of a Service that is ours. */
  readonly labels: Labels;
  readonly dryRun: boolean;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** All requests to an earlier revision, proven by the state read back. Asking twice is harmless. */
export async function rollBack(service: LiveService, options: RollBackOptions): Promise<void> {
  const { signal, say } = options;
  const state = await service.find(signal);
  if (!state) throw new InputInvalid('', `There is no Service ${service.name} to roll back.`);
  refuseForeign(state, options.labels, 'Deploy it with --adopt first.');
  const revisions = await service.revisions(signal);
  const target =
    options.to === undefined ? previousGood(state, revisions) : named(options.to, service.name, revisions);
  const good = new Set(revisions.filter(isReady).map(({ metadata }) => metadata.name));
  // A tag on a revision that is not ready makes every change of traffic fail, this one too.
  const dropTags = [...tagsOf(state)].flatMap(([tag, name]) =>
    good.has(name) && tag !== 'green' ? [] : [tag],
  );
  if (dropTags.length > 0) say(`${service.name}: removing the tag ${dropTags.join(', ')}.`);
  if (servedPercents(state).get(target) === 100) {
    say(`${service.name}: ${target} serves everything already; --to names an older one.`);
  }
  const percents = new Map([[target, 100]]);
  // Also then: what a deploy that was killed asked for must not come true later.
  await service.shift({ percents, dropTags }, state, signal);
  if (options.dryRun) return;
  await service.untilServed(percents, signal);
  say(`${service.name}: ${target} serves 100 %.`);
}

/** A revision by its name, or by the commit in it: the newest ready one. */
function named(to: string, service: string, revisions: readonly RevisionState[]): string {
  const exact = revisions.filter(({ metadata }) => metadata.name === to);
  const commit = shortCommit(readRevisionName(to, service)?.commit ?? to);
  const found =
    exact.length > 0
      ? exact
      : revisions.filter(({ metadata }) => readRevisionName(metadata.name, service)?.commit === commit);
  const known = revisions.slice(0, 5).map(({ metadata }) => metadata.name);
  if (found.length === 0) {
    throw new InputInvalid(
      '--to',
      `there is no revision “${to}” of ${service}; the newest are ${known.join(', ')}.`,
    );
  }
  const ready = found.find(isReady);
  if (!ready)
    throw new InputInvalid('--to', `${found[0]?.metadata.name ?? to} is not ready, so it cannot serve.`);
  return ready.metadata.name;
}

/**
 * The tag blue, where a deploy keeps what it replaces: also when it serves everything, before the first step of a deploy
 * and after a rollback, so that asking again goes no further back. Only after a first deploy blue is what green is. Else,
 * in the middle of a divided rollout, the older of those that serve; else the newest ready one before the one that serves.
 */
function previousGood(state: ServiceState, revisions: readonly RevisionState[]): string {
  const ready = revisions.filter(isReady).map(({ metadata }) => metadata.name);
  const served = servedPercents(state);
  const tags = tagsOf(state);
  const blue = tags.get('blue');
  if (blue !== undefined && ready.includes(blue) && blue !== tags.get('green')) return blue;
  const serving = ready.filter((name) => (served.get(name) ?? 0) > 0);
  const oldest = serving.at(-1);
  if (serving.length > 1 && oldest !== undefined) return oldest;
  const before = ready[ready.indexOf(oldest ?? '') + 1];
  if (before === undefined) {
    throw new InputInvalid(
      '',
      `${state.metadata.name} has no earlier revision that is ready; nothing was changed.`,
    );
  }
  return before;
}
