import { PowerSpectrum } from './spectrum.ts';

/** What is compared of two sounds: the shape of the spectrum every 10 ms, as all recognisers of speech have it. */
export interface Features {
  /** Frames one after the other, `DIMENSIONS` numbers each, over the whole sound of mean 0 and deviation 1. */
  readonly values: Float32Array;
  readonly frames: number;
  /** Frames in which something is heard. */
  readonly heard: Uint8Array;
}

export const HOP_MS = 10;
const WINDOW_MS = 25;
const BANDS = 26;
const BAND_HZ = { from: 100, to: 6800 };
/** Cepstral coefficients, loudness first; and as many for how they change. */
const CEPSTRA = 13;
export const DIMENSIONS = 2 * CEPSTRA;
/** Frames to each side over which a change is measured. */
const CHANGE = 3;
/** How the change counts beside the shape itself. */
const CHANGE_WEIGHT = 0.7;
/** Below the loud parts, and above the quietest ones: what is heard lies over both. */
const HEARD_DB = { underLoud: 38, overQuiet: 6 };

/**
 * The features of a sound. `warp` moves its formants: more than 1 for a longer vocal tract, so that a man's voice can be
 * compared with a woman's or a child's.
 */
export function featuresOf(samples: Int16Array, sampleRate: number, warp = 1): Features {
  const hop = (sampleRate * HOP_MS) / 1000;
  const window = Math.round((sampleRate * WINDOW_MS) / 1000);
  const frames = Math.max(0, Math.floor((samples.length - window) / hop) + 1);
  const spectrum = new PowerSpectrum(2 ** Math.ceil(Math.log2(window)));
  const bands = melBands(spectrum.size, sampleRate, warp);
  const shape = Float64Array.from(
    { length: window },
    (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / window),
  );
  const piece = new Float64Array(window);
  const logs = new Float64Array(BANDS);
  const values = new Float32Array(frames * DIMENSIONS);
  const levels = new Float64Array(frames);
  for (let frame = 0; frame < frames; frame++) {
    const from = Math.round(frame * hop);
    let energy = 0;
    for (let i = 0; i < window; i++) {
      const sample = samples[from + i] ?? 0;
      // High tones are weaker in a voice, and carry as much.
      piece[i] = (sample - 0.97 * (samples[from + i - 1] ?? sample)) * (shape[i] as number);
      energy += sample * sample;
    }
    levels[frame] = 10 * Math.log10(energy / window + 1);
    spectrum.of(piece);
    bands.forEach((band, k) => {
      let sum = 0;
      for (const [bin, weight] of band) sum += weight * (spectrum.power[bin] as number);
      logs[k] = Math.log(sum + 100);
    });
    cepstra(logs, values, frame * DIMENSIONS);
  }
  const heard = heardOf(levels);
  normalise(values, heard, 0);
  changes(values, frames);
  normalise(values, heard, CEPSTRA);
  for (let i = 0; i < values.length; i++)
    if (i % DIMENSIONS >= CEPSTRA) values[i] = (values[i] as number) * CHANGE_WEIGHT;
  return { values, frames, heard };
}

/** Triangles that overlap by half, evenly spread in mel. */
function melBands(size: number, sampleRate: number, warp: number): [number, number][][] {
  const mel = (hz: number): number => 1127 * Math.log(1 + hz / 700);
  const [least, most] = [mel(BAND_HZ.from), mel(BAND_HZ.to)];
  const edge = (k: number): number => {
    const at = least + ((most - least) * k) / (BANDS + 1);
    return ((700 * (Math.exp(at / 1127) - 1)) / warp) * (size / sampleRate);
  };
  return Array.from({ length: BANDS }, (_, k) => {
    const [from, top, to] = [edge(k), edge(k + 1), edge(k + 2)];
    const band: [number, number][] = [];
    for (let bin = Math.max(0, Math.ceil(from)); bin < Math.min(to, size / 2); bin++) {
      const weight = bin < top ? (bin - from) / (top - from) : (to - bin) / (to - top);
      if (weight > 0) band.push([bin, weight]);
    }
    return band.length > 0 ? band : [[Math.min(size / 2, Math.round(top)), 1]];
  });
}

const COSINES = Float64Array.from({ length: CEPSTRA * BANDS }, (_, i) =>
  Math.cos((Math.PI * Math.floor(i / BANDS) * ((i % BANDS) + 0.5)) / BANDS),
);

function cepstra(logs: Float64Array, values: Float32Array, at: number): void {
  for (let c = 0; c < CEPSTRA; c++) {
    let sum = 0;
    for (let k = 0; k < BANDS; k++) sum += (logs[k] as number) * (COSINES[c * BANDS + k] as number);
    values[at + c] = sum;
  }
}

function heardOf(levels: Float64Array): Uint8Array {
  const sorted = Float64Array.from(levels).sort();
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const loud = at(0.95);
  // In a noisy room the pauses are not silent.
  const least = Math.max(loud - HEARD_DB.underLoud, Math.min(at(0.03) + HEARD_DB.overQuiet, loud - 12), 15);
  return Uint8Array.from(levels, (level) => (level >= least ? 1 : 0));
}

/** Makes every feature from `first` on as strong as the others, over what is heard: rooms and microphones differ. */
function normalise(values: Float32Array, heard: Uint8Array, first: number): void {
  for (let c = first; c < first + CEPSTRA; c++) {
    let [count, sum, squares] = [0, 0, 0];
    for (let frame = 0; frame < heard.length; frame++) {
      if (heard[frame] === 0) continue;
      const value = values[frame * DIMENSIONS + c] as number;
      count += 1;
      sum += value;
      squares += value * value;
    }
    const mean = count === 0 ? 0 : sum / count;
    const deviation = Math.sqrt(Math.max(1e-6, count === 0 ? 1 : squares / count - mean * mean));
    for (let frame = 0; frame < heard.length; frame++) {
      const i = frame * DIMENSIONS + c;
      values[i] = Math.max(-4, Math.min(4, ((values[i] as number) - mean) / deviation));
    }
  }
}

function changes(values: Float32Array, frames: number): void {
  for (let frame = 0; frame < frames; frame++) {
    const [before, after] = [Math.max(0, frame - CHANGE), Math.min(frames - 1, frame + CHANGE)];
    for (let c = 0; c < CEPSTRA; c++)
      values[frame * DIMENSIONS + CEPSTRA + c] =
        (values[after * DIMENSIONS + c] as number) - (values[before * DIMENSIONS + c] as number);
  }
}
