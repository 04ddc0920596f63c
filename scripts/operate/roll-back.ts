import { InputInvalid } from '../../server/src/domain/errors.ts';
import type { LiveService } from './live-service.ts';
import { isReady, servedPercents, tagsOf } from './service-state.ts';
import type { RevisionState, ServiceState } from './service-state.ts';

export interface RollBackOptions {
  /** A revision's name; without it the previous good one. */
  readonly to?: string;
  readonly dryRun: boolean;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** All requests to an earlier revision, proven by the state read back. Asking twice is harmless. */
export async function rollBack(service: LiveService, options: RollBackOptions): Promise<void> {
  const state = await service.read();
  if (!state) throw new InputInvalid('', `There is no Service ${service.name} to roll back.`);
  const revisions = await service.revisions();
  const target = options.to === undefined ? previousGood(state, revisions) : named(options.to, revisions);
  const asked = new Map([[target, 100]]);
  const good = new Set(revisions.filter(isReady).map(({ metadata }) => metadata.name));
  // A tag on a revision that is not ready makes every change of traffic fail, this one too.
  const tags = new Map([...tagsOf(state)].filter(([tag, name]) => good.has(name) && tag !== 'green'));
  const dropped = [...tagsOf(state).keys()].filter((tag) => !tags.has(tag));
  if (dropped.length > 0) options.say(`${service.name}: removing the tag ${dropped.join(', ')}.`);
  if (servedPercents(state).get(target) === 100) {
    options.say(`${service.name}: ${target} serves everything already; --to names an older one.`);
  }
  // Also then: what a deploy that was killed asked for must not come true later.
  await service.shift(asked, tags);
  if (options.dryRun) return;
  await service.untilServed(asked, options.signal);
  options.say(`${service.name}: ${target} serves 100 %.`);
}

function named(name: string, revisions: readonly RevisionState[]): string {
  const found = revisions.find(({ metadata }) => metadata.name === name);
  if (!found) {
    const known = revisions.slice(0, 5).map(({ metadata }) => metadata.name);
    throw new InputInvalid('--to', `there is no revision “${name}”; the newest are ${known.join(', ')}.`);
  }
  if (!isReady(found)) throw new InputInvalid('--to', `${name} is not ready, so it cannot serve.`);
  return name;
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
