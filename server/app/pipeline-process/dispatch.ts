import type { RunOptions } from '@shortfactory/pipeline';
import type { RunEvent } from './protocol.ts';

/** Calls the callback of a run for an event; what the callback throws ends the run. */
export function dispatch(options: Partial<RunOptions>, event: RunEvent): void {
  switch (event.kind) {
    case 'progress':
      return options.onProgress?.(event.progress);
    case 'degraded':
      return options.onDegraded?.(event.sentence);
    case 'spent':
      return options.onSpent?.(event.usd);
    case 'artifact':
      return options.onArtifact?.(event.stage, event.found);
    case 'stage-end':
      return options.onStageEnd?.(event.stage, event.outcome, event.seconds);
  }
}
