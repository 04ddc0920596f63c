import { duck } from './ducking.ts';
import { limit } from './limiter.ts';
import { integratedLoudness } from './loudness.ts';
import { SAMPLE_RATE, channelOf, gainOf } from './pcm.ts';
import type { Channels, Pcm16 } from './pcm.ts';

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

export interface Mixed {
  readonly channels: Channels;
  readonly loudnessLufs: number;
}

/** Sound that belongs to a part of the video: two channels, heard from this sample on and for so many at the most. */
export interface Under {
  readonly sound: Pcm16;
  readonly from: number;
  readonly length: number;
}

interface Gains {
  readonly speechDb: number;
  readonly musicDb: number;
}

/**
 * Speech in the middle and music around it, at the loudness of the apps. Music ducks under speech, begins again where
 * it is shorter than the video, comes in within half a second and is gone with the last picture. `speech` is as long as
 * the video. Sounds of clips
 * `under` the voice are as loud as music usually is and duck with it. The same samples give the same mix, bit for bit.
 */
export async function mix(
  speech: Pcm16,
  music: Pcm16 | undefined,
  signal: AbortSignal,
  under: readonly Under[] = [],
  /** How much louder than usual music is, in dB. */
  musicDb = 0,
): Promise<Mixed> {
  const sum = summed(await layers(speech, music, signal, under, musicDb));
  // Each try is written over the one before: a minute of two channels has 23 MB.
  const mixed = sum.map((channel) => new Float32Array(channel.length));
  const [left = new Float32Array(0), right = left] = mixed;
  const channels = [left, right];
  for (let gainDb = 0, mixes = 1; ; mixes++) {
    await turn(signal);
    amplify(sum, gainOf(gainDb), mixed);
    limit(mixed, CEILING);
    const loudnessLufs = Math.max(SILENT_LUFS, integratedLoudness(channels));
    const more = inSteps(TARGET_LUFS - loudnessLufs, MIX_STEP_DB);
    // Peaks that the limiter takes away make the mix quieter than the sum of its gains.
    if (more === 0 || mixes === MOST_MIXES || loudnessLufs === SILENT_LUFS) return { channels, loudnessLufs };
    gainDb += more;
  }
}

/** What is mixed, each alone; before the whole is brought to its loudness. */
export interface Layers {
  /** One channel, which `centred` puts in the middle of two. */
  readonly voice: Float32Array;
  /** Music and sounds of clips, ducked under the voice; absent where there is nothing but the voice. */
  readonly bed?: Channels;
}

/** As `mix` takes it, and as long as `speech`. */
export async function layers(
  speech: Pcm16,
  music: Pcm16 | undefined,
  signal: AbortSignal,
  under: readonly Under[] = [],
  musicDb = 0,
): Promise<Layers> {
  const voice = channelOf(speech, 0);
  const bed = music && music.samples.length > 0 ? music : undefined;
  await turn(signal);
  const gains = gainsFor(
    integratedLoudness([voice]),
    bed && integratedLoudness([channelOf(bed, 0), channelOf(bed, 1)]),
    musicDb,
  );
  await turn(signal);
  return layered(voice, bed, gains, under);
}

/** Each step takes some tens of milliseconds, in which frames wait: others have a turn between. */
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

/** Voice and ducked music side by side. */
function layered(
  speech: Float32Array,
  music: Pcm16 | undefined,
  { speechDb, musicDb }: Gains,
  under: readonly Under[],
): Layers {
  const gain = gainOf(speechDb);
  const voice = new Float32Array(speech.length);
  amplify([speech], gain, [voice]);
  limit([voice], CEILING);
  if (!music && under.length === 0) return { voice };
  const bed = music
    ? bedOf(music, voice.length, gainOf(musicDb))
    : [new Float32Array(voice.length), new Float32Array(voice.length)];
  for (const each of under) addUnder(bed, each);
  duck(bed, voice);
  return { voice, bed };
}

export function centred(voice: Float32Array): Float32Array {
  const out = new Float32Array(voice.length);
  amplify([voice], CENTRE, [out]);
  return out;
}

/** Voice and bed together, one channel where there is no bed: both would be the same. */
function summed({ voice, bed }: Layers): Channels {
  if (!bed) return [centred(voice)];
  for (const channel of bed) {
    for (let i = 0; i < channel.length; i++)
      channel[i] = (channel[i] as number) + CENTRE * (voice[i] as number);
  }
  return bed;
}

/** Adds a clip's sound at its place, as loud as music would be. */
function addUnder(channels: Channels, { sound, from, length }: Under): void {
  const frames = Math.min(length, sound.samples.length / 2, (channels[0]?.length ?? 0) - from);
  const { musicDb } = gainsFor(SILENT_LUFS, integratedLoudness([channelOf(sound, 0), channelOf(sound, 1)]));
  const [gain, fade] = [gainOf(musicDb) / 32768, CLIP_FADE_SECONDS * SAMPLE_RATE];
  channels.forEach((channel, c) => {
    for (let i = 0; i < frames; i++) {
      const level = gain * Math.min(1, i / fade, (frames - i) / fade);
      channel[from + i] = (channel[from + i] as number) + (sound.samples[2 * i + c] as number) * level;
    }
  });
}

/** Channels with another gain, into others that are as long. */
function amplify(channels: Channels, gain: number, out: Channels): void {
  channels.forEach((channel, c) => {
    const to = out[c] as Float32Array;
    for (let i = 0; i < channel.length; i++) to[i] = (channel[i] as number) * gain;
  });
}

/** Music in two channels, as often as it fits, with its fades. */
function bedOf({ samples }: Pcm16, length: number, gain: number): Channels {
  const frames = samples.length / 2;
  const [fadeIn, fadeOut] = [FADE_IN_SECONDS * SAMPLE_RATE, FADE_OUT_SECONDS * SAMPLE_RATE];
  return [0, 1].map((channel) => {
    const out = new Float32Array(length);
    for (let i = 0, at = channel; i < length; i++) {
      out[i] = (samples[at] as number) * (gain / 32768);
      at = at + 2 >= 2 * frames ? channel : at + 2;
    }
    for (let i = 0; i < Math.min(length, fadeIn); i++) out[i] = (out[i] as number) * (i / fadeIn);
    for (let i = Math.max(0, Math.ceil(length - fadeOut)); i < length; i++)
      out[i] = (out[i] as number) * ((length - i) / fadeOut);
    return out;
  });
}
