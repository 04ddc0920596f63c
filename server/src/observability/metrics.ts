import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { ConnectionCounts } from '../connections/connections.ts';
import { STAGES } from '../domain/short.ts';
import { PROVIDER_OUTCOMES } from '../ports/telemetry.ts';
import type { Telemetry, TelemetryEvent } from '../ports/telemetry.ts';
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
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const OUTCOMES = ['done', 'failed', 'cancelled'] as const;
/** Gauges whose names end in _total, which Prometheus keeps for counters. */
const MISNAMED = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
];

const NO_CONNECTIONS: ConnectionCounts = { open: 0, closedIdle: 0, refused: 0, closedStalled: 0 };

/** The process's numbers, in a registry of their own. Recording never throws and never waits. */
export class Metrics implements Telemetry {
  readonly #registry = new Registry();
  readonly #http = this.#histogram(METRICS.httpDuration);
  readonly #streams = this.#gauge(METRICS.eventStreams);
  readonly #connections = this.#gauge(METRICS.connections);
  readonly #connectionsClosed = this.#counter(METRICS.connectionsClosed);
  readonly #logLinesDropped = this.#counter(METRICS.logLinesDropped);
  readonly #video = this.#histogram(METRICS.videoDuration);
  readonly #stage = this.#histogram(METRICS.stageDuration);
  readonly #jobs = this.#gauge(METRICS.jobs);
  readonly #wait = this.#histogram(METRICS.queueWait);
  readonly #retries = this.#counter(METRICS.jobRetries);
  readonly #leases = this.#counter(METRICS.leaseLosses);
  readonly #calls = this.#counter(METRICS.providerCalls);
  readonly #callTime = this.#histogram(METRICS.providerDuration);
  readonly #hits = this.#counter(METRICS.cacheHits);
  readonly #misses = this.#counter(METRICS.cacheMisses);
  readonly #videoSeconds = this.#counter(METRICS.videoSeconds);
  readonly #cost = this.#counter(METRICS.costUsd);
  readonly contentType = this.#registry.contentType;
  #load: () => { readonly running: number; readonly waiting: number } = () => ({ running: 0, waiting: 0 });

  #connectionCounts: () => ConnectionCounts = () => NO_CONNECTIONS;
  #droppedLines: () => number = () => 0;

  constructor({ version, revision, role }: MetricsOptions) {
    collectDefaultMetrics({ register: this.#registry });
    for (const name of MISNAMED) this.#registry.removeSingleMetric(name);
    const info = this.#gauge(METRICS.buildInfo);
    info.set({ version, revision, role, node_version: process.version }, 1);
    // A series that begins at its first event has no rate for it; these begin at zero.
    for (const outcome of OUTCOMES) this.#video.zero({ outcome });
    for (const stage of STAGES) {
      this.#hits.inc({ stage }, 0);
      this.#misses.inc({ stage }, 0);
    }
  }

  httpRequest({ method, route, status, seconds }: HttpObservation): void {
    const labels = {
      route,
      method: METHODS.includes(method) ? method : 'other',
      status_class: `${Math.floor(status / 100)}xx`,
    };
    this.#http.observe(labels, seconds);
  }

  /** An event stream was opened (1) or has ended (-1). */
  eventStream(change: 1 | -1): void {
    this.#streams.inc(change);
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
        this.#video.observe({ outcome: event.outcome }, event.seconds);
        return this.#videoSeconds.inc(event.videoSeconds);
      case 'job-retried':
        return this.#retries.inc();
      case 'lease-lost':
        return this.#leases.inc();
      case 'stage-ended':
        return this.#stage.observe({ stage: event.stage, outcome: event.outcome }, event.seconds);
      case 'artifact':
        return (event.found ? this.#hits : this.#misses).inc({ stage: event.stage });
      case 'provider-called':
        return this.#providerCalled(event);
    }
  }

  /** Prometheus' text format, version 0.0.4. */
  async text(): Promise<string> {
    const { running, waiting } = this.#load();
    this.#jobs.set({ state: 'running' }, running);
    this.#jobs.set({ state: 'queued' }, waiting);
    const { open, closedIdle, refused, closedStalled } = this.#connectionCounts();
    this.#connections.set(open);
    setTotals(this.#connectionsClosed, [
      [{ reason: 'idle' }, closedIdle],
      [{ reason: 'no-room' }, refused],
      [{ reason: 'not-read' }, closedStalled],
    ]);
    setTotals(this.#logLinesDropped, [[{}, this.#droppedLines()]]);
    return this.#registry.metrics();
  }

  #providerCalled({
    kind,
    provider,
    outcome,
    seconds,
    costUsd,
  }: TelemetryEvent & { type: 'provider-called' }): void {
    for (const each of PROVIDER_OUTCOMES) this.#calls.inc({ kind, provider, outcome: each }, 0);
    this.#calls.inc({ kind, provider, outcome });
    this.#callTime.observe({ kind, provider }, seconds);
    this.#cost.inc({ kind, provider }, costUsd);
  }

  #histogram({ name, help, labels, buckets }: MetricDefinition): Histogram {
    return new Histogram({
      name,
      help,
      labelNames: [...labels],
      ...(buckets ? { buckets: [...buckets] } : {}),
      registers: [this.#registry],
    });
  }

  #counter({ name, help, labels }: MetricDefinition): Counter {
    return new Counter({ name, help, labelNames: [...labels], registers: [this.#registry] });
  }

  #gauge({ name, help, labels }: MetricDefinition): Gauge {
    return new Gauge({ name, help, labelNames: [...labels], registers: [this.#registry] });
  }
}

/** A counter whose totals are counted elsewhere. */
function setTotals(counter: Counter, totals: readonly (readonly [labels: object, total: number])[]): void {
  counter.reset();
  for (const [labels, total] of totals) counter.inc(labels, total);
}
