import type { Log, ObjectStore, VersionedObjects } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import type { HttpLimits } from '@shortfactory/http-server';
import { createJobs } from '@shortfactory/jobs';
import { FsDelivery, FsObjectStore, FsVersionedObjects } from '@shortfactory/storage';
import { SIGNING_KEY } from '@shortfactory/testing/jobs/stored-jobs';
import { silentLog } from '@shortfactory/testing/silent-log';
import { serveApp } from './served-app.ts';
import type { ServedApp, ServeOptions } from './served-app.ts';

export interface DataFolderOptions {
  readonly store?: ObjectStore;
  readonly records?: VersionedObjects;
  readonly log?: Log;
  readonly limits?: Partial<HttpLimits>;
  readonly as?: Pick<ServeOptions, 'env' | 'secrets'>;
}

/** The app over the jobs of a data folder, with a queue that delivers nothing. */
export function serveDataFolder(
  folder: string,
  {
    store = new FsObjectStore(folder),
    records = new FsVersionedObjects(folder),
    log = silentLog,
    limits = {},
    as = {},
  }: DataFolderOptions = {},
): Promise<ServedApp> {
  const delivery = new FsDelivery(folder);
  const jobs = createJobs({
    pipeline: {
      store,
      make: () => Promise.reject(new Error('nothing is made here')),
      inspect: async () => ({ sha256: 'f'.repeat(64) }),
    },
    objects: records,
    delivery,
    queue: {
      kind: 'deaf',
      durable: true,
      enqueue: async () => undefined,
      waiting: () => 0,
      check: async () => undefined,
      close: async () => undefined,
    },
    clock: systemClock,
    log,
    telemetry: { record: () => undefined },
    signingKey: SIGNING_KEY,
    maxJobsPerOwner: 20,
    maxRunning: 1,
  });
  return serveApp({ ...as, deps: { jobs, delivery, limits } });
}
