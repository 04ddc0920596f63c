import type { Config } from '@shortfactory/config';
import type { Log } from '@shortfactory/core';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';

/** Requests are counted separately by cost: making something, reading something, fetching a file; and health checks. */
export const BUCKETS = ['make', 'read', 'file', 'health'] as const;
export type Bucket = (typeof BUCKETS)[number];

export interface Verdict {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Until the window ends. */
  readonly resetSeconds: number;
}

export interface Limiter {
  /** Counts one request of a client. Never throws: a store that is down is replaced by this process's own memory. */
  take(bucket: Bucket, client: string): Promise<Verdict>;
  /**
   * Counts an upload of so many bytes for its owner and for the client address, over 24 hours. Returns a sentence where
   * one of the two has used what a day allows; such an upload is not counted. Never throws.
   */
  takeUpload(owner: string, client: string, bytes: number): Promise<UploadVerdict>;
  close(): Promise<void>;
}

export type UploadVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly sentence: string; readonly resetSeconds: number };

const WINDOW_SECONDS = 60;
const DAY_SECONDS = 24 * 60 * 60;
/** Making has a sixth of a client's limit; files have ten times the limit, as a page of pictures requests many. */
const SHARE: Readonly<Record<Bucket, number>> = { make: 1 / 6, read: 1, file: 10, health: 1 };
/** Clients with a counter of their own in one window; further ones share counters, so that memory stays bounded. */
const MOST_CLIENTS = 20_000;
const SHARED_COUNTERS = 64;

/**
 * Counts in this process, or in Redis when a URL is given, so that instances share counters. Redis is connected at the
 * first request and does not keep the process alive after `close`.
 */
export function createLimiter(
  config: Pick<Config, 'RATE_LIMIT_PER_MINUTE' | 'MAX_UPLOADS_PER_DAY' | 'MAX_UPLOAD_MB_PER_DAY'>,
  redisUrl: string | undefined,
  log: Log,
): Limiter {
  const counters = countersOf(config);
  const memory = new Map<Counter, RateLimiterAbstract>(
    counters.map(({ name, points, seconds }) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
    ]),
  );
  const redis = redisUrl === undefined ? undefined : new LazyRedis(redisUrl, counters, memory, log);
  const clients = new KnownClients(WINDOW_SECONDS);
  const uploaders = new KnownClients(DAY_SECONDS);
  const limiterOf = async (name: Counter): Promise<RateLimiterAbstract> =>
    (redis ? await redis.limiters() : memory).get(name) as RateLimiterAbstract;
  const pointsOf = (name: Counter): number => counters.find((each) => each.name === name)?.points ?? 0;
  return {
    async take(bucket, client) {
      return verdict(pointsOf(bucket), (await limiterOf(bucket)).consume(clients.key(client)));
    },
    async takeUpload(owner, client, bytes) {
      const taken: (() => Promise<unknown>)[] = [];
      for (const subject of [`owner ${owner}`, `client ${client}`]) {
        const key = uploaders.key(subject);
        for (const [name, points] of [
          ['upload-files', 1],
          ['upload-bytes', bytes],
        ] as const) {
          const limiter = await limiterOf(name);
          taken.push(() => limiter.reward(key, points));
          const { allowed, resetSeconds } = await verdict(pointsOf(name), limiter.consume(key, points));
          if (allowed) continue;
          // A refused upload is not counted, so a smaller one can follow.
          for (const refund of taken) await refund().catch(() => undefined);
          return { allowed, resetSeconds, sentence: tooMany(name, config) };
        }
      }
      return { allowed: true };
    },
    close: async () => redis?.close(),
  };
}

type Counter = Bucket | 'upload-files' | 'upload-bytes';

interface CounterShape {
  readonly name: Counter;
  readonly points: number;
  readonly seconds: number;
}

function countersOf(config: Parameters<typeof createLimiter>[0]): readonly CounterShape[] {
  return [
    ...BUCKETS.map((name) => ({
      name,
      points: Math.max(1, Math.ceil(config.RATE_LIMIT_PER_MINUTE * SHARE[name])),
      seconds: WINDOW_SECONDS,
    })),
    { name: 'upload-files', points: config.MAX_UPLOADS_PER_DAY, seconds: DAY_SECONDS },
    { name: 'upload-bytes', points: config.MAX_UPLOAD_MB_PER_DAY * 1_000_000, seconds: DAY_SECONDS },
  ];
}

function tooMany(name: Counter, config: Parameters<typeof createLimiter>[0]): string {
  const most =
    name === 'upload-files'
      ? `${config.MAX_UPLOADS_PER_DAY} uploads`
      : `${config.MAX_UPLOAD_MB_PER_DAY} MB of uploads`;
  return `More than ${most} in 24 hours are not taken; use what is uploaded already, or come back later.`;
}

async function verdict(limit: number, consumed: Promise<RateLimiterRes>): Promise<Verdict> {
  const { allowed, result } = await consumed.then(
    (ok) => ({ allowed: true, result: ok }),
    (refused: unknown) => {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return { allowed: false, result: refused };
    },
  );
  const resetSeconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000));
  return { allowed, limit, remaining: Math.max(0, result.remainingPoints), resetSeconds };
}

/** Assigns each client its own key until there are too many in one window. */
class KnownClients {
  readonly #windowMs: number;
  #known = new Set<string>();
  #since = performance.now();

  constructor(windowSeconds: number) {
    this.#windowMs = windowSeconds * 1000;
  }

  key(client: string): string {
    if (performance.now() - this.#since > this.#windowMs) {
      this.#known = new Set();
      this.#since = performance.now();
    }
    if (this.#known.has(client)) return client;
    if (this.#known.size < MOST_CLIENTS) {
      this.#known.add(client);
      return client;
    }
    let sum = 0;
    for (let at = 0; at < client.length; at++) sum = (sum * 31 + client.charCodeAt(at)) % SHARED_COUNTERS;
    return `shared-${sum}`;
  }
}

class LazyRedis {
  readonly #url: string;
  readonly #counters: readonly CounterShape[];
  readonly #memory: ReadonlyMap<Counter, RateLimiterAbstract>;
  readonly #log: Log;
  #connected: Promise<{ limiters: Map<Counter, RateLimiterAbstract>; quit: () => void }> | undefined;
  #warned = false;

  constructor(
    url: string,
    counters: readonly CounterShape[],
    memory: ReadonlyMap<Counter, RateLimiterAbstract>,
    log: Log,
  ) {
    this.#url = url;
    this.#counters = counters;
    this.#memory = memory;
    this.#log = log;
  }

  async limiters(): Promise<ReadonlyMap<Counter, RateLimiterAbstract>> {
    this.#connected ??= this.#connect();
    return (await this.#connected).limiters;
  }

  async #connect() {
    const { Redis } = await import('ioredis');
    // A request never waits for Redis: while it cannot be reached, this process counts in memory.
    const client = new Redis(this.#url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: 2000,
      commandTimeout: 500,
      retryStrategy: (times) => Math.min(10_000, 200 * 2 ** times),
    });
    client.on('error', () => {
      // Without the error: it may contain the URL, and with it a password.
      if (!this.#warned) this.#log.warn('Redis cannot be reached: each instance limits by itself.');
      this.#warned = true;
    });
    client.on('ready', () => {
      this.#warned = false;
    });
    const limiters = new Map<Counter, RateLimiterAbstract>(
      this.#counters.map(({ name, points, seconds }) => [
        name,
        new RateLimiterRedis({
          storeClient: client,
          keyPrefix: `shortfactory:${name}`,
          points,
          duration: seconds,
          rejectIfRedisNotReady: true,
          insuranceLimiter: this.#memory.get(name) as RateLimiterAbstract,
        }),
      ]),
    );
    return { limiters, quit: () => client.disconnect() };
  }

  async close(): Promise<void> {
    (await this.#connected)?.quit();
  }
}
