import { BitWriter } from './bits.ts';

/**
 * The slice data of a B picture in which every macroblock is skipped, coded by CABAC (H.264, 9.3): for each macroblock
 * mb_skip_flag 1 and end_of_slice_flag. Neighbours are skipped or missing, so that one context alone is used, and it
 * only ever sees the symbol that it holds for likely: the encoder's codILow stays 0 up to the last bit.
 */
export const SKIPPED_SLICE_QP = 51;

/** m and n of ctxIdx 24 with cabac_init_idc 0 (table 9-14): mb_skip_flag of B slices, no neighbour coded. */
const [M, N] = [18, 64];
/** The last state of pStateIdx that transIdxMPS leads to (table 9-45). */
const LAST_STATE = 62;
/** codIRangeLPS by qCodIRangeIdx for pStateIdx 57 to 62 (table 9-44); at SKIPPED_SLICE_QP no other is met. */
const RANGE_LPS: Readonly<Record<number, readonly [number, number, number, number]>> = {
  57: [7, 9, 11, 12],
  58: [7, 9, 10, 12],
  59: [7, 8, 10, 11],
  60: [6, 8, 9, 11],
  61: [6, 7, 9, 10],
  62: [6, 7, 8, 9],
};

/** The data for this many macroblocks, rbsp_trailing_bits included; it begins on a byte of the slice. */
export function skippedSliceData(macroblocks: number): Uint8Array {
  const out = new BitWriter();
  // 9.3.1.1; the state is over 63, so that the likely symbol is 1: skipped.
  let state = ((M * SKIPPED_SLICE_QP) >> 4) + N - 64;
  let range = 510;
  // The first bit is not written (firstBitFlag, 9.3.4.2).
  let bits = -1;
  const shift = (): void => {
    // RenormE with codILow 0 writes zeros.
    for (; range < 256; range <<= 1) if (bits++ >= 0) out.u(0, 1);
  };
  for (let left = macroblocks; left > 0; left--) {
    range -= RANGE_LPS[state]?.[(range >> 6) & 3] as number;
    state = Math.min(state + 1, LAST_STATE);
    shift();
    // EncodeBin of end_of_slice_flag, before termination (9.3.4.5).
    range -= 2;
    if (left > 1) shift();
  }
  return flushed(out, range, bits);
}

/** EncodeFlush (9.3.4.5) with codILow at the terminating bin: the last bit written is rbsp_stop_one_bit. */
function flushed(out: BitWriter, range: number, bits: number): Uint8Array {
  let low = range;
  // codIRange is 2: RenormE shifts seven times.
  const put = (bit: number): void => {
    if (bits++ >= 0) out.u(bit, 1);
  };
  let outstanding = 0;
  const putAll = (bit: number): void => {
    put(bit);
    for (; outstanding > 0; outstanding--) put(1 - bit);
  };
  for (let i = 0; i < 7; i++) {
    if (low < 256) putAll(0);
    else if (low >= 512) {
      low -= 512;
      putAll(1);
    } else {
      low -= 256;
      outstanding++;
    }
    low <<= 1;
  }
  putAll((low >> 9) & 1);
  out.u((low >> 8) & 1, 1);
  return out.trailing();
}
