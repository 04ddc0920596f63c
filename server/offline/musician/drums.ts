import { RATE } from './instruments.ts';
import { seededRandom } from '../illustrator/random.ts';
import type { Drum } from './tracks.ts';

const TAU = 2 * Math.PI;

/** One stroke of each, at a level of about 1. */
export const STROKES: Readonly<Record<Drum, () => Float64Array>> = {
  clap: () => noise(0.28, 1100, (t) => (hands(t) + Math.exp(-t / 0.06) * (t > 0.03 ? 0.7 : 0)) * 0.9, 21),
  hat: () => noise(0.09, 7000, (t) => Math.exp(-t / 0.018), 22),
  kick,
  rim: () => tone(0.06, [1750, 920], 0.012),
  shaker: () => noise(0.1, 5200, (t) => Math.min(1, t / 0.018) * Math.exp(-t / 0.03), 23),
  snare,
};

/** Three hands that do not clap at once. */
function hands(t: number): number {
  return [0, 0.011, 0.022].reduce((sum, at) => sum + (t >= at ? Math.exp(-(t - at) / 0.006) : 0), 0) * 0.6;
}

/** Noise above a frequency. */
function noise(seconds: number, aboveHz: number, level: (t: number) => number, seed: number): Float64Array {
  const random = seededRandom(seed).next;
  const out = new Float64Array(Math.ceil(seconds * RATE));
  const share = 1 - Math.exp((-TAU * aboveHz) / RATE);
  let low = 0;
  for (let i = 0; i < out.length; i++) {
    const white = 2 * random() - 1;
    low += share * (white - low);
    out[i] = (white - low) * level(i / RATE) * ended(i, out.length);
  }
  return out;
}

function tone(seconds: number, hertz: readonly number[], decay: number): Float64Array {
  const out = new Float64Array(Math.ceil(seconds * RATE));
  for (let i = 0; i < out.length; i++) {
    const t = i / RATE;
    const sum = hertz.reduce((all, hz) => all + Math.sin(TAU * hz * t), 0);
    out[i] = (sum / hertz.length) * Math.exp(-t / decay) * ended(i, out.length);
  }
  return out;
}

/** A skin whose tone falls as it settles. */
function kick(): Float64Array {
  const out = new Float64Array(Math.ceil(0.4 * RATE));
  let phase = 0;
  for (let i = 0; i < out.length; i++) {
    const t = i / RATE;
    phase += (TAU * (48 + 110 * Math.exp(-t / 0.035))) / RATE;
    const click = 0.25 * Math.exp(-t / 0.003);
    out[i] = (Math.sin(phase) * Math.exp(-t / 0.13) + click * Math.sin(9 * phase)) * ended(i, out.length);
  }
  return out;
}

function snare(): Float64Array {
  const rattle = noise(0.22, 1800, (t) => 0.8 * Math.exp(-t / 0.055), 24);
  const skin = tone(0.22, [185, 330], 0.05);
  return rattle.map((value, i) => value + 0.6 * (skin[i] ?? 0));
}

/** Fades the last 5 ms, so that nothing ends in a click. */
function ended(i: number, length: number): number {
  return Math.min(1, (length - 1 - i) / (0.005 * RATE));
}
