import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Config } from '@shortfactory/config';
import { StorageUnwritable } from '@shortfactory/core';
import type { Log } from '@shortfactory/core';
import { codeOf } from '@shortfactory/storage';

/** More than the few bytes that a full disk may still take. */
const PROOF = Buffer.alloc(4096);

/** Writes a file in a new folder there and removes both; creates the folder when it is missing. */
async function proveWritable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const own = await mkdtemp(join(folder, 'shortfactory-check-'));
  try {
    await writeFile(join(own, 'proof'), PROOF);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** The code of why nothing can be written there, such as EROFS; undefined when it can. */
async function obstacle(folder: string): Promise<string | undefined> {
  return proveWritable(folder).then(
    () => undefined,
    (error: unknown) => codeOf(error) ?? 'unknown',
  );
}

/** Where runs put their temporary files. */
export interface Scratch {
  /** Absolute. */
  readonly folder: string;
  /** Why it is not the folder of SCRATCH_DIR, as a sentence. */
  readonly instead?: string;
  /** Throws StorageUnwritable with a sentence when nothing can be written there now. */
  check(): Promise<void>;
}

/** SCRATCH_DIR, or the system's folder for temporary files when only that can be written. */
export async function chooseScratch(wanted: string): Promise<Scratch> {
  const [own, systems] = [resolve(wanted), resolve(tmpdir())];
  const code = await obstacle(own);
  if (code !== undefined && own !== systems && (await obstacle(systems)) === undefined) {
    const instead = `SCRATCH_DIR, ${own}, cannot be written (${code}), so temporary files go to ${systems}.`;
    return {
      folder: systems,
      instead,
      check: shared(() => checkFolder('The folder for temporary files', systems)),
    };
  }
  return {
    folder: own,
    check: shared(() => checkFolder('The folder for temporary files, SCRATCH_DIR', own)),
  };
}

/** The same, but calls during one that is under way share its outcome: each takes several turns of the disk. */
function shared(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= act().finally(() => (running = undefined)));
}

async function checkFolder(what: string, folder: string): Promise<void> {
  const code = await obstacle(folder);
  if (code === undefined) return;
  throw new StorageUnwritable(`${what}, ${folder}, cannot be written (${code}); no video can be made.`);
}

/**
 * Checks at startup whether the folders can be written, and logs what is wrong. A server continues: finished videos can
 * still be watched. A worker cannot: it throws StorageUnwritable.
 */
export async function checkFolders(config: Config, scratch: Scratch, log: Log): Promise<void> {
  if (scratch.instead !== undefined) log.warn(scratch.instead);
  const checks = [
    ...(config.ROLE === 'api' ? [] : [() => scratch.check()]),
    ...(config.STORAGE === 'fs'
      ? [() => checkFolder('The folder of all videos, DATA_DIR', resolve(config.DATA_DIR))]
      : []),
  ];
  for (const check of checks) {
    await check().catch((error: unknown) => {
      if (config.ROLE === 'worker' || !(error instanceof StorageUnwritable)) throw error;
      log.error(error.message);
    });
  }
}
