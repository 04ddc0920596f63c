import type { Environment } from '../environments/schema.ts';
import { alertsOf } from '../monitoring/alerts.ts';
import { panelsOf } from '../monitoring/panels.ts';
import { unknownNames } from './metrics.ts';

/** Alerts and charts that ask for what nobody exports: they would be silent for ever. */
export function monitoringProblems(environment: Environment): string[] {
  return [
    ...alertsOf(environment).flatMap(({ id, expression }) =>
      unknownNames(expression).map((problem) => `alert ${id}: ${problem}`),
    ),
    ...panelsOf(environment).flatMap(({ title, lines }) =>
      lines.flatMap(({ query }) => unknownNames(query)).map((problem) => `chart "${title}": ${problem}`),
    ),
  ];
}
