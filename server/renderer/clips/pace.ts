/** How a clip fills its scene: as long as it is needed, slower, once more from its beginning, or with its last frame. */
export type Pace = 'cut' | 'slow' | 'loop' | 'hold';

/** Slower than this looks like slow motion, which nobody asked for. */
const SLOWEST = 0.75;
/** A second: what is shorter flickers when it is repeated. */
const LEAST_LOOP_FRAMES = 30;

/**
 * @param frames of the clip, at least one.
 * @param wanted frames that the scene shows, its transition included.
 * @param loops it is made to be repeated, however short it is, as a GIF is.
 */
export function paceOf(frames: number, wanted: number, loops = false): Pace {
  if (frames >= wanted) return 'cut';
  if (loops) return 'loop';
  if (frames >= wanted * SLOWEST) return 'slow';
  return frames >= LEAST_LOOP_FRAMES ? 'loop' : 'hold';
}

/** A clip as a scene shows it; see paceOf. */
interface Shown {
  readonly frames: number;
  readonly wanted: number;
  readonly loops?: boolean;
}

/** Which frame of the clip is seen in this frame of the scene. */
export function frameOfClip(frame: number, { frames, wanted, loops }: Shown): number {
  const last = frames - 1;
  switch (paceOf(frames, wanted, loops)) {
    case 'slow':
      return Math.min(last, Math.floor((frame * frames) / wanted));
    case 'loop':
      return frame % frames;
    case 'cut':
    case 'hold':
      return Math.min(last, frame);
  }
}
