const CASTAGNOLI = 0x82f63b78;

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ CASTAGNOLI : crc >>> 1;
  return crc;
});

/**
 * CRC-32C, the checksum that Cloud Storage keeps of every object. Here because the Google client's own one comes with
 * the whole client (100 ms of start), and a store on a disk needs it too.
 * @see https://www.rfc-editor.org/rfc/rfc3720#appendix-B.4
 */
export class Crc32c {
  #inverted = -1;

  update(bytes: Uint8Array): void {
    let crc = this.#inverted;
    // An index, not for…of: it is four times as fast.
    for (let i = 0; i < bytes.length; i++) crc = (TABLE[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
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
