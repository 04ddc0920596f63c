import { StreamRefused } from './refused.ts';

/** nal_unit_type (H.264, table 7-1), of those that an encoder of ours makes. */
export const NAL = { SLICE: 1, IDR: 5, SEI: 6, SPS: 7, PPS: 8, DELIMITER: 9 } as const;

const START = Buffer.from([0, 0, 1]);

/** Splits a byte stream into its NAL units (annex B). Refuses what does not begin with a start code. */
export function nalUnits(stream: Buffer): Buffer[] {
  const starts: number[] = [];
  for (let at = stream.indexOf(START); at >= 0; at = stream.indexOf(START, at + 3)) starts.push(at + 3);
  const before = stream.subarray(0, Math.max(0, (starts[0] ?? 0) - 3));
  if (starts.length === 0 || before.some((byte) => byte !== 0))
    throw new StreamRefused('no byte stream of NAL units', 'annex B');
  return starts.map((start, i) => {
    let end = i + 1 < starts.length ? (starts[i + 1] as number) - 3 : stream.length;
    // trailing_zero_8bits, and the zero_byte before a start code of four bytes. A unit never ends with a zero (7.4.1).
    while (end > start && stream[end - 1] === 0) end--;
    if (end === start || ((stream[start] as number) & 0x80) !== 0)
      throw new StreamRefused('a NAL unit without a header', '7.4.1');
    return stream.subarray(start, end);
  });
}

/** nal_unit_type of a unit. */
export function typeOf(unit: Uint8Array): number {
  return (unit[0] ?? 0) & 31;
}

const PREVENTED = Buffer.from([0, 0, 3]);
const TWO_ZEROS = PREVENTED.subarray(0, 2);

/** A unit without its emulation prevention bytes, header byte included (7.3.1). */
export function withoutEmulation(unit: Uint8Array): Buffer {
  const bytes = asBuffer(unit);
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(PREVENTED); at >= 0; at = bytes.indexOf(PREVENTED, from)) {
    parts.push(bytes.subarray(from, at + 2));
    from = at + 3;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}

/** A unit with emulation prevention bytes, so that no start code is within it (7.4.1). */
export function withEmulation(unit: Uint8Array): Buffer {
  const bytes = asBuffer(unit);
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(TWO_ZEROS); at >= 0; at = bytes.indexOf(TWO_ZEROS, at + 2)) {
    if ((bytes[at + 2] ?? 255) > 3) continue;
    parts.push(bytes.subarray(from, at + 2), PREVENTED.subarray(2));
    from = at + 2;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
