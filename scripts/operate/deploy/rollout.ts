import type { LiveService } from '../services/live-service.ts';
import { Overtaken, refuseForeign } from '../services/ownership.ts';
import { isReady, liveOf } from '../services/service-state.ts';
import { nextName } from './next-name.ts';
import { Rollout } from './service-rollout.ts';
import type { RolloutOptions } from './service-rollout.ts';

/** Brings requests back to what served them before, unless the Service was changed by others. Safe to call twice. */
export type Undo = () => Promise<void>;

/** A rollout of one Service that the platform would take; nothing is changed yet. */
export interface PreparedRollout {
  /** Rejects after undoing what it did; resolves with how to undo it later. */
  readonly run: () => Promise<Undo>;
}

/**
 * Blue/green: green is made beside blue without a request, proves itself at its own address, then takes over in steps
 * with its errors watched. Everything is judged by the state read back, never by an exit code alone: an answer may be
 * lost after the change was made. Nothing is ever deleted, and what others changed during the deploy is left as it is.
 *
 * Looks at what stands, and takes the manifest through the platform's own dry run. Rejects when it cannot be rolled out.
 */
export async function prepareRollOut(
  service: LiveService,
  options: RolloutOptions,
): Promise<PreparedRollout> {
  const before = await service.find(options.signal);
  if (before && !options.adopt) refuseForeign(before, options.labels, '--adopt takes it over.');
  const revisions = before ? await service.revisions(options.signal) : [];
  const live = before && liveOf(before);
  if (before && live === undefined) {
    const ready = revisions.find(isReady);
    if (ready) {
      throw new Error(
        `${service.name} serves nothing, though ${ready.metadata.name} is ready: another deploy may be making it. Look at it, or run npm run rollback first.`,
      );
    }
  }
  const next = nextName(options.revision, service.name, revisions, live);
  const rollout = new Rollout(service, options, next, before, live);
  if (before && live === next.name) {
    return {
      run: async () => {
        await rollout.settle(before);
        return async () => undefined;
      },
    };
  }
  const file = await rollout.prepare();
  return { run: () => runOrUndo(rollout, file, options.say) };
}

async function runOrUndo(rollout: Rollout, file: string, say: (line: string) => void): Promise<Undo> {
  const undo = (): Promise<void> => rollout.undo();
  try {
    await rollout.run(file);
    return undo;
  } catch (error) {
    say(words(error));
    if (!(error instanceof Overtaken)) await tryUndo(undo, say);
    throw error;
  }
}

/** Runs an undo; a failure is printed, so that the others still run. */
export async function tryUndo(undo: Undo, say: (line: string) => void): Promise<void> {
  try {
    await undo();
  } catch (error) {
    say(`The way back failed: ${words(error)}`);
  }
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
