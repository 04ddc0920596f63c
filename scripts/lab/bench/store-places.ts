import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTIVE } from '@shortfactory/jobs';
import { openStore } from '@shortfactory/storage';
import { FakeGcs } from '@shortfactory/testing/fakes/gcs/server';
import { bucketJobs, storeJobs } from '@shortfactory/testing/jobs/stored-jobs';

type Store = Awaited<ReturnType<typeof openStore>>;

/** Jobs that are under way in every store, whatever its size. */
export const UNDER_WAY = 10;
const OWNER = 'local';
const marker = (id: string): string => `${ACTIVE}owner/${id}.m`;

/** Where jobs are kept, filled with so many of one owner. */
export interface StorePlace {
  /** What tells a server to work with it. */
  readonly env: Readonly<Record<string, string>>;
  open(): Promise<Store>;
  /** Requests that a bucket has had; undefined on a disk. */
  requests(): number | undefined;
  close(): Promise<void>;
}

export const STORE_PLACES = {
  /** A data folder. */
  async disk(jobs: number): Promise<StorePlace> {
    const folder = await mkdtemp(join(tmpdir(), 'shortfactory-store-'));
    const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
    try {
      const { ids } = await storeJobs(folder, OWNER, jobs);
      await mkdir(join(folder, ACTIVE, 'owner'), { recursive: true });
      for (const id of ids.slice(0, UNDER_WAY)) await writeFile(join(folder, marker(id)), '');
    } catch (error) {
      await close();
      throw error;
    }
    return {
      env: { DATA_DIR: folder },
      open: () => openStore({ STORAGE: 'fs', DATA_DIR: folder }),
      requests: () => undefined,
      close,
    };
  },

  /** A bucket of the tests' own, in this process: it answers the real client, from memory and without distance. */
  async bucket(jobs: number): Promise<StorePlace> {
    const fake = await FakeGcs.start();
    const put = (name: string, bytes: Buffer): void =>
      void fake.bucket.put(name, bytes, {}, new URLSearchParams());
    const { ids } = bucketJobs(OWNER, jobs, put);
    for (const id of ids.slice(0, UNDER_WAY)) put(marker(id), Buffer.alloc(0));
    const folder = await mkdtemp(join(tmpdir(), 'shortfactory-store-'));
    const place = {
      STORAGE: 'gcs',
      GCS_BUCKET_NAME: fake.name,
      STORAGE_EMULATOR_HOST: fake.url,
      DATA_DIR: folder,
    } as const;
    return {
      env: place,
      open: () => openStore(place),
      requests: () => fake.requests.length,
      close: async () => {
        await fake.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
} as const;
