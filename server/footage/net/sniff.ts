import { SNIFF_BYTES, imageKind } from '@shortfactory/core';
import type { FootageKind } from '@shortfactory/core';

/** How many of a file's first bytes are looked at. */
export const HEAD_BYTES = SNIFF_BYTES;
const PHOTOS: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** What a file's first bytes say it is; undefined when that is not of the kind. */
export function mediaTypeOf(kind: FootageKind, head: Buffer): string | undefined {
  const picture = imageKind(head)?.mediaType;
  if (kind === 'photo') return picture !== undefined && PHOTOS.has(picture) ? picture : undefined;
  if (picture !== undefined) return undefined;
  const text = head.toString('latin1');
  if (text.slice(4, 8) === 'ftyp') return text.slice(8, 10) === 'qt' ? 'video/quicktime' : 'video/mp4';
  if (!text.startsWith('\x1a\x45\xdf\xa3')) return undefined;
  return text.includes('webm') ? 'video/webm' : 'video/x-matroska';
}

export function isPage(head: Buffer): boolean {
  return /^\s*</.test(head.toString('utf8').replace(/^\ufeff/, ''));
}
