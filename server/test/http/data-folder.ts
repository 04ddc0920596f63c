import { systemClock } from '../../src/adapters/clock/system.ts';
import { FsDelivery } from '../../src/adapters/object-store/fs-delivery.ts';
import { FsVersionedObjects } from '../../src/adapters/object-store/fs-versioned.ts';
import { FsObjectStore } from '../../src/adapters/object-store/fs.ts';
import type { HttpLimits } from '../../src/http/limits.ts';
import { createJobs } from '../../src/jobs/create-jobs.ts';
import type { Log } from '../../src/ports/log.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import type { VersionedObjects } from '../../src/ports/versioned-objects.ts';
import { SIGNING_KEY } from '../jobs/stored-jobs.ts';
import { silentLog } from '../silent-log.ts';
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
