import { createHash } from 'node:crypto';

/** The object that holds an owner's account at a publisher. */
export function accountName(ownerHash: string, publisher: string): string {
  return `publishers/${ownerHash}.${publisher}`;
}

const PUBLICATIONS = 'publications/';

/** The publications of one video, or of all. */
export function publicationPrefix(videoId?: string): string {
  return videoId === undefined ? PUBLICATIONS : `${PUBLICATIONS}${videoId}/`;
}

/** `<video>.<hash>`, as people and programs name it. */
export interface PublicationKey {
  readonly videoId: string;
  readonly hash: string;
}

export function publicationName({ videoId, hash }: PublicationKey): string {
  return `${publicationPrefix(videoId)}${hash}`;
}

export function readPublicationName(name: string): PublicationKey | undefined {
  return keyOf(name.slice(PUBLICATIONS.length).replace('/', '.'));
}

/**
 * A video in one aspect and one channel is one publication, whoever asks for it and however often: that is what keeps it
 * from being sent twice.
 */
export function publicationKey(
  videoId: string,
  aspect: string,
  publisher: string,
  channel: string,
): PublicationKey {
  return { videoId, hash: hashOf(videoId, aspect, publisher, channel) };
}

export function idOf({ videoId, hash }: PublicationKey): string {
  return `${videoId}.${hash}`;
}

export function keyOf(id: string): PublicationKey | undefined {
  const [, videoId, hash] = /^([0-9A-Za-z_-]{16,64})\.([0-9a-f]{32})$/.exec(id) ?? [];
  return videoId !== undefined && hash !== undefined ? { videoId, hash } : undefined;
}

/** A tag by which a video is known again where it was sent. */
export function markerTag({ hash }: PublicationKey): string {
  return `shortfactory-${hash.slice(0, 16)}`;
}

export const DUE_PUBLICATIONS = 'due-publications/';

/** An empty object that stands while there is something to do for a publication. The nonce makes it one round's alone. */
export function dueMarker(ownerHash: string, key: PublicationKey, nonce: string): string {
  return `${DUE_PUBLICATIONS}${ownerHash}/${idOf(key)}.${nonce}`;
}

export interface DuePublication {
  readonly marker: string;
  readonly ownerHash: string;
  readonly key: PublicationKey;
}

export function readDueMarker(marker: string): DuePublication | undefined {
  const [, ownerHash, id] =
    /^due-publications\/([0-9a-z]+)\/([0-9A-Za-z_-]+\.[0-9a-f]{32})\./.exec(marker) ?? [];
  const key = id === undefined ? undefined : keyOf(id);
  return ownerHash !== undefined && key ? { marker, ownerHash, key } : undefined;
}

export function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
