const CASTAGNOLI = 0x82f63b78;

/** Bytes that are taken in one step. */
const SLICE = 8;

/** What each byte does to the checksum when 0, 1, 2 … bytes follow it in its step: 256 entries each. */
const TABLE = new Int32Array(SLICE * 256);
for (let byte = 0; byte < 256; byte++) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ CASTAGNOLI : crc >>> 1;
  TABLE[byte] = crc;
}
for (let i = 256; i < TABLE.length; i++) {
  const crc = TABLE[i - 256] ?? 0;
  TABLE[i] = effect(crc & 255, 0) ^ (crc >>> 8);
}

function effect(byte: number, following: number): number {
  return TABLE[(following << 8) | byte] as number;
}

function byte(bytes: Uint8Array, index: number): number {
  return bytes[index] as number;
}

/**
 * CRC-32C, the checksum that Cloud Storage keeps of every object. Here because the Google client's own one comes with
 * the whole client (100 ms of start), and a store on a disk needs it too.
 * @see https://www.rfc-editor.org/rfc/rfc3720#appendix-B.4
 * @see https://en.wikipedia.org/wiki/Computation_of_cyclic_redundancy_checks#Multi-bit_computation
 */
export class Crc32c {
  #inverted = -1;

  update(bytes: Uint8Array): void {
    let crc = this.#inverted;
    let i = 0;
    // An index, not for…of: four times as fast. Eight bytes in a step: nearly three times more.
    for (; i + SLICE <= bytes.length; i += SLICE) {
      crc ^=
        byte(bytes, i) | (byte(bytes, i + 1) << 8) | (byte(bytes, i + 2) << 16) | (byte(bytes, i + 3) << 24);
      crc =
        effect(crc & 255, 7) ^
        effect((crc >>> 8) & 255, 6) ^
        effect((crc >>> 16) & 255, 5) ^
        effect(crc >>> 24, 4) ^
        effect(byte(bytes, i + 4), 3) ^
        effect(byte(bytes, i + 5), 2) ^
        effect(byte(bytes, i + 6), 1) ^
        effect(byte(bytes, i + 7), 0);
    }
    for (; i < bytes.length; i++) crc = effect((crc ^ byte(bytes, i)) & 255, 0) ^ (crc >>> 8);
    this.#inverted = crc;
  }

  /** Base64 of its four bytes, big-endian, as Cloud Storage writes it. */
  base64(): string {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(~this.#inverted);
    return bytes.toString('base64');
  }
}

/** Of a whole stream, a chunk at a time. */
export async function crc32cOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const crc = new Crc32c();
  for await (const chunk of chunks) crc.update(chunk);
  return crc.base64();
}
