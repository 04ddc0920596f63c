/** The discrete Fourier transform of real sound, for the features of a recording. */

/** Power of each bin from 0 to half the sample rate; `size` is a power of two. */
export class PowerSpectrum {
  readonly size: number;
  readonly power: Float64Array;
  readonly #re: Float64Array;
  readonly #im: Float64Array;
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;

  constructor(size: number) {
    this.size = size;
    this.power = new Float64Array(size / 2 + 1);
    this.#re = new Float64Array(size);
    this.#im = new Float64Array(size);
    this.#cos = Float64Array.from({ length: size / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / size));
    this.#sin = Float64Array.from({ length: size / 2 }, (_, i) => Math.sin((2 * Math.PI * i) / size));
  }

  /** Fills `power` from a window of sound, which is padded with silence. */
  of(window: Float64Array): void {
    const [re, im, size] = [this.#re, this.#im, this.size];
    im.fill(0);
    for (let i = 0, j = 0; i < size; i++) {
      re[j] = i < window.length ? (window[i] as number) : 0;
      // The next place in order of reversed bits.
      let bit = size >> 1;
      for (; bit > 0 && (j & bit) !== 0; bit >>= 1) j ^= bit;
      j |= bit;
    }
    for (let half = 1; half < size; half *= 2) this.#combine(half);
    for (let i = 0; i < this.power.length; i++)
      this.power[i] = (re[i] as number) ** 2 + (im[i] as number) ** 2;
  }

  /** Joins transforms of `half` points to those of twice as many. */
  #combine(half: number): void {
    const [re, im, step] = [this.#re, this.#im, this.size / (2 * half)];
    for (let from = 0; from < this.size; from += 2 * half) {
      for (let i = 0; i < half; i++) {
        const [c, s] = [this.#cos[i * step] as number, this.#sin[i * step] as number];
        const [a, b] = [from + i, from + i + half];
        const [x, y] = [re[b] as number, im[b] as number];
        const [u, v] = [x * c + y * s, y * c - x * s];
        re[b] = (re[a] as number) - u;
        im[b] = (im[a] as number) - v;
        re[a] = (re[a] as number) + u;
        im[a] = (im[a] as number) + v;
      }
    }
  }
}
