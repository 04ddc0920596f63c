import { readFileSync } from 'node:fs';
import type { Pcm16 } from '../sound/pcm.ts';

/** The compiled module's exports; see assembly/sound.ts for what each does. */
interface SoundKernelExports {
  take(out: number, pcm: number, stride: number, count: number, gain: number): void;
  add(
    out: number,
    pcm: number,
    stride: number,
    count: number,
    gain: number,
    at: number,
    all: number,
    fade: number,
  ): void;
  sum(a: number, b: number, count: number, weight: number): void;
  ramp(track: number, count: number, level: number, slope: number): void;
  energy(a: number, b: number, count: number, gain: number, cut: number, state: number): number;
  peaks(cut: number, a: number, b: number, count: number, gain: number, ceiling: number): number;
  fall(cut: number, count: number, held: number, decay: number): number;
  back(cut: number, count: number, held: number, decay: number): number;
  dip(track: number, cut: number, count: number): void;
  power(track: number, count: number, held: number, attack: number, release: number): number;
  interleave(out: number, a: number, b: number, count: number, gain: number, cut: number): void;
}

/** Samples of one channel, from -1 to 1, in a kernel's memory. All are 0 at first. */
export interface Track {
  readonly at: number;
  readonly length: number;
}

/** One track, or two that are heard together and are of one length. */
export type Tracks = readonly [Track] | readonly [Track, Track];

/** PCM in a kernel's memory. */
export interface HeldPcm {
  readonly at: number;
  /** Samples of each channel. */
  readonly frames: number;
  readonly channels: number;
}

const PAGE = 65536;
const ALIGNMENT = 16;
const TRACK_BYTES = 4;
const PCM_BYTES = 2;
/** Of both filters of the loudness, for two channels. */
const FILTER_BYTES = 64;
/** Samples in one call: V8 makes a function faster between two calls of it, not within one. */
const PART = 16_000;

/** Beside this file, also where a bundle has moved both. */
const FILE = new URL('./sound-kernel.wasm', import.meta.url);

let compiled: WebAssembly.Module | undefined;

/** What is done to samples, with memory of its own that is free again when nothing refers to the kernel. */
export class SoundKernel {
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #exports: SoundKernelExports;
  /** 0 stands for nothing. */
  #top = ALIGNMENT;

  constructor() {
    compiled ??= new WebAssembly.Module(readFileSync(FILE));
    const abort = (): never => {
      throw new Error('sound kernel aborted');
    };
    const instance = new WebAssembly.Instance(compiled, { env: { memory: this.#memory, abort } });
    this.#exports = instance.exports as unknown as SoundKernelExports;
  }

  track(length: number): Track {
    return { at: this.#allocate(length * TRACK_BYTES), length };
  }

  hold({ samples, channels }: Pcm16): HeldPcm {
    const at = this.#allocate(samples.byteLength);
    new Int16Array(this.#memory.buffer, at, samples.length).set(samples);
    return { at, frames: samples.length / channels, channels };
  }

  /** The track's own memory, valid until anything else is made. */
  samplesOf({ at, length }: Track): Float32Array {
    return new Float32Array(this.#memory.buffer, at, length);
  }

  /** Fills a track with one channel of PCM, again from its beginning where that is shorter. */
  fill(track: Track, pcm: HeldPcm, channel: number, gain = 1): void {
    const stride = PCM_BYTES * pcm.channels;
    for (let begin = 0; begin < track.length; begin += pcm.frames) {
      for (const { from, count } of parts(Math.min(pcm.frames, track.length - begin))) {
        const to = track.at + TRACK_BYTES * (begin + from);
        this.#exports.take(to, pcm.at + PCM_BYTES * channel + stride * from, stride, count, gain / 32768);
      }
    }
  }

  /** Adds the first `frames` of a channel from this sample of the track on; what is heard comes and goes within `fade`. */
  add(
    track: Track,
    pcm: HeldPcm,
    channel: number,
    { from: begin, frames, gain, fade }: Readonly<Record<'from' | 'frames' | 'gain' | 'fade', number>>,
  ): void {
    const stride = PCM_BYTES * pcm.channels;
    for (const { from, count } of parts(frames)) {
      const source = pcm.at + PCM_BYTES * channel + stride * from;
      const to = track.at + TRACK_BYTES * (begin + from);
      this.#exports.add(to, source, stride, count, gain / 32768, from, frames, fade);
    }
  }

  /** a += b × weight */
  sum(a: Track, b: Track, weight: number): void {
    for (const { bytes, count } of parts(a.length))
      this.#exports.sum(a.at + bytes, b.at + bytes, count, weight);
  }

  scale(track: Track, gain: number): void {
    for (const { bytes, count } of parts(track.length)) this.#exports.ramp(track.at + bytes, count, gain, 0);
  }

  /** Multiplies so many samples by what begins as `level` and grows by `slope` each sample. */
  ramp(track: Track, from: number, count: number, level: number, slope: number): void {
    this.#exports.ramp(track.at + TRACK_BYTES * from, count, level, slope);
  }

  /** K-weighted energy of each whole step of so many samples, of all tracks together, times `gain` and less what is cut. */
  energies([a, b]: Tracks, step: number, gain: number, cut: Track | undefined): Float64Array {
    const state = this.#allocate(FILTER_BYTES);
    const energies = new Float64Array(Math.floor(a.length / step));
    for (let i = 0; i < energies.length; i++) {
      const at = i * step * TRACK_BYTES;
      const [other, less] = [b ? b.at + at : 0, cut ? cut.at + at : 0];
      energies[i] = this.#exports.energy(a.at + at, other, step, gain, less, state);
    }
    return energies;
  }

  /** Notes in `cut` what is missing of a gain of 1 so that no sample times `gain` is over the ceiling; whether any is. */
  peaks(cut: Track, [a, b]: Tracks, gain: number, ceiling: number): boolean {
    let any = 0;
    for (const { bytes, count } of parts(a.length))
      any |= this.#exports.peaks(cut.at + bytes, a.at + bytes, b ? b.at + bytes : 0, count, gain, ceiling);
    return any !== 0;
  }

  /** Bends what is cut towards each peak from both sides; each value is what is left of it a sample away. */
  bend(cut: Track, fall: number, back: number): void {
    const all = [...parts(cut.length)];
    let held = 0;
    for (const { bytes, count } of all.toReversed())
      held = this.#exports.fall(cut.at + bytes, count, held, fall);
    held = 0;
    for (const { bytes, count } of all) held = this.#exports.back(cut.at + bytes, count, held, back);
  }

  /** Takes of a track what is cut. */
  dip(track: Track, cut: Track): void {
    for (const { bytes, count } of parts(track.length))
      this.#exports.dip(track.at + bytes, cut.at + bytes, count);
  }

  /** The power behind so many samples, from that before them; see assembly/sound.ts. */
  power(
    track: Track,
    from: number,
    count: number,
    held: number,
    { attack, release }: Readonly<Record<'attack' | 'release', number>>,
  ): number {
    return this.#exports.power(track.at + TRACK_BYTES * from, count, held, attack, release);
  }

  /** Tracks times `gain`, less what is cut, as PCM; what is over full scale is cut off. */
  pcm([a, b]: Tracks, gain = 1, cut?: Track): Pcm16 {
    const channels = b ? 2 : 1;
    const out = this.#allocate(a.length * channels * PCM_BYTES);
    for (const { from, bytes, count } of parts(a.length)) {
      const [other, less] = [b ? b.at + bytes : 0, cut ? cut.at + bytes : 0];
      this.#exports.interleave(out + from * channels * PCM_BYTES, a.at + bytes, other, count, gain, less);
    }
    const samples = new Int16Array(this.#memory.buffer, out, a.length * channels).slice();
    return { samples, channels };
  }

  #allocate(bytes: number): number {
    const at = this.#top;
    this.#top = at + ALIGNMENT * Math.ceil(bytes / ALIGNMENT);
    const missing = this.#top - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    return at;
  }
}

/** A track of so many samples in parts: the first sample of each, its byte, and how many there are. */
function* parts(length: number): Generator<{ from: number; bytes: number; count: number }> {
  for (let from = 0; from < length; from += PART)
    yield { from, bytes: from * TRACK_BYTES, count: Math.min(PART, length - from) };
}
