import { PublisherFailed } from '@shortfactory/core';
import type { Delivery, PublishedVideo, Publisher, Upload } from '@shortfactory/core';
import type { Sealing } from '@shortfactory/secrets/sealing';
import { markerTag } from '../store/names.ts';
import type { PublicationRecord } from '../store/publication-record.ts';
import type { Accounts } from './accounts.ts';
import type { HeldPublication } from './held.ts';
import { lookAgainAfter } from './patience.ts';

export interface UploadDeps {
  readonly publisher: Publisher;
  readonly accounts: Accounts;
  readonly files: Pick<Delivery, 'open'>;
  readonly sealing: Sealing;
}

/** A multiple of 256 KiB, small enough for a slow line and to show progress by. */
const PART_BYTES = 1024 * 1024;
/** A bucket takes one write of an object in a second. */
const PROGRESS_MS = 2000;
/** One that is forgotten again and again is left for later. */
const MOST_UPLOADS = 2;

/**
 * Sends a file on from its last byte that is known there, until the record says `sent`, or that it is to be looked for
 * later. Only one upload ever gets a file's bytes: its address is kept before the first, and another is opened only when
 * it is certain that the one before made no video. Throws PublisherFailed, ClaimLost, the store's errors and the
 * signal's reason.
 */
export async function upload(held: HeldPublication, deps: UploadDeps, signal: AbortSignal): Promise<void> {
  let state = await standing(held, deps, signal);
  for (let opened = 0; ;) {
    if (state.state === 'done') return written(held, state.video);
    if (state.state === 'open') {
      state = await part(held, state.keptBytes, deps, signal);
    } else if (held.publication.mayBeThere) {
      if (!(await lookFor(held, deps, signal))) return;
    } else {
      if (opened === MOST_UPLOADS)
        throw new PublisherFailed('away', 'YouTube forgets what it is sent at the moment.');
      opened += 1;
      state = await open(held, deps, signal);
    }
  }
}

/** What is there of the upload that the record names; `gone` where it names none. */
async function standing(held: HeldPublication, deps: UploadDeps, signal: AbortSignal): Promise<Upload> {
  const address = addressOf(held.publication, deps);
  if (address === undefined) return { state: 'gone' };
  const { bytes } = held.publication.file;
  return withToken(held, deps, signal, (token) => deps.publisher.ask(token, address, bytes, signal));
}

async function open(held: HeldPublication, deps: UploadDeps, signal: AbortSignal): Promise<Upload> {
  const { post, file } = held.publication;
  const { bytes, mediaType } = file;
  const address = await withToken(held, deps, signal, (token) =>
    deps.publisher.begin(token, post, markerTag(held.key), { bytes, mediaType }, signal),
  );
  const sealed = deps.sealing.seal(address);
  await held.write((now) => ({ ...now, upload: sealed, keptBytes: 0 }));
  return { state: 'open', keptBytes: 0 };
}

async function part(
  held: HeldPublication,
  firstByte: number,
  deps: UploadDeps,
  signal: AbortSignal,
): Promise<Upload> {
  const { bytes: totalBytes } = held.publication.file;
  const address = addressOf(held.publication, deps);
  if (address === undefined) return { state: 'gone' };
  if (firstByte >= totalBytes)
    throw new PublisherFailed('away', 'YouTube has the whole file and has not answered yet.');
  const bytes = await read(held.publication, firstByte, Math.min(firstByte + PART_BYTES, totalBytes), deps);
  const isLast = firstByte + bytes.length === totalBytes;
  if (isLast || held.sinceWrittenMs >= PROGRESS_MS || firstByte < held.publication.keptBytes)
    await held.write((now) => ({
      ...now,
      keptBytes: firstByte,
      // It goes on: this is the first try since then.
      tries: firstByte > now.keptBytes ? 1 : now.tries,
      mayBeThere: isLast,
    }));
  const sent = { bytes, firstByte, totalBytes };
  const state = await withToken(held, deps, signal, (token) =>
    deps.publisher.send(token, address, sent, signal),
  ).catch(async (error: unknown) => {
    // It said no to the very last byte, so it has made nothing of them.
    if (isLast && error instanceof PublisherFailed && error.failure === 'refused')
      await held.write((now) => ({ ...now, mayBeThere: false }));
    throw error;
  });
  if (state.state === 'open' && state.keptBytes <= firstByte)
    throw new PublisherFailed('away', 'YouTube keeps nothing of what it is sent at the moment.');
  return state;
}

/**
 * Looks for a video whose upload is gone after its last byte was sent. True when there is something to do at once: the
 * record says what.
 */
async function lookFor(held: HeldPublication, deps: UploadDeps, signal: AbortSignal): Promise<boolean> {
  const video = await withToken(held, deps, signal, (token) =>
    deps.publisher.find(token, markerTag(held.key), signal),
  );
  if (video) {
    await written(held, video);
    return false;
  }
  if (held.publication.isMissed) {
    await held.write((now) => ({ ...now, mayBeThere: false, isMissed: false, looks: 0 }));
    return true;
  }
  await held.write((now, nowMs) => {
    const looks = now.looks + 1;
    const pauseMs = lookAgainAfter(looks);
    return pauseMs === undefined ? unsure({ ...now, looks }) : lookLater({ ...now, looks }, nowMs + pauseMs);
  });
  return false;
}

function lookLater(now: PublicationRecord, dueMs: number): PublicationRecord {
  const sentence = 'YouTube forgot the upload after its last byte. It is looked for among your videos there.';
  return { ...now, state: 'waiting', dueMs, problem: { why: 'away', sentence } };
}

function unsure(now: PublicationRecord): PublicationRecord {
  const sentence =
    'The answer to its last byte was lost, and it is not among your newest videos on YouTube. Look there; if it is missing, send it again.';
  return { ...now, state: 'unsure', problem: { why: 'away', sentence } };
}

async function written(held: HeldPublication, { id, url }: PublishedVideo): Promise<void> {
  await held.write((now, nowMs) => {
    const { upload: _address, problem: _problem, ...others } = now;
    const { bytes: keptBytes } = now.file;
    return { ...others, state: 'sent', keptBytes, tries: 1, sent: { id, url, atMs: nowMs } };
  });
}

/** Undefined also for one that was sealed with another signing key. */
function addressOf({ upload: sealed }: PublicationRecord, { sealing }: UploadDeps): string | undefined {
  return sealed === undefined ? undefined : sealing.open(sealed);
}

async function read(
  { file }: PublicationRecord,
  firstByte: number,
  endByte: number,
  { files }: UploadDeps,
): Promise<Uint8Array> {
  const stream = await files.open(file.name, { first: firstByte, last: endByte - 1 });
  if (!stream) throw new PublisherFailed('refused', 'The file of this video is gone.');
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function withToken<T>(
  { publication: { ownerHash, channel } }: HeldPublication,
  { accounts }: UploadDeps,
  signal: AbortSignal,
  act: (token: string) => Promise<T>,
): Promise<T> {
  return accounts.withToken(ownerHash, channel.id, signal, act);
}
