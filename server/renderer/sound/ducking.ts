import { decay } from './limiter.ts';
import { SAMPLE_RATE } from './pcm.ts';
import type { SoundKernel, Track, Tracks } from '../kernel/sound-kernel.ts';

/** The voice's level (RMS, 1 is full scale) from which music gives way, and by how much less it follows above that. */
const THRESHOLD = 0.02;
const RATIO = 6;
/** The bend at the threshold, in dB from its begin to its end. */
const KNEE_DB = 9;
/** How fast the level follows a voice that begins, and one that has ended. */
const [ATTACK_SECONDS, RELEASE_SECONDS] = [0.0075, 0.1125];
/** The gain is computed once a millisecond and goes straight between. */
const STEP = SAMPLE_RATE / 1000;

/** Turns music down while the voice is heard; in place. All tracks are of one length. */
export function duck(kernel: SoundKernel, music: Tracks, voice: Track): void {
  const follows = { attack: 1 - decay(ATTACK_SECONDS), release: 1 - decay(RELEASE_SECONDS) };
  let power = 0;
  let gain = 1;
  for (let from = 0; from < voice.length; from += STEP) {
    const count = Math.min(STEP, voice.length - from);
    power = kernel.power(voice, from, count, power, follows);
    const next = gainAt(power);
    for (const track of music) kernel.ramp(track, from, count, gain, (next - gain) / STEP);
    gain = next;
  }
}

/** The gain for a voice of this power (level squared). */
function gainAt(power: number): number {
  const overDb = 10 * Math.log10(Math.max(power, 1e-12) / THRESHOLD ** 2);
  const [least, most] = [-KNEE_DB / 2, KNEE_DB / 2];
  if (overDb <= least) return 1;
  const countedDb = overDb >= most ? overDb : (overDb - least) ** 2 / (2 * KNEE_DB);
  return 10 ** ((-countedDb * (1 - 1 / RATIO)) / 20);
}
