import { SAMPLE_RATE } from './pcm.ts';
import type { SoundKernel, Track, Tracks } from '../kernel/sound-kernel.ts';

/** How fast the gain falls before a peak and comes back behind it: to a third of the way in this many seconds. */
const [FALL_SECONDS, RETURN_SECONDS] = [0.001, 0.02];

/**
 * What has to be cut of tracks times `gain`, of all together, so that no sample is over `ceiling`; undefined where nothing
 * is too loud. The gain bends towards each peak from both sides, without a delay. Written into `cut`.
 */
export function cutOf(
  kernel: SoundKernel,
  tracks: Tracks,
  gain: number,
  ceiling: number,
  cut: Track,
): Track | undefined {
  if (!kernel.peaks(cut, tracks, gain, ceiling)) return undefined;
  kernel.bend(cut, decay(FALL_SECONDS), decay(RETURN_SECONDS));
  return cut;
}

/** What a value is multiplied by each sample so that a third or so of it is left after this long. */
export function decay(seconds: number): number {
  return Math.exp(-1 / (seconds * SAMPLE_RATE));
}
