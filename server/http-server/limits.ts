/** Limits of the HTTP server. Each bounds memory, sockets or waiting time. */
export interface HttpLimits {
  readonly jsonBytes: number;
  /** Nesting of a JSON body. */
  readonly jsonDepth: number;
  /** From a request's headers to the last byte of its JSON body. */
  readonly jsonBodyMs: number;
  /** Of the table of a batch. */
  readonly tableBytes: number;
  /** An upload that stays under this rate, measured over `uploadWindowMs`, is ended. */
  readonly uploadBytesPerSecond: number;
  readonly uploadWindowMs: number;
  /** A download or event stream whose client reads nothing for so long is ended. */
  readonly idleWriteMs: number;
  /** How much of an unwanted request body is still read, so that its client can read the response. */
  readonly lingerMs: number;
  readonly lingerBytes: number;
  readonly heartbeatMs: number;
  /**
   * Ends before the platform would cut it; clients reconnect and miss nothing. The manifests refuse a Service whose
   * timeoutSeconds is not higher.
   */
  readonly streamMs: number;
  readonly streamsPerClient: number;
  readonly streams: number;
  /** An answer that is not an event stream or a file. */
  readonly answerMs: number;
  /** A response that needs a provider call. */
  readonly makingMs: number;
}

export const HTTP_LIMITS: HttpLimits = {
  jsonBytes: 256 * 1024,
  jsonDepth: 32,
  jsonBodyMs: 20_000,
  tableBytes: 4_000_000,
  uploadBytesPerSecond: 8 * 1024,
  uploadWindowMs: 10_000,
  idleWriteMs: 60_000,
  lingerMs: 3000,
  lingerBytes: 2_000_000,
  heartbeatMs: 15_000,
  streamMs: 285_000,
  streamsPerClient: 64,
  streams: 2000,
  answerMs: 30_000,
  makingMs: 120_000,
};
