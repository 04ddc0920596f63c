import {
  CLIP_NAMES,
  DOCUMENT_BYTES,
  PICTURE_NAMES,
  SOUND_NAMES,
  audioKind,
  clipKind,
  imageKind,
  notReadAsPicture,
} from '@shortfactory/core';
import { PictureUnusable } from '@shortfactory/pictures';
import type { PictureReader } from '@shortfactory/pictures';

/** Enough of a picture for its size, with much metadata before. */
export const MOST_HEAD_BYTES = 1_000_000;

/** Whether these first bytes are all that `inspectHead` needs. */
export function isHeadEnough(bytes: Uint8Array): boolean {
  return bytes.length >= (imageKind(bytes) ? MOST_HEAD_BYTES : DOCUMENT_BYTES);
}

/** Different media types of the same format. */
const SAME: Readonly<Record<string, string>> = {
  'audio/x-wav': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'image/heif': 'image/heic',
  // Cameras and editors write the same boxes under both names.
  'video/quicktime': 'video/mp4',
  'video/x-matroska': 'video/webm',
};

/** What is inspected: the first bytes of a file, and whether that is all of it. */
export interface Head {
  readonly bytes: Uint8Array;
  readonly whole: boolean;
}

/**
 * The media types that an uploaded file's first bytes may be of, or what is wrong with it in words that follow "is". Nothing
 * is decoded here; a picture's header is read in a separate process.
 */
export async function inspectHead(
  { bytes, whole }: Head,
  pictures: Pick<PictureReader, 'look'>,
  signal: AbortSignal,
): Promise<{ readonly mediaTypes: readonly string[] } | { readonly problem: string }> {
  const image = imageKind(bytes);
  if (image) {
    try {
      await pictures.look(bytes, whole, signal);
      return { mediaTypes: [image.mediaType] };
    } catch (error) {
      if (!(error instanceof PictureUnusable)) throw error;
      return { problem: error.message };
    }
  }
  // What a container holds is seen when it is decoded.
  const kinds = [audioKind(bytes), clipKind(bytes)].filter((kind) => kind !== undefined);
  if (kinds.length > 0) return { mediaTypes: kinds.map(({ mediaType }) => mediaType) };
  return {
    problem:
      notReadAsPicture(bytes) ??
      `neither a picture, a clip nor sound that can be read (${PICTURE_NAMES}; ${CLIP_NAMES}; ${SOUND_NAMES})`,
  };
}

export function isSameType(declared: string, found: readonly string[]): boolean {
  const plain = (type: string): string => SAME[type] ?? type;
  return found.some((type) => plain(type) === plain(declared));
}
