import type { ServiceName } from '../services/names.ts';
import { percentWords, servedPercents } from '../services/service-state.ts';
import type { Target } from '../target/target.ts';
import { tryUndo } from './rollout.ts';
import type { PreparedRollout, Undo } from './rollout.ts';

type Say = (line: string) => void;

/**
 * Deploys in one place after the other. All are looked at before the first is changed. The first that fails has its
 * requests back where they were and is the last that is tried: the ones before it keep what they serve, and what each
 * serves is said. Rejects with what failed.
 */
export async function deployInOrder(
  targets: readonly Target[],
  names: readonly ServiceName[],
  say: Say,
  prepare: (target: Target, index: number) => Promise<readonly PreparedRollout[]>,
): Promise<void> {
  const heading = (target: Target, what: string): void => {
    if (targets.length > 1) say(`${target.region ?? target.name}: ${what}`);
  };
  const prepared: (readonly [Target, readonly PreparedRollout[]])[] = [];
  for (const [index, target] of targets.entries()) {
    heading(target, 'what stands there is looked at.');
    prepared.push([target, await prepare(target, index)]);
  }
  for (const [target, rollouts] of prepared) {
    heading(target, 'is deployed.');
    try {
      await runAll(rollouts, say);
    } catch (error) {
      if (targets.length > 1) await sayWhatStands(targets, target, names, say);
      throw error;
    }
  }
}

async function runAll(rollouts: readonly PreparedRollout[], say: Say): Promise<void> {
  const undone: Undo[] = [];
  try {
    for (const rollout of rollouts) undone.push(await rollout.run());
  } catch (error) {
    // What this Service did is undone already; the ones before it serve the new revision still.
    for (const undo of undone.reverse()) await tryUndo(undo, say);
    throw error;
  }
}

/** Read from each place, also after an interruption. */
async function sayWhatStands(
  targets: readonly Target[],
  failed: Target,
  names: readonly ServiceName[],
  say: Say,
): Promise<void> {
  const { signal } = new AbortController();
  say(`The deploy stopped in ${failed.region ?? failed.name}. What each region serves now:`);
  for (const target of targets) {
    for (const name of names) {
      const served = await target
        .service(name)
        .find(signal)
        .then(
          (state) => (state ? percentWords(servedPercents(state)) : 'nothing, it is not there'),
          () => 'it could not be read',
        );
      say(`  ${target.region ?? target.name}: shortfactory-${name}: ${served}`);
    }
  }
  const done = targets.slice(0, targets.indexOf(failed)).flatMap(({ region }) => region ?? []);
  const [first] = done;
  if (first === undefined) return say('Nothing was changed in another region.');
  say(
    `${done.join(', ')} keeps what this deploy brought. The same deploy again goes on from here; npm run rollback -- --env ${failed.name} --region ${first} takes it back there.`,
  );
}
