/**
 * What the platform allows, as its documentation says in November 2026; where a limit grows by itself, where it starts.
 * @see https://cloud.google.com/tasks/docs/quotas
 * @see https://cloud.google.com/storage/docs/request-rate
 * @see https://cloud.google.com/run/docs/about-instance-autoscaling
 */
export const LIMITS = {
  /** Of one queue. */
  dispatchesPerSecond: 500,
  concurrentDispatches: 5000,
  /** Of one bucket before it has grown; it doubles within minutes of steadily rising load. */
  bucketReadsPerSecond: 5000,
  bucketWritesPerSecond: 1000,
  /** Of one object. */
  objectWritesPerSecond: 1,
  /** A request that no instance takes for so long is answered 429, and the queue sends it again later. */
  pendingSeconds: 10,
} as const;

/** What nothing here measures or documents; each is printed with the figures. */
export const ASSUMED = {
  /** Length of a finished video, evenly spread. */
  videoSeconds: { least: 20, most: 60 },
  /** Waiting for paid services that write, draw and speak, evenly spread. */
  providerSeconds: { least: 5, most: 25 },
  /** Pull and start of a worker's container on Cloud Run until it takes a request. */
  coldStartSeconds: 6,
  /** Containers that the platform starts for one service each second. */
  startsPerSecond: 20,
  /** An instance without a request is taken away after this long. */
  idleSeconds: 900,
  /** Of the busiest time against the mean of a day's wave. */
  peak: 1.8,
  /** Requests of a burst arrive within this time. */
  burstSeconds: 60,
  /** Browsers or programs that follow a job while it is made. */
  followers: 1,
} as const;
