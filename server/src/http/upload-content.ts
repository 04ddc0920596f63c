import { imageSize } from 'image-size';
import { audioKind, imageKind, MAX_PICTURE_PIXELS } from '../domain/media.ts';

/** Enough of a file for the size of any picture in it, with much metadata before. */
export const MOST_HEAD_BYTES = 1_000_000;

/** Names that people and browsers give to the same thing. */
const SAME: Readonly<Record<string, string>> = { 'audio/x-wav': 'audio/wav', 'audio/x-m4a': 'audio/mp4' };

/**
 * What an uploaded file's beginning shows it to be: its media type, or what is wrong with it in words that follow
 * "is". Nothing is decoded.
 */
export function inspectHead(head: Uint8Array): { readonly mediaType: string } | { readonly problem: string } {
  const image = imageKind(head);
  if (image) {
    const problem = pictureProblem(head);
    return problem === undefined ? { mediaType: image.mediaType } : { problem };
  }
  const audio = audioKind(head);
  if (audio) return { mediaType: audio.mediaType };
  return {
    problem: 'neither a picture nor music that can be read (PNG, JPEG, WebP; WAV, MP3, FLAC, Ogg, M4A)',
  };
}

export function isSameType(declared: string, found: string): boolean {
  return (SAME[declared] ?? declared) === found;
}

function pictureProblem(head: Uint8Array): string | undefined {
  let size: { width: number; height: number };
  try {
    size = imageSize(head);
  } catch {
    // A header that lies or is cut short is as good as none.
    return 'a picture whose size cannot be read; the file may be cut short';
  }
  const { width, height } = size;
  if (!(width > 0 && height > 0)) return 'a picture without width or height';
  if (width * height <= MAX_PICTURE_PIXELS) return undefined;
  return `a picture of ${width} × ${height} pixels; at most ${MAX_PICTURE_PIXELS / 1e6} million were expected`;
}
