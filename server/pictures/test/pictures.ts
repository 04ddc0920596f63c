import { crc32, deflateSync } from 'node:zlib';
import { expect } from 'chai';

/** A chunk of a PNG. */
export function chunk(type: string, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...content]);
  const bytes = Buffer.alloc(8 + body.length);
  bytes.writeUInt32BE(body.length - 4, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), 4 + body.length);
  return bytes;
}

/** A black PNG of 8 bits with other chunks before its pixels. */
export function png(width: number, height: number, before: readonly Uint8Array[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...before,
    chunk('IDAT', deflateSync(Buffer.alloc(height * (width + 1)))),
    chunk('IEND'),
  ]);
}

/** What a piece of work failed with. */
export async function refusal(work: Promise<unknown>): Promise<Error> {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error).to.be.instanceOf(Error);
  return error as Error;
}
