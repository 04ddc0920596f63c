/** A visual is seen for half a second at least, where its scene has the time. */
export const LEAST_SHOT_FRAMES = 15;

/** A cut of a scene, in frames from the scene's start. */
export interface TimelineCut {
  /** From here on the next visual is seen. */
  readonly frame: number;
  /** Where its word begins. */
  readonly wordFrame: number;
}

/**
 * Cuts at their words, moved as little as gives each visual its least time; in a scene too short for that, the same time
 * each.
 * @param wordFrames in order.
 * @param frames of the scene.
 */
export function placeCuts(wordFrames: readonly number[], frames: number): TimelineCut[] {
  const least = Math.min(LEAST_SHOT_FRAMES, Math.floor(frames / (wordFrames.length + 1)));
  let before = 0;
  const later = wordFrames.map((frame) => (before = Math.max(frame, before + least)));
  let after = frames;
  const placed = later.reverse().map((frame) => (after = Math.min(frame, after - least)));
  return placed.reverse().map((frame, i) => ({ frame, wordFrame: wordFrames[i] ?? frame }));
}
