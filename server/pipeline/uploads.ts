import { ASPECTS, ScriptInvalid } from '@shortfactory/core';
import type { Script } from '@shortfactory/core';
import { PictureUnusable } from '@shortfactory/pictures';
import { saysModelMadeIt, scaledSize } from '@shortfactory/renderer';
import type { PictureRef } from '@shortfactory/renderer';
import pLimit from 'p-limit';
import { address } from './artifacts/artifacts.ts';
import type { StageContext } from './stage.ts';

/** Raised when pictures are made anew in another way: of another size, by another encoder. */
const VERSION = 3;

/** No scaled picture is larger than what covers this square. */
const COVER_PX = Math.max(
  ...ASPECTS.flatMap((aspect) => [scaledSize(aspect).widthPx, scaledSize(aspect).heightPx]),
);

/** An upload made anew (see pictures/picture-reader.ts), and where that is kept. */
export interface OwnPicture {
  readonly image: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** What the upload was: `GIF`, and how many frames it had. */
  readonly kind: string;
  readonly frames: number;
  /** The upload says of itself that a trained model made it or a part of it. */
  readonly byModel: boolean;
}

/** A picture of a scene, drawn or brought along, and how large it is. */
export type Picture = PictureRef & Pick<OwnPicture, 'widthPx' | 'heightPx'>;

/**
 * Makes the pictures that a script brings along anew before anything is drawn or spoken: nothing else ever reads what a
 * stranger made. Gives one a scene, undefined for scenes without; of an animation the first frame, which is said.
 * @throws ScriptInvalid at the scene's upload, the first one in the script's order.
 */
export async function takeUploads(
  context: StageContext,
  script: Script,
): Promise<readonly (OwnPicture | undefined)[]> {
  const limit = pLimit(context.concurrency);
  const work = script.scenes.map(({ upload }, i) =>
    limit(() => (upload === undefined ? undefined : takeUpload(context, upload, i))),
  );
  const settled = await Promise.allSettled(work);
  context.signal.throwIfAborted();
  const refused = settled.find((each) => each.status === 'rejected');
  if (refused) throw refused.reason;
  return Promise.all(work);
}

async function takeUpload(context: StageContext, upload: string, scene: number): Promise<OwnPicture> {
  const { artifacts, store, pictures, notes, signal } = context;
  const where = `/scenes/${scene}/upload`;
  signal.throwIfAborted();
  const name = address('illustrate', VERSION, { upload, coverPx: COVER_PX });
  const own = await artifacts.value('illustrate', name, async (): Promise<OwnPicture> => {
    const bytes = await store.read(upload);
    if (!bytes) throw new ScriptInvalid(where, 'not in the store any more; it must be uploaded again');
    const taken = await pictures.take(bytes, { signal, coverPx: COVER_PX }).catch((error: unknown) => {
      throw error instanceof PictureUnusable ? new ScriptInvalid(where, error.message) : error;
    });
    const ending = taken.mediaType === 'image/png' ? 'png' : 'jpg';
    // The picture stands before the note that names it.
    const image = await artifacts.attach(name, taken.bytes, ending);
    const { widthPx, heightPx, kind, was } = taken;
    const byModel = saysModelMadeIt(bytes);
    return { image, widthPx, heightPx, kind: kind.name, frames: was.frames, byModel };
  });
  if (own.frames > 1) {
    notes.remark(
      { stage: 'illustrate', scene },
      `The picture of scene ${scene + 1} is ${own.kind} with ${own.frames} frames; the first one is shown.`,
    );
  }
  return own;
}
