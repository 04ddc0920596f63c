import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { accept, cancelled } from '@shortfactory/core';
import type { Job, JobRecord, Script } from '@shortfactory/core';
import { Signer, encodeRecord, jobIdFrom, ownerEntry, ownerPrefix, recordName } from '@shortfactory/jobs';
import { filedPath } from '@shortfactory/storage';
import { tinyRequest } from './real-jobs.ts';

export const SIGNING_KEY = 'a key for tests, and for nothing else';

export interface StoredJobs {
  /** Newest first. */
  readonly ids: readonly string[];
  readonly entries: readonly string[];
}

/**
 * Puts so many cancelled jobs of an owner into a data folder, a minute apart, as files and without flushing them.
 * @param layout `flat` as version 0.1.0 listed them, `filed` as they are listed now.
 */
export async function storeJobs(
  folder: string,
  owner: string,
  count: number,
  {
    layout = 'filed',
    title = (n: number) => `Video ${n}`,
  }: { layout?: 'flat' | 'filed'; title?: (n: number) => string } = {},
): Promise<StoredJobs> {
  const ownerHash = new Signer(SIGNING_KEY).ownerHash(owner);
  const made = new Set<string>();
  const put = async (path: string, bytes: Uint8Array): Promise<void> => {
    const at = join(folder, path);
    if (!made.has(dirname(at))) await mkdir(dirname(at), { recursive: true });
    made.add(dirname(at));
    await writeFile(at, bytes);
  };
  const [ids, entries]: [string[], string[]] = [[], []];
  for (const { id, entry, record } of storedJobs(owner, count, title)) {
    await put(`jobs/${id}/g1.json`, record);
    await put(
      join(ownerPrefix(ownerHash), layout === 'flat' ? entry : (filedPath(entry) ?? entry)),
      Buffer.alloc(0),
    );
    ids.push(id);
    entries.push(entry);
  }
  return { ids, entries };
}

/** The same jobs as objects of a bucket, each given to `put` with its name. */
export function bucketJobs(
  owner: string,
  count: number,
  put: (name: string, bytes: Buffer) => void,
): StoredJobs {
  const ownerHash = new Signer(SIGNING_KEY).ownerHash(owner);
  const [ids, entries]: [string[], string[]] = [[], []];
  for (const { id, entry, record } of storedJobs(owner, count, (n) => `Video ${n}`)) {
    put(recordName(id), record);
    put(`${ownerPrefix(ownerHash)}${entry}`, Buffer.alloc(0));
    ids.push(id);
    entries.push(entry);
  }
  return { ids, entries };
}

interface StoredJob {
  readonly id: string;
  readonly entry: string;
  readonly record: Buffer;
}

/** Cancelled jobs of an owner, a minute apart, newest first. */
function* storedJobs(owner: string, count: number, title: (n: number) => string): Generator<StoredJob> {
  const ownerHash = new Signer(SIGNING_KEY).ownerHash(owner);
  const newestMs = Date.now() - 60_000;
  for (let n = 0; n < count; n++) {
    const createdMs = newestMs - n * 60_000;
    const seed = Buffer.alloc(16);
    seed.writeUInt32BE(n, 12);
    const id = jobIdFrom(seed);
    const wanted = {
      id,
      ownerHash,
      request: tinyRequest(title(n)),
      requestHash: 'r',
      marker: `active/${ownerHash}/${id}.m`,
    };
    const record = cancelled(accept(wanted, createdMs), createdMs) as JobRecord;
    const bytes = encodeRecord({ record, writeId: 'w', writeIds: ['w'] });
    yield { id, entry: ownerEntry(createdMs, id), record: Buffer.from(bytes) };
  }
}

/** Puts a finished video of an owner into a data folder: its record, its entry, and files with some bytes. */
export async function storeDone(folder: string, owner: string): Promise<string> {
  const ownerHash = new Signer(SIGNING_KEY).ownerHash(owner);
  const createdMs = Date.now() - 1000;
  const id = jobIdFrom(Buffer.alloc(16, 7));
  const request = tinyRequest('Finished');
  const record = accept(
    { id, ownerHash, request, requestHash: 'r', marker: `active/${ownerHash}/${id}.m` },
    createdMs,
  );
  const object = (name: string): string => `videos/${id}/1-${name}`;
  const size = { bytes: 5, seconds: 1, widthPx: 1080, heightPx: 1080 };
  const { script } = request.source as { script: Script };
  const job: Job = {
    ...record.job,
    status: 'done',
    percent: 100,
    finishedMs: createdMs,
    outputs: [{ aspect: '1:1', object: object('a.mp4'), generation: '1', crc32c: 'AAAAAA==', ...size }],
    scenes: [{ index: 0, illustration: object('scene.jpg'), narrationSeconds: 1, captioned: true }],
    short: {
      title: 'Finished',
      description: 'A video.',
      language: 'en',
      voice: 'nora',
      script,
      scenes: [{ index: 0, illustration: object('scene.jpg'), narrationSeconds: 1 }],
      outputs: [{ aspect: '1:1', object: object('a.mp4'), ...size }],
      captions: { srt: object('a.srt'), vtt: object('a.vtt'), ass: object('a.ass') },
      poster: object('poster.jpg'),
      loudnessLufs: -14,
      degraded: [],
      offline: [],
    },
  };
  const files: Record<string, Uint8Array> = {
    [`jobs/${id}/g1.json`]: encodeRecord({ record: { ...record, job }, writeId: 'w', writeIds: ['w'] }),
    [`${ownerPrefix(ownerHash)}${ownerEntry(createdMs, id)}`]: Buffer.alloc(0),
  };
  for (const name of ['a.mp4', 'a.srt', 'a.vtt', 'a.ass', 'poster.jpg', 'scene.jpg'])
    files[object(name)] = Buffer.from('bytes');
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return id;
}
