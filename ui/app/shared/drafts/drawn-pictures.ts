import { createKept } from '../storage/stored-value.ts';
import type { DraftSeed, ScenePicture } from './draft.ts';

/** So many are told apart; one that is older counts as the visitor's own. */
const MOST_KNOWN = 300;

type Drawn = Pick<ScenePicture, 'upload' | 'visual' | 'style' | 'take'>;

const known = createKept<readonly Drawn[]>('sf.drawn', (json) =>
  Array.isArray(json) ? (json as readonly Drawn[]) : undefined,
);

/** A picture was drawn on request. For the API it is an upload like any other, so the browser keeps what it is of. */
export function rememberDrawn({ upload, visual, style, take }: ScenePicture): void {
  known.set([...(known.get() ?? []), { upload, visual, style, take }].slice(-MOST_KNOWN));
}

/** The seed with pictures that were drawn told apart from the visitor's own files. */
export function withDrawn(seed: DraftSeed): DraftSeed {
  return {
    ...seed,
    scenes: seed.scenes.map((scene) => {
      const { picture } = scene;
      const drawn = picture?.upload === undefined ? undefined : found(picture.upload);
      return picture && drawn ? { ...scene, picture: { ...picture, ...drawn, kind: 'drawn' } } : scene;
    }),
  };
}

function found(upload: string): Drawn | undefined {
  return known.get()?.find((drawn) => drawn.upload === upload);
}
