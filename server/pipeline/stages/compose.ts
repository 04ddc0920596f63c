import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FRAME_PX, msToFrame, shotsOf } from '@shortfactory/core';
import type {
  Aspect,
  ContentClaim,
  ContentSigner,
  Origin,
  ShortOutput,
  SoundParts,
  Timeline,
} from '@shortfactory/core';
import { StreamRefused, markPicture, markVideo, posterPlan, soundMaker } from '@shortfactory/renderer';
import type { ClipJob, ClipPlan, KeptSounds, Poster, Skipping } from '@shortfactory/renderer';
import { address } from '../artifacts/artifacts.ts';
import type { Ingredients } from '../artifacts/artifacts.ts';
import { fetchSound } from '../artifacts/fetch-sound.ts';
import { remarkContrast } from '../caption-contrast.ts';
import { fetchParts } from '../artifacts/fetch-part.ts';
import type { RenderContext } from '../stage.ts';
import { inParallel } from '../in-parallel.ts';
import { subfolder } from '../scratch.ts';
import type { Picture } from '../uploads.ts';
import { VERSION, clipParts } from '../rendering/clip-parts.ts';
import type { ClipWork, Part } from '../rendering/clip-parts.ts';
import { ClipRoom } from '../rendering/clip-room.ts';

/** Raised when the same clips and sound are joined into another file. */
const JOIN_VERSION = 1;

/** Of this stage's work, when every frame is drawn: clips and sound have still to be joined. */
const DRAWN_PERCENT = 96;

export interface Composition extends ClipWork {
  readonly title: string;
  readonly timeline: Timeline;
  /** One for each shot of the timeline. */
  readonly pictures: readonly Picture[];
  /** Object names of the scenes' WAVs. */
  readonly narrations: readonly string[];
  /** How much faster than their files they are heard. */
  readonly speed: number;
  readonly music?: string;
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

/** A clip, and whether it stands or has still to be rendered. */
interface Known extends Part {
  readonly ready: boolean;
}

/** Clips that were begun before, by object; each stands in the room when its promise resolves. */
type Begun = ReadonlyMap<string, Promise<void>>;

/** The poster, and where it is kept. */
interface PosterPart extends Poster {
  readonly object: string;
  readonly ready: boolean;
}

/**
 * Timeline, pictures and speech → one MP4 an aspect. Clips that stand already are not drawn again; the sound is mixed
 * once for all aspects, beside the clips. Where skipped pictures cannot be inserted into what the encoder made, every
 * frame of the whole video is encoded: its clips have one form, so that they join.
 * @param begun clips that are being rendered in this room.
 */
export async function compose(
  context: RenderContext,
  work: Composition,
  room = new ClipRoom(context, work.language),
  begun: Begun = new Map(),
): Promise<Composed> {
  const { skipping } = context.renderer;
  await remarkContrast(context, work);
  try {
    return await composeAs(context, work, room, begun, skipping);
  } catch (error) {
    if (!(error instanceof StreamRefused)) throw error;
    context.renderer.streamRefused(error.message);
    const every = { ...context, scratch: await subfolder(context.scratch, 'every-frame') };
    return composeAs(every, work, new ClipRoom(every, work.language), new Map(), undefined);
  }
}

async function composeAs(
  context: RenderContext,
  work: Composition,
  room: ClipRoom,
  begun: Begun,
  skipping: Skipping | undefined,
): Promise<Composed> {
  const { artifacts, renderer } = context;
  const planned = await clipParts(renderer, work.timeline, work.pictures, work, skipping);
  const parts = await Promise.all(
    planned.map(async (part): Promise<Known> => {
      const ready = begun.has(part.object) || (await artifacts.has('compose', part.object));
      return { ...part, ready };
    }),
  );
  const heard = soundPartsOf(work);
  // What stands is fetched beside the rest; where everything does, the video most likely does, too.
  const standing = parts.filter(({ ready, object }) => ready && !begun.has(object));
  const early = parts.length > standing.length ? standing : [];
  const [sound, poster] = await inParallel(
    context,
    (inner) => mixSound(inner, heard),
    (inner) => renderParts(inner, work, parts, room, begun, skipping),
    () => Promise.all(early.map(({ object }) => room.file(object))),
  );
  const outputs = await joinAll(context, work, parts, room, sound.audio);
  context.report({ stage: 'compose', percent: 100 });
  return { outputs, poster, loudnessLufs: sound.loudnessLufs, sound: heard };
}

async function joinAll(
  context: RenderContext,
  work: Composition,
  parts: readonly Part[],
  room: ClipRoom,
  sound: string,
): Promise<ShortOutput[]> {
  const outputs: ShortOutput[] = [];
  for (const aspect of work.aspects) {
    const clips = parts.filter((part) => part.plan.aspect === aspect);
    outputs.push(await joinParts(context, work, aspect, clips, room, sound));
  }
  return outputs;
}

/** Renders the clips that are missing, and the poster: returns its object name. */
async function renderParts(
  context: RenderContext,
  work: Composition,
  parts: readonly Known[],
  room: ClipRoom,
  begun: Begun,
  skipping: Skipping | undefined,
): Promise<string> {
  const { renderer, artifacts, signal } = context;
  const missing = parts.filter((part) => !part.ready);
  const first = parts.find(({ plan }) => plan.aspect === work.aspects[0]) as Known;
  const poster = await posterOf(context, first, work);
  const jobs = await Promise.all(
    missing.map(async (part): Promise<ClipJob> => ({
      ...(await room.source(part.plan, work.pictures)),
      file: room.fileFor(part.object),
      ...(skipping ? { skipping } : {}),
      ...(part === first && !poster.ready ? { poster } : {}),
    })),
  );
  const framesOf = (some: readonly Part[]): number =>
    some.reduce((sum, { plan }) => sum + plan.toFrame - plan.fromFrame, 0);
  const total = framesOf(parts);
  const under = parts.filter(({ object }) => begun.has(object) && !room.isRendered(object));
  let drawn = total - framesOf(missing) - framesOf(under);
  const progress = (): void =>
    context.report({
      stage: 'compose',
      percent: (DRAWN_PERCENT * drawn) / Math.max(1, total),
      frames: { done: drawn, total },
    });
  progress();
  const paintPoster = async (): Promise<void> => {
    await renderer.poster(await room.source(first.plan, work.pictures), poster, room.scaled, signal);
    await keepPoster(context, poster, work);
  };
  await inParallel(
    context,
    (inner) =>
      renderer.renderClips(
        jobs,
        room.scaled,
        inner.signal,
        () => {
          drawn += 1;
          if (drawn % 10 === 0) progress();
        },
        async (job) => {
          const { object } = partOf(missing, job);
          await artifacts.keep('compose', object, { file: job.file });
          room.rendered(object);
          if (job.poster) await keepPoster(context, poster, work);
        },
      ),
    () =>
      Promise.all(
        under.map(async (part) => {
          await begun.get(part.object);
          drawn += framesOf([part]);
          progress();
        }),
      ),
    () => (first.ready && !poster.ready ? paintPoster() : Promise.resolve()),
  );
  return poster.object;
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
  room: ClipRoom,
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
      Promise.all(clips.map((clip) => room.file(clip))),
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
