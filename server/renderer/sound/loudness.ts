import { SAMPLE_RATE } from './pcm.ts';
import type { Channels } from './pcm.ts';

/** Coefficients of a second-order filter: b0 to b2 forwards, a1 and a2 backwards. */
type Biquad = readonly [number, number, number, number, number];

/** The K-weighting at 48 kHz (ITU-R BS.1770-5, annex 1, tables 1 and 2): a shelf for the head, then a high-pass. */
const SHELF: Biquad = [
  1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
];
const HIGH_PASS: Biquad = [1, -2, 1, -1.99004745483398, 0.99007225036621];

/** Gating blocks of 400 ms overlap by three quarters (annex 1, equation 3): they are made of steps of 100 ms. */
const STEP = SAMPLE_RATE / 10;
const STEPS_A_BLOCK = 4;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;

/** Integrated loudness in LUFS (ITU-R BS.1770); -Infinity for silence and for less than 400 ms. */
export function integratedLoudness(channels: Channels): number {
  const steps = new Float64Array(Math.floor((channels[0]?.length ?? 0) / STEP));
  for (const channel of channels) addEnergy(channel, steps);
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

/** Adds the energy of a channel, weighted, to that of each step. */
function addEnergy(channel: Float32Array, steps: Float64Array): void {
  const [b0, b1, b2, a1, a2] = SHELF;
  const [, , , c1, c2] = HIGH_PASS;
  // State of both filters in transposed direct form II.
  let [s1, s2, h1, h2] = [0, 0, 0, 0];
  for (let step = 0; step < steps.length; step++) {
    let energy = 0;
    for (let i = step * STEP; i < (step + 1) * STEP; i++) {
      const x = channel[i] as number;
      const y = b0 * x + s1;
      s1 = b1 * x - a1 * y + s2;
      s2 = b2 * x - a2 * y;
      const z = y + h1;
      h1 = h2 - 2 * y - c1 * z;
      h2 = y - c2 * z;
      energy += z * z;
    }
    steps[step] = (steps[step] as number) + energy;
  }
}

function lufs(energy: number): number {
  return energy > 0 ? -0.691 + 10 * Math.log10(energy) : -Infinity;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
