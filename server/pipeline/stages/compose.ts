import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CAPTION_SETTING, FRAME_PX, msToFrame, shotsOf } from '@shortfactory/core';
import type {
  Aspect,
  ContentClaim,
  ContentSigner,
  Origin,
  ShortOutput,
  SoundParts,
  Timeline,
} from '@shortfactory/core';
import {
  GRADE,
  StreamRefused,
  markPicture,
  markVideo,
  planClips,
  posterPlan,
  soundMaker,
} from '@shortfactory/renderer';
import type {
  ClipJob,
  ClipLook,
  ClipPlan,
  ClipSource,
  ImageFile,
  KeptSounds,
  Poster,
  SceneVisual,
  Skipping,
} from '@shortfactory/renderer';
import { address } from '../artifacts/artifacts.ts';
import type { Ingredients } from '../artifacts/artifacts.ts';
import { fetchSound } from '../artifacts/fetch-sound.ts';
import { remarkContrast } from '../caption-contrast.ts';
import { fetchImage } from '../artifacts/fetch-image.ts';
import { fetchParts } from '../artifacts/fetch-part.ts';
import type { RenderContext } from '../stage.ts';
import { inParallel } from '../in-parallel.ts';
import { subfolder } from '../scratch.ts';
import type { Picture } from '../uploads.ts';

/** Raised when this stage makes something else from the same in a way that no ingredient of its addresses shows. */
const VERSION = 3;

/** Raised when the same clips and sound are joined into another file. */
const JOIN_VERSION = 1;

/**
 * SHA-256 of the frames that three fixed plans are painted as, by aspect. A test paints them again: who changes what is
 * painted writes the new hashes here, and as they are part of every clip's address, no older clip is taken for a new one.
 */
export const GOLDEN_FRAMES = {
  '9:16': 'd2bea5bf46713301d758eb0ae0409e09a36c601d81fc06555f1e8723a3b94ca6',
  '1:1': '686dfc0d26922c18f32eb9489f65edbcc03329248e9db13923b1efb9dff42f67',
  '16:9': '18ae6717bc07b3e99fe532f744f34789b04c4ca185c1b8a535bf4393cebccd31',
} as const;

/** SHA-256 of one caption as every style but Block paints it: in the same way part of the address of clips in a style. */
export const GOLDEN_STYLES = 'd56587097eef7a9fe26660b4dfd02556e877837f65d5ff636b4250b6ae1157b7';

/** Of this stage's work, when every frame is drawn: clips and sound have still to be joined. */
const DRAWN_PERCENT = 96;

export interface Composition extends ClipLook {
  readonly title: string;
  readonly language: string;
  readonly timeline: Timeline;
  /** One for each shot of the timeline. */
  readonly pictures: readonly Picture[];
  /** Object names of the scenes' WAVs. */
  readonly narrations: readonly string[];
  /** How much faster than their files they are heard. */
  readonly speed: number;
  readonly music?: string;
  readonly aspects: readonly Aspect[];
  /** Is written into the files. */
  readonly origin: Origin;
  /** Files are signed with it, where it is given. */
  readonly signing?: Signing;
  /** How much louder than usual music is. */
  readonly musicDb?: number;
}

/** Who signs, and what is said of the files. */
export interface Signing {
  readonly signer: ContentSigner;
  readonly claim: ContentClaim;
}

export interface Composed {
  readonly outputs: readonly ShortOutput[];
  readonly poster: string;
  readonly loudnessLufs: number;
  /** What is heard. */
  readonly sound: SoundParts;
}

/** A clip of one aspect, where it is kept, and whether it has still to be rendered. */
interface Part {
  readonly plan: ClipPlan;
  readonly object: string;
  readonly ready: boolean;
}

/** Finished clips as files of this run: where they were rendered, or fetched once. */
class ClipFiles {
  readonly #context: RenderContext;
  readonly #files = new Map<string, Promise<string>>();

  constructor(context: RenderContext) {
    this.#context = context;
  }

  fileFor(object: string): string {
    return join(this.#context.scratch, `${basename(object)}.mp4`);
  }

  /** This clip stands in its file. */
  rendered(object: string): void {
    this.#files.set(object, Promise.resolve(this.fileFor(object)));
  }

  /** Throws PartMissing for a clip that is not in the store any more. */
  of(object: string): Promise<string> {
    const known = this.#files.get(object) ?? this.#fetch(object);
    this.#files.set(object, known);
    return known;
  }

  async #fetch(object: string): Promise<string> {
    const file = this.fileFor(object);
    await fetchParts(this.#context, [{ object, file }]);
    return file;
  }
}

/** The poster, and where it is kept. */
interface PosterPart extends Poster {
  readonly object: string;
  readonly ready: boolean;
}

/**
 * Timeline, pictures and speech → one MP4 an aspect. Clips that stand already are not drawn again; the sound is mixed
 * once for all aspects, beside the clips. Where skipped pictures cannot be inserted into what the encoder made, every
 * frame of the whole video is encoded: its clips have one form, so that they join.
 */
export async function compose(context: RenderContext, work: Composition): Promise<Composed> {
  const { skipping } = context.renderer;
  await remarkContrast(context, work);
  try {
    return await composeAs(context, work, skipping);
  } catch (error) {
    if (!(error instanceof StreamRefused)) throw error;
    context.renderer.streamRefused(error.message);
    const scratch = await subfolder(context.scratch, 'every-frame');
    return composeAs({ ...context, scratch }, work, undefined);
  }
}

async function composeAs(
  context: RenderContext,
  work: Composition,
  skipping: Skipping | undefined,
): Promise<Composed> {
  const { artifacts } = context;
  const seeds = work.pictures.map((picture) =>
    createHash('sha256').update(picture.image).digest().readUInt32BE(),
  );
  // A picture's name says its size, too.
  const refs = work.pictures.map(({ widthPx: _width, heightPx: _height, ...visual }): SceneVisual => visual);
  const plans = work.aspects.flatMap((aspect) => planClips(work.timeline, refs, seeds, aspect, work));
  const painter = await context.renderer.painter();
  const parts = await Promise.all(
    plans.map(async (plan): Promise<Part> => {
      const styled = plan.style ? { setting: CAPTION_SETTING, styles: GOLDEN_STYLES } : {};
      const grade = isGraded(plan) ? { grade: GRADE } : {};
      const every = { plan, language: work.language, painter, golden: GOLDEN_FRAMES, ...styled, ...grade };
      const from = skipping ? { ...every, skipping } : every;
      const object = address('compose', VERSION, from);
      return { plan, object, ready: await artifacts.has('compose', object) };
    }),
  );
  const heard = soundPartsOf(work);
  const files = new ClipFiles(context);
  // What stands is fetched beside the rest; where everything does, the video most likely does, too.
  const early = parts.some(({ ready }) => !ready) ? parts.filter(({ ready }) => ready) : [];
  const [sound, poster] = await inParallel(
    context,
    (inner) => mixSound(inner, heard),
    (inner) => renderParts(inner, work, parts, files, skipping),
    () => Promise.all(early.map(({ object }) => files.of(object))),
  );
  const outputs = await joinAll(context, work, parts, files, sound.audio);
  context.report({ stage: 'compose', percent: 100 });
  return { outputs, poster, loudnessLufs: sound.loudnessLufs, sound: heard };
}

function isGraded({ shot, before }: ClipPlan): boolean {
  return (shot.picture.graded ?? before?.shot.picture.graded) === true;
}

async function joinAll(
  context: RenderContext,
  work: Composition,
  parts: readonly Part[],
  files: ClipFiles,
  sound: string,
): Promise<ShortOutput[]> {
  const outputs: ShortOutput[] = [];
  for (const aspect of work.aspects) {
    const clips = parts.filter((part) => part.plan.aspect === aspect);
    outputs.push(await joinParts(context, work, aspect, clips, files, sound));
  }
  return outputs;
}

/** Renders the clips that are missing, and the poster with the first of them: returns the poster's object name. */
async function renderParts(
  context: RenderContext,
  work: Composition,
  parts: readonly Part[],
  files: ClipFiles,
  skipping: Skipping | undefined,
): Promise<string> {
  const { renderer, artifacts, scratch, signal } = context;
  const missing = parts.filter((part) => !part.ready);
  const first = parts.find(({ plan }) => plan.aspect === work.aspects[0]) as Part;
  const poster = await posterOf(context, first, work);
  const sourceOf = clipSources(context, work);
  if (first.ready && !poster.ready) {
    await renderer.poster(await sourceOf(first.plan), poster, await subfolder(scratch, 'poster'), signal);
    await keepPoster(context, poster, work);
  }
  const jobs = await Promise.all(
    missing.map(async (part): Promise<ClipJob> => ({
      ...(await sourceOf(part.plan)),
      file: files.fileFor(part.object),
      ...(skipping ? { skipping } : {}),
      ...(part === first && !poster.ready ? { poster } : {}),
    })),
  );
  const frames = parts.reduce((sum, { plan }) => sum + plan.toFrame - plan.fromFrame, 0);
  let drawn = frames - missing.reduce((sum, { plan }) => sum + plan.toFrame - plan.fromFrame, 0);
  const progress = (): void =>
    context.report({
      stage: 'compose',
      percent: (DRAWN_PERCENT * drawn) / Math.max(1, frames),
      frames: { done: drawn, total: frames },
    });
  progress();
  await renderer.renderClips(
    jobs,
    scratch,
    signal,
    () => {
      drawn += 1;
      if (drawn % 10 === 0) progress();
    },
    async (job) => {
      const { object } = partOf(missing, job);
      await artifacts.keep('compose', object, { file: job.file });
      files.rendered(object);
      if (job.poster) await keepPoster(context, poster, work);
    },
  );
  return poster.object;
}

/** The pictures and clips that plans name, as files; each is fetched once. */
function clipSources(
  context: RenderContext,
  { language, pictures }: Composition,
): (plan: ClipPlan) => Promise<ClipSource> {
  const images = new Map<string, Promise<ImageFile>>();
  const imageOf = ({ picture: { image } }: ClipPlan['shot']): Promise<ImageFile> => {
    const known =
      images.get(image) ??
      fetchImage(context, pictures, image, join(context.scratch, `image-${images.size}`));
    images.set(image, known);
    return known;
  };
  const clips = new Map<string, Promise<string>>();
  const clipOf = async ({ clip }: ClipPlan['shot']): Promise<string | undefined> => {
    if (!clip) return undefined;
    const known = clips.get(clip.object) ?? fetchClip(context, clip.object, clips.size);
    clips.set(clip.object, known);
    return known;
  };
  return async (plan) => {
    const before = plan.before && (await imageOf(plan.before.shot));
    const image = await imageOf(plan.shot);
    const clip = await clipOf(plan.shot);
    const clipBefore = plan.before && (await clipOf(plan.before.shot));
    return {
      plan,
      language,
      image,
      ...(before ? { before } : {}),
      ...(clip === undefined ? {} : { clip }),
      ...(clipBefore === undefined ? {} : { clipBefore }),
    };
  };
}

async function fetchClip(context: RenderContext, object: string, index: number): Promise<string> {
  const file = join(context.scratch, `own-clip-${index}.mp4`);
  await fetchParts(context, [{ object, file }]);
  return file;
}

function partOf(parts: readonly Part[], job: ClipJob): Part {
  const part = parts.find(({ plan }) => plan === job.plan);
  if (!part) throw new Error('the renderer returned a clip that was not requested');
  return part;
}

/** What is heard, as names of objects. */
function soundPartsOf({
  timeline,
  pictures,
  narrations,
  speed,
  music,
  musicDb = 0,
}: Composition): SoundParts {
  return {
    scenes: timeline.scenes.map(({ frames, speechMs }) => ({ frames, speechMs })),
    ...{ narrations, speed, ...(music === undefined ? {} : { music }), musicDb },
    under: shotsOf(timeline).flatMap(({ scene, fromFrame, toFrame }, i) => {
      const sound = pictures[i]?.clip?.sound;
      const startFrame = (timeline.scenes[scene]?.startFrame ?? 0) + fromFrame;
      return sound === undefined ? [] : [{ sound, startFrame, frames: toFrame - fromFrame }];
    }),
  };
}

async function mixSound(
  context: RenderContext,
  parts: SoundParts,
): Promise<{ audio: string; loudnessLufs: number }> {
  const { artifacts, renderer, scratch, signal } = context;
  const { scenes: places, narrations, music, musicDb, speed, under } = parts;
  const heard = { narrations, places, music, maker: soundMaker(speed) };
  const name = address('compose', VERSION, {
    ...heard,
    ...(under.length > 0 ? { under } : {}),
    ...(music === undefined || musicDb === 0 ? {} : { musicDb }),
  });
  return artifacts.value('compose', name, async () => {
    const kept = keptSounds(context, heard.maker);
    const { stream, loudnessLufs } = await renderer.renderSound(
      await fetchSound(context, parts),
      kept,
      scratch,
      signal,
    );
    const audio = `${name}.aac`;
    await artifacts.place(audio, { bytes: stream });
    return { audio, loudnessLufs };
  });
}

/** Encoded parts of sounds as artifacts. They are not counted: which there are is the encoder's affair. */
function keptSounds({ artifacts, store }: RenderContext, maker: unknown): KeptSounds {
  const nameOf = (samples: string): string => `${address('compose', VERSION, { samples, maker })}.aac`;
  return {
    find: (samples) => store.read(nameOf(samples)),
    keep: (samples, bytes) => artifacts.place(nameOf(samples), { bytes }),
  };
}

async function joinParts(
  context: RenderContext,
  { title, timeline, origin, signing }: Composition,
  aspect: Aspect,
  parts: readonly Part[],
  files: ClipFiles,
  sound: string,
): Promise<ShortOutput> {
  const { artifacts, store, renderer, scratch } = context;
  const clips = parts.map((part) => part.object);
  const how = { join: JOIN_VERSION, title };
  const object = `${address('compose', VERSION, { clips, sound, how, mark: origin.video, ...signedBy(signing) })}.mp4`;
  if (!(await artifacts.has('compose', object))) {
    const shape = aspect.replace(':', 'x');
    const soundFile = join(scratch, `sound-${shape}.aac`);
    const [clipFiles] = await Promise.all([
      Promise.all(clips.map((clip) => files.of(clip))),
      fetchParts(context, [{ object: sound, file: soundFile }]),
    ]);
    const file = join(scratch, `video-${shape}.mp4`);
    await renderer.join(clipFiles, soundFile, title, aspect, file);
    await markVideo(file, origin.video);
    await artifacts.keep('compose', object, { file: await signed(file, 'video', signing) });
  }
  const bytes = (await store.head(object))?.bytes ?? 0;
  return { aspect, object, bytes, seconds: timeline.seconds, ...FRAME_PX[aspect] };
}

/** Where a clip shows its first words best: in the middle of them, or on its last frame where they go on behind it. */
export function posterFrame({ cues, toFrame }: Pick<ClipPlan, 'cues' | 'toFrame'>): number {
  const [cue] = cues;
  return cue ? Math.min(msToFrame((cue.startMs + cue.endMs) / 2), toFrame - 1) : 0;
}

/** The poster shows the first picture with its first words on it: a frame of the video's first clip. */
async function posterOf(
  { artifacts, scratch }: RenderContext,
  { plan, object: clip }: Part,
  { origin, signing }: Composition,
): Promise<PosterPart> {
  const frame = posterFrame(plan);
  const how = { frame, plan: posterPlan(plan.aspect, 'poster') };
  const mark = origin.poster;
  const object = `${address('compose', VERSION, { poster: clip, how, mark, ...signedBy(signing) })}.jpg`;
  const ready = await artifacts.has('compose', object);
  return { frame, file: join(scratch, 'poster.jpg'), object, ready };
}

/** Marks a poster that was written, and signs it where somebody signs. */
async function keepPoster(
  { artifacts, scratch }: RenderContext,
  { file, object }: PosterPart,
  { origin, signing }: Composition,
): Promise<void> {
  const marked = join(scratch, 'poster-marked.jpg');
  await writeFile(marked, markPicture(await readFile(file), origin.poster));
  await artifacts.keep('compose', object, { file: await signed(marked, 'poster', signing) });
}

/** Part of the address of a file that is signed. */
function signedBy(signing: Signing | undefined): Ingredients {
  return signing ? { signed: { by: signing.signer.id, claim: signing.claim } } : {};
}

/** The file that is kept: signed where somebody signs. */
async function signed(file: string, kind: 'video' | 'poster', signing: Signing | undefined): Promise<string> {
  if (!signing) return file;
  const to = file.replace(/(\.\w+)$/, '-signed$1');
  await signing.signer.sign(file, to, kind, signing.claim);
  return to;
}
