import { duck } from './ducking.ts';
import { cutOf } from './limiter.ts';
import { integratedLoudness } from './loudness.ts';
import { SAMPLE_RATE, gainOf } from './pcm.ts';
import type { Pcm16 } from './pcm.ts';
import { SoundKernel } from '../kernel/sound-kernel.ts';
import type { Track } from '../kernel/sound-kernel.ts';

/** Loudness that the short-video apps play at: louder is turned down, quieter sounds weak. */
export const TARGET_LUFS = -14;
/** How far below speech music lies before it ducks. */
const MUSIC_BELOW_SPEECH_LU = 11;
/** No sample is over this: -1.5 dBFS. */
const CEILING = 0.84;
/** Music comes in within this long, and goes with the last picture. */
const [FADE_IN_SECONDS, FADE_OUT_SECONDS] = [0.5, 1.8];
/** Sound of a clip comes and goes within this long, so that its ends do not click. */
const CLIP_FADE_SECONDS = 0.12;
/** One voice in the middle of two channels is as loud as it was in one. */
const CENTRE = Math.SQRT1_2;
/**
 * Gains come in steps: what an edit does to the loudness of the whole is mostly less than one, and leaves every sample
 * away from it as it was. The mix is as near to its loudness as half of its step, the speech within it as half of its own.
 */
const [MIX_STEP_DB, SPEECH_STEP_DB] = [0.25, 0.5];
const MOST_MIXES = 5;
/** What EBU R 128 says of silence, whose noise is not raised: nothing passes its gate. */
const SILENT_LUFS = -70;

/** A mix of two channels, with its loudness. */
export interface Mixed extends Pcm16 {
  readonly loudnessLufs: number;
}

/** Sound that belongs to a part of the video: two channels, heard from this sample on and for so many at the most. */
export interface Under {
  readonly sound: Pcm16;
  readonly from: number;
  readonly length: number;
}

/** What is mixed. */
export interface Heard {
  /** One channel, as long as the video. */
  readonly speech: Pcm16;
  /** Two channels. */
  readonly music?: Pcm16 | undefined;
  /** Sounds of clips: as loud as music usually is, and ducked with it. */
  readonly under?: readonly Under[];
  /** How much louder than usual music is, in dB. */
  readonly musicDb?: number | undefined;
}

interface Gains {
  readonly speechDb: number;
  readonly musicDb: number;
}

/**
 * Speech in the middle and music around it, at the loudness of the apps. Music ducks under speech, begins again where
 * it is shorter than the video, comes in within half a second and is gone with the last picture. The same samples give
 * the same mix, bit for bit.
 */
export async function mix(heard: Heard, signal: AbortSignal): Promise<Mixed> {
  const kernel = new SoundKernel();
  const { voice, bed } = await layers(kernel, heard, signal);
  if (bed) for (const track of bed) kernel.sum(track, voice, CENTRE);
  else kernel.scale(voice, CENTRE);
  const tracks = bed ?? ([voice] as const);
  const [left, right = left] = tracks;
  const room = kernel.track(voice.length);
  for (let gainDb = 0, mixes = 1; ; mixes++) {
    await turn(signal);
    const gain = gainOf(gainDb);
    const cut = cutOf(kernel, tracks, gain, CEILING, room);
    await turn(signal);
    const loudnessLufs = Math.max(SILENT_LUFS, integratedLoudness(kernel, [left, right], gain, cut));
    const more = inSteps(TARGET_LUFS - loudnessLufs, MIX_STEP_DB);
    // Peaks that the limiter takes away make the mix quieter than the sum of its gains.
    if (more === 0 || mixes === MOST_MIXES || loudnessLufs === SILENT_LUFS)
      return { ...kernel.pcm([left, right], gain, cut), loudnessLufs };
    gainDb += more;
  }
}

/** What is mixed, each alone, before the whole is brought to its loudness: the voice, and all else where there is any. */
export async function stems(heard: Heard, signal: AbortSignal): Promise<{ voice: Pcm16; bed?: Pcm16 }> {
  const kernel = new SoundKernel();
  const { voice, bed } = await layers(kernel, heard, signal);
  return { voice: kernel.pcm([voice], CENTRE), ...(bed ? { bed: kernel.pcm(bed) } : {}) };
}

interface Layers {
  /** To be put in the middle of two channels. */
  readonly voice: Track;
  /** Music and sounds of clips, ducked under the voice; absent where there is nothing but the voice. */
  readonly bed?: readonly [Track, Track];
}

async function layers(
  kernel: SoundKernel,
  { speech, music, under = [], musicDb: louderDb = 0 }: Heard,
  signal: AbortSignal,
): Promise<Layers> {
  await turn(signal);
  const voice = kernel.track(speech.samples.length);
  kernel.fill(voice, kernel.hold(speech), 0);
  const { speechDb } = gainsFor(integratedLoudness(kernel, [voice]), undefined);
  await turn(signal);
  kernel.scale(voice, gainOf(speechDb));
  const cut = cutOf(kernel, [voice], 1, CEILING, kernel.track(voice.length));
  if (cut) kernel.dip(voice, cut);
  const withMusic = music !== undefined && music.samples.length > 0;
  if (!withMusic && under.length === 0) return { voice };
  const bed = [kernel.track(voice.length), kernel.track(voice.length)] as const;
  await turn(signal);
  if (withMusic) layMusic(kernel, bed, music, louderDb);
  for (const each of under) addUnder(kernel, bed, each);
  await turn(signal);
  duck(kernel, bed, voice);
  return { voice, bed };
}

/** Each step takes some milliseconds, in which frames wait: others have a turn between. */
async function turn(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}

/** Gains that bring speech to the target, in steps, and music below it, from measured loudness. */
export function gainsFor(speechLufs: number, musicLufs: number | undefined, louderDb = 0): Gains {
  const gain = (from: number, to: number): number => (from > SILENT_LUFS ? to - from : 0);
  return {
    speechDb: inSteps(gain(speechLufs, TARGET_LUFS), SPEECH_STEP_DB),
    musicDb: musicLufs === undefined ? 0 : gain(musicLufs, TARGET_LUFS - MUSIC_BELOW_SPEECH_LU + louderDb),
  };
}

function inSteps(db: number, step: number): number {
  return step * Math.round(db / step);
}

/** How much louder music or a clip's sound has to be. */
function bedGain(kernel: SoundKernel, sound: readonly [Track, Track], louderDb = 0): number {
  return gainOf(gainsFor(SILENT_LUFS, integratedLoudness(kernel, sound), louderDb).musicDb);
}

/** Music in two channels, as often as it fits, with its fades. */
function layMusic(kernel: SoundKernel, bed: readonly [Track, Track], music: Pcm16, louderDb: number): void {
  const held = kernel.hold(music);
  const [{ length }] = bed;
  bed.forEach((track, channel) => kernel.fill(track, held, channel));
  const once = bed.map(({ at }) => ({ at, length: Math.min(length, held.frames) })) as [Track, Track];
  const gain = bedGain(kernel, once, louderDb);
  const [fadeIn, fadeOut] = [FADE_IN_SECONDS * SAMPLE_RATE, FADE_OUT_SECONDS * SAMPLE_RATE];
  const going = Math.max(0, Math.ceil(length - fadeOut));
  for (const track of bed) {
    kernel.scale(track, gain);
    kernel.ramp(track, 0, Math.min(length, fadeIn), 0, 1 / fadeIn);
    kernel.ramp(track, going, length - going, (length - going) / fadeOut, -1 / fadeOut);
  }
}

/** Adds a clip's sound at its place, as loud as music would be. */
function addUnder(kernel: SoundKernel, bed: readonly [Track, Track], { sound, from, length }: Under): void {
  const held = kernel.hold(sound);
  const heard = [kernel.track(held.frames), kernel.track(held.frames)] as const;
  heard.forEach((track, channel) => kernel.fill(track, held, channel));
  const gain = bedGain(kernel, heard);
  const frames = Math.min(length, held.frames, bed[0].length - from);
  const how = { from, frames, gain, fade: CLIP_FADE_SECONDS * SAMPLE_RATE };
  bed.forEach((track, channel) => kernel.add(track, held, channel, how));
}
