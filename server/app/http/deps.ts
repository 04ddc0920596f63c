import type { PersonKeys, PersonSessions, VideoLinks } from '@shortfactory/access';
import type { Batches } from '@shortfactory/batches';
import type { Config } from '@shortfactory/config';
import type { HealthJson } from '@shortfactory/contract';
import type {
  Delivery,
  Footage,
  FootageViewing,
  Log,
  ObjectStore,
  SecretSource,
  Studio,
  Traces,
} from '@shortfactory/core';
import type { HttpLimits } from '@shortfactory/http-server';
import type { Jobs } from '@shortfactory/jobs';
import type { Metrics } from '@shortfactory/observability';
import type { Operations } from '@shortfactory/operations';
import type { VoiceInstalls } from '@shortfactory/neural/install';
import type { Deletions } from '@shortfactory/own-data';
import type { Publications } from '@shortfactory/publishing';
import type { PictureReader } from '@shortfactory/pictures';
import type { Usage } from '@shortfactory/usage';
import type { Webhooks } from '@shortfactory/webhooks';
import type { Connections } from '../connections/connections.ts';
import type { Limiter } from './limits/rate-limit.ts';
import type { WorkerGuard } from './identity/worker-guard.ts';

/** Everything that the app needs; `composition/server.ts` builds it, a test builds its own in a line. */
export interface AppDeps {
  readonly config: Pick<
    Config,
    | 'APP_ENV'
    | 'ROLE'
    | 'ALLOWED_HOSTS'
    | 'AUTH'
    | 'OIDC_VISITORS'
    | 'OPERATORS'
    | 'CORS_ORIGINS'
    | 'TRUSTED_PROXIES'
    | 'SERVICE_VERSION'
    | 'SERVICE_REVISION'
    | 'MAX_COST_PER_DAY_USD'
  >;
  readonly jobs: Jobs;
  /** Tables of videos. */
  readonly batches: Pick<
    Batches,
    'accept' | 'get' | 'list' | 'plans' | 'jobsOf' | 'pause' | 'resume' | 'retry' | 'cancel' | 'handOver'
  >;
  /** Who is told that videos have ended. */
  readonly webhooks: Pick<
    Webhooks,
    'list' | 'add' | 'remove' | 'renewSecret' | 'forJob' | 'deliveriesOf' | 'redeliver' | 'handOver'
  >;
  /** Who sends videos on; without it nothing is sent from here. */
  readonly publications?: Omit<Publications, 'start' | 'drain'>;
  /** Keys that people make. */
  readonly keys: Pick<PersonKeys, 'list' | 'make' | 'renew' | 'revoke' | 'find'>;
  /** Where people are signed in. */
  readonly sessions: Pick<PersonSessions, 'list' | 'note' | 'end' | 'endOthers'>;
  /** Links by which anybody watches one video. */
  readonly links: Pick<VideoLinks, 'list' | 'make' | 'revoke' | 'drop' | 'find' | 'watched' | 'tokenOf'>;
  /** Deletes all that an owner has, a day after they have asked for it. */
  readonly deletions: Pick<Deletions, 'of' | 'ask' | 'takeBack'>;
  /** What owners have made. */
  readonly usage: Pick<Usage, 'days' | 'quotas'>;
  /** What whoever runs this sees and does: audit log, maintenance, ended jobs. */
  readonly operations: Pick<
    Operations,
    'audit' | 'maintenance' | 'ended' | 'active' | 'instances' | 'sizes' | 'spent'
  >;
  /** 40 hex digits that stand for an owner in the store. */
  readonly ownerHash: (owner: string) => string;
  readonly delivery: Delivery;
  readonly objects: Pick<ObjectStore, 'create' | 'read' | 'remove'>;
  readonly studio: Studio;
  /** Where photos and clips of others are searched and looked at. */
  readonly footage: Pick<Footage, 'sources' | 'search'> & FootageViewing;
  /** Without it there is no page Connections. */
  readonly connections?: Connections;
  /** Without it natural voices are added by the command alone. */
  readonly voiceInstalls?: Pick<VoiceInstalls, 'state' | 'begin' | 'stop'>;
  /** Reads the headers of pictures that are uploaded. */
  readonly pictures: Pick<PictureReader, 'look'>;
  readonly secrets: Pick<SecretSource, 'get'>;
  /** Signs the names of uploads, so that nothing has to be stored between their announcement and their bytes. */
  readonly signingKey: string;
  /** `createLimiter` of http/rate-limit.ts. */
  readonly limiter: Limiter;
  /** `createWorkerGuard` of http/worker-guard.ts. */
  readonly workerGuard: WorkerGuard;
  /** Cached by the caller of createApp. Its status decides between 200 and 503. */
  readonly health: () => Promise<HealthJson>;
  /** `starting` until the store has answered once, `closing` from the moment of SIGTERM on. */
  readonly ready: () => 'starting' | 'ready' | 'closing';
  /** Throws StorageUnwritable when a video that is accepted now could not be made here. */
  readonly canMake: () => Promise<void>;
  readonly log: Log;
  readonly traces?: Traces;
  /** Redacts every secret in outgoing JSON. */
  readonly scrub: (json: string) => string;
  readonly metrics: Pick<Metrics, 'httpRequest' | 'eventStream'>;
  /** Aborted at SIGTERM: event streams end with a request to reconnect, and running handlers are aborted. */
  readonly closing: AbortSignal;
  readonly limits?: Partial<HttpLimits>;
}
