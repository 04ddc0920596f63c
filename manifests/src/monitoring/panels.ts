import type { Environment } from '../environments/schema.ts';
import { run, signalsOf } from './signals.ts';

/** One chart: its lines, each a PromQL query with the labels that distinguish its series. */
export interface Panel {
  readonly title: string;
  readonly unit: 's' | '1/s' | '1' | 'USD' | 'ratio' | 'bytes';
  readonly lines: readonly { readonly query: string; readonly legend: string }[];
  /** Lines on top of one another, when their sum means something. */
  readonly stacked?: true;
}

const WINDOW = '5m';
const HTTP = 'shortfactory_http_request_duration_seconds_bucket';
const VIDEOS = 'shortfactory_video_generation_duration_seconds';
const STAGES = 'shortfactory_stage_duration_seconds_bucket';
const WAIT = 'shortfactory_queue_wait_seconds_bucket';
const COST = 'shortfactory_estimated_cost_usd_total';

/** What an operator looks at, from the outside in. */
export function panelsOf(environment: Environment): readonly Panel[] {
  return [...traffic(environment), ...work(environment), ...means(environment)];
}

function traffic(environment: Environment): Panel[] {
  const { requests, errors } = signalsOf(environment);
  const server = `${HTTP}{service_name="shortfactory-server"}`;
  return [
    { title: 'Requests', unit: '1/s', lines: [{ query: requests(WINDOW), legend: '{{service_name}}' }] },
    {
      title: 'Share of requests that end in a 5xx',
      unit: 'ratio',
      lines: [
        {
          query: `(${errors(WINDOW)} or 0 * ${requests(WINDOW)}) / ${requests(WINDOW)}`,
          legend: '{{service_name}}',
        },
      ],
    },
    {
      title: 'API latency',
      unit: 's',
      lines: percentiles([0.5, 0.95, 0.99], `sum by (le) (rate(${server}[${WINDOW}]))`),
    },
  ];
}

function work(environment: Environment): Panel[] {
  const { waitingJobs } = signalsOf(environment);
  const done = `sum by (le) (rate(${VIDEOS}_bucket{outcome="done"}[${WINDOW}]))`;
  return [
    { title: 'Time to make a video', unit: 's', lines: percentiles([0.5, 0.95, 0.99], done) },
    {
      title: 'Time of each stage (95 %)',
      unit: 's',
      lines: [
        {
          query: `histogram_quantile(0.95, sum by (le, stage) (rate(${STAGES}[${WINDOW}])))`,
          legend: '{{stage}}',
        },
      ],
    },
    {
      title: 'Videos in an hour',
      unit: '1',
      stacked: true,
      lines: [{ query: `sum by (outcome) (increase(${VIDEOS}_count[1h]))`, legend: '{{outcome}}' }],
    },
    {
      title: 'Time that a job waits',
      unit: 's',
      lines: percentiles([0.5, 0.95], `sum by (le) (rate(${WAIT}[${WINDOW}]))`),
    },
    {
      title: 'Jobs',
      unit: '1',
      lines: [
        { query: waitingJobs(), legend: 'waiting' },
        { query: 'sum(shortfactory_jobs{state="running"})', legend: 'running' },
      ],
    },
    {
      title: 'Calls to providers',
      unit: '1/s',
      lines: [
        {
          query: orNone(
            `sum by (kind, provider, outcome) (rate(shortfactory_provider_calls_total[${WINDOW}]))`,
          ),
          legend: '{{kind}} {{provider}} {{outcome}}',
        },
      ],
    },
    {
      title: 'Share of parts that stood in the store',
      unit: 'ratio',
      lines: [
        {
          query: `sum by (stage) (rate(shortfactory_cache_hits_total[${WINDOW}])) / (sum by (stage) (rate(shortfactory_cache_hits_total[${WINDOW}])) + sum by (stage) (rate(shortfactory_cache_misses_total[${WINDOW}])))`,
          legend: '{{stage}}',
        },
      ],
    },
  ];
}

function means(environment: Environment): Panel[] {
  const billable = run('container_billable_instance_time', 'service_name=~"shortfactory-.+"');
  return [
    {
      title: 'Instances',
      unit: '1',
      stacked: true,
      lines: [{ query: signalsOf(environment).instances(), legend: '{{service_name}}' }],
    },
    {
      title: 'Cost of providers in an hour',
      unit: 'USD',
      stacked: true,
      lines: [
        { query: orNone(`sum by (kind, provider) (increase(${COST}[1h]))`), legend: '{{kind}} {{provider}}' },
      ],
    },
    {
      title: 'Cost of providers for a second of video',
      unit: 'USD',
      lines: [
        {
          query: `(${orNone(`sum(increase(${COST}[1h]))`)}) / (sum(increase(shortfactory_rendered_video_seconds_total[1h])) > 0)`,
          legend: 'all',
        },
      ],
    },
    ...(environment.platform === 'cloud-run'
      ? [
          {
            title: 'Instances that are paid for',
            unit: '1' as const,
            stacked: true as const,
            lines: [
              { query: `sum by (service_name) (rate(${billable}[${WINDOW}]))`, legend: '{{service_name}}' },
            ],
          },
        ]
      : []),
    {
      title: 'Memory of the processes',
      unit: 'bytes',
      lines: [{ query: 'max by (service_name) (process_resident_memory_bytes)', legend: '{{service_name}}' }],
    },
    {
      title: 'Event loop lag (99 %)',
      unit: 's',
      lines: [
        { query: 'max by (service_name) (nodejs_eventloop_lag_p99_seconds)', legend: '{{service_name}}' },
      ],
    },
  ];
}

/** Where everything is made offline, no provider is called and none costs anything: that is a zero, not a gap. */
function orNone(query: string): string {
  return `${query} or vector(0)`;
}

function percentiles(shares: readonly number[], buckets: string): Panel['lines'] {
  return shares.map((share) => ({
    query: `histogram_quantile(${share}, ${buckets})`,
    legend: `${share * 100} %`,
  }));
}
