import { SAMPLE_RATE } from './pcm.ts';
import type { Channels } from './pcm.ts';

/** How fast the gain falls before a peak and comes back behind it: to a third of the way in this many seconds. */
const [FALL_SECONDS, RETURN_SECONDS] = [0.001, 0.02];

/**
 * Turns channels down together around their peaks so that no sample is over `ceiling`: in place, without a delay. The
 * gain bends towards each peak from both sides; where nothing is too loud nothing changes.
 */
export function limit(channels: Channels, ceiling: number): void {
  const length = channels[0]?.length ?? 0;
  // What is missing of a gain of 1.
  const cut = new Float32Array(length);
  let peaks = false;
  for (const channel of channels) {
    for (let i = 0; i < length; i++) {
      const level = Math.abs(channel[i] as number);
      if (level <= ceiling) continue;
      peaks = true;
      cut[i] = Math.max(cut[i] as number, 1 - ceiling / level);
    }
  }
  if (!peaks) return;
  const [fall, back] = [decay(FALL_SECONDS), decay(RETURN_SECONDS)];
  for (let i = length - 1, held = 0; i >= 0; i--) cut[i] = held = Math.max(cut[i] as number, held * fall);
  for (let i = 0, held = 0; i < length; i++) cut[i] = held = Math.max(cut[i] as number, held * back);
  for (const channel of channels) {
    for (let i = 0; i < length; i++) channel[i] = (channel[i] as number) * (1 - (cut[i] as number));
  }
}

/** What a value is multiplied by each sample so that a third or so of it is left after this long. */
export function decay(seconds: number): number {
  return Math.exp(-1 / (seconds * SAMPLE_RATE));
}
