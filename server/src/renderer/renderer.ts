import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageSizeFromFile } from 'image-size/fromFile';
import pLimit from 'p-limit';
import { RenderFailed } from '../domain/errors.ts';
import { FPS } from '../domain/timeline.ts';
import type { Aspect, Timeline } from '../domain/timeline.ts';
import {
  clipPlan,
  joinPlan,
  MAX_PICTURE_PIXELS,
  platePlan,
  plateSize,
  posterPlan,
  probedFrames,
  probePlan,
} from './arguments.ts';
import { integratedLufs, mixLevels, mixPlan, musicLoudnessPlan, speechPlan, TARGET_LUFS } from './audio.ts';
import type { MixLevels, Music } from './audio.ts';
import type { Focus } from './camera.ts';
import { paintCaptions } from './caption-painter.ts';
import { drawClip } from './clip-frames.ts';
import type { ClipMaterial, Plate } from './clip-frames.ts';
import type { ClipPlan } from './clip-plan.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import type { Fonts } from './fonts.ts';
import { Kernel } from './kernel/kernel.ts';
import { audioKind, imageKind, SNIFF_BYTES } from '../domain/media.ts';
import type { MediaKind } from '../domain/media.ts';

/** A picture on disk that has been looked at. */
export interface ImageFile {
  readonly file: string;
  readonly kind: MediaKind;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface RendererOptions {
  readonly ffmpeg: Ffmpeg;
  readonly fonts: Fonts;
  /** Clips that are drawn and encoded side by side; each takes about one core and 150 MB. */
  readonly concurrency: number;
}

/** A clip to render and the pictures that its plan names. */
export interface ClipJob {
  readonly plan: ClipPlan;
  readonly language: string;
  readonly image: ImageFile;
  readonly before?: ImageFile;
  /** Where the clip is written. */
  readonly file: string;
}

/** How far the loudness may be off before the mix is made again. */
const LOUDNESS_TOLERANCE_LU = 0.4;
const MIX_TRIES = 4;

/** Plans become files. Scratch files go to the folder that the caller gives and the caller removes. */
export class Renderer {
  readonly #ffmpeg: Ffmpeg;
  readonly #fonts: Fonts;
  readonly #limit: ReturnType<typeof pLimit>;
  readonly #kernels: Kernel[] = [];

  constructor(options: RendererOptions) {
    this.#ffmpeg = options.ffmpeg;
    this.#fonts = options.fonts;
    this.#limit = pLimit(options.concurrency);
  }

  /**
   * Renders clips side by side; `onFrame` is called for every frame that is drawn. Rejects with the first fault, and
   * only when no process of the call is left.
   */
  async renderClips(
    jobs: readonly ClipJob[],
    scratch: string,
    signal: AbortSignal,
    onFrame: () => void,
    onClip: (job: ClipJob) => Promise<void>,
  ): Promise<void> {
    const fault = new AbortController();
    const combined = AbortSignal.any([signal, fault.signal]);
    const plates = new Plates(this.#ffmpeg, scratch, combined);
    const settled = await Promise.allSettled(
      jobs.map((job) =>
        this.#limit(async () => {
          combined.throwIfAborted();
          await this.#renderClip(job, plates, combined, onFrame);
          await onClip(job);
        }).catch((error: unknown) => {
          fault.abort(error);
          throw error;
        }),
      ),
    );
    if (settled.some((result) => result.status === 'rejected')) combined.throwIfAborted();
  }

  async #renderClip(job: ClipJob, plates: Plates, signal: AbortSignal, onFrame: () => void): Promise<void> {
    const material = await this.#material(job, plates);
    await this.#ffmpeg.run(clipPlan(job.plan.aspect, job.file), {
      signal,
      feed: (write) =>
        this.#draw(job.plan, material, (frame) => {
          signal.throwIfAborted();
          onFrame();
          return write(frame);
        }),
    });
  }

  /** Hands over a clip's frames as the encoder gets them: raw yuv420p, each valid until `write` resolves. */
  async drawFrames(
    job: Omit<ClipJob, 'file'>,
    scratch: string,
    signal: AbortSignal,
    write: (frame: Buffer) => Promise<void>,
  ): Promise<void> {
    const plates = new Plates(this.#ffmpeg, scratch, signal);
    await this.#draw(job.plan, await this.#material(job, plates), write);
  }

  async #material(
    { plan, image, before, language }: Omit<ClipJob, 'file'>,
    plates: Plates,
  ): Promise<ClipMaterial> {
    const [plate, previous, captions] = await Promise.all([
      plates.of(image, plan.shot.picture.focus, plan.aspect),
      before && plan.before && plates.of(before, plan.before.shot.picture.focus, plan.aspect),
      paintCaptions(plan.cues, language, plan.aspect, this.#fonts),
    ]);
    return { plate, captions, ...(previous ? { before: previous } : {}) };
  }

  async #draw(
    plan: ClipPlan,
    material: ClipMaterial,
    write: (frame: Buffer) => Promise<void>,
  ): Promise<void> {
    const kernel = this.#kernels.pop() ?? new Kernel();
    // A clip that failed may still have a frame in the hands of its dead encoder: such a kernel is not used again.
    await drawClip(plan, material, kernel, write);
    this.#kernels.push(kernel);
  }

  /** Lays out, evens and mixes the sound; gives its loudness in LUFS. Narrations are WAV files, one a scene. */
  async renderSound(
    narrations: readonly string[],
    timeline: Timeline,
    music: Music | undefined,
    file: string,
    scratch: string,
    signal: AbortSignal,
  ): Promise<number> {
    const speech = join(scratch, 'speech.wav');
    const [speechReport, musicReport] = await Promise.all([
      this.#ffmpeg.run(speechPlan(narrations, timeline, speech), { signal }),
      music && this.#ffmpeg.run(musicLoudnessPlan(music, timeline.seconds), { signal }),
    ]);
    let levels = mixLevels(
      integratedLufs(speechReport),
      musicReport === undefined ? undefined : integratedLufs(musicReport),
    );
    for (let tries = 1; ; tries++) {
      const report = await this.#ffmpeg.run(mixPlan(speech, music, timeline.seconds, levels, file), {
        signal,
      });
      const lufs = integratedLufs(report);
      const off = TARGET_LUFS - lufs;
      // Peaks that the limiter takes away make the mix quieter than the sum of its gains.
      if (Math.abs(off) <= LOUDNESS_TOLERANCE_LU || tries === MIX_TRIES || lufs < -69) return lufs;
      levels = louder(levels, off);
    }
  }

  /** Joins clips and sound into the finished file. */
  async join(
    clips: readonly { readonly name: string; readonly frames: number }[],
    sound: string,
    title: string,
    seconds: number,
    file: string,
    scratch: string,
    signal: AbortSignal,
  ): Promise<void> {
    const list = join(scratch, `clips-${clips.length}.txt`);
    // Names of ours only, relative to the list's folder, so that -safe 1 accepts them. An MP4 says its own length in
    // whole milliseconds; the exact one keeps every frame on its time.
    await writeFile(
      list,
      `ffconcat version 1.0\n${clips.map(({ name, frames }) => `file ${name}\nduration ${(frames / FPS).toFixed(6)}\n`).join('')}`,
    );
    await this.#ffmpeg.run(joinPlan(list, sound, title, seconds, file), { signal });
  }

  async poster(video: string, seconds: number, file: string, signal: AbortSignal): Promise<void> {
    await this.#ffmpeg.run(posterPlan(video, seconds, file), { signal });
  }

  /** Reads a finished video to its end; throws RenderFailed unless it has both streams and the frames of `seconds`. */
  async probe(video: string, seconds: number, signal: AbortSignal): Promise<void> {
    const frames = probedFrames(await this.#ffmpeg.run(probePlan(video), { signal }));
    const wanted = Math.round(seconds * FPS);
    if (Math.abs(frames - wanted) > 1)
      throw new RenderFailed(`The finished video has ${frames} frames; ${wanted} were expected.`);
  }

  /** Decodes a music file's beginning; throws RenderFailed when it is not music that can be read. */
  async checkMusic(music: Music, signal: AbortSignal): Promise<void> {
    await this.#ffmpeg.run(musicLoudnessPlan(music, 5), { signal });
  }

  /** Characters of a text that no font has and no emoji picture shows. */
  missingGlyphs(text: string, language: string): readonly string[] {
    return this.#fonts.itemize(text, language).missing;
  }
}

function louder(levels: MixLevels, byDb: number): MixLevels {
  return { speechGainDb: levels.speechGainDb + byDb, musicGainDb: levels.musicGainDb + byDb };
}

/** Plates made once an image and aspect, kept on disk: a clip reads its own when it starts. */
class Plates {
  readonly #made = new Map<string, Promise<string>>();
  readonly #ffmpeg: Ffmpeg;
  readonly #scratch: string;
  readonly #signal: AbortSignal;

  constructor(ffmpeg: Ffmpeg, scratch: string, signal: AbortSignal) {
    this.#ffmpeg = ffmpeg;
    this.#scratch = scratch;
    this.#signal = signal;
  }

  async of(image: ImageFile, focus: Focus, aspect: Aspect): Promise<Plate> {
    const key = JSON.stringify([image.file, focus, aspect]);
    let file = this.#made.get(key);
    if (!file) {
      file = this.#make(image, focus, aspect, join(this.#scratch, `plate-${this.#made.size}.yuv`));
      this.#made.set(key, file);
    }
    return { ...plateSize(aspect), pixels: await readFile(await file) };
  }

  async #make(image: ImageFile, focus: Focus, aspect: Aspect, file: string): Promise<string> {
    await this.#ffmpeg.run(platePlan(image, focus, aspect, file), { signal: this.#signal });
    return file;
  }
}

async function head(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Looks at a picture's header without decoding it; throws RenderFailed when it is no picture that can be used. */
export async function inspectImage(file: string): Promise<ImageFile> {
  const kind = imageKind(await head(file));
  if (!kind) throw new RenderFailed('not an image that can be read; a PNG, JPEG or WebP file was expected');
  // A header that lies or is cut short is as good as none.
  const size = await imageSizeFromFile(file).catch(() => undefined);
  if (!size?.width || !size.height)
    throw new RenderFailed('an image whose size cannot be read; the file may be cut short');
  if (size.width * size.height > MAX_PICTURE_PIXELS) {
    throw new RenderFailed(
      `an image of ${size.width} × ${size.height} pixels; at most ${MAX_PICTURE_PIXELS / 1e6} million were expected`,
    );
  }
  return { file, kind, widthPx: size.width, heightPx: size.height };
}

/** Looks at the first bytes of a music file; throws RenderFailed when it is no sound that can be used. */
export async function inspectMusic(file: string): Promise<Music> {
  const kind = audioKind(await head(file));
  if (!kind)
    throw new RenderFailed('not music that can be read; a WAV, MP3, FLAC, Ogg or M4A file was expected');
  return { file, kind };
}
