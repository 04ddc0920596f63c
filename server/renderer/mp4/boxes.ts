/** A box of the ISO base media format (ISO/IEC 14496-12, 4.2): its size, its type and what is in it. */
export function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const length = 8 + parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([u32(length), latin1(type), ...parts]);
}

/** A box with a version and flags before its content. */
export function fullBox(type: string, flags: number, ...parts: readonly Buffer[]): Buffer {
  return box(type, u32(flags), ...parts);
}

export function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

/** Numbers of 32 bits, negative ones as two's complement. */
export function u32(...values: readonly number[]): Buffer {
  const out = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => out.writeUInt32BE(value >>> 0, 4 * i));
  return out;
}

export function u16(...values: readonly number[]): Buffer {
  const out = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => out.writeUInt16BE(value & 0xffff, 2 * i));
  return out;
}
