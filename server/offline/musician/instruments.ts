import { seededRandom } from '../illustrator/random.ts';
import type { Tuned } from './tracks.ts';

export const RATE = 44_100;
const TAU = 2 * Math.PI;

/** Writes one note, at a level of about 1, and gives its samples: longer than the note where it rings on. */
export type Voice = (hz: number, seconds: number) => Float64Array;

export const VOICES: Readonly<Record<Tuned, Voice>> = { bass, bell, keys, pad, pluck, strings, sub };

/** Rises within `attack`, falls to `sustain` by `decay`, and ends within `release` after the note. */
function envelope(
  seconds: number,
  { attack, decay, sustain, release }: Record<'attack' | 'decay' | 'sustain' | 'release', number>,
): { readonly length: number; readonly at: (i: number) => number } {
  const held = Math.max(seconds, attack);
  const hold = (t: number): number =>
    t < attack ? t / attack : sustain + (1 - sustain) * Math.exp(-(t - attack) / decay);
  const end = hold(held);
  return {
    length: Math.ceil((held + release) * RATE),
    at(i) {
      const t = i / RATE;
      if (t < held) return hold(t);
      const left = 1 - (t - held) / release;
      return left <= 0 ? 0 : end * left * left;
    },
  };
}

/** A sawtooth without the aliases that a plain one folds down (polynomial band-limited steps). */
function saw(phase: number, step: number): number {
  const value = 2 * phase - 1;
  if (phase < step) {
    const t = phase / step;
    return value - (t + t - t * t - 1);
  }
  if (phase > 1 - step) {
    const t = (phase - 1) / step;
    return value - (t * t + t + t + 1);
  }
  return value;
}

/** Several detuned sawtooths through a low pass. */
function choir(
  hz: number,
  seconds: number,
  how: {
    readonly cents: readonly number[];
    readonly cutoff: number;
    readonly shape: Parameters<typeof envelope>[1];
  },
): Float64Array {
  const { length, at } = envelope(seconds, how.shape);
  const out = new Float64Array(length);
  const steps = how.cents.map((cents) => (hz * 2 ** (cents / 1200)) / RATE);
  const phases = steps.map((_, i) => (i * 0.37) % 1);
  const gain = 0.5 / Math.sqrt(steps.length);
  const soft = 1 - Math.exp((-TAU * how.cutoff) / RATE);
  let [low, lower] = [0, 0];
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (let k = 0; k < steps.length; k++) {
      const step = steps[k] as number;
      const phase = ((phases[k] as number) + step) % 1;
      phases[k] = phase;
      sum += saw(phase, step);
    }
    low += soft * (sum * gain - low);
    lower += soft * (low - lower);
    out[i] = lower * at(i);
  }
  return out;
}

function pad(hz: number, seconds: number): Float64Array {
  const shape = { attack: 0.5, decay: 4, sustain: 0.8, release: 1.2 };
  return choir(hz, seconds, { cents: [-9, 0, 8], cutoff: 900, shape });
}

function strings(hz: number, seconds: number): Float64Array {
  const short = seconds < 0.3;
  const shape = short
    ? { attack: 0.015, decay: 0.12, sustain: 0.3, release: 0.12 }
    : { attack: 0.18, decay: 2, sustain: 0.85, release: 0.5 };
  return choir(hz, seconds, { cents: [-6, 5], cutoff: short ? 2200 : 1700, shape });
}

/** An electric piano: one sine that bends another, less as it fades. */
function keys(hz: number, seconds: number): Float64Array {
  const { length, at } = envelope(seconds, { attack: 0.004, decay: 0.9, sustain: 0.15, release: 0.35 });
  const out = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const t = i / RATE;
    const bend = 1.6 * Math.exp(-t / 0.25) + 0.25;
    const tine = 0.12 * Math.exp(-t / 0.06) * Math.sin(TAU * hz * 7 * t);
    out[i] = at(i) * (Math.sin(TAU * hz * t + bend * Math.sin(TAU * hz * t)) + tine) * 0.8;
  }
  return out;
}

function bell(hz: number): Float64Array {
  const seconds = 2.2;
  const out = new Float64Array(Math.ceil(seconds * RATE));
  for (let i = 0; i < out.length; i++) {
    const t = i / RATE;
    const end = Math.min(1, (seconds - t) / 0.2);
    const bend = 1.2 * Math.exp(-t / 0.5);
    const attack = Math.min(1, t / 0.002);
    out[i] = attack * end * Math.exp(-t / 0.6) * Math.sin(TAU * hz * t + bend * Math.sin(TAU * hz * 3.5 * t));
  }
  return out;
}

/** A string that is plucked: noise that goes round a delay of one period and loses its heights (Karplus and Strong). */
function pluck(hz: number): Float64Array {
  const period = RATE / hz;
  const whole = Math.floor(period - 0.5);
  // What the period has beyond whole samples, by an all-pass.
  const rest = period - 0.5 - whole;
  const tune = (1 - rest) / (1 + rest);
  const random = seededRandom(Math.round(hz * 100)).next;
  const line = new Float64Array(whole);
  let dull = 0;
  for (let i = 0; i < whole; i++) {
    dull += 0.6 * (2 * random() - 1 - dull);
    line[i] = dull;
  }
  const seconds = 1.6;
  const out = new Float64Array(Math.ceil(seconds * RATE));
  let [before, heldIn, heldOut] = [0, 0, 0];
  for (let i = 0; i < out.length; i++) {
    const at = i % whole;
    const now = line[at] as number;
    const mean = 0.996 * 0.5 * (now + before);
    before = now;
    heldOut = tune * (mean - heldOut) + heldIn;
    heldIn = mean;
    line[at] = heldOut;
    out[i] = 1.6 * now * Math.min(1, (out.length - i) / (0.2 * RATE));
  }
  return out;
}

/** A round bass: a sine with some of its octave, pressed a little. */
function bass(hz: number, seconds: number): Float64Array {
  const { length, at } = envelope(seconds, { attack: 0.006, decay: 0.5, sustain: 0.5, release: 0.08 });
  const out = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const t = i / RATE;
    const tone = Math.sin(TAU * hz * t) + 0.35 * Math.exp(-t / 0.2) * Math.sin(TAU * 2 * hz * t);
    out[i] = at(i) * Math.tanh(1.4 * tone) * 0.8;
  }
  return out;
}

function sub(hz: number, seconds: number): Float64Array {
  const { length, at } = envelope(seconds, { attack: 0.06, decay: 3, sustain: 0.8, release: 0.3 });
  const out = new Float64Array(length);
  for (let i = 0; i < length; i++) out[i] = at(i) * Math.sin((TAU * hz * i) / RATE) * 0.8;
  return out;
}
