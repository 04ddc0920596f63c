import type { uploadAnswer, uploadRequest } from '@shortfactory/contract';
import { CLIP_TYPES, PICTURE_TYPES } from '@shortfactory/core';
import type { z } from 'zod';

type Announced = z.infer<typeof uploadAnswer>;
type Announcement = z.input<typeof uploadRequest>;
export type MediaType = Announcement['contentType'];

const MUSIC = [
  'audio/mpeg',
  'audio/wav',
  'audio/x-wav',
  'audio/flac',
  'audio/ogg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/webm',
] as const;
/** What browsers name otherwise or, on many systems, do not know: by the name's ending. */
const BY_ENDING: Readonly<Record<string, MediaType>> = {
  heic: 'image/heic',
  heif: 'image/heic',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  avif: 'image/avif',
  mov: 'video/quicktime',
  mkv: 'video/x-matroska',
};
const ENDINGS = Object.entries(BY_ENDING)
  .filter(([, type]) => type.startsWith('image/'))
  .map(([ending]) => `.${ending}`);
/** What a scene shows of one's own. */
export const ACCEPT_SHOWN = [...PICTURE_TYPES, ...ENDINGS, ...CLIP_TYPES, '.mov', '.mkv'].join(',');
export const ACCEPT_SOUND = MUSIC.join(',');
export const ACCEPT_ALL = [ACCEPT_SHOWN, ACCEPT_SOUND].join(',');
/** The most of a recording that a form without scripts takes with it. */
export const MAX_PLAIN_RECORDING_BYTES = 25_000_000;
/** After so many waits the API still limits requests: the upload fails, and the visitor can send it again. */
const MOST_WAITS = 4;

/** The media type of a chosen file: the browser's word, or that of its name's ending where the browser has none of ours. */
export function typeOf({ type, name }: Pick<File, 'type' | 'name'>): string {
  if ([...PICTURE_TYPES, ...MUSIC, ...CLIP_TYPES].some((known) => known === type)) return type;
  return BY_ENDING[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? type;
}

export function kindOf(file: Pick<File, 'type' | 'name'>): 'image' | 'clip' | 'music' | undefined {
  const type = typeOf(file);
  if (PICTURE_TYPES.some((image) => image === type)) return 'image';
  if (CLIP_TYPES.some((clip) => clip === type)) return 'clip';
  return MUSIC.some((music) => music === type) ? 'music' : undefined;
}

/** A file did not arrive. `detail` is the API's sentence, when it gave one. */
export class UploadFailed extends Error {
  override readonly name = 'UploadFailed';
}

/**
 * Sends a file to where the API says: announced, then one PUT with its progress from 0 to 100. Gives the name by which
 * a scene or a video refers to it, and an address to look at it.
 */
export async function sendFile(
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<{ readonly upload: string; readonly url: string }> {
  const announced = await announce(
    { filename: file.name.slice(-255), contentType: typeOf(file) as MediaType, bytes: file.size },
    signal,
  );
  await put(announced, file, onProgress, signal);
  return { upload: announced.upload, url: `/api/${announced.upload}` };
}

async function announce(announcement: Announcement, signal: AbortSignal): Promise<Announced> {
  for (let waits = 0; ; waits += 1) {
    const answer = await fetch('/api/uploads', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(announcement),
      signal,
    });
    if (answer.ok) return (await answer.json()) as Announced;
    const seconds = Number(answer.headers.get('retry-after') ?? 5);
    if (answer.status !== 429 || waits === MOST_WAITS) throw new UploadFailed(await detailOf(answer));
    await new Promise((resolve) => setTimeout(resolve, Math.min(60, seconds) * 1000));
    signal.throwIfAborted();
  }
}

async function detailOf(answer: Response): Promise<string> {
  try {
    return ((await answer.json()) as { detail?: string }).detail ?? '';
  } catch {
    return '';
  }
}

function put(
  { method, url, headers }: Announced,
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // fetch cannot say how much of a body has been sent.
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries({ 'content-type': typeOf(file), ...headers })) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100));
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new UploadFailed(sentence(request.responseText)));
    request.onerror = () => reject(new UploadFailed(''));
    request.onabort = () => reject(new DOMException('Aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function sentence(body: string): string {
  try {
    return (JSON.parse(body) as { detail?: string }).detail ?? '';
  } catch {
    return '';
  }
}
