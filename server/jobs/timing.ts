/**
 * The times of the lease and what hangs on them, in ms. They depend on one another: a holder stops itself (`fence`)
 * well before anyone else takes over (`takeover`), whatever their clocks say, and renews several times before that.
 */
export interface Timing {
  /** How long a lease lasts. */
  readonly leaseMs: number;
  readonly renewMs: number;
  /** A holder stops this long (monotonic) after sending the last write that it knows to stand. */
  readonly fenceMs: number;
  /** Others take over when the store's own clock says that nothing was written for this long. */
  readonly takeoverMs: number;
  /** Progress is written this often at most: a bucket takes about one write a second to one object. */
  readonly progressMs: number;
  /** How often a holder looks whether its job was cancelled, and a watcher whether it changed. */
  readonly lookMs: number;
  /** On shutdown: when running work is stopped, and by when leases are given back. */
  readonly stopWorkMs: number;
  readonly releaseMs: number;
  readonly sweepMs: number;
  /** How often garbage is looked for; first after a tenth of it. */
  readonly garbageMs: number;
  /** A process that accepted or claimed a job has this long to enqueue it before a sweep does. */
  readonly enqueueGraceMs: number;
  /** A job that waits for this long is offered again, in case its queue forgot it. */
  readonly offerAgainMs: number;
  /** A user request gives up a write or read that the store does not take. */
  readonly patienceMs: number;
  /** Pauses before a failed run is tried again in place. */
  readonly retryMs: readonly number[];
}

export const TIMING: Timing = {
  leaseMs: 60_000,
  renewMs: 15_000,
  fenceMs: 40_000,
  takeoverMs: 75_000,
  progressMs: 4000,
  lookMs: 700,
  stopWorkMs: 6000,
  releaseMs: 8000,
  sweepMs: 60_000,
  garbageMs: 600_000,
  enqueueGraceMs: 30_000,
  offerAgainMs: 300_000,
  patienceMs: 10_000,
  retryMs: [2000, 15_000],
};
