import { RATE } from './instruments.ts';

/** A stereo piece that is played round and round: what rings on behind its end is heard at its beginning. */
export class Loop {
  readonly left: Float64Array;
  readonly right: Float64Array;

  constructor(seconds: number) {
    this.left = new Float64Array(Math.round(seconds * RATE));
    this.right = new Float64Array(this.left.length);
  }

  /** @param pan -1 is left, 1 right, at equal power. */
  add(samples: Float64Array, atSeconds: number, level: number, pan: number): void {
    const angle = ((Math.max(-1, Math.min(1, pan)) + 1) * Math.PI) / 4;
    const [toLeft, toRight] = [level * Math.cos(angle), level * Math.sin(angle)];
    const length = this.left.length;
    let at = (((Math.round(atSeconds * RATE) % length) + length) % length) - 1;
    for (const sample of samples) {
      at = at + 1 === length ? 0 : at + 1;
      this.left[at] = (this.left[at] as number) + sample * toLeft;
      this.right[at] = (this.right[at] as number) + sample * toRight;
    }
  }

  /**
   * Adds a room to it: eight echoes that feed one another, through a low pass (a feedback delay network). It is run twice
   * and the second time is kept, so that the room of the end is heard at the beginning.
   */
  addRoom(share: number): void {
    if (share === 0) return;
    const lines = ECHO_MS.map((ms) => new Float64Array(Math.round((ms * RATE) / 1000)));
    const damped = new Float64Array(lines.length);
    const heard = new Float64Array(lines.length);
    const { left, right } = this;
    const [dryLeft, dryRight] = [left.slice(), right.slice()];
    for (let i = 0; i < 2 * left.length; i++) {
      const at = i % left.length;
      let sum = 0;
      for (let k = 0; k < lines.length; k++) {
        const line = lines[k] as Float64Array;
        const out = line[i % line.length] as number;
        damped[k] = (damped[k] as number) + DAMPING * (out - (damped[k] as number));
        heard[k] = damped[k] as number;
        sum += damped[k] as number;
      }
      // A Householder reflection keeps the energy, whatever the echoes.
      const mean = (2 * sum) / lines.length;
      for (let k = 0; k < lines.length; k++) {
        const line = lines[k] as Float64Array;
        const dry = (k % 2 === 0 ? dryLeft[at] : dryRight[at]) as number;
        line[i % line.length] = FEEDBACK * ((heard[k] as number) - mean) + 0.25 * dry;
      }
      if (i < left.length) continue;
      left[at] = (left[at] as number) + share * sumOf(heard, 0);
      right[at] = (right[at] as number) + share * sumOf(heard, 1);
    }
  }
}

/** Lengths without a common divisor, so that no echo is heard as one. */
const ECHO_MS = [29.7, 37.1, 41.1, 43.7, 53.3, 59.9, 67.3, 73.1] as const;
const FEEDBACK = 0.86;
const DAMPING = 0.45;

function sumOf(values: Float64Array, from: 0 | 1): number {
  let sum = 0;
  for (let k = from; k < values.length; k += 2) sum += values[k] as number;
  return sum;
}
