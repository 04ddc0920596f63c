import { appendFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { DigitalSourceType } from '@shortfactory/core';
import { xmpPacket } from './xmp.ts';

/** Of the box that holds XMP in a file of the ISO base media format (ISO 16684-3, 4.3). */
const XMP_BOX = Buffer.from('BE7ACFCB97A942E89C71999491E3AFAC', 'hex');
/** Before XMP in a JPEG's APP1 segment (ISO 16684-3, 4.9). */
const XMP_SEGMENT = Buffer.from('http://ns.adobe.com/xap/1.0/\0');
/** Keyword of XMP in a PNG's iTXt chunk, then: not compressed, no language, no translation (ISO 16684-3, 4.11). */
const XMP_CHUNK = Buffer.from('XML:com.adobe.xmp\0\0\0\0\0');
const PNG_HEAD_BYTES = 8 + 25;

/** Adds to a finished MP4 how it was made: a box at its end, which moves nothing that others point to. */
export async function markVideo(file: string, type: DigitalSourceType): Promise<void> {
  const packet = xmpPacket(type);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + XMP_BOX.length + packet.length);
  await appendFile(file, Buffer.concat([size, Buffer.from('uuid'), XMP_BOX, packet]));
}

/** A JPEG or PNG of ours with how it was made. */
export function markPicture(bytes: Uint8Array, type: DigitalSourceType): Buffer {
  const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packet = xmpPacket(type);
  if (picture.readUInt16BE(0) === 0xffd8) {
    const head = Buffer.from([0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(2 + XMP_SEGMENT.length + packet.length, 2);
    const at = afterJfif(picture);
    return Buffer.concat([picture.subarray(0, at), head, XMP_SEGMENT, packet, picture.subarray(at)]);
  }
  if (picture.subarray(1, 4).toString('latin1') !== 'PNG')
    throw new Error('only JPEG and PNG are marked; the picture is neither');
  const body = Buffer.concat([Buffer.from('iTXt'), XMP_CHUNK, packet]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  const [before, after] = [picture.subarray(0, PNG_HEAD_BYTES), picture.subarray(PNG_HEAD_BYTES)];
  return Buffer.concat([before, size, body, sum, after]);
}

/** Readers of JFIF want its APP0 segment first. */
function afterJfif(jpeg: Buffer): number {
  return jpeg.length > 6 && jpeg.readUInt16BE(2) === 0xffe0 ? 4 + jpeg.readUInt16BE(4) : 2;
}
