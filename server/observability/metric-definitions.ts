/** What is measured: names, labels and buckets. Alerts and dashboards are checked against this table. */
export interface MetricDefinition {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly labels: readonly string[];
  readonly buckets?: readonly number[];
  /** Observations name the trace in which they were made. */
  readonly exemplars?: true;
}

const FAST = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const CALL = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 60, 120];
const WORK = [1, 2.5, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900];

/** Every label has a small, fixed set of values: never a path, id, owner, model or user text. */
export const METRICS = {
  httpDuration: {
    name: 'shortfactory_http_request_duration_seconds',
    type: 'histogram',
    help: 'Time from a request to the end of its answer, by route template; event streams are not counted.',
    labels: ['route', 'method', 'status_class'],
    buckets: FAST,
  },
  eventStreams: {
    name: 'shortfactory_http_event_streams',
    type: 'gauge',
    help: 'Event streams that are open now.',
    labels: [],
  },
  connections: {
    name: 'shortfactory_http_connections',
    type: 'gauge',
    help: 'Connections to the public port that are open now.',
    labels: [],
  },
  connectionsClosed: {
    name: 'shortfactory_http_connections_closed_total',
    type: 'counter',
    help: 'Connections that were closed by this side: idle ones to make room, new ones without room, and those whose client had stopped reading.',
    labels: ['reason'],
  },
  logLinesDropped: {
    name: 'shortfactory_log_lines_dropped_total',
    type: 'counter',
    help: 'Log lines that were dropped because standard output was not read.',
    labels: [],
  },
  videoDuration: {
    name: 'shortfactory_video_generation_duration_seconds',
    type: 'histogram',
    help: 'Time from the start of work on a job to its end, queueing not included.',
    labels: ['outcome'],
    buckets: WORK,
    exemplars: true,
  },
  stageDuration: {
    name: 'shortfactory_stage_duration_seconds',
    type: 'histogram',
    help: 'Time that a stage of a job took.',
    labels: ['stage', 'outcome'],
    buckets: CALL,
  },
  jobs: {
    name: 'shortfactory_jobs',
    type: 'gauge',
    help: 'Jobs that this process is running, and jobs that it knows to wait.',
    labels: ['state'],
  },
  queueWait: {
    name: 'shortfactory_queue_wait_seconds',
    type: 'histogram',
    help: 'Time from a job being queued to its work beginning.',
    labels: [],
    buckets: [0.1, 0.5, ...WORK],
  },
  jobRetries: {
    name: 'shortfactory_job_retries_total',
    type: 'counter',
    help: 'Runs of a job that failed and were scheduled again.',
    labels: [],
  },
  leaseLosses: {
    name: 'shortfactory_lease_losses_total',
    type: 'counter',
    help: 'Leases on a job that ran out or were taken while this process worked on it.',
    labels: [],
  },
  providerCalls: {
    name: 'shortfactory_provider_calls_total',
    type: 'counter',
    help: 'Calls to providers by how they ended; every outcome but ok and cancelled is an error.',
    labels: ['kind', 'provider', 'outcome'],
  },
  providerDuration: {
    name: 'shortfactory_provider_call_duration_seconds',
    type: 'histogram',
    help: 'Time that calls to providers took.',
    labels: ['kind', 'provider'],
    buckets: CALL,
  },
  cacheHits: {
    name: 'shortfactory_cache_hits_total',
    type: 'counter',
    help: 'Parts of a video that stood in the store already.',
    labels: ['stage'],
  },
  cacheMisses: {
    name: 'shortfactory_cache_misses_total',
    type: 'counter',
    help: 'Parts of a video that had to be made.',
    labels: ['stage'],
  },
  damaged: {
    name: 'shortfactory_artifacts_damaged_total',
    type: 'counter',
    help: 'Parts of videos, and uploads, that were cut short or changed in the store; parts are made again.',
    labels: ['stage'],
  },
  refused: {
    name: 'shortfactory_streams_refused_total',
    type: 'counter',
    help: 'Videos into which skipped pictures could not be inserted, so that every frame was encoded.',
    labels: [],
  },
  videoSeconds: {
    name: 'shortfactory_rendered_video_seconds_total',
    type: 'counter',
    help: 'Seconds of finished video, all aspects together.',
    labels: [],
  },
  costUsd: {
    name: 'shortfactory_estimated_cost_usd_total',
    type: 'counter',
    help: 'Estimated cost of calls to providers in US dollars.',
    labels: ['kind', 'provider'],
  },
  webhookTries: {
    name: 'shortfactory_webhook_tries_total',
    type: 'counter',
    help: 'Calls to webhooks: taken by the receiver (ok), or not (failed).',
    labels: ['outcome'],
  },
  webhookDeliveries: {
    name: 'shortfactory_webhook_deliveries_total',
    type: 'counter',
    help: 'Deliveries that ended: taken, given up after 24 hours (failed), or dropped with their webhook.',
    labels: ['outcome'],
  },
  publications: {
    name: 'shortfactory_publications_total',
    type: 'counter',
    help: 'Publications that ended: sent, refused, or with nobody knowing whether they arrived (unsure).',
    labels: ['outcome'],
  },
  publicationFailures: {
    name: 'shortfactory_publication_failures_total',
    type: 'counter',
    help: 'Tries to send a video that failed: refused, no quota left, no access, or the publisher not there (away).',
    labels: ['why'],
  },
  certificateEnd: {
    name: 'shortfactory_signing_certificate_end_seconds',
    type: 'gauge',
    help: 'When the certificate that signs videos ends, as a Unix time; absent where none signs.',
    labels: [],
  },
  dropped: {
    name: 'shortfactory_metrics_dropped_total',
    type: 'counter',
    help: 'Values that could not be recorded, such as a count below zero.',
    labels: [],
  },
  buildInfo: {
    name: 'shortfactory_build_info',
    type: 'gauge',
    help: 'Always 1; says what is running.',
    labels: ['version', 'revision', 'role', 'node_version'],
  },
} as const satisfies Record<string, MetricDefinition>;

/** Of Node itself; the event loop's lag is `nodejs_eventloop_lag_seconds` and its percentiles. */
export const PROCESS_METRICS = [
  'process_cpu_seconds_total',
  'process_resident_memory_bytes',
  'nodejs_eventloop_lag_seconds',
  'nodejs_eventloop_lag_p50_seconds',
  'nodejs_eventloop_lag_p99_seconds',
  'nodejs_gc_duration_seconds',
  'nodejs_heap_size_used_bytes',
] as const;

/** Every series that a query may name: histograms by their three parts. */
export function seriesNames(): string[] {
  const own = Object.values<MetricDefinition>(METRICS).flatMap(({ name, type }) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  );
  return [...own, ...PROCESS_METRICS];
}
