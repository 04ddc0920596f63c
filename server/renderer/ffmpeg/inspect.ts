import { open } from 'node:fs/promises';
import { RenderFailed, SNIFF_BYTES, SOUND_NAMES, audioKind, imageKind } from '@shortfactory/core';
import type { Music } from '../sound/audio.ts';

/** Kinds of pictures that the renderer reads: those drawn by the server, and untrusted ones after re-encoding. */
export type CleanType = 'image/png' | 'image/jpeg';

/** A picture on disk, drawn by the server or re-encoded from an upload. */
export interface ImageFile {
  readonly file: string;
  readonly mediaType: CleanType;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The first bytes of a file: as many as say what it is. */
export async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A picture of a known size as the renderer needs it; throws RenderFailed for one that was not drawn or made anew here. */
export async function inspectImage(
  file: string,
  { widthPx, heightPx }: Pick<ImageFile, 'widthPx' | 'heightPx'>,
): Promise<ImageFile> {
  const mediaType = imageKind(await headOf(file))?.mediaType;
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg')
    throw new RenderFailed('A picture that was drawn is neither PNG nor JPEG.');
  return { file, mediaType, widthPx, heightPx };
}

/** Looks at the first bytes of a sound file; throws RenderFailed when it is not one that is read. */
export async function inspectMusic(file: string, what = 'music'): Promise<Music> {
  const kind = audioKind(await headOf(file));
  if (!kind) throw new RenderFailed(`not ${what} that can be read; a ${SOUND_NAMES} file was expected`);
  return { file, kind };
}
