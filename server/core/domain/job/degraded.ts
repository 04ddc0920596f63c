import { isOffline, providerLabel } from '../money/provider.ts';
import type { Stage } from '../script/short.ts';

/** A part of a short that another provider made than the preferred one. */
export interface Substitution {
  readonly stage: Stage;
  /** Counted from 1, where the stage works by scene. */
  readonly scene?: number;
  /** Id of the port that made it in the end. */
  readonly by: string;
  /** Why the first did not, as a sentence. */
  readonly reason: string;
}

/** "Scene 3’s picture was drawn offline: Gemini did not answer within 60 s." */
export function substitutionSentence({ stage, scene, by, reason }: Substitution): string {
  const how = isOffline(by) ? 'offline' : `by ${providerLabel(by)}`;
  return `${what(stage, scene)} ${how}: ${reason}`;
}

function what(stage: Stage, scene: number | undefined): string {
  switch (stage) {
    case 'illustrate':
      return `Scene ${scene}’s picture was drawn`;
    case 'narrate':
      return `Scene ${scene} was spoken`;
    default:
      return `The ${stage} was written`;
  }
}
