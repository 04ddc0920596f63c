import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { ProviderFailed, StorageUnwritable } from '@shortfactory/core';
import { PREPARED, preparedGraph } from '../graph/prepare.ts';
import { recordName, recordOf, recorded } from '../voices/installed.ts';
import type { InstalledRecord } from '../voices/installed.ts';
import { filesOf } from '../voices/table.ts';
import type { NaturalVoice, PublishedFile } from '../voices/table.ts';
import { download } from './download.ts';
import { OwnFiles, diskFault, sha256Of, writeWhole } from './files.ts';
import { removeUnneeded } from './unneeded.ts';

export interface AddOptions {
  /** Where voices are installed. */
  readonly folder: string;
  /** Files and folders that have what is needed; without any it is downloaded. */
  readonly from?: readonly string[];
  readonly signal: AbortSignal;
  /** How far a file has come. */
  readonly onProgress?: (file: PublishedFile, bytes: number) => void;
  /** Bytes that are free in a folder; the file system is asked. */
  readonly free?: (folder: string) => Promise<number>;
  readonly pauseMs?: number;
  readonly stallMs?: number;
}

type Installed = InstalledRecord['files'][number];

/**
 * Installs a voice: gets its files, compares them with the table, prepares its graph, and writes its record last. What was
 * downloaded in part is kept for the next try; anything else is in place whole or not at all. Resolves with the bytes that
 * it fetched or copied. Throws InputInvalid for files of `from`, ProviderFailed for what the network did,
 * StorageUnwritable, or the signal's reason.
 */
export async function addVoice(voice: NaturalVoice, options: AddOptions): Promise<number> {
  const { folder } = options;
  try {
    await mkdir(folder, { recursive: true });
    const before = recordOf(folder, voice.id)?.files ?? [];
    const known = recorded(folder).flatMap((each) => recordOf(folder, each) ?? []);
    const files: Installed[] = [];
    const needed: PublishedFile[] = [];
    for (const file of filesOf(voice)) {
      const there = await inPlace(file, known, folder);
      if (there) files.push(there);
      else needed.push(file);
    }
    await checkRoom(needed, options);
    const own = options.from && (await OwnFiles.at(options.from));
    // All of them are looked for before the first is copied.
    const paths = own && (await Promise.all(needed.map((file) => own.find(file))));
    for (const [index, file] of needed.entries()) {
      options.signal.throwIfAborted();
      const path = paths?.[index];
      files.push(
        path === undefined ? await fetched(file, voice, options) : await installed(file, voice, path, folder),
      );
    }
    const record: InstalledRecord = { voice: voice.id, prepared: PREPARED, files };
    await writeWhole(join(folder, recordName(voice.id)), `${JSON.stringify(record, undefined, 2)}\n`);
    // Of a voice that had other weights.
    await removeUnneeded(before, folder);
    return needed.reduce((sum, { bytes }) => sum + bytes, 0);
  } catch (error) {
    throw diskFault(error, folder);
  }
}

/** The file as another voice has it, when it is whole. */
async function inPlace(
  { name, sha256 }: PublishedFile,
  records: readonly InstalledRecord[],
  folder: string,
): Promise<Installed | undefined> {
  const current = records.filter(({ prepared }) => prepared === PREPARED).flatMap(({ files }) => files);
  const file = current.find((each) => each.name === name && each.from === sha256);
  if (!file) return undefined;
  const hash = await sha256Of(join(folder, name)).catch(() => undefined);
  return hash === file.sha256 ? file : undefined;
}

async function fetched(file: PublishedFile, voice: NaturalVoice, options: AddOptions): Promise<Installed> {
  const { folder, onProgress, signal, pauseMs, stallMs } = options;
  const part = join(folder, `${file.name}.part`);
  await download(file, part, {
    signal,
    ...(onProgress ? { onBytes: (bytes) => onProgress(file, bytes) } : {}),
    ...(pauseMs === undefined ? {} : { pauseMs }),
    ...(stallMs === undefined ? {} : { stallMs }),
  });
  const hash = await sha256Of(part);
  if (hash !== file.sha256) {
    await rm(part, { force: true });
    throw new ProviderFailed(
      `${file.name} arrived with the SHA-256 ${hash}; ${file.sha256} was expected. Nothing was installed.`,
      { retryable: false },
    );
  }
  const done = await installed(file, voice, part, folder);
  await rm(part, { force: true });
  return done;
}

/** Puts a file whose hash is right in its place; a graph is prepared on the way. */
async function installed(
  file: PublishedFile,
  { model }: NaturalVoice,
  path: string,
  folder: string,
): Promise<Installed> {
  const published = await readFile(path);
  const bytes = file === model.graph ? preparedGraph(published, model.engine) : published;
  await writeWhole(join(folder, file.name), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: file.name, bytes: bytes.length, sha256, from: file.sha256 };
}

/** A file is there twice while it is put in its place. */
async function checkRoom(
  files: readonly PublishedFile[],
  { folder, free = freeBytes }: AddOptions,
): Promise<void> {
  let bytes = 0;
  for (const file of files) {
    const part = await stat(join(folder, `${file.name}.part`)).catch(() => undefined);
    bytes += file.bytes * 2 - (part?.size ?? 0);
  }
  const room = await free(folder);
  if (room < bytes)
    throw new StorageUnwritable(
      `${megabytes(bytes)} are needed in ${folder}, and ${megabytes(room)} are free.`,
    );
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
