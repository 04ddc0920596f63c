import { pageOf, ruleName } from './alert.ts';
import type { Alert } from './alert.ts';

/** The same alerts as a Prometheus rule file. */
export function prometheusRules(alerts: readonly Alert[]) {
  return {
    groups: [
      {
        name: 'shortfactory',
        interval: '30s',
        rules: alerts.map(({ id, title, severity, expression, forSeconds, meaning }) => ({
          alert: ruleName({ id }),
          expr: expression,
          for: `${forSeconds}s`,
          labels: { severity },
          annotations: { summary: title, description: meaning, runbook: pageOf({ id }) },
        })),
      },
    ],
  };
}
