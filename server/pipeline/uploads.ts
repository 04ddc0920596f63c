import { readFile } from 'node:fs/promises';
import { ASPECTS, ScriptInvalid, clipKind, imageKind, nthVisual } from '@shortfactory/core';
import type { Aspect, ScriptVisual } from '@shortfactory/core';
import { PictureUnusable } from '@shortfactory/pictures';
import { headOf, saysModelMadeIt, scaledSize } from '@shortfactory/renderer';
import type { SceneVisual } from '@shortfactory/renderer';
import pLimit from 'p-limit';
import { address } from './artifacts/artifacts.ts';
import { PartMissing } from './artifacts/fetch-part.ts';
import { takeClip } from './clips.ts';
import type { Brought } from './clips.ts';
import type { RenderContext } from './stage.ts';
import { UPLOAD_GONE, UploadFile } from './upload-file.ts';

/** Raised when pictures are made anew in another way: of another size, by another encoder. */
const VERSION = 4;

/** No scaled picture is larger than what covers this square. */
const COVER_PX = Math.max(
  ...ASPECTS.flatMap((aspect) => [scaledSize(aspect).widthPx, scaledSize(aspect).heightPx]),
);

/** A picture made anew (see pictures/picture-reader.ts), and where that is kept. */
export interface TakenPicture {
  readonly image: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** An upload as a scene shows it; of a clip the picture is its first frame. */
export interface OwnVisual extends TakenPicture, Pick<SceneVisual, 'fit' | 'clip' | 'graded'> {
  readonly focus?: SceneVisual['focus'];
  /** The upload says of itself that a trained model made it or a part of it. */
  readonly byModel: boolean;
}

/** What a scene shows, drawn or brought along, and how large its picture is. */
export type Picture = SceneVisual & TakenPicture;

/** What an upload turned out to be. */
type Found = 'clip' | MadePicture;

interface MadePicture extends TakenPicture {
  readonly byModel: boolean;
  /** What it was: `WebP`, and how many frames it had. */
  readonly kind: string;
  readonly frames: number;
}

/**
 * Makes the pictures and clips that a script brings along anew before anything is drawn or spoken: nothing else ever
 * reads what a stranger made. Gives one a visual, undefined for those without; of an animated picture that is no clip the
 * first frame, which is said. Without `aspects` clips are only looked at, and give nothing.
 * @throws ScriptInvalid at the scene's upload, or at how it is to be shown; the first one in the script's order.
 */
export async function takeUploads(
  context: RenderContext,
  visuals: readonly ScriptVisual[],
  aspects: readonly Aspect[],
): Promise<readonly (OwnVisual | undefined)[]> {
  const limit = pLimit(context.concurrency);
  const taken = visuals.map((): Taken => ({ status: 'fulfilled', value: undefined }));
  const work = [...byUpload(visuals)].map(([upload, shownIn]) =>
    limit(async () => {
      const file = new UploadFile(context, upload, `upload-${shownIn[0]}`);
      const uses = shownIn.map((at) => {
        const visual = visuals[at] as ScriptVisual;
        const { where } = visual;
        return takeUpload(
          context,
          broughtTo({ where, upload, scratchName: `upload-${at}` }, file),
          visual,
          aspects,
        );
      });
      // They read one file: it goes when all of them have it no more.
      const settled = await Promise.allSettled(uses);
      await file.remove();
      shownIn.forEach((at, i) => (taken[at] = settled[i] as Taken));
    }),
  );
  await Promise.all(work);
  context.signal.throwIfAborted();
  return taken.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
}

type Taken = PromiseSettledResult<OwnVisual | undefined>;

function byUpload(visuals: readonly ScriptVisual[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  visuals.forEach(({ upload }, at) => {
    if (upload !== undefined) found.set(upload, [...(found.get(upload) ?? []), at]);
  });
  return found;
}

function broughtTo(given: Omit<Brought, 'bring'>, file: UploadFile): Brought {
  return {
    ...given,
    bring: async () => {
      const path = await file.bring();
      if (path === undefined) throw new ScriptInvalid(`${given.where}/upload`, UPLOAD_GONE);
      return path;
    },
  };
}

async function takeUpload(
  context: RenderContext,
  brought: Brought,
  { clip: use = {}, place, graded }: ScriptVisual,
  aspects: readonly Aspect[],
): Promise<OwnVisual | undefined> {
  const { artifacts, notes, signal } = context;
  const { upload, where } = brought;
  signal.throwIfAborted();
  const name = address('illustrate', VERSION, { upload, coverPx: COVER_PX });
  const found = await artifacts.value('illustrate', name, () => look(context, name, brought));
  const shown = {
    ...(use.focus ? { focus: use.focus } : {}),
    ...(use.fit ? { fit: use.fit } : {}),
    ...(graded ? { graded } : {}),
  };
  if (found === 'clip') {
    const { still, ...moving } = await takeClip(
      context,
      brought,
      { ...use, ...(graded ? { graded } : {}) },
      aspects,
    );
    if (aspects.length === 0) return undefined;
    const stillName = address('illustrate', VERSION, { still, coverPx: COVER_PX });
    const { image, widthPx, heightPx } = await artifacts.value('illustrate', stillName, async () =>
      makePicture(context, stillName, await readPart(context, still), `${where}/upload`),
    );
    return { image, widthPx, heightPx, byModel: false, ...shown, ...moving };
  }
  const { image, widthPx, heightPx, byModel, kind, frames } = found;
  const timed = CLIPS_ONLY.find((field) => use[field] !== undefined);
  if (timed !== undefined)
    throw new ScriptInvalid(`${where}/clip/${timed}`, `is for clips; the upload is ${kind}, a picture`);
  if (frames > 1) {
    notes.remark(
      { stage: 'illustrate', ...place },
      `The ${nthVisual(place)}picture of scene ${place.scene + 1} is ${kind} with ${frames} frames; the first one is shown.`,
    );
  }
  return { image, widthPx, heightPx, byModel, ...shown };
}

/** How an upload is shown that has no time. */
const CLIPS_ONLY = ['fromSeconds', 'toSeconds', 'sound', 'speed'] as const;

/** A picture is made anew at once. What begins like a clip is one, and so is a GIF that moves. */
async function look(context: RenderContext, name: string, { bring, where }: Brought): Promise<Found> {
  const file = await bring();
  const head = await headOf(file);
  if (!imageKind(head) && clipKind(head)) return 'clip';
  const made = await makePicture(context, name, await readFile(file), `${where}/upload`);
  return made.frames > 1 && clipKind(head) ? 'clip' : made;
}

async function makePicture(
  { artifacts, pictures, signal }: RenderContext,
  name: string,
  bytes: Uint8Array,
  where: string,
): Promise<MadePicture> {
  const taken = await pictures.take(bytes, { signal, coverPx: COVER_PX }).catch((error: unknown) => {
    throw error instanceof PictureUnusable ? new ScriptInvalid(where, error.message) : error;
  });
  const ending = taken.mediaType === 'image/png' ? 'png' : 'jpg';
  const { widthPx, heightPx, kind, was } = taken;
  // The picture stands before the note that names it.
  const image = await artifacts.attach(name, taken.bytes, ending);
  return { image, widthPx, heightPx, kind: kind.name, frames: was.frames, byModel: saysModelMadeIt(bytes) };
}

async function readPart({ store }: RenderContext, object: string): Promise<Uint8Array> {
  const bytes = await store.read(object);
  if (!bytes) throw new PartMissing(`The picture ${object} is not in the store any more.`);
  return bytes;
}
