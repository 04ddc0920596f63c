import { PICTURE_NAMES, SOUND_NAMES, audioKind, imageKind, notReadAsPicture } from '@shortfactory/core';
import { PictureUnusable } from '@shortfactory/pictures';
import type { PictureReader } from '@shortfactory/pictures';

/** Enough of a file for the size of any picture in it, with much metadata before. */
export const MOST_HEAD_BYTES = 1_000_000;

/** Different media types of the same format. */
const SAME: Readonly<Record<string, string>> = {
  'audio/x-wav': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'image/heif': 'image/heic',
};

/** What is inspected: the first bytes of a file, and whether that is all of it. */
export interface Head {
  readonly bytes: Uint8Array;
  readonly whole: boolean;
}

/**
 * The media type that an uploaded file's first bytes show, or what is wrong with it in words that follow "is". Nothing
 * is decoded here; a picture's header is read in a separate process.
 */
export async function inspectHead(
  { bytes, whole }: Head,
  pictures: Pick<PictureReader, 'look'>,
  signal: AbortSignal,
): Promise<{ readonly mediaType: string } | { readonly problem: string }> {
  const image = imageKind(bytes);
  if (image) {
    try {
      await pictures.look(bytes, whole, signal);
      return { mediaType: image.mediaType };
    } catch (error) {
      if (!(error instanceof PictureUnusable)) throw error;
      return { problem: error.message };
    }
  }
  const audio = audioKind(bytes);
  if (audio) return { mediaType: audio.mediaType };
  return {
    problem:
      notReadAsPicture(bytes) ??
      `neither a picture nor sound that can be read (${PICTURE_NAMES}; ${SOUND_NAMES})`,
  };
}

export function isSameType(declared: string, found: string): boolean {
  return (SAME[declared] ?? declared) === found;
}
