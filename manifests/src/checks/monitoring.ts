import type { Environment } from '../environments/schema.ts';
import { UNREACHABLE } from '../monitoring/alert-policies.ts';
import { alertsOf } from '../monitoring/alerts.ts';
import { panelsOf } from '../monitoring/panels.ts';
import { unknownNames } from './metrics.ts';
import { pageProblems } from './runbook.ts';

/** Alerts and charts that ask for a metric that does not exist (they would be silent for ever), and alerts without a page. */
export function monitoringProblems(environment: Environment): string[] {
  const ids = alertsOf(environment).map(({ id }) => id);
  return [
    ...pageProblems(environment.platform === 'cloud-run' ? [...ids, UNREACHABLE] : ids),
    ...alertsOf(environment).flatMap(({ id, expression }) =>
      unknownNames(expression).map((problem) => `alert ${id}: ${problem}`),
    ),
    ...panelsOf(environment).flatMap(({ title, lines }) =>
      lines.flatMap(({ query }) => unknownNames(query)).map((problem) => `chart "${title}": ${problem}`),
    ),
  ];
}
