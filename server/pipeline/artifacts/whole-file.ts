/** Reads so many bytes at a place; fewer at the end. */
export type Peek = (at: number, length: number) => Promise<Uint8Array> | Uint8Array;

const TAIL_BYTES = 32;
const MOST_BOXES = 1000;

/**
 * Whether a file of a kind that says where it ends is there to its end: MP4, WAV, WebP, JPEG, PNG and AAC (ADTS). True for other
 * kinds, false for an empty file. Looks at a few bytes, so a change in the middle goes unseen.
 */
export async function looksWhole(bytes: number, peek: Peek): Promise<boolean> {
  if (bytes === 0) return false;
  const head = Buffer.from(await peek(0, 12));
  const [first, second] = [head.toString('latin1', 0, 4), head.toString('latin1', 4, 8)];
  if (second === 'ftyp') return holdsAllBoxes(bytes, peek);
  if (first === 'RIFF') return head.length >= 8 && head.readUInt32LE(4) + 8 <= bytes;
  if (isAdts(head)) return holdsAllPackets(bytes, peek);
  const tail = Buffer.from(await peek(Math.max(0, bytes - TAIL_BYTES), TAIL_BYTES));
  if (head[0] === 0xff && head[1] === 0xd8) return tail.includes(Buffer.from([0xff, 0xd9]));
  if (first === '\x89PNG') return tail.includes('IEND', 0, 'latin1');
  return true;
}

/** Boxes follow one another to the end, and the index is among them. @see ISO/IEC 14496-12, section 4.2 */
async function holdsAllBoxes(bytes: number, peek: Peek): Promise<boolean> {
  let hasIndex = false;
  let at = 0;
  for (let box = 0; at < bytes && box < MOST_BOXES; box++) {
    const head = Buffer.from(await peek(at, 16));
    if (head.length < 8) return false;
    hasIndex ||= head.toString('latin1', 4, 8) === 'moov';
    const stated = head.readUInt32BE(0);
    const isLong = stated === 1 && head.length === 16;
    const size = isLong ? Number(head.readBigUInt64BE(8)) : stated === 0 ? bytes - at : stated;
    if (size < 8) return false;
    at += size;
  }
  return hasIndex && at === bytes;
}

/** The sync word, layer 0 and no checksum (ISO/IEC 14496-3, 1.A.2.2). */
function isAdts(head: Buffer): boolean {
  return head.length >= 7 && (head.readUInt16BE(0) & 0xfff7) === 0xfff1;
}

/** Packets follow one another to the end. */
async function holdsAllPackets(bytes: number, peek: Peek): Promise<boolean> {
  const stream = Buffer.from(await peek(0, bytes));
  let at = 0;
  while (at + 7 <= stream.length && isAdts(stream.subarray(at, at + 7)))
    at += Math.max(7, (stream.readUIntBE(at + 3, 3) >> 5) & 0x1fff);
  return at === bytes;
}
