import { avc1 } from './sample-entries.ts';
import type { Track } from './movie.ts';

export interface FrameFormat {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fps: number;
}

/** A coded picture as a track holds it. */
export interface VideoSample {
  readonly bytes: number;
  /** As which frame of the track it is shown, from 0. */
  readonly frame: number;
  /** Decoding can begin with it. */
  readonly key: boolean;
}

/** Units of time of a frame. */
const TICKS = 512;

/** Pictures of H.264 in decoding order, of which each frame has one. `config`: the content of avcC. */
export function videoTrack(
  config: Buffer,
  samples: readonly VideoSample[],
  format: FrameFormat,
  chunkSamples: number,
): Track & { readonly widthPx: number; readonly heightPx: number } {
  // So many frames later than it is decoded each picture is shown, at the least.
  const delay = samples.reduce((most, { frame }, i) => Math.max(most, i - frame), 0);
  const { widthPx, heightPx } = format;
  return {
    kind: 'video',
    entry: avc1(config, format),
    ticksPerSecond: TICKS * format.fps,
    ticks: TICKS,
    sizes: samples.map(({ bytes }) => bytes),
    offsets: samples.map(({ frame }, i) => TICKS * (frame - i + delay)),
    keys: samples.flatMap(({ key }, i) => (key ? [i + 1] : [])),
    from: TICKS * delay,
    length: TICKS * samples.length,
    ...{ widthPx, heightPx, chunkSamples },
  };
}
