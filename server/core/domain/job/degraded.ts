import { isOffline, providerLabel } from '../money/provider.ts';
import type { Stage } from '../script/short.ts';
import { nthVisual } from '../script/visuals-of.ts';

/** A part of a short that another provider made than the preferred one. */
export interface Substitution {
  readonly stage: Stage;
  /** Counted from 1, where the stage works by scene. */
  readonly scene?: number;
  /** Index of the scene's cut, where it is that one's picture. */
  readonly cut?: number;
  /** Id of the port that made it in the end. */
  readonly by: string;
  /** Why the first did not, as a sentence. */
  readonly reason: string;
}

/** "Scene 3’s picture was drawn offline: Gemini did not answer within 60 s." */
export function substitutionSentence({ by, reason, ...part }: Substitution): string {
  const how = isOffline(by) ? 'offline' : `by ${providerLabel(by)}`;
  return `${what(part)} ${how}: ${reason}`;
}

function what({ stage, scene, ...place }: Pick<Substitution, 'stage' | 'scene' | 'cut'>): string {
  switch (stage) {
    case 'illustrate':
      return `Scene ${scene}’s ${nthVisual(place)}picture was drawn`;
    case 'narrate':
      return `Scene ${scene} was spoken`;
    default:
      return `The ${stage} was written`;
  }
}
