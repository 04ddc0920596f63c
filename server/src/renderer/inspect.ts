import { open } from 'node:fs/promises';
import { imageSizeFromFile } from 'image-size/fromFile';
import { RenderFailed } from '../domain/errors.ts';
import type { Music } from './audio.ts';
import { audioKind, imageKind, MAX_PICTURE_PIXELS, SNIFF_BYTES } from '../domain/media.ts';
import type { MediaKind } from '../domain/media.ts';

/** A picture on disk that has been looked at. */
export interface ImageFile {
  readonly file: string;
  readonly kind: MediaKind;
  readonly widthPx: number;
  readonly heightPx: number;
}

async function head(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Looks at a picture's header without decoding it; throws RenderFailed when it is no picture that can be used. */
export async function inspectImage(file: string): Promise<ImageFile> {
  const kind = imageKind(await head(file));
  if (!kind) throw new RenderFailed('not an image that can be read; a PNG, JPEG or WebP file was expected');
  // A header that lies or is cut short is as good as none.
  const size = await imageSizeFromFile(file).catch(() => undefined);
  if (!size?.width || !size.height)
    throw new RenderFailed('an image whose size cannot be read; the file may be cut short');
  if (size.width * size.height > MAX_PICTURE_PIXELS) {
    throw new RenderFailed(
      `an image of ${size.width} × ${size.height} pixels; at most ${MAX_PICTURE_PIXELS / 1e6} million were expected`,
    );
  }
  return { file, kind, widthPx: size.width, heightPx: size.height };
}

/** Looks at the first bytes of a music file; throws RenderFailed when it is no sound that can be used. */
export async function inspectMusic(file: string): Promise<Music> {
  const kind = audioKind(await head(file));
  if (!kind)
    throw new RenderFailed('not music that can be read; a WAV, MP3, FLAC, Ogg or M4A file was expected');
  return { file, kind };
}
