import { StreamRefused } from './refused.ts';

/** The longest prefix of zeros of an Exp-Golomb code of 32 bits. */
const MOST_ZEROS = 31;

/** Reads bits in order, the most significant of each byte first (H.264, 7.2). Past the end it refuses. */
export class BitReader {
  /** Bits that were read. */
  at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** u(n): an unsigned number of `width` bits, at most 32. */
  u(width: number): number {
    if (this.at + width > this.#bytes.length * 8) throw new StreamRefused('a unit that is cut short', '7.2');
    let value = 0;
    for (let i = 0; i < width; i++, this.at++) {
      value = value * 2 + (((this.#bytes[this.at >> 3] as number) >> (7 - (this.at & 7))) & 1);
    }
    return value;
  }

  flag(): boolean {
    return this.u(1) === 1;
  }

  /** ue(v): unsigned Exp-Golomb (9.1). */
  ue(): number {
    let zeros = 0;
    while (!this.flag()) if (++zeros > MOST_ZEROS) throw new StreamRefused('a number over 32 bits', '9.1');
    return 2 ** zeros - 1 + this.u(zeros);
  }

  /** se(v): signed Exp-Golomb (9.1.1). */
  se(): number {
    const code = this.ue();
    return code % 2 === 1 ? (code + 1) / 2 : 0 - code / 2;
  }

  /** Whether anything but rbsp_trailing_bits is left (7.2, more_rbsp_data). */
  moreData(): boolean {
    let last = this.#bytes.length * 8 - 1;
    while (last >= 0 && (((this.#bytes[last >> 3] as number) >> (7 - (last & 7))) & 1) === 0) last--;
    return this.at < last;
  }
}

/** Writes bits in the order in which BitReader reads them. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #held = 0;
  #count = 0;

  /** u(n), `width` up to 32. */
  u(value: number, width: number): this {
    for (let i = width - 1; i >= 0; i--) {
      this.#held = (this.#held << 1) | (Math.floor(value / 2 ** i) & 1);
      if (++this.#count < 8) continue;
      this.#bytes.push(this.#held);
      [this.#held, this.#count] = [0, 0];
    }
    return this;
  }

  flag(value: boolean): this {
    return this.u(value ? 1 : 0, 1);
  }

  /** ue(v) (9.1). */
  ue(value: number): this {
    const code = value + 1;
    const width = Math.floor(Math.log2(code)) + 1;
    return this.u(0, width - 1).u(code, width);
  }

  /** se(v) (9.1.1). */
  se(value: number): this {
    return this.ue(value > 0 ? 2 * value - 1 : -2 * value);
  }

  /** rbsp_trailing_bits (7.3.2.11): a one, then zeros to the byte's end. */
  trailing(): Uint8Array {
    this.u(1, 1);
    while (this.#count > 0) this.u(0, 1);
    return Uint8Array.from(this.#bytes);
  }

  /** cabac_alignment_one_bit (7.3.4) to the byte's end: the head of a slice whose data CABAC codes. */
  alignedOnes(): Uint8Array {
    while (this.#count > 0) this.u(1, 1);
    return Uint8Array.from(this.#bytes);
  }
}
