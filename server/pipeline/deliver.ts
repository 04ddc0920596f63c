import { ProviderFailed, ProviderRefused } from '@shortfactory/core';
import type { Stage, VisualPlace } from '@shortfactory/core';
import type { StageContext } from './stage.ts';

/** What is to be made, for the one sentence that says who made it instead. */
export interface Part extends Partial<VisualPlace> {
  readonly stage: Stage;
}

/** A provider that can make the part, and where its result is stored: each provider has its own address. */
export interface Maker<T> {
  readonly id: string;
  readonly address: string;
  make(): Promise<T>;
}

/**
 * A part by the first maker that delivers it. What stands already is taken as it is. When one maker fails, the next one
 * is asked and the run notes it; the work of a stand-in is kept under the stand-in's address, so a later run asks the
 * first one again, and nothing that was paid for is paid for twice. Writing that a provider declined is not handed on:
 * it is the topic that has to change. Throws the last maker's fault.
 */
export async function deliver<T>(context: StageContext, part: Part, makers: readonly Maker<T>[]): Promise<T> {
  let reason: string | undefined;
  for (const [rank, maker] of makers.entries()) {
    try {
      const made = await context.artifacts.value(part.stage, maker.address, () => maker.make());
      context.notes.madeBy(part, maker.id, reason);
      return made;
    } catch (error) {
      context.signal.throwIfAborted();
      const last = rank === makers.length - 1;
      if (last || !(error instanceof ProviderFailed) || isFinal(error, part.stage)) throw error;
      // The first one's reason is the one that matters: the others are only there to stand in.
      reason ??= error.message;
    }
  }
  throw new Error(`no provider can make this part of ${part.stage}`);
}

function isFinal(error: ProviderFailed, stage: Stage): boolean {
  return error instanceof ProviderRefused && (stage === 'story' || stage === 'script');
}
