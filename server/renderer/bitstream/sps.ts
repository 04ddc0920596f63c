import { BitReader, BitWriter } from './bits.ts';
import { withEmulation, withoutEmulation } from './nal-unit.ts';
import { StreamRefused } from './refused.ts';

/** Of a sequence parameter set (H.264, 7.3.2.1.1) what slices are read and written by. */
export interface Sps {
  /** log2_max_frame_num. */
  readonly frameNumBits: number;
  /** Macroblocks of a picture. */
  readonly macroblocks: number;
}

/** log2_max_pic_order_cnt_lsb of what we write: differences of up to 127 fields are told apart. */
export const POC_BITS = 8;
/** Two anchors are held, and one picture waits to be shown while those before it are decoded. */
const [REFERENCES, REORDERED] = [2, 1];
/** Profiles whose parameter sets say chroma format and bit depth (7.3.2.1.1): High alone of those is ours. */
const HIGH = 100;
const EXTENDED_SAR = 255;
/** MaxFS of level 4.0 in macroblocks (table A-1): no frame of ours is larger. */
const MOST_MACROBLOCKS = 8192;

const clause = '7.3.2.1.1';

/**
 * The parameter set again, as a stream with B pictures needs it: order by pic_order_cnt_type 0, two reference frames,
 * one reordered. Refuses what is not one progressive High picture of 4:2:0 in 8 bits with order counted from
 * frame_num (pic_order_cnt_type 2), which is what an encoder without B pictures writes.
 */
export function spsForSkipped(unit: Uint8Array): { readonly sps: Sps; readonly unit: Buffer } {
  const reader = new BitReader(withoutEmulation(unit));
  const writer = new BitWriter();
  const u = (width: number): number => copy(reader.u(width), (value) => writer.u(value, width));
  const ue = (): number => copy(reader.ue(), (value) => writer.ue(value));
  u(8);
  if (u(8) !== HIGH) throw new StreamRefused('a profile that is not High', clause);
  u(16);
  if (ue() !== 0) throw new StreamRefused('a second sequence', clause);
  const [chroma, luma8, chroma8, lossless, matrices] = [ue(), ue(), ue(), u(1), u(1)];
  if (chroma !== 1 || luma8 !== 0 || chroma8 !== 0)
    throw new StreamRefused('samples not 4:2:0 in 8 bits', clause);
  if (lossless !== 0 || matrices !== 0) throw new StreamRefused('scaling matrices', clause);
  const frameNumBits = ue() + 4;
  if (frameNumBits > 16) throw new StreamRefused('a frame_num of over 16 bits', clause);
  if (reader.ue() !== 2) throw new StreamRefused('pictures that are reordered already', clause);
  writer.ue(0).ue(POC_BITS - 4);
  reader.ue();
  writer.ue(REFERENCES);
  if (u(1) !== 0) throw new StreamRefused('gaps in frame_num', clause);
  const macroblocks = (ue() + 1) * (ue() + 1);
  if (macroblocks > MOST_MACROBLOCKS) throw new StreamRefused('a picture over level 4.0', 'A.3.1');
  if (u(1) !== 1) throw new StreamRefused('fields', clause);
  if (u(1) !== 1) throw new StreamRefused('direct prediction of blocks under 8x8', clause);
  if (u(1) === 1) for (let i = 0; i < 4; i++) ue();
  if (reader.flag()) vuiForSkipped(reader, writer.flag(true));
  else writeVui(writer.flag(true));
  if (reader.moreData()) throw new StreamRefused('more than a parameter set', clause);
  return { sps: { frameNumBits, macroblocks }, unit: withEmulation(writer.trailing()) };
}

/** vui_parameters (E.1.1) with bitstream_restriction of ours. */
function vuiForSkipped(reader: BitReader, writer: BitWriter): void {
  const u = (width: number): number => copy(reader.u(width), (value) => writer.u(value, width));
  const ue = (): number => copy(reader.ue(), (value) => writer.ue(value));
  if (u(1) === 1 && u(8) === EXTENDED_SAR) u(32);
  if (u(1) === 1) u(1);
  if (u(1) === 1) {
    u(4);
    if (u(1) === 1) u(24);
  }
  if (u(1) === 1) for (let i = 0; i < 2; i++) ue();
  if (u(1) === 1) [32, 32, 1].forEach(u);
  if (u(1) + u(1) > 0) throw new StreamRefused('a hypothetical reference decoder', 'E.1.2');
  u(1);
  if (reader.flag()) {
    reader.u(1);
    for (let i = 0; i < 6; i++) reader.ue();
  }
  writeRestriction(writer);
}

/** A vui_parameters with nothing but bitstream_restriction. */
function writeVui(writer: BitWriter): void {
  // aspect_ratio_info, overscan_info, video_signal_type, chroma_loc_info, timing_info, both hrd_parameters, pic_struct.
  writeRestriction(writer.u(0, 8));
}

/** bitstream_restriction (E.1.1): motion over borders, no bounds on sizes, vectors of up to 2^11 quarter pixels. */
function writeRestriction(writer: BitWriter): void {
  writer.flag(true).flag(true).ue(0).ue(0).ue(11).ue(11).ue(REORDERED).ue(REFERENCES);
}

function copy(value: number, write: (value: number) => void): number {
  write(value);
  return value;
}
