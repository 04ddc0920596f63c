import { RATE } from './instruments.ts';

/** As loud as a bed under a voice is wished; the mixer levels it once more. */
export const BED_LUFS = -20;

/** Gain that brings a loop to BED_LUFS: ITU-R BS.1770's weighting over the whole piece, without its gates. */
export function gainOf(left: Float64Array, right: Float64Array): number {
  const power = weightedPower(left) + weightedPower(right);
  const lufs = -0.691 + 10 * Math.log10(power);
  return 10 ** ((BED_LUFS - lufs) / 20);
}

function weightedPower(samples: Float64Array): number {
  const [shelf, cut] = [new Biquad(highShelf()), new Biquad(highPass())];
  let sum = 0;
  for (const sample of samples) {
    const weighted = cut.next(shelf.next(sample));
    sum += weighted * weighted;
  }
  return sum / samples.length;
}

interface Coefficients {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

class Biquad {
  readonly #of: Coefficients;
  #x1 = 0;
  #x2 = 0;
  #y1 = 0;
  #y2 = 0;

  constructor(of: Coefficients) {
    this.#of = of;
  }

  next(x: number): number {
    const { b, a } = this.#of;
    const y = b[0] * x + b[1] * this.#x1 + b[2] * this.#x2 - a[0] * this.#y1 - a[1] * this.#y2;
    [this.#x2, this.#x1] = [this.#x1, x];
    [this.#y2, this.#y1] = [this.#y1, y];
    return y;
  }
}

/** BS.1770's first filter at our rate, from its analogue prototype: +4 dB above 1.7 kHz. */
function highShelf(): Coefficients {
  const [hz, gainDb, q] = [1681.974450955533, 3.999843853973347, 0.7071752369554196];
  const k = Math.tan((Math.PI * hz) / RATE);
  const high = 10 ** (gainDb / 20);
  const middle = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b: [
      (high + (middle * k) / q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (middle * k) / q + k * k) / a0,
    ],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  };
}

/** Its second filter: a high pass at 38 Hz. */
function highPass(): Coefficients {
  const [hz, q] = [38.13547087602444, 0.5003270373238773];
  const k = Math.tan((Math.PI * hz) / RATE);
  const a0 = 1 + k / q + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
}
