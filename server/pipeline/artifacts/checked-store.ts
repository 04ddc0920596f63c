import { open, rm } from 'node:fs/promises';
import { ObjectDamaged } from '@shortfactory/core';
import type { ObjectInfo, ObjectSource, ObjectStore } from '@shortfactory/core';
import { looksWhole } from './whole-file.ts';

const ARTIFACT = 'artifacts/';
/** The JSON of an artifact has its address and nothing else for a name. */
const NOTE = /^artifacts\/[a-z]+\/[0-9a-f]{64}$/;

/**
 * A store whose damaged objects are as good as absent. Length and checksum are compared by the store itself, where it
 * knows them; beyond that a file has to be there to its end, and a note has to be JSON. A damaged artifact is removed,
 * so that it is made again; an upload stays, because it cannot be made again.
 */
export class CheckedStore implements ObjectStore {
  readonly #store: ObjectStore;
  readonly #onDamaged: (name: string) => void;

  /** @param onDamaged told of every damaged object that was come upon. */
  constructor(store: ObjectStore, onDamaged: (name: string) => void) {
    this.#store = store;
    this.#onDamaged = onDamaged;
  }

  async head(name: string): Promise<ObjectInfo | undefined> {
    const info = await this.#store.head(name);
    if (!info?.damaged) return info;
    await this.#drop(name);
    return undefined;
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    const bytes = await this.#unlessDamaged(name, () => this.#store.read(name));
    if (!bytes || !name.startsWith(ARTIFACT)) return bytes;
    const whole = NOTE.test(name)
      ? isJson(bytes)
      : await looksWhole(bytes.length, (at, length) => bytes.subarray(at, at + length));
    if (whole) return bytes;
    await this.#drop(name);
    return undefined;
  }

  async download(name: string, path: string): Promise<boolean> {
    if (!(await this.#unlessDamaged(name, () => this.#store.download(name, path)))) return false;
    if (!name.startsWith(ARTIFACT) || (await isWholeFile(path))) return true;
    await rm(path, { force: true });
    await this.#drop(name);
    return false;
  }

  create(name: string, source: ObjectSource): Promise<boolean> {
    return this.#store.create(name, source);
  }

  list(prefix: string, options: { limit: number; after?: string }): Promise<string[]> {
    return this.#store.list(prefix, options);
  }

  remove(name: string): Promise<void> {
    return this.#store.remove(name);
  }

  async #unlessDamaged<T>(name: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof ObjectDamaged)) throw error;
      await this.#drop(name);
      return undefined;
    }
  }

  async #drop(name: string): Promise<void> {
    this.#onDamaged(name);
    if (name.startsWith(ARTIFACT)) await this.#store.remove(name);
  }
}

function isJson(bytes: Uint8Array): boolean {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) !== null;
  } catch {
    return false;
  }
}

async function isWholeFile(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return await looksWhole(size, async (at, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    });
  } finally {
    await file.close();
  }
}
