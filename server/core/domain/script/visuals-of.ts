import { ScriptInvalid } from '../errors.ts';
import type { Visuals } from '../footage/visuals.ts';
import type { Script, Shown } from './script.ts';

/** Where in a script something is seen. */
export interface VisualPlace {
  readonly scene: number;
  /** Index of the scene's cut that brings it; absent for the scene's own. */
  readonly cut?: number;
}

/** A visual and where it stands. */
export interface ScriptVisual extends Shown {
  readonly place: VisualPlace;
  /** JSON pointer of what it is a part of. */
  readonly where: string;
  /** Its upload is a photo or clip of others, to be shown as if of one film with the other ones. */
  readonly graded?: true;
}

/** Everything that is seen, in the order in which it comes. */
export function visualsOf({ scenes }: Pick<Script, 'scenes'>): ScriptVisual[] {
  return scenes.flatMap(({ cuts = [], ...own }, scene) => [
    { ...shownOf(own), place: { scene }, where: `/scenes/${scene}` },
    ...cuts.map((each, cut) => ({
      ...shownOf(each),
      place: { scene, cut },
      where: `/scenes/${scene}/cuts/${cut}`,
    })),
  ]);
}

function shownOf({ visual, searchWords, upload, clip, footage }: Shown): Shown {
  return {
    visual,
    ...(searchWords === undefined ? {} : { searchWords }),
    ...(upload === undefined ? {} : { upload }),
    ...(clip === undefined ? {} : { clip }),
    ...(footage === undefined ? {} : { footage }),
  };
}

/**
 * Refuses `clip` where there is nothing to show so; with photos or clips that are searched for, it is of what is found.
 * Throws ScriptInvalid with the place.
 */
export function checkClipUses(script: Pick<Script, 'scenes'>, visuals: Visuals = 'drawn'): void {
  if (visuals !== 'drawn') return;
  const idle = visualsOf(script).find(({ clip, upload, footage }) => clip && !upload && !footage);
  if (idle)
    throw new ScriptInvalid(
      `${idle.where}/clip`,
      'says how an upload or footage is shown, and neither stands beside it',
    );
}

export function isSamePlace(a: Partial<VisualPlace>, b: VisualPlace): boolean {
  return a.scene === b.scene && a.cut === b.cut;
}

const NTH = ['second ', 'third ', 'fourth '] as const;

/** Goes before "picture" or "clip" where a scene has several: "second ". Empty for its own. */
export function nthVisual({ cut }: Pick<VisualPlace, 'cut'>): string {
  return cut === undefined ? '' : (NTH[cut] ?? '');
}
