import { Storage } from '@google-cloud/storage';
import { GcsBucket } from './bucket.ts';
import type { Patience } from './patience.ts';

/** A request of the client, upload sessions apart, takes no longer. */
const REQUEST_MS = 60_000;

export interface GcsClientOptions {
  readonly bucket: string;
  readonly projectId?: string;
  /** An emulator's address; without authentication. */
  readonly emulator?: string;
  readonly patience?: Patience;
}

/** The one module that loads the Google client (100 ms of start): import it only when STORAGE=gcs. */
export function openBucket({ bucket, projectId, emulator, patience }: GcsClientOptions): GcsBucket {
  const storage = new Storage({
    timeout: REQUEST_MS,
    // One call is one attempt; GcsBucket tries again where that is right.
    retryOptions: { autoRetry: false },
    ...(projectId === undefined ? {} : { projectId }),
    ...(emulator === undefined ? {} : { apiEndpoint: emulator, useAuthWithCustomEndpoint: false }),
  });
  // With STORAGE_EMULATOR_HOST in the environment the client leaves the path out, and an emulator need not know that.
  storage.baseUrl = `${storage.apiEndpoint}/storage/v1`;
  return new GcsBucket(storage.bucket(bucket), {
    signsIn: emulator === undefined,
    ...(patience === undefined ? {} : { patience }),
  });
}
