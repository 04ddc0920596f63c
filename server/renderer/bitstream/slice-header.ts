import { BitReader, BitWriter } from './bits.ts';
import { NAL, typeOf, withEmulation, withoutEmulation } from './nal-unit.ts';
import { StreamRefused } from './refused.ts';
import { POC_BITS } from './sps.ts';
import type { Sps } from './sps.ts';

/** slice_type (H.264, table 7-6); 5 more says that all slices of the picture are of it. */
const [P, I] = [0, 2];
const clause = '7.3.3';

/** A slice that holds one whole picture. */
export interface Anchor {
  readonly unit: Buffer;
  readonly idr: boolean;
  readonly frameNum: number;
}

/**
 * An I or P slice with a pic_order_cnt_lsb in its header, for a parameter set of spsForSkipped. Its data stays bit by
 * bit: CABAC's begins on a byte (7.3.4). `order` counts frames from the IDR picture.
 */
export function withOrder(unit: Uint8Array, sps: Sps, order: number): Anchor {
  const raw = withoutEmulation(unit);
  const idr = typeOf(unit) === NAL.IDR;
  const reader = new BitReader(raw);
  const writer = new BitWriter();
  const u = (width: number): number => copy(reader.u(width), (value) => writer.u(value, width));
  const ue = (): number => copy(reader.ue(), (value) => writer.ue(value));
  const se = (): number => copy(reader.se(), (value) => writer.se(value));
  if (u(8) >> 5 === 0) throw new StreamRefused('a picture that none refers to', clause);
  if (ue() !== 0) throw new StreamRefused('several slices a picture', clause);
  const type = ue() % 5;
  if (type !== P && type !== I) throw new StreamRefused('a slice that is neither I nor P', clause);
  if (ue() !== 0) throw new StreamRefused('a second picture parameter set', clause);
  const frameNum = u(sps.frameNumBits);
  if (idr) ue();
  writer.u(orderBits(order), POC_BITS);
  if (type === P) {
    if (u(1) === 1 && ue() !== 0) throw new StreamRefused('several active references', clause);
    if (u(1) === 1) throw new StreamRefused('references in another order', '7.3.3.1');
  }
  if (idr) {
    u(1);
    if (u(1) === 1) throw new StreamRefused('a long-term reference', '7.3.3.3');
  } else if (u(1) === 1) throw new StreamRefused('marking of references', '7.3.3.3');
  // cabac_init_idc.
  if (type !== I) ue();
  se();
  if (ue() !== 1) for (let i = 0; i < 2; i++) se();
  while (reader.at % 8 !== 0) if (!reader.flag()) throw new StreamRefused('slice data off its byte', '7.3.4');
  const data = raw.subarray(reader.at / 8);
  if (data.length === 0) throw new StreamRefused('a slice without data', '7.3.4');
  return { unit: withEmulation(Buffer.concat([writer.alignedOnes(), data])), idr, frameNum };
}

/** pic_order_cnt_lsb of the frame that is shown as number `order` from the IDR picture; a frame counts two fields (8.2.1). */
export function orderBits(order: number): number {
  return (2 * order) % 2 ** POC_BITS;
}

function copy(value: number, write: (value: number) => void): number {
  write(value);
  return value;
}
