import type { CloudEnvironment } from '../environments/schema.ts';
import { pageOf, ruleName } from './alert.ts';
import type { Alert } from './alert.ts';
import { openToAll, publicHost } from './uptime.ts';

/** The id of the one alert that only Cloud Monitoring has. */
export const UNREACHABLE = 'unreachable';

const SEVERITY = { page: 'CRITICAL', warn: 'WARNING' } as const;

/**
 * An alert as Cloud Monitoring takes it (google.monitoring.v3.AlertPolicy). Metrics that have no data yet would be
 * refused, so their check is off; every name is checked against the server's own registry instead.
 */
export function alertPolicy(alert: Alert, environment: CloudEnvironment) {
  return {
    ...head(alert, environment),
    conditions: [
      {
        displayName: alert.title,
        conditionPrometheusQueryLanguage: {
          query: alert.expression,
          duration: `${alert.forSeconds}s`,
          evaluationInterval: '30s',
          ruleGroup: 'shortfactory',
          alertRule: ruleName(alert),
          disableMetricValidation: true,
        },
      },
    ],
  };
}

/** The one alert that is not a rule of ours: pages cannot be reached from outside. Built on what the uptime checks report. */
export function unreachablePolicy(environment: CloudEnvironment) {
  const hosts = openToAll(environment).map((key) => `resource.labels.host="${publicHost(environment, key)}"`);
  const title = 'A page cannot be reached from outside';
  const meaning =
    'Uptime checks from more than one region of the world get no 200 from the API or the web interface.';
  return {
    ...head({ id: UNREACHABLE, title, severity: 'page', meaning }, environment),
    conditions: [
      {
        displayName: title,
        conditionThreshold: {
          filter: `metric.type="monitoring.googleapis.com/uptime_check/check_passed" AND resource.type="uptime_url" AND (${hosts.join(' OR ')})`,
          aggregations: [
            {
              alignmentPeriod: '300s',
              perSeriesAligner: 'ALIGN_NEXT_OLDER',
              crossSeriesReducer: 'REDUCE_COUNT_FALSE',
              groupByFields: ['resource.label.host'],
            },
          ],
          comparison: 'COMPARISON_GT',
          thresholdValue: 1,
          duration: '120s',
          trigger: { count: 1 },
        },
      },
    ],
  };
}

function head(
  { id, title, severity, meaning }: Pick<Alert, 'id' | 'title' | 'severity' | 'meaning'>,
  { name, notificationChannels }: CloudEnvironment,
) {
  return {
    displayName: `ShortFactory ${name}: ${title}`,
    documentation: {
      subject: `ShortFactory ${name}: ${title}`,
      content: `${meaning}\n\nWhat to look at and what to do: ${pageOf({ id })}`,
      mimeType: 'text/markdown',
    },
    userLabels: { alert: id, environment: name, managed_by: 'shortfactory' },
    severity: SEVERITY[severity],
    enabled: true,
    combiner: 'OR',
    alertStrategy: { autoClose: '1800s', notificationPrompts: ['OPENED', 'CLOSED'] },
    notificationChannels,
  };
}
