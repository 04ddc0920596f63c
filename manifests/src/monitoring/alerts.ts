import type { Environment } from '../environments/schema.ts';
import type { Alert } from './alert.ts';
import { signalsOf } from './signals.ts';
import type { Signals } from './signals.ts';

const VIDEOS = 'shortfactory_video_generation_duration_seconds';
const MINUTE = 60;

/** Every alert of an environment, in the order in which its runbook lists them. */
export function alertsOf(environment: Environment): readonly Alert[] {
  const signals = signalsOf(environment);
  return [
    ...burnRates(environment, signals),
    generationSlow(environment),
    jobsFailing(environment),
    jobsStuck(environment, signals),
    queueWait(environment),
    providersFailing(),
    webhooksFailing(),
    cost(environment),
    certificateEnds(),
    ...(environment.publishing === undefined ? [] : [publicationsFailing()]),
    ...(environment.platform === 'cloud-run' ? [outOfMemory()] : []),
  ];
}

/**
 * The error budget of 30 days, spent so fast that it is gone in two days, or in five. A long window says that it is
 * serious and a short one that it still goes on; below a number of requests one failure would be the whole budget.
 * @see https://sre.google/workbook/alerting-on-slos/
 */
function burnRates({ alerts }: Environment, signals: Signals): Alert[] {
  const budget = Number((1 - alerts.availability).toPrecision(6));
  const burns = (factor: number, window: string): string =>
    `${signals.errors(window)} / ${signals.requests(window)} > ${factor} * ${budget}`;
  const burn = (factor: number, long: string, short: string, requests: number): string =>
    `(${burns(factor, long)}) and (${burns(factor, short)}) and (${signals.requestCount(long)} >= ${requests})`;
  const percent = Number((alerts.availability * 100).toPrecision(6));
  return [
    {
      id: 'error-budget-fast',
      title: 'Requests fail 14.4 times faster than the budget allows',
      severity: 'page',
      expression: burn(14.4, '1h', '5m', alerts.minRequestsPerHour),
      forSeconds: 0,
      meaning: `More than ${fraction(14.4 * budget)} of the requests end in a 5xx, in the last hour and in the last five minutes. At this rate the budget of ${percent} % over 30 days is gone in two days.`,
    },
    {
      id: 'error-budget-slow',
      title: 'Requests fail 6 times faster than the budget allows',
      severity: 'warn',
      expression: burn(6, '6h', '30m', 6 * alerts.minRequestsPerHour),
      forSeconds: 0,
      meaning: `More than ${fraction(6 * budget)} of the requests end in a 5xx, in the last six hours and in the last half hour. At this rate the budget of ${percent} % over 30 days is gone in five days.`,
    },
  ];
}

function generationSlow({ alerts }: Environment): Alert {
  const done = `${VIDEOS}_bucket{outcome="done"}`;
  return {
    id: 'generation-slow',
    title: 'Videos take too long to make',
    severity: 'warn',
    expression: `(histogram_quantile(0.95, sum by (le) (rate(${done}[30m]))) > ${alerts.generationP95Seconds}) and (sum(increase(${VIDEOS}_count{outcome="done"}[30m])) > 2.5)`,
    forSeconds: 10 * MINUTE,
    meaning: `One video in twenty takes more than ${alerts.generationP95Seconds} seconds from the start of work to its end, over the last half hour.`,
  };
}

function jobsFailing({ alerts }: Environment): Alert {
  const count = (outcome: string): string => `sum(increase(${VIDEOS}_count{outcome=~"${outcome}"}[30m]))`;
  // increase() extrapolates, so that three failures can look like 2.9.
  const least = alerts.minFailedJobs - 0.5;
  return {
    id: 'jobs-failing',
    title: 'Videos fail',
    severity: 'page',
    expression: `(${count('failed')} / ${count('done|failed')} > ${alerts.failedJobsRatio}) and (${count('failed')} > ${least})`,
    forSeconds: 5 * MINUTE,
    meaning: `More than ${fraction(alerts.failedJobsRatio)} of the videos of the last half hour failed for good, at least ${alerts.minFailedJobs} of them.`,
  };
}

function jobsStuck({ alerts }: Environment, signals: Signals): Alert {
  const minutes = alerts.stuckAfterMinutes;
  return {
    id: 'jobs-stuck',
    title: 'Jobs wait and none ends',
    severity: 'page',
    expression: `(${signals.waitingJobs()} > 0) unless (sum(increase(${VIDEOS}_count[${minutes}m])) > 0)`,
    forSeconds: minutes * MINUTE,
    meaning: `Jobs have been waiting for ${minutes} minutes, and in that time not one has ended.`,
  };
}

function queueWait({ alerts }: Environment): Alert {
  return {
    id: 'queue-wait',
    title: 'Jobs wait too long for a worker',
    severity: 'warn',
    expression: `histogram_quantile(0.95, sum by (le) (rate(shortfactory_queue_wait_seconds_bucket[15m]))) > ${alerts.queueWaitP95Seconds}`,
    forSeconds: 10 * MINUTE,
    meaning: `One job in twenty waits more than ${alerts.queueWaitP95Seconds} seconds before its work begins.`,
  };
}

function providersFailing(): Alert {
  const calls = (labels: string, of: string): string =>
    `sum by (kind, provider) (${of}(shortfactory_provider_calls_total${labels}[10m]))`;
  const failed = '{outcome=~"retryable|failed"}';
  return {
    id: 'providers-failing',
    title: 'A provider fails',
    severity: 'warn',
    expression: `(${calls(failed, 'rate')} / ${calls('{outcome!="cancelled"}', 'rate')} > 0.5) and (${calls(failed, 'increase')} > 4.5)`,
    forSeconds: 10 * MINUTE,
    meaning:
      'More than half of the calls to a provider fail. Videos are made without it, and say so, or fail.',
  };
}

/** One owner's receiver may be gone for a day, which is nobody else's concern; that nearly all are is one of ours. */
function webhooksFailing(): Alert {
  const tries = (labels: string, of: string): string =>
    `sum(${of}(shortfactory_webhook_tries_total${labels}[1h]))`;
  const failed = '{outcome="failed"}';
  return {
    id: 'webhooks-failing',
    title: 'Webhooks are not delivered',
    severity: 'warn',
    expression: `(${tries(failed, 'rate')} / ${tries('', 'rate')} > 0.9) and (${tries(failed, 'increase')} > 19.5)`,
    forSeconds: 60 * MINUTE,
    meaning:
      'For two hours more than nine in ten calls to webhooks have failed. Each is tried for 24 hours, then given up.',
  };
}

/** What one channel or one title is refused for is its owner's; that nobody's video goes is one of ours. */
function publicationsFailing(): Alert {
  const count = (metric: string): string => `sum(increase(shortfactory_publication${metric}[1h]))`;
  return {
    id: 'publications-failing',
    title: 'No video gets to YouTube',
    severity: 'warn',
    expression: `(${count('_failures_total')} > 4.5) unless (${count('s_total{outcome="sent"}')} > 0)`,
    forSeconds: 10 * MINUTE,
    meaning: 'In the last hour sending to YouTube failed five times at least, and not one video was sent.',
  };
}

function cost({ alerts }: Environment): Alert {
  return {
    id: 'cost',
    title: 'Providers cost more than expected',
    severity: 'warn',
    expression: `sum(increase(shortfactory_estimated_cost_usd_total[1h])) > ${alerts.costUsdPerHour}`,
    forSeconds: 0,
    meaning: `Calls to providers of the last hour cost more than ${alerts.costUsdPerHour} US dollars, by the price table.`,
  };
}

/** Long enough before for an authority that looks at its applicants. Without a certificate there is no series. */
function certificateEnds(): Alert {
  return {
    id: 'certificate-ends',
    title: 'The certificate that signs videos ends soon',
    severity: 'warn',
    expression: `(min(shortfactory_signing_certificate_end_seconds) - time()) < ${14 * 24 * 60 * MINUTE}`,
    forSeconds: 10 * MINUTE,
    meaning:
      'The certificate of C2PA_CERTIFICATE ends in less than two weeks. From then on videos are not signed, and no process starts with it.',
  };
}

/** Seen by the platform only: the program is killed before it can count anything. */
function outOfMemory(): Alert {
  return {
    id: 'out-of-memory',
    title: 'Instances run out of memory',
    severity: 'warn',
    expression:
      'sum by (service_name) (increase(logging_googleapis_com:user_shortfactory_out_of_memory{monitored_resource="cloud_run_revision"}[15m])) > 0',
    forSeconds: 0,
    meaning:
      'Cloud Run stopped an instance because it used more memory than its limit. A job in it goes on elsewhere.',
  };
}

function fraction(share: number): string {
  return `${Number((share * 100).toPrecision(4))} %`;
}
