import { STORAGE_NAMES } from '../storage/names.ts';
import { createStoredValue } from '../storage/stored-value.ts';
import type { DraftSeed, DraftVisual, ScenePicture } from './draft.ts';

/** So many are recognised; one that is older counts as the visitor's own. */
const MOST_KNOWN = 300;

type Drawn = Pick<ScenePicture, 'upload' | 'visual' | 'style' | 'take'>;

const known = createStoredValue<readonly Drawn[]>(STORAGE_NAMES.drawnPictures, (json) =>
  Array.isArray(json) ? (json as readonly Drawn[]) : undefined,
);

/** Stores what a picture shows that was drawn on request: for the API it is an upload like any other. */
export function storeDrawnPicture({ upload, visual, style, take }: ScenePicture): void {
  known.set([...(known.get() ?? []), { upload, visual, style, take }].slice(-MOST_KNOWN));
}

/** The seed with pictures that were drawn marked as such, unlike the visitor's own files. */
export function withDrawn(seed: DraftSeed): DraftSeed {
  return {
    ...seed,
    scenes: seed.scenes.map((scene) => ({
      ...marked(scene),
      ...(scene.cuts && { cuts: scene.cuts.map(marked) }),
    })),
  };
}

function marked<V extends DraftVisual>(shown: V): V {
  const { picture } = shown;
  const drawn = picture?.upload === undefined ? undefined : found(picture.upload);
  return picture && drawn ? { ...shown, picture: { ...picture, ...drawn, kind: 'drawn' } } : shown;
}

function found(upload: string): Drawn | undefined {
  return known.get()?.find((drawn) => drawn.upload === upload);
}
