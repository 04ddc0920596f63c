import {
  NO_TRACES,
  PROVIDER_OUTCOMES,
  PUBLICATION_FAILURES,
  PUBLICATION_OUTCOMES,
  STAGES,
} from '@shortfactory/core';
import type { Log, Telemetry, TelemetryEvent, Traces } from '@shortfactory/core';
import type { ConnectionCounts } from '@shortfactory/http-server';
import { Registry, collectDefaultMetrics } from 'prom-client';
import { GuardedRegistry } from './guarded-registry.ts';
import type { Recorder } from './guarded-registry.ts';
import { METRICS } from './metric-definitions.ts';
import type { MetricDefinition } from './metric-definitions.ts';

export interface HttpObservation {
  readonly method: string;
  /** The route's template such as '/api/videos/:id', or 'unmatched'; never the path. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface MetricsOptions {
  readonly version: string;
  readonly revision: string;
  readonly role: string;
  /** Name the trace of a video's duration. */
  readonly traces?: Traces;
  /** Logs the first value that could not be recorded. */
  readonly log?: Pick<Log, 'warn'>;
}

export interface MetricsText {
  readonly text: string;
  readonly contentType: string;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const OUTCOMES = ['done', 'failed', 'cancelled'] as const;
/** Gauges whose names end in _total, which Prometheus reserves for counters. */
const MISNAMED = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
];

const NO_CONNECTIONS: ConnectionCounts = { open: 0, closedIdle: 0, refused: 0, closedStalled: 0 };

/** The process's numbers, in a registry of their own. Recording never throws and never waits. */
export class Metrics implements Telemetry {
  readonly #guarded: GuardedRegistry;
  readonly #http: Recorder;
  readonly #streams: Recorder;
  readonly #connections: Recorder;
  readonly #connectionsClosed: Recorder;
  readonly #logLinesDropped: Recorder;
  readonly #video: Recorder;
  readonly #stage: Recorder;
  readonly #jobs: Recorder;
  readonly #wait: Recorder;
  readonly #retries: Recorder;
  readonly #leases: Recorder;
  readonly #calls: Recorder;
  readonly #callTime: Recorder;
  readonly #hits: Recorder;
  readonly #misses: Recorder;
  readonly #damaged: Recorder;
  readonly #refused: Recorder;
  readonly #videoSeconds: Recorder;
  readonly #cost: Recorder;
  readonly #webhookTries: Recorder;
  readonly #webhookDeliveries: Recorder;
  readonly #publications: Recorder;
  readonly #publicationFailures: Recorder;
  readonly #certificateEnd: Recorder;
  readonly #traces: Traces;
  #printing: Promise<unknown> = Promise.resolve();
  #load: () => { readonly running: number; readonly waiting: number } = () => ({ running: 0, waiting: 0 });
  #connectionCounts: () => ConnectionCounts = () => NO_CONNECTIONS;
  #droppedLines: () => number = () => 0;

  constructor({ version, revision, role, traces = NO_TRACES, log }: MetricsOptions) {
    this.#traces = traces;
    let drops = 0;
    this.#guarded = new GuardedRegistry(METRICS.dropped, (metric, error) => {
      drops += 1;
      // The counter says how many there were.
      if (drops === 1) log?.warn('A value could not be recorded and was dropped.', { metric, error });
    });
    const make = (definition: MetricDefinition): Recorder => this.#guarded.recorder(definition);
    this.#http = make(METRICS.httpDuration);
    this.#streams = make(METRICS.eventStreams);
    this.#connections = make(METRICS.connections);
    this.#connectionsClosed = make(METRICS.connectionsClosed);
    this.#logLinesDropped = make(METRICS.logLinesDropped);
    this.#video = make(METRICS.videoDuration);
    this.#stage = make(METRICS.stageDuration);
    this.#jobs = make(METRICS.jobs);
    this.#wait = make(METRICS.queueWait);
    this.#retries = make(METRICS.jobRetries);
    this.#leases = make(METRICS.leaseLosses);
    this.#calls = make(METRICS.providerCalls);
    this.#callTime = make(METRICS.providerDuration);
    this.#hits = make(METRICS.cacheHits);
    this.#misses = make(METRICS.cacheMisses);
    this.#damaged = make(METRICS.damaged);
    this.#refused = make(METRICS.refused);
    this.#videoSeconds = make(METRICS.videoSeconds);
    this.#cost = make(METRICS.costUsd);
    this.#webhookTries = make(METRICS.webhookTries);
    this.#webhookDeliveries = make(METRICS.webhookDeliveries);
    this.#publications = make(METRICS.publications);
    this.#publicationFailures = make(METRICS.publicationFailures);
    this.#certificateEnd = make(METRICS.certificateEnd);
    const { registry } = this.#guarded;
    collectDefaultMetrics({ register: registry });
    for (const name of MISNAMED) registry.removeSingleMetric(name);
    make(METRICS.buildInfo).set(1, { version, revision, role, node_version: process.version });
    // A series that begins at its first event has no rate for it; these begin at zero.
    for (const outcome of OUTCOMES) this.#video.begin({ outcome });
    for (const outcome of ['ok', 'failed']) this.#webhookTries.begin({ outcome });
    for (const outcome of ['delivered', 'failed', 'dropped']) this.#webhookDeliveries.begin({ outcome });
    for (const outcome of PUBLICATION_OUTCOMES) this.#publications.begin({ outcome });
    for (const why of PUBLICATION_FAILURES) this.#publicationFailures.begin({ why });
    for (const stage of STAGES) {
      this.#hits.begin({ stage });
      this.#misses.begin({ stage });
      this.#damaged.begin({ stage });
    }
  }

  /** The certificate that signs videos ends at this time. */
  certificateEnds(endMs: number): void {
    this.#certificateEnd.set(endMs / 1000);
  }

  httpRequest({ method, route, status, seconds }: HttpObservation): void {
    this.#http.observe(seconds, {
      route,
      method: METHODS.includes(method) ? method : 'other',
      status_class: `${Math.floor(status / 100)}xx`,
    });
  }

  /** An event stream was opened (1) or has ended (-1). */
  eventStream(change: 1 | -1): void {
    this.#streams.add(change);
  }

  /** Where the number of jobs is read from, at each scrape. */
  watchLoad(load: () => { readonly running: number; readonly waiting: number }): void {
    this.#load = load;
  }

  /** Where the number of connections is read from, at each scrape. */
  watchConnections(counts: () => ConnectionCounts): void {
    this.#connectionCounts = counts;
  }

  /** Where the number of log lines that were dropped so far is read from, at each scrape. */
  watchLog(droppedLines: () => number): void {
    this.#droppedLines = droppedLines;
  }

  record(event: TelemetryEvent): void {
    switch (event.type) {
      case 'job-started':
        return this.#wait.observe(Math.max(0, event.waitedSeconds));
      case 'job-ended':
        this.#video.observe(event.seconds, { outcome: event.outcome }, this.#exemplar());
        return this.#videoSeconds.add(event.videoSeconds);
      case 'job-retried':
        return this.#retries.add(1);
      case 'lease-lost':
        return this.#leases.add(1);
      case 'stage-ended':
        return this.#stage.observe(event.seconds, { stage: event.stage, outcome: event.outcome });
      case 'artifact':
        return (event.found ? this.#hits : this.#misses).add(1, { stage: event.stage });
      case 'artifact-damaged':
        return this.#damaged.add(1, { stage: event.stage });
      case 'stream-refused':
        return this.#refused.add(1);
      case 'webhook-tried':
        return this.#webhookTries.add(1, { outcome: event.outcome });
      case 'webhook-ended':
        return this.#webhookDeliveries.add(1, { outcome: event.outcome });
      case 'publication-ended':
        return this.#publications.add(1, { outcome: event.outcome });
      case 'publication-failed':
        return this.#publicationFailures.add(1, { why: event.why });
      case 'provider-called':
        return this.#providerCalled(event);
    }
  }

  /**
   * Prometheus' text format, version 0.0.4; or OpenMetrics, which has exemplars, where the scraper accepts it and traces
   * are made.
   */
  text(accept = ''): Promise<MetricsText> {
    const openMetrics = this.#traces !== NO_TRACES && accept.includes('application/openmetrics-text');
    const print = (): Promise<MetricsText> => this.#print(openMetrics);
    // The registry has one format at a time.
    const printed = this.#printing.then(print, print);
    this.#printing = printed;
    return printed;
  }

  async #print(openMetrics: boolean): Promise<MetricsText> {
    const { running, waiting } = this.#load();
    this.#jobs.set(running, { state: 'running' });
    this.#jobs.set(waiting, { state: 'queued' });
    const { open, closedIdle, refused, closedStalled } = this.#connectionCounts();
    this.#connections.set(open);
    this.#connectionsClosed.total(closedIdle, { reason: 'idle' });
    this.#connectionsClosed.total(refused, { reason: 'no-room' });
    this.#connectionsClosed.total(closedStalled, { reason: 'not-read' });
    this.#logLinesDropped.total(this.#droppedLines());
    const { registry } = this.#guarded;
    const contentType = openMetrics ? Registry.OPENMETRICS_CONTENT_TYPE : Registry.PROMETHEUS_CONTENT_TYPE;
    registry.setContentType(contentType);
    return { text: await registry.metrics(), contentType };
  }

  /** The current trace, by which a slow video is found. */
  #exemplar(): Record<string, string> {
    const [, traceId, spanId, flags] = (this.#traces.headers()['traceparent'] ?? '').split('-');
    if (traceId === undefined || spanId === undefined || flags !== '01') return {};
    return { trace_id: traceId, span_id: spanId };
  }

  #providerCalled({
    kind,
    provider,
    outcome,
    seconds,
    costUsd,
  }: TelemetryEvent & { type: 'provider-called' }): void {
    for (const each of PROVIDER_OUTCOMES) this.#calls.begin({ kind, provider, outcome: each });
    this.#calls.add(1, { kind, provider, outcome });
    this.#callTime.observe(seconds, { kind, provider });
    this.#cost.add(costUsd, { kind, provider });
  }
}
