import { BitReader } from '../bitstream/bits.ts';

/** Bytes before a packet without a checksum (ISO/IEC 14496-3, 1.A.2.2). */
export const ADTS_HEADER_BYTES = 7;
/** Of a channel pair element (14496-3, table 4.85). */
const CHANNEL_PAIR = 1;

/** The packets of an AAC stream, each with its header. Undefined for what is not one to its end. */
export function adtsPackets(stream: Uint8Array): Buffer[] | undefined {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  const packets: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + ADTS_HEADER_BYTES > bytes.length || (bytes.readUInt16BE(at) & 0xfff7) !== 0xfff1)
      return undefined;
    const length = (bytes.readUIntBE(at + 3, 3) >> 5) & 0x1fff;
    if (length < ADTS_HEADER_BYTES || at + length > bytes.length) return undefined;
    packets.push(bytes.subarray(at, at + length));
    at += length;
  }
  return packets;
}

/** AudioSpecificConfig of a packet (14496-3, 1.6.2.1): object type, index of the rate, channels. */
export function specificConfig(packet: Buffer): Buffer {
  const [profile, rate] = [(packet.readUInt8(2) >> 6) + 1, (packet.readUInt8(2) >> 2) & 15];
  const channels = (packet.readUInt16BE(2) >> 6) & 7;
  const config = Buffer.alloc(2);
  config.writeUInt16BE((profile << 11) | (rate << 7) | (channels << 3));
  return config;
}

/**
 * How the block of a stereo packet is windowed: its sequence and shape (14496-3, 4.4.2.1, ics_info), where both channels
 * share it and stand first in the packet. A decoder overlaps a block with the one before it by these. Undefined for a
 * packet of another form.
 */
export function windowOf(packet: Buffer): number | undefined {
  if (packet.length < ADTS_HEADER_BYTES + 2) return undefined;
  const bits = new BitReader(packet.subarray(ADTS_HEADER_BYTES));
  if (bits.u(3) !== CHANNEL_PAIR) return undefined;
  // element_instance_tag
  bits.u(4);
  const shared = bits.flag();
  // ics_reserved_bit
  bits.u(1);
  return shared ? bits.u(3) : undefined;
}
