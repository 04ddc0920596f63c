import type { CodedSequence } from './insert-skipped.ts';

export interface ClipFormat {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fps: number;
}

/** Units of time of a frame; what ffmpeg's muxer takes for 30 frames a second too, so that clips join without rounding. */
const TICKS = 512;
/** Pictures are decoded this many frames before they are shown, as one is reordered at most. */
const DELAY = 1;
const UNITY = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000] as const;
/** BT.709, in limited range (ITU-T H.273). */
const COLOUR = [1, 1, 1] as const;

/** A coded sequence as an MP4 of its own without sound (ISO/IEC 14496-12 and -15). */
export function mp4Clip({ sps, pps, pictures }: CodedSequence, format: ClipFormat): Buffer {
  const samples = pictures.map(({ unit }) => Buffer.concat([u32(unit.length), unit]));
  const scale = TICKS * format.fps;
  const duration = TICKS * pictures.length;
  const offsets = pictures.map(({ order }, i) => TICKS * (order - i + DELAY));
  const keys = pictures.flatMap(({ idr }, i) => (idr ? [i + 1] : []));
  const ftyp = box('ftyp', text('isom'), u32(512), text('isomiso2avc1mp41'));
  const moov = (dataAt: number): Buffer => {
    const table = box(
      'stbl',
      box('stsd', u32(0, 1), avc1(sps, pps, format)),
      box('stts', u32(0, 1, samples.length, TICKS)),
      box('ctts', u32(0, offsets.length, ...offsets.flatMap((offset) => [1, offset]))),
      box('stss', u32(0, keys.length, ...keys)),
      box('stsz', u32(0, 0, samples.length, ...samples.map(({ length }) => length))),
      box('stsc', u32(0, 1, 1, samples.length, 1)),
      box('stco', u32(0, 1, dataAt)),
    );
    const handler = box('hdlr', u32(0, 0), text('vide'), u32(0, 0, 0), text('video\0'));
    const reference = box('dinf', box('dref', u32(0, 1), box('url ', u32(1))));
    const media = box(
      'mdia',
      box('mdhd', u32(0, 0, 0, scale, duration), u16(UNDETERMINED, 0)),
      handler,
      box('minf', box('vmhd', u32(1, 0, 0)), reference, table),
    );
    const size = u32(format.widthPx * 0x10000, format.heightPx * 0x10000);
    const track = box(
      'trak',
      box('tkhd', u32(3, 0, 0, 1, 0, duration, 0, 0), u16(0, 0, 0, 0), u32(...UNITY), size),
      box('edts', box('elst', u32(0, 1, duration, TICKS * DELAY, 0x10000))),
      media,
    );
    const header = u32(0, 0, 0, scale, duration, 0x10000);
    return box(
      'moov',
      box('mvhd', header, u16(0x100, 0), u32(0, 0, ...UNITY), Buffer.alloc(24), u32(2)),
      track,
    );
  };
  const dataAt = ftyp.length + moov(0).length + 8;
  return Buffer.concat([ftyp, moov(dataAt), box('mdat', ...samples)]);
}

/** "und" in ISO 639-2/T, five bits a letter. */
const UNDETERMINED = 0x55c4;

function avc1(sps: Buffer, pps: Buffer, { widthPx, heightPx }: ClipFormat): Buffer {
  // High profile: chroma format 4:2:0, 8 bits, no extensions of the parameter set (14496-15, 5.3.3.1.2).
  const high = Buffer.from([0xfc | 1, 0xf8, 0xf8, 0]);
  const record = Buffer.from([1, sps[1] ?? 0, sps[2] ?? 0, sps[3] ?? 0, 0xff, 0xe1]);
  const config = box('avcC', record, u16(sps.length), sps, Buffer.from([1]), u16(pps.length), pps, high);
  const colour = box('colr', text('nclx'), u16(...COLOUR), Buffer.from([0]));
  const square = box('pasp', u32(1, 1));
  const resolution = u32(0x480000, 0x480000, 0);
  const frame = [u32(0), u16(0, 1), u32(0, 0, 0, 0), u16(widthPx, heightPx), resolution];
  return box('avc1', ...frame, u16(1), Buffer.alloc(32), u16(24, 0xffff), config, colour, square);
}

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const length = 8 + parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([u32(length), text(type), ...parts]);
}

function text(ascii: string): Buffer {
  return Buffer.from(ascii, 'latin1');
}

function u32(...values: readonly number[]): Buffer {
  const out = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => out.writeUInt32BE(value, 4 * i));
  return out;
}

function u16(...values: readonly number[]): Buffer {
  const out = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => out.writeUInt16BE(value, 2 * i));
  return out;
}
