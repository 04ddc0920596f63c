import { SAMPLE_RATE } from './pcm.ts';
import type { SoundKernel, Track, Tracks } from '../kernel/sound-kernel.ts';

/** Gating blocks of 400 ms overlap by three quarters (annex 1, equation 3): they are made of steps of 100 ms. */
const STEP = SAMPLE_RATE / 10;
const STEPS_A_BLOCK = 4;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;

/**
 * Integrated loudness in LUFS (ITU-R BS.1770) of tracks times `gain`, less what is cut of them; -Infinity for silence and
 * for less than 400 ms.
 */
export function integratedLoudness(kernel: SoundKernel, tracks: Tracks, gain = 1, cut?: Track): number {
  const steps = kernel.energies(tracks, STEP, gain, cut);
  const blocks: number[] = [];
  for (let first = 0; first + STEPS_A_BLOCK <= steps.length; first++) {
    let energy = 0;
    for (let i = first; i < first + STEPS_A_BLOCK; i++) energy += steps[i] as number;
    blocks.push(energy / (STEP * STEPS_A_BLOCK));
  }
  const heard = blocks.filter((energy) => lufs(energy) > ABSOLUTE_GATE_LUFS);
  const gate = lufs(mean(heard)) + RELATIVE_GATE_LU;
  return lufs(mean(heard.filter((energy) => lufs(energy) > gate)));
}

function lufs(energy: number): number {
  return energy > 0 ? -0.691 + 10 * Math.log10(energy) : -Infinity;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
