import { box, fullBox, latin1, u16, u32 } from './boxes.ts';

/** BT.709, in limited range (ITU-T H.273). */
const COLOUR = [1, 1, 1] as const;

/** H.264 of one size. `config`: the content of avcC (ISO/IEC 14496-15, 5.3.3.1). */
export function avc1(
  config: Buffer,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): Buffer {
  const colour = box('colr', latin1('nclx'), u16(...COLOUR), Buffer.from([0]));
  const square = box('pasp', u32(1, 1));
  const resolution = u32(0x480000, 0x480000, 0);
  const frame = [u32(0), u16(0, 1), u32(0, 0, 0, 0), u16(widthPx, heightPx), resolution];
  return box(
    'avc1',
    ...frame,
    u16(1),
    Buffer.alloc(32),
    u16(24, 0xffff),
    box('avcC', config),
    colour,
    square,
  );
}

/** The content of avcC: High profile, 4:2:0, 8 bits, no extensions of the parameter set. */
export function avcConfig(sps: Buffer, pps: Buffer): Buffer {
  const high = Buffer.from([0xfc | 1, 0xf8, 0xf8, 0]);
  const head = Buffer.from([1, sps[1] ?? 0, sps[2] ?? 0, sps[3] ?? 0, 0xff, 0xe1]);
  return Buffer.concat([head, u16(sps.length), sps, Buffer.from([1]), u16(pps.length), pps, high]);
}

/** AAC. `config`: AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1). */
export function mp4a(config: Buffer, channels: number, rate: number, bitsPerSecond: number): Buffer {
  const specific = descriptor(5, config);
  // MPEG-4 audio, an audio stream; no buffer is promised.
  const decoder = descriptor(
    4,
    Buffer.from([0x40, 0x15, 0, 0, 0]),
    u32(bitsPerSecond, bitsPerSecond),
    specific,
  );
  const stream = descriptor(3, u16(0), Buffer.from([0]), decoder, descriptor(6, Buffer.from([2])));
  const sound = [u32(0), u16(0, 1), u32(0, 0), u16(channels, 16, 0, 0), u32(rate * 0x10000)];
  return box('mp4a', ...sound, fullBox('esds', 0, stream));
}

/** A descriptor of ISO/IEC 14496-1, 8.3.3; shorter than 128 bytes. */
function descriptor(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, body.length]), body]);
}
