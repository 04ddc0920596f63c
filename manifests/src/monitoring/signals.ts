import { TASKS_QUEUE } from '../environments/addresses.ts';
import type { Environment } from '../environments/schema.ts';

/**
 * Numbers that the platform measures for us on Cloud Run and that the server measures itself elsewhere. Expressions
 * are PromQL; each has the label service_name and nothing else, except where it says otherwise.
 */
export interface Signals {
  /** Requests a second. */
  readonly requests: (window: string) => string;
  /** Requests a second that ended in a 5xx. */
  readonly errors: (window: string) => string;
  /** How many requests in the window. */
  readonly requestCount: (window: string) => string;
  /** Instances that run. */
  readonly instances: () => string;
  /** Jobs that no worker has claimed yet; no labels. */
  readonly waitingJobs: () => string;
}

/**
 * What Cloud Run counts itself: it sees requests that never reached a program, and services without a collector.
 * @see https://cloud.google.com/monitoring/promql/promql-mapping
 */
const cloudRun: Signals = {
  requests: (window) => byService(`rate(${run('request_count', PUBLIC)}[${window}])`),
  errors: (window) =>
    byService(`rate(${run('request_count', `${PUBLIC},response_code_class="5xx"`)}[${window}])`),
  requestCount: (window) => byService(`increase(${run('request_count', PUBLIC)}[${window}])`),
  instances: () =>
    byService(run('container_instance_count', 'service_name=~"shortfactory-.+",state="active"')),
  waitingJobs: () =>
    `sum(cloudtasks_googleapis_com:queue_depth{monitored_resource="cloud_tasks_queue",queue_id="${TASKS_QUEUE}"})`,
};

/** The same from the server's own metrics, for Prometheus on a laptop or in a cluster. */
const own: Signals = {
  requests: (window) => byService(`rate(${OWN}{service_name="shortfactory-server"}[${window}])`),
  errors: (window) =>
    byService(`rate(${OWN}{service_name="shortfactory-server",status_class="5xx"}[${window}])`),
  requestCount: (window) => byService(`increase(${OWN}{service_name="shortfactory-server"}[${window}])`),
  instances: () => `count by (service_name) (shortfactory_build_info)`,
  waitingJobs: () => 'sum(shortfactory_jobs{state="queued"})',
};

const PUBLIC = 'service_name=~"shortfactory-(server|ui)"';
const OWN = 'shortfactory_http_request_duration_seconds_count';

export function signalsOf({ platform }: Environment): Signals {
  return platform === 'cloud-run' ? cloudRun : own;
}

/** A metric of Cloud Run: `run.googleapis.com/request_count` as PromQL writes it. */
export function run(metric: string, labels: string): string {
  return `run_googleapis_com:${metric}{monitored_resource="cloud_run_revision",${labels}}`;
}

function byService(expression: string): string {
  return `sum by (service_name) (${expression})`;
}
