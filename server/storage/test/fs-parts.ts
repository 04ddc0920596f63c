import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FsDelivery } from '../fs/delivery.ts';
import { FsVersionedObjects } from '../fs/versioned.ts';
import { FsObjectStore } from '../fs/objects.ts';

export interface FsParts {
  readonly root: string;
  readonly objects: FsObjectStore;
  readonly versioned: FsVersionedObjects;
  readonly delivery: FsDelivery;
}

/** Stores on folders of their own, which `remove` takes away. */
export class FsFolders {
  readonly #folders: string[] = [];

  async make(): Promise<FsParts> {
    const folder = await mkdtemp(join(tmpdir(), 'fs-store-'));
    this.#folders.push(folder);
    return partsOn(join(folder, 'made', 'when', 'needed'));
  }

  async remove(): Promise<void> {
    await Promise.all(this.#folders.map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

export function partsOn(root: string): FsParts {
  return {
    root,
    objects: new FsObjectStore(root),
    versioned: new FsVersionedObjects(root),
    delivery: new FsDelivery(root),
  };
}
