import type { Config } from '@shortfactory/config';
import type { HealthJson } from '@shortfactory/contract';
import type { Delivery, Log, ObjectStore, SecretSource, Studio } from '@shortfactory/core';
import type { HttpLimits } from '@shortfactory/http-server';
import type { Jobs } from '@shortfactory/jobs';
import type { Metrics } from '@shortfactory/observability';
import type { PictureReader } from '@shortfactory/pictures';
import type { Limiter } from './limits/rate-limit.ts';
import type { WorkerGuard } from './identity/worker-guard.ts';

/** Everything that the app needs; `main.ts` makes it, a test makes its own in a line. */
export interface AppDeps {
  readonly config: Pick<
    Config,
    | 'APP_ENV'
    | 'ROLE'
    | 'ALLOWED_HOSTS'
    | 'CORS_ORIGINS'
    | 'TRUSTED_PROXIES'
    | 'SERVICE_VERSION'
    | 'SERVICE_REVISION'
  >;
  readonly jobs: Jobs;
  readonly delivery: Delivery;
  readonly objects: Pick<ObjectStore, 'create' | 'remove'>;
  readonly studio: Studio;
  /** Reads the headers of pictures that are uploaded. */
  readonly pictures: Pick<PictureReader, 'look'>;
  readonly secrets: Pick<SecretSource, 'get'>;
  /** Seals the names of uploads, so that nothing has to be kept between their announcement and their bytes. */
  readonly signingKey: string;
  /** `createLimiter` of http/rate-limit.ts. */
  readonly limiter: Limiter;
  /** `createWorkerGuard` of http/worker-guard.ts. */
  readonly workerGuard: WorkerGuard;
  /** Cached by whoever gives it. Its status decides between 200 and 503. */
  readonly health: () => Promise<HealthJson>;
  /** False from the moment of SIGTERM on. */
  readonly ready: () => boolean;
  /** Throws StorageUnwritable when a video that is accepted now could not be made here. */
  readonly canMake: () => Promise<void>;
  readonly log: Log;
  /** Takes every secret out of JSON that leaves. */
  readonly scrub: (json: string) => string;
  readonly metrics: Pick<Metrics, 'httpRequest' | 'eventStream'>;
  /** Aborted at SIGTERM: event streams end with a word to reconnect, and what is being written is given up. */
  readonly closing: AbortSignal;
  readonly limits?: Partial<HttpLimits>;
}
