import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Config } from '../config.ts';
import type { Log } from '../ports/log.ts';

/** Requests are counted apart by what they cost: making something, asking something, fetching a file; and whether all is well. */
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
  close(): Promise<void>;
}

const WINDOW_SECONDS = 60;
/** A client that makes has a sixth of what a client may ask, and a page full of pictures asks for many files. */
const SHARE: Readonly<Record<Bucket, number>> = { make: 1 / 6, read: 1, file: 10, health: 1 };
/** Clients that are told apart in one window; those after them share counters, so that memory stays bounded. */
const MOST_CLIENTS = 20_000;
const SHARED_COUNTERS = 64;

/**
 * Counts in this process, or in Redis when an address is given, so that instances count together. Redis is connected
 * to at the first request and does not keep the process alive after `close`.
 */
export function createLimiter(
  config: Pick<Config, 'RATE_LIMIT_PER_MINUTE'>,
  redisUrl: string | undefined,
  log: Log,
): Limiter {
  const pointsOf = (bucket: Bucket): number =>
    Math.max(1, Math.ceil(config.RATE_LIMIT_PER_MINUTE * SHARE[bucket]));
  const memory = new Map<Bucket, RateLimiterAbstract>(
    BUCKETS.map((bucket) => [
      bucket,
      new RateLimiterMemory({ keyPrefix: bucket, points: pointsOf(bucket), duration: WINDOW_SECONDS }),
    ]),
  );
  const redis = redisUrl === undefined ? undefined : new LazyRedis(redisUrl, memory, log);
  const clients = new KnownClients();
  return {
    async take(bucket, client) {
      const limiters = redis ? await redis.limiters(pointsOf) : memory;
      const limiter = limiters.get(bucket) as RateLimiterAbstract;
      return verdict(pointsOf(bucket), limiter.consume(clients.key(client)));
    },
    close: async () => redis?.close(),
  };
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

/** Gives each client its own key until too many have come in one window. */
class KnownClients {
  #known = new Set<string>();
  #since = performance.now();

  key(client: string): string {
    if (performance.now() - this.#since > WINDOW_SECONDS * 1000) {
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
  readonly #memory: ReadonlyMap<Bucket, RateLimiterAbstract>;
  readonly #log: Log;
  #connected: Promise<{ limiters: Map<Bucket, RateLimiterAbstract>; quit: () => void }> | undefined;
  #complained = false;

  constructor(url: string, memory: ReadonlyMap<Bucket, RateLimiterAbstract>, log: Log) {
    this.#url = url;
    this.#memory = memory;
    this.#log = log;
  }

  async limiters(pointsOf: (bucket: Bucket) => number): Promise<ReadonlyMap<Bucket, RateLimiterAbstract>> {
    this.#connected ??= this.#connect(pointsOf);
    return (await this.#connected).limiters;
  }

  async #connect(pointsOf: (bucket: Bucket) => number) {
    const { Redis } = await import('ioredis');
    // A request never waits for Redis: while it cannot be reached, the memory of this process counts.
    const client = new Redis(this.#url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: 2000,
      commandTimeout: 500,
      retryStrategy: (times) => Math.min(10_000, 200 * 2 ** times),
    });
    client.on('error', () => {
      // Without the error: it may show the address, and with it a password.
      if (!this.#complained) this.#log.warn('Redis cannot be reached: each instance limits by itself.');
      this.#complained = true;
    });
    client.on('ready', () => {
      this.#complained = false;
    });
    const limiters = new Map<Bucket, RateLimiterAbstract>(
      BUCKETS.map((bucket) => [
        bucket,
        new RateLimiterRedis({
          storeClient: client,
          keyPrefix: `shortfactory:${bucket}`,
          points: pointsOf(bucket),
          duration: WINDOW_SECONDS,
          rejectIfRedisNotReady: true,
          insuranceLimiter: this.#memory.get(bucket) as RateLimiterAbstract,
        }),
      ]),
    );
    return { limiters, quit: () => client.disconnect() };
  }

  async close(): Promise<void> {
    (await this.#connected)?.quit();
  }
}
