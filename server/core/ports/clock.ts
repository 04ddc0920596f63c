/** Time, so that a test can hold it in its hand. */
export interface Clock {
  /** Monotonic milliseconds: for durations and deadlines. Never compared with a store's time. */
  monotonicMs(): number;
  /** Wall time in ms since 1970: for records that people read. */
  nowMs(): number;
  /** Resolves after `ms`; rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
