import { randomBytes } from 'node:crypto';
import { UPLOAD_TYPES } from '@shortfactory/contract';
import { sealed, unsealed } from '../identity/seal.ts';

/** What was announced for an upload. */
export interface Announced {
  readonly contentType: string;
  readonly bytes: number;
  readonly expiresMs: number;
}

/** Names say a type by its place here: new ones stand last. */
const TYPES: readonly string[] = [
  ...UPLOAD_TYPES.image.types,
  ...UPLOAD_TYPES.music.types,
  ...UPLOAD_TYPES.clip.types,
];
const RANDOM_BYTES = 16;
const PURPOSE = 'upload';
const PLAIN_BYTES = RANDOM_BYTES + 1 + 4 + 4;

/**
 * A new name for an upload, `uploads/…`. It cannot be guessed, and it contains what was announced, signed, so that
 * nothing has to be stored until the bytes arrive, on any instance.
 */
export function newUploadName(signingKey: string, { contentType, bytes, expiresMs }: Announced): string {
  const plain = Buffer.alloc(PLAIN_BYTES);
  randomBytes(RANDOM_BYTES).copy(plain);
  plain.writeUInt8(TYPES.indexOf(contentType), RANDOM_BYTES);
  plain.writeUInt32BE(bytes, RANDOM_BYTES + 1);
  plain.writeUInt32BE(Math.floor(expiresMs / 1000), RANDOM_BYTES + 5);
  return uploadNameOf(sealed(signingKey, PURPOSE, plain));
}

export function uploadNameOf(id: string): string {
  return `uploads/${id}`;
}

/** What an id was made for; undefined when its signature is not ours. */
export function announcedBy(signingKey: string, id: string): Announced | undefined {
  const plain = unsealed(signingKey, PURPOSE, id);
  if (plain?.length !== PLAIN_BYTES) return undefined;
  const contentType = TYPES[plain.readUInt8(RANDOM_BYTES)];
  if (contentType === undefined) return undefined;
  return {
    contentType,
    bytes: plain.readUInt32BE(RANDOM_BYTES + 1),
    expiresMs: plain.readUInt32BE(RANDOM_BYTES + 5) * 1000,
  };
}
