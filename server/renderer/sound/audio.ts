import { AUDIO_KINDS, FPS, RenderFailed } from '@shortfactory/core';
import type { MediaKind, Timeline } from '@shortfactory/core';
import { AUDIO_ENCODER, ours, untrusted } from '../ffmpeg/arguments.ts';
import type { FfmpegPlan } from '../ffmpeg/arguments.ts';

/** Loudness that the short-video apps play at: louder is turned down, quieter sounds weak. */
export const TARGET_LUFS = -14;
/** How far below speech music lies before it ducks. */
const MUSIC_BELOW_SPEECH_LU = 11;
/** Samples a frame: a whole number, so that sound and picture never drift. */
const SAMPLE_RATE = 48_000;
const FRAME_SAMPLES = SAMPLE_RATE / FPS;

const STEREO = 'aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo';

export interface Music {
  readonly file: string;
  readonly kind: MediaKind;
}

/** Integrated loudness as ebur128 reported it at its end; the filters of a plan each report once, in order of name. */
export function loudnessFrom(report: string): number[] {
  return [...report.matchAll(/^\s+I:\s+(-?[\d.]+|-inf|nan) LUFS/gm)].map((match) => Number(match[1]));
}

/**
 * The scenes' narrations laid at their places in one WAV as long as the video, evened out a little (a voice is easier
 * to follow on a phone when its quiet parts are not lost), with its loudness in the report.
 * @param speed how much faster than its file each narration is heard, at the same pitch.
 */
export function speechPlan(
  narrations: readonly string[],
  timeline: Timeline,
  file: string,
  speed = 1,
): FfmpegPlan {
  const tempo = speed === 1 ? '' : `atempo=${speed},`;
  const scenes = timeline.scenes.map((scene, i) => {
    const samples = scene.frames * FRAME_SAMPLES;
    return (
      `[${i}:a]aresample=${SAMPLE_RATE},aformat=sample_fmts=fltp:channel_layouts=mono,${tempo}` +
      `adelay=${scene.speechMs},apad=whole_len=${samples},atrim=end_sample=${samples}[s${i}]`
    );
  });
  const all = timeline.scenes.map((_, i) => `[s${i}]`).join('');
  return {
    doing: 'lay out the narration',
    inputs: narrations.map((narration) => ({
      options: ours('wav', 'pcm_s16le'),
      source: `file:${narration}`,
    })),
    filter: [
      ...scenes,
      `${all}concat=n=${timeline.scenes.length}:v=0:a=1,highpass=f=70,` +
        `acompressor=threshold=0.1:ratio=2.5:attack=8:release=120:makeup=1,ebur128=framelog=verbose[speech]`,
    ].join(';'),
    outputs: [
      {
        options: ['-map', '[speech]', '-ar', String(SAMPLE_RATE), '-c:a', 'pcm_s16le', '-f', 'wav'],
        file: `file:${file}`,
      },
    ],
  };
}

/** A narration at another speed and the same pitch, as `speechPlan` hears it. */
export function tempoPlan(narration: string, file: string, speed: number): FfmpegPlan {
  return {
    doing: 'change the speed of the narration',
    inputs: [{ options: ours('wav', 'pcm_s16le'), source: `file:${narration}` }],
    filter: `[0:a]aformat=sample_fmts=fltp:channel_layouts=mono,atempo=${speed}[out]`,
    outputs: [{ options: ['-map', '[out]', '-c:a', 'pcm_s16le', '-f', 'wav'], file: `file:${file}` }],
  };
}

/**
 * A person's recording → mono WAV at the rate of the video's sound, without what lies below any voice: footsteps, hum.
 * @param seconds so much of it, at most.
 */
export function recordingPlan(recording: Music, seconds: number, file: string): FfmpegPlan {
  return {
    doing: 'read the recording',
    inputs: [
      { options: ['-t', seconds.toFixed(3), ...untrusted(recording.kind)], source: `file:${recording.file}` },
    ],
    filter: `[0:a:0]aresample=${SAMPLE_RATE},aformat=sample_fmts=fltp:channel_layouts=mono,highpass=f=60[out]`,
    outputs: [{ options: ['-map', '[out]', '-c:a', 'pcm_s16le', '-f', 'wav'], file: `file:${file}` }],
    skipsDamage: true,
  };
}

/** The loudness of a piece of music over what the video will hear of it. */
export function musicLoudnessPlan(music: Music, seconds: number): FfmpegPlan {
  return {
    doing: 'read the music',
    inputs: [{ options: ['-t', seconds.toFixed(3), ...untrusted(music.kind)], source: `file:${music.file}` }],
    filter: '[0:a:0]ebur128=framelog=verbose[out]',
    outputs: [{ options: ['-map', '[out]', '-c:a', 'pcm_s16le', '-f', 'null'], file: '-' }],
    skipsDamage: true,
  };
}

/** How sound is made, as plain data, from any narrations and music: part of its address. */
export function soundMaker(speed: number): unknown {
  const kind = AUDIO_KINDS[0] as MediaKind;
  const levels = mixLevels(-20, -20);
  const scene = { startFrame: 0, frames: FPS, speechMs: 0, cues: [] };
  const timeline = { scenes: [scene, scene], frames: 2 * FPS, seconds: 2, captions: [] };
  const [file, seconds] = ['a-file', 2];
  return [
    speechPlan([file, file], timeline, file, speed),
    mixPlan(file, undefined, seconds, levels, file),
    mixPlan(file, { file, kind }, seconds, levels, file),
  ];
}

export interface MixLevels {
  readonly speechGainDb: number;
  readonly musicGainDb: number;
}

/** Gains that bring speech to the target and music below it, from measured loudness. */
export function mixLevels(speechLufs: number, musicLufs: number | undefined): MixLevels {
  const gain = (from: number, to: number): number => (Number.isFinite(from) && from > -69 ? to - from : 0);
  return {
    speechGainDb: gain(speechLufs, TARGET_LUFS),
    musicGainDb: musicLufs === undefined ? 0 : gain(musicLufs, TARGET_LUFS - MUSIC_BELOW_SPEECH_LU),
  };
}

/**
 * Speech and music → the video's sound, encoded, with its loudness in the report. Music ducks under speech, comes in
 * within half a second and is gone with the last picture; peaks stay under −1.5 dBFS.
 */
export function mixPlan(
  speech: string,
  music: Music | undefined,
  seconds: number,
  levels: MixLevels,
  file: string,
): FfmpegPlan {
  const limit = 'alimiter=limit=0.84:attack=3:release=60:level=disabled';
  const voice = `[0:a]volume=${levels.speechGainDb.toFixed(2)}dB,${limit}`;
  const filter = music
    ? [
        `${voice},asplit=2[voice][key]`,
        `[1:a:0]aresample=${SAMPLE_RATE},${STEREO},volume=${levels.musicGainDb.toFixed(2)}dB,` +
          `afade=t=in:d=0.5,afade=t=out:st=${Math.max(0, seconds - 1.8).toFixed(3)}:d=1.8[bed]`,
        '[bed][key]sidechaincompress=threshold=0.02:ratio=6:attack=30:release=450[ducked]',
        // amix halves both; the gain gives it back.
        `[voice]${STEREO}[centre]`,
        `[centre][ducked]amix=inputs=2:duration=first:dropout_transition=0,volume=2,${limit},ebur128=framelog=verbose,${STEREO}[out]`,
      ]
    : [`${voice},ebur128=framelog=verbose,${STEREO}[out]`];
  return {
    doing: 'mix the sound',
    inputs: [
      { options: ours('wav', 'pcm_s16le'), source: `file:${speech}` },
      ...(music
        ? [{ options: ['-stream_loop', '-1', ...untrusted(music.kind)], source: `file:${music.file}` }]
        : []),
    ],
    filter: filter.join(';'),
    outputs: [
      {
        options: ['-map', '[out]', '-t', seconds.toFixed(4), ...AUDIO_ENCODER, '-f', 'mp4'],
        file: `file:${file}`,
      },
    ],
    // Generated sound is never damaged; uploaded music may be.
    ...(music ? { skipsDamage: true } : {}),
  };
}

/** Loudness of silence, also used where the measured loudness is not a number. */
const SILENCE_LUFS = -70;

/** The last of a plan's loudness reports, finite; throws when ffmpeg gave none. */
export function integratedLufs(report: string): number {
  const last = loudnessFrom(report).at(-1);
  if (last === undefined) throw new RenderFailed('ffmpeg did not say how loud the sound is.');
  return Number.isFinite(last) ? last : SILENCE_LUFS;
}
