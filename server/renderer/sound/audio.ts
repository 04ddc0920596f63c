import { AUDIO_KINDS, FPS } from '@shortfactory/core';
import type { MediaKind, TimelineScene } from '@shortfactory/core';
import { AUDIO_ENCODER, ours, untrusted } from '../ffmpeg/arguments.ts';
import type { FfmpegPlan } from '../ffmpeg/arguments.ts';
import { FRAME_SAMPLES, SAMPLE_RATE } from './pcm.ts';
import { soundParts } from './sound-parts.ts';

/** Two channels of 16 bits at the rate that sound is mixed in. */
export const STEREO = 'aformat=sample_fmts=s16:channel_layouts=stereo';

export interface Music {
  readonly file: string;
  readonly kind: MediaKind;
  /** How much louder than usual it is heard under a voice. */
  readonly levelDb?: number;
}

/** When each scene is heard, without gaps, and how long all of them are. */
export interface SoundPlaces {
  readonly scenes: readonly Pick<TimelineScene, 'frames' | 'speechMs'>[];
  readonly seconds: number;
}

/** Integrated loudness as ebur128 reported it at its end; the filters of a plan each report once, in order of name. */
export function loudnessFrom(report: string): number[] {
  return [...report.matchAll(/^\s+I:\s+(-?[\d.]+|-inf|nan) LUFS/gm)].map((match) => Number(match[1]));
}

/**
 * The scenes' narrations laid at their places in one WAV as long as the video, evened out a little (a voice is easier
 * to follow on a phone when its quiet parts are not lost).
 * @param speed how much faster than its file each narration is heard, at the same pitch.
 */
export function speechPlan(
  narrations: readonly string[],
  timeline: Pick<SoundPlaces, 'scenes'>,
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
        `acompressor=threshold=0.1:ratio=2.5:attack=8:release=120:makeup=1[speech]`,
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

/** The beginning of a piece of music, as much as the video will hear before it begins again, as a WAV file to mix. */
export function musicPlan(music: Music, seconds: number, file: string): FfmpegPlan {
  return {
    doing: 'read the music',
    inputs: [{ options: ['-t', seconds.toFixed(3), ...untrusted(music.kind)], source: `file:${music.file}` }],
    filter: `[0:a:0]aresample=${SAMPLE_RATE},${STEREO}[out]`,
    outputs: [{ options: ['-map', '[out]', '-c:a', 'pcm_s16le', '-f', 'wav'], file: `file:${file}` }],
    // Generated sound is never damaged; uploaded music may be.
    skipsDamage: true,
  };
}

/** How loud the beginning of a piece of music is. */
export function musicLoudnessPlan(music: Music, seconds: number): FfmpegPlan {
  return {
    doing: 'read the music',
    inputs: [{ options: ['-t', seconds.toFixed(3), ...untrusted(music.kind)], source: `file:${music.file}` }],
    filter: '[0:a:0]ebur128=framelog=verbose[out]',
    outputs: [{ options: ['-map', '[out]', '-c:a', 'pcm_s16le', '-f', 'null'], file: '-' }],
    skipsDamage: true,
  };
}

/** The finished mix, as a WAV file → AAC streams (ADTS) of some of its parts. */
export function soundPlan(
  mixed: string,
  parts: readonly { readonly fromSample: number; readonly toSample: number; readonly file: string }[],
): FfmpegPlan {
  const copies = parts.map((_, i) => `[copy${i}]`).join('');
  const cuts = parts.map(
    ({ fromSample, toSample }, i) =>
      `[copy${i}]atrim=start_sample=${fromSample}:end_sample=${toSample},asetpts=PTS-STARTPTS[part${i}]`,
  );
  return {
    doing: 'encode the sound',
    inputs: [{ options: ours('wav', 'pcm_s16le'), source: `file:${mixed}` }],
    filter: [`[0:a]asplit=${parts.length}${copies}`, ...cuts].join(';'),
    outputs: parts.map(({ file }, i) => ({
      options: ['-map', `[part${i}]`, ...AUDIO_ENCODER, '-f', 'adts'],
      file: `file:${file}`,
    })),
  };
}

/**
 * SHA-256 of what a fixed voice and fixed music are mixed to. A test mixes them again: who changes the mix writes the new
 * hash here, and as it is part of every sound's address, no older one is taken for a new one.
 */
export const GOLDEN_MIX = 'e06f2b80c876ce4d4241ad38dbdd881ad0a3b36299dda912ad3beac923dad3ef';

/** How sound is made, as plain data, from any narrations and music: part of its address. */
export function soundMaker(speed: number): unknown {
  const kind = AUDIO_KINDS[0] as MediaKind;
  const scene = { frames: FPS, speechMs: 0 };
  const timeline = { scenes: [scene, scene] };
  const [file, seconds] = ['a-file', 2];
  return [
    speechPlan([file, file], timeline, file, speed),
    musicPlan({ file, kind }, seconds, file),
    soundPlan(file, [{ fromSample: 0, toSample: 1, file }]),
    soundParts(60 * SAMPLE_RATE),
    GOLDEN_MIX,
  ];
}
