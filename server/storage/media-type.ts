import { extname } from 'node:path';
import { audioKind, imageKind } from '@shortfactory/core';

const BY_ENDING: Readonly<Record<string, string>> = {
  '.aac': 'audio/aac',
  '.ass': 'text/x-ssa; charset=utf-8',
  '.bmp': 'image/bmp',
  '.flac': 'audio/flac',
  '.heic': 'image/heic',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.m4a': 'audio/mp4',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.srt': 'application/x-subrip; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wav': 'audio/wav',
  '.webp': 'image/webp',
};

export const UNKNOWN_TYPE = 'application/octet-stream';

/** The media type that the ending of an object's name stands for, or undefined. */
export function typeByEnding(name: string): string | undefined {
  return BY_ENDING[extname(name)];
}

/** The media type that a file's first bytes show (SNIFF_BYTES of them), of those we make or take; else UNKNOWN_TYPE. */
export function typeByContent(head: Uint8Array): string {
  return (imageKind(head) ?? audioKind(head))?.mediaType ?? UNKNOWN_TYPE;
}
