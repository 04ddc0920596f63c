import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CLIP_KINDS,
  FPS,
  FRAME_PX,
  RenderFailed,
  TRANSITION_FRAMES,
  encodeWav,
  msToFrame,
} from '@shortfactory/core';
import type { Aspect, CaptionStyle, ClipUse, MediaKind, Rgb } from '@shortfactory/core';
import pLimit from 'p-limit';
import {
  AUDIO_BITS_PER_SECOND,
  anchorPlan,
  clipPlan,
  posterPlan,
  probedFrames,
  probePlan,
} from './ffmpeg/arguments.ts';
import type { FfmpegPlan } from './ffmpeg/arguments.ts';
import {
  loudnessFrom,
  musicLoudnessPlan,
  musicPlan,
  recordingPlan,
  soundPlan,
  speechPlan,
  tempoPlan,
} from './sound/audio.ts';
import type { Music, SoundPlaces } from './sound/audio.ts';
import { mix, stems } from './sound/mix.ts';
import type { Heard } from './sound/mix.ts';
import { encodedParts } from './sound/kept-sounds.ts';
import type { KeptSounds } from './sound/kept-sounds.ts';
import { joinedParts, keptOf, soundParts, wholeSound } from './sound/sound-parts.ts';
import type { SoundPart } from './sound/sound-parts.ts';
import { FRAME_SAMPLES, SAMPLE_RATE, readPcm } from './sound/pcm.ts';
import type { Pcm16 } from './sound/pcm.ts';
import { paintCaptions } from './captions/caption-painter.ts';
import { coloursUnder } from './captions/colours-under.ts';
import { insertSkipped } from './bitstream/insert-skipped.ts';
import { mp4Clip } from './mp4/clip.ts';
import { joinClips } from './mp4/join.ts';
import { lookAt, reachOf } from './clips/look.ts';
import { ClipFramesReader } from './clips/clip-frames-reader.ts';
import type { ClipFacts } from './clips/clip-facts.ts';
import type { ShownUse } from './clips/clip-filter.ts';
import { clipSoundPlan, takePlan } from './clips/clip-plans.ts';
import type { ClipFile } from './clips/clip-plans.ts';
import { chooseAnchors } from './frames/anchors.ts';
import { drawClip } from './frames/clip-frames.ts';
import type { ClipInputs, Source } from './frames/clip-frames.ts';
import type { ClipPlan, PictureRef, Shot } from './frames/clip-plan.ts';
import type { Ffmpeg } from './ffmpeg/ffmpeg.ts';
import type { Fonts } from './captions/fonts.ts';
import type { ImageFile } from './ffmpeg/inspect.ts';
import { Kernel } from './kernel/kernel.ts';
import { Ahead } from './frames/ahead.ts';
import { painterAddress } from './frames/painter.ts';
import { ScaledPictures } from './frames/scaled-pictures.ts';
import { anchorRules, SKIPPING } from './frames/skipping.ts';
import type { Skipping } from './frames/skipping.ts';

export interface RendererOptions {
  readonly ffmpeg: Ffmpeg;
  /** Decodes music that people bring along; the same one when absent. */
  readonly untrusted?: () => Promise<Ffmpeg>;
  readonly fonts: Fonts;
  /** Returns the address of what paints (see painter.ts); that of this process when absent. */
  readonly painter?: () => Promise<string>;
  /** Clips that are drawn and encoded side by side; each takes about one core and 150 MB. */
  readonly concurrency: number;
  /** Codes only frames in which more than the camera moves, where the caller asks `skipping` for it. Off when absent. */
  readonly skip?: boolean;
  /** Told why skipped pictures could not be inserted into a video, once for each such video. */
  readonly onStreamRefused?: (reason: string) => void;
}

/** A clip's plan and the pictures that it names. */
export interface ClipSource {
  readonly plan: ClipPlan;
  readonly language: string;
  readonly image: ImageFile;
  readonly before?: ImageFile;
  /** Files of the clips that the plan names, in place of those pictures. */
  readonly clip?: string;
  readonly clipBefore?: string;
}

/** One frame of a clip that is written as a JPEG, as it is painted. */
export interface Poster {
  readonly frame: number;
  readonly file: string;
}

/** A clip to render. */
export interface ClipJob extends ClipSource {
  /** Where the clip is written. */
  readonly file: string;
  /** Codes some frames alone; every clip of a video has it, or none. */
  readonly skipping?: Skipping;
  readonly poster?: Poster;
}

/** Sound of a clip as WAV, and the frames of the video in which it is heard. */
export interface UnderFile {
  readonly file: string;
  readonly startFrame: number;
  readonly frames: number;
}

/** What is heard in a video, as files. */
export interface HeardWork {
  /** WAVs, one a scene. */
  readonly narrations: readonly string[];
  readonly timeline: SoundPlaces;
  readonly music?: Music | undefined;
  /** How much faster than their files narrations are heard. */
  readonly speed?: number;
  readonly under?: readonly UnderFile[];
}

/** The sound of a video as an AAC stream (ADTS). */
export interface RenderedSound {
  readonly stream: Buffer;
  readonly loudnessLufs: number;
}

/** How much of a music file is decoded to hear whether there is sound in it. */
const MUSIC_LOOKS_SECONDS = [5, 600] as const;
/** What EBU R 128 says of silence: nothing passes its gate at -70 LUFS. */
const SILENT_LUFS = -70;

/** Plans become files. Scratch files go to the folder that the caller gives and the caller removes. */
export class Renderer {
  readonly #ffmpeg: Ffmpeg;
  readonly #untrusted: () => Promise<Ffmpeg>;
  readonly #fonts: Fonts;
  readonly #limit: ReturnType<typeof pLimit>;
  /**
   * Clips of strangers that are looked at, and that are made anew, at a time, whoever asks: fifty at once would take all
   * memory. A look takes a second at most, and does not wait for what takes longer.
   */
  readonly #looking: ReturnType<typeof pLimit>;
  readonly #reading: ReturnType<typeof pLimit>;
  readonly #kernels: Kernel[] = [];
  /** How clips are to be encoded here; undefined is every frame. Part of a clip's address. */
  readonly skipping: Skipping | undefined;
  readonly streamRefused: (reason: string) => void;
  /** Changes whenever the same plan would be painted or encoded in another way. Cheap after the first call. */
  readonly painter: () => Promise<string>;

  constructor(options: RendererOptions) {
    this.#ffmpeg = options.ffmpeg;
    this.#untrusted = options.untrusted ?? (() => Promise.resolve(options.ffmpeg));
    this.#fonts = options.fonts;
    this.painter = options.painter ?? painterAddress;
    this.skipping = options.skip ? SKIPPING : undefined;
    this.streamRefused = options.onStreamRefused ?? (() => undefined);
    this.#limit = pLimit(options.concurrency);
    this.#looking = pLimit(options.concurrency);
    this.#reading = pLimit(options.concurrency);
  }

  /** Pictures that are scaled once, for all calls that are given them; files go to `scratch`. */
  scaledPictures(scratch: string, signal: AbortSignal): ScaledPictures {
    return new ScaledPictures(this.#ffmpeg, scratch, signal);
  }

  /**
   * Renders clips side by side; `onFrame` is called for every frame that is drawn or skipped. Rejects with the first
   * fault, and only when no process of the call is left: with StreamRefused when a clip with `skipping` cannot be made,
   * and every frame of the whole video has to be encoded.
   */
  async renderClips(
    jobs: readonly ClipJob[],
    scaled: ScaledPictures,
    signal: AbortSignal,
    onFrame: () => void,
    onClip: (job: ClipJob) => Promise<void>,
  ): Promise<void> {
    const fault = new AbortController();
    const combined = AbortSignal.any([signal, fault.signal]);
    const ahead = new Ahead(jobs, (job) => this.#material(job, scaled, combined));
    const settled = await Promise.allSettled(
      jobs.map((job, i) =>
        this.#limit(async () => {
          combined.throwIfAborted();
          const material = await ahead.take(i);
          // What a clip needs is there when the one before it has ended: its encoder waits for nothing.
          ahead.prepare(i + this.#limit.concurrency);
          await this.#renderClip(job, material, combined, onFrame);
          if (job.poster) await this.#poster(job, job.poster, scaled, combined);
          await onClip(job);
        }).catch((error: unknown) => {
          fault.abort(error);
          throw error;
        }),
      ),
    );
    await ahead.settled();
    if (settled.some((result) => result.status === 'rejected')) combined.throwIfAborted();
  }

  async #renderClip(
    job: ClipJob,
    material: ClipInputs,
    signal: AbortSignal,
    onFrame: () => void,
  ): Promise<void> {
    if (job.skipping) return this.#renderAnchors(job, job.skipping, material, signal, onFrame);
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

  async #renderAnchors(
    { plan, file }: ClipJob,
    skipping: Skipping,
    material: ClipInputs,
    signal: AbortSignal,
    onFrame: () => void,
  ): Promise<void> {
    const rules = anchorRules(skipping, plan);
    const anchors = chooseAnchors(plan, plan.before ? TRANSITION_FRAMES : 0, material.captions, rules);
    const coded = `${file}.h264`;
    let shown = plan.fromFrame;
    await this.#ffmpeg.run(anchorPlan(plan.aspect, coded, rules.kind), {
      signal,
      feed: (write) =>
        this.#draw(
          plan,
          material,
          (picture, frame) => {
            signal.throwIfAborted();
            for (; shown <= frame; shown++) onFrame();
            return write(picture);
          },
          anchors,
        ),
    });
    const orders = anchors.map((frame) => frame - plan.fromFrame);
    const sequence = insertSkipped(await readFile(coded), orders);
    await writeFile(file, mp4Clip(sequence, { ...FRAME_PX[plan.aspect], fps: FPS }));
    await rm(coded);
  }

  /** Hands over a clip's frames as the encoder gets them: raw yuv420p, each valid until `write` resolves. */
  async drawFrames(
    job: ClipSource,
    scratch: string,
    signal: AbortSignal,
    write: (frame: Buffer) => Promise<void>,
  ): Promise<void> {
    const scaled = this.scaledPictures(scratch, signal);
    await this.#draw(job.plan, await this.#material(job, scaled, signal), write);
  }

  async #material(
    { plan, image, before, clip, clipBefore, language }: ClipSource,
    scaled: ScaledPictures,
    signal: AbortSignal,
  ): Promise<ClipInputs> {
    const source = (shot: Shot, still: ImageFile, moving: string | undefined): Source | Promise<Source> =>
      moving === undefined
        ? scaled.of(still, shot.picture, plan.aspect)
        : new ClipFramesReader(this.#ffmpeg, moving, plan.aspect, signal);
    const [picture, previous, captions] = await Promise.all([
      source(plan.shot, image, clip),
      before && plan.before && source(plan.before.shot, before, clipBefore),
      paintCaptions(plan.cues, language, plan.aspect, this.#fonts, plan.style),
    ]);
    return { picture, captions, ...(previous ? { before: previous } : {}) };
  }

  async #draw(
    plan: ClipPlan,
    material: ClipInputs,
    write: (picture: Buffer, frame: number) => Promise<void>,
    frames?: readonly number[],
  ): Promise<void> {
    const kernel = this.#kernels.pop() ?? new Kernel();
    try {
      // A clip that failed may still have a frame in the hands of its dead encoder: such a kernel is not used again.
      await drawClip(plan, material, kernel, write, frames);
    } finally {
      for (const source of [material.picture, material.before]) {
        if (source instanceof ClipFramesReader) await source.close();
      }
    }
    this.#kernels.push(kernel);
  }

  /**
   * Lays out, evens, mixes and encodes the sound, of which parts that `kept` has are not encoded again.
   */
  async renderSound(
    work: HeardWork,
    kept: KeptSounds,
    scratch: string,
    signal: AbortSignal,
  ): Promise<RenderedSound> {
    const heard = await this.#heard(work, scratch, signal);
    const { samples, channels, loudnessLufs } = await mix(heard, signal);
    const mixed = join(scratch, 'mixed.wav');
    await writeFile(mixed, wavOf({ samples, channels }));
    const length = samples.length / channels;
    const encode = (parts: readonly SoundPart[]): Promise<Buffer[]> =>
      this.#encodeSound(mixed, parts, scratch, signal);
    const parts = await encodedParts(samples, channels, soundParts(length), kept, encode);
    const joined = joinedParts(parts);
    if (joined) return { stream: joined, loudnessLufs };
    const [stream = Buffer.alloc(0)] = await encode([wholeSound(length)]);
    return { stream, loudnessLufs };
  }

  async #encodeSound(
    mixed: string,
    parts: readonly SoundPart[],
    scratch: string,
    signal: AbortSignal,
  ): Promise<Buffer[]> {
    const files = parts.map((part, i) => ({ ...part, file: join(scratch, `sound-${i}.aac`) }));
    await this.#ffmpeg.run(soundPlan(mixed, files), { signal });
    return Promise.all(
      files.map(async ({ file, ...part }) => {
        const stream = keptOf(part, await readFile(file));
        if (!stream) throw new RenderFailed('The sound could not be encoded: its end is missing.');
        return stream;
      }),
    );
  }

  /**
   * The voice and what is heard besides it, each alone as a WAV as long as the video, as loud as in the mix before it is
   * brought to its loudness. `music` of the result is absent where there is only the voice.
   */
  async renderStems(
    work: HeardWork,
    scratch: string,
    signal: AbortSignal,
  ): Promise<{ readonly voice: Uint8Array; readonly music?: Uint8Array }> {
    const { voice, bed } = await stems(await this.#heard(work, scratch, signal), signal);
    return { voice: wavOf(voice), ...(bed ? { music: wavOf(bed) } : {}) };
  }

  /** What is mixed, decoded: speech laid out over the whole video, music, and sounds of clips. */
  async #heard(
    { narrations, timeline, music, speed = 1, under = [] }: HeardWork,
    scratch: string,
    signal: AbortSignal,
  ): Promise<Heard> {
    const [speech, bed] = ['speech.wav', 'music.wav'].map((name) => join(scratch, name)) as [string, string];
    await Promise.all([
      this.#ffmpeg.run(speechPlan(narrations, timeline, speech, speed), { signal }),
      music && (await this.#untrusted()).run(musicPlan(music, timeline.seconds, bed), { signal }),
    ]);
    const clips = await Promise.all(
      under.map(async ({ file: sound, startFrame, frames }) => ({
        sound: await readPcm(sound),
        from: startFrame * FRAME_SAMPLES,
        length: frames * FRAME_SAMPLES,
      })),
    );
    return {
      speech: await readPcm(speech),
      music: music && (await readPcm(bed)),
      under: clips,
      musicDb: music?.levelDb,
    };
  }

  /** Joins clips and an AAC stream (ADTS) into the finished file. */
  async join(
    clips: readonly string[],
    sound: string,
    title: string,
    aspect: Aspect,
    file: string,
  ): Promise<void> {
    const format = { ...FRAME_PX[aspect], fps: FPS };
    const stream = await readFile(sound);
    await joinClips({ clips, sound: stream, soundBitsPerSecond: AUDIO_BITS_PER_SECOND, title, format }, file);
  }

  /** Writes a poster of a clip that is not rendered; it waits for its turn among the clips. */
  poster(source: ClipSource, poster: Poster, scaled: ScaledPictures, signal: AbortSignal): Promise<void> {
    return this.#limit(() => this.#poster(source, poster, scaled, signal));
  }

  async #poster(
    source: ClipSource,
    { frame, file }: Poster,
    scaled: ScaledPictures,
    signal: AbortSignal,
  ): Promise<void> {
    // Only these words are seen.
    const cues = source.plan.cues.filter(({ endMs }) => msToFrame(endMs) > frame).slice(0, 1);
    const material = await this.#material({ ...source, plan: { ...source.plan, cues } }, scaled, signal);
    await this.#ffmpeg.run(posterPlan(source.plan.aspect, file), {
      signal,
      feed: (write) => this.#draw(source.plan, material, write, [frame]),
    });
  }

  /** Reads a finished video to its end; throws RenderFailed unless it has both streams and the frames of `seconds`. */
  async probe(video: string, seconds: number, signal: AbortSignal): Promise<void> {
    const frames = probedFrames(await this.#ffmpeg.run(probePlan(video), { signal }));
    const wanted = Math.round(seconds * FPS);
    if (Math.abs(frames - wanted) > 1)
      throw new RenderFailed(`The finished video has ${frames} frames; ${wanted} were expected.`);
  }

  /**
   * Decodes a music file's beginning; throws RenderFailed when it has no audio. Music that begins quietly is
   * listened to for longer, up to what a long piece has.
   */
  async checkMusic(music: Music, signal: AbortSignal): Promise<void> {
    for (const seconds of MUSIC_LOOKS_SECONDS) {
      const report = await this.#look(musicLoudnessPlan(music, seconds), music.kind, signal);
      const lufs = loudnessFrom(report).at(-1);
      if (lufs === undefined) throw unreadable(music.kind);
      if (lufs > SILENT_LUFS) return;
    }
    throw new RenderFailed('is silent; music that can be heard was expected');
  }

  /** Writes up to so many seconds of a person's recording as mono WAV; throws RenderFailed when there is no sound in it. */
  async readRecording(recording: Music, seconds: number, file: string, signal: AbortSignal): Promise<void> {
    await this.#look(recordingPlan(recording, seconds, file), recording.kind, signal);
  }

  async #look(plan: FfmpegPlan, kind: MediaKind, signal: AbortSignal): Promise<string> {
    const ffmpeg = await this.#untrusted();
    return ffmpeg.run(plan, { signal }).catch((error: unknown) => {
      // ffmpeg's own words speak of packets and streams.
      throw error instanceof RenderFailed ? unreadable(kind, error) : error;
    });
  }

  /**
   * What a stranger's clip is; its first picture from this second on is written as a JPEG. Throws RenderFailed, in words
   * that follow "is" or stand alone, when it cannot be shown.
   */
  async lookAtClip(
    clip: ClipFile,
    fromSeconds: number,
    still: string,
    signal: AbortSignal,
  ): Promise<ClipFacts> {
    return this.#looking(async () => lookAt(await this.#untrusted(), clip, fromSeconds, still, signal));
  }

  /**
   * The second up to which a stranger's clip is known to have pictures, read through without decoding; undefined where
   * that cannot be known.
   */
  async reachOfClip(clip: ClipFile, signal: AbortSignal): Promise<number | undefined> {
    return this.#looking(async () => reachOf(await this.#untrusted(), clip, signal));
  }

  /** How a clip is made anew, as plain data: part of its address. */
  clipMaker(facts: ClipFacts, use: ShownUse, aspect: Aspect): unknown {
    const [kind] = CLIP_KINDS;
    return takePlan({ file: 'a-file', kind: kind as MediaKind }, facts, use, aspect, 1, 'a-file');
  }

  /** Writes what a scene can show of a clip; returns the number of its frames, which may be fewer than asked for. */
  async takeClip(
    clip: ClipFile,
    facts: ClipFacts,
    use: ShownUse,
    aspect: Aspect,
    seconds: number,
    file: string,
    signal: AbortSignal,
  ): Promise<number> {
    const plan = takePlan(clip, facts, use, aspect, seconds, file);
    return this.#reading(async () => probedFrames(await (await this.#untrusted()).run(plan, { signal })));
  }

  /** Writes the sound of what `takeClip` shows. */
  async takeClipSound(
    clip: ClipFile,
    use: ClipUse,
    seconds: number,
    file: string,
    signal: AbortSignal,
  ): Promise<void> {
    await (await this.#untrusted()).run(clipSoundPlan(clip, use, seconds, file), { signal });
  }

  /** Writes a narration of ours at another speed into another file. */
  async changeSpeed(narration: string, file: string, speed: number, signal: AbortSignal): Promise<void> {
    await this.#ffmpeg.run(tempoPlan(narration, file, speed), { signal });
  }

  /** Mean colours of what lies under the captions of a style where a scene shows this picture, before the camera moves. */
  async coloursUnder(
    image: ImageFile,
    picture: PictureRef,
    aspect: Aspect,
    style: CaptionStyle,
    scratch: string,
    signal: AbortSignal,
  ): Promise<readonly Rgb[]> {
    const scaled = await this.scaledPictures(scratch, signal).of(image, picture, aspect);
    return coloursUnder(scaled, aspect, style);
  }

  /** Characters of a text that no font has and no emoji picture shows. */
  missingGlyphs(text: string, language: string): readonly string[] {
    return this.#fonts.itemize(text, language).missing;
  }
}

function wavOf({ samples, channels }: Pcm16): Uint8Array {
  return encodeWav(samples, SAMPLE_RATE, channels);
}

function unreadable({ name }: MediaKind, cause?: unknown): RenderFailed {
  return new RenderFailed(`begins like ${name} but cannot be decoded; the file is damaged or cut short`, {
    cause,
  });
}
