import { stringify } from 'yaml';
import { traceCollection } from '../constructs/otel-collector.ts';
import { runMonitoring } from '../constructs/prometheus.ts';
import { METRICS_PORT } from '../environments/addresses.ts';
import { serviceName } from '../environments/schema.ts';
import type { CloudEnvironment, Environment } from '../environments/schema.ts';
import { alertPolicy, UNREACHABLE, unreachablePolicy } from './alert-policies.ts';
import { alertsOf } from './alerts.ts';
import { budget } from './budget.ts';
import { cloudDashboard, grafanaDashboard } from './dashboards.ts';
import { LOG_METRICS } from './log-metrics.ts';
import { availabilityObjective, monitoredService, OBSERVED } from './objectives.ts';
import { prometheusRules } from './prometheus-rules.ts';
import { localScrape } from './scrape.ts';
import { openToAll, uptimeCheck } from './uptime.ts';

/**
 * Files below dist/<env>/monitoring/. The first word of a name says what it is: alert, service, slo, uptime,
 * log-metric, dashboard, budget.
 */
export function monitoringFiles(environment: Environment): Map<string, string> {
  const rules: [string, string] = ['rules.yaml', yaml(prometheusRules(alertsOf(environment)))];
  const files =
    environment.platform === 'cloud-run'
      ? [...cloudFiles(environment), rules]
      : [
          ['grafana-dashboard.json', json(grafanaDashboard(environment))] as const,
          ['prometheus.yaml', yaml(localScrape())] as const,
          rules,
        ];
  return new Map(files);
}

function cloudFiles(environment: CloudEnvironment): [string, string][] {
  const documents: [string, object][] = [
    ['budget.json', budget(environment)],
    ['dashboard.json', cloudDashboard(environment)],
    ...alertsOf(environment).map((alert): [string, object] => [
      `alert-${alert.id}.json`,
      alertPolicy(alert, environment),
    ]),
    [`alert-${UNREACHABLE}.json`, unreachablePolicy(environment)],
    ...Object.entries(LOG_METRICS).map(([name, metric]): [string, object] => [
      `log-metric-${name}.json`,
      metric,
    ]),
    ...OBSERVED.flatMap((key): [string, object][] => [
      [`service-${serviceName(key)}.json`, monitoredService(environment, key)],
      [`slo-${serviceName(key)}.json`, availabilityObjective(environment, key)],
    ]),
    ...openToAll(environment).map((key): [string, object] => [
      `uptime-${serviceName(key)}.json`,
      uptimeCheck(environment, key),
    ]),
  ];
  return [
    ...documents.map(([name, document]): [string, string] => [name, json(document)]),
    ['run-monitoring.yaml', yaml(collectorDocument())],
    ...(environment.traces.share > 0
      ? [['otel-collector.yaml', yaml(traceCollection())] satisfies [string, string]]
      : []),
  ];
}

/** What the collector reads from its secret. It also scrapes 10 s after a start and at the end, so no instance is missed. */
export function collectorDocument() {
  return runMonitoring({
    name: 'shortfactory',
    port: METRICS_PORT,
    path: '/metrics',
    intervalSeconds: 30,
    timeoutSeconds: 10,
  });
}

const json = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;
const yaml = (document: object): string => stringify(document, { lineWidth: 0 });
