import { METRICS, PROCESS_METRICS, seriesNames } from '@shortfactory/observability/metric-definitions';
import type { MetricDefinition } from '@shortfactory/observability/metric-definitions';
import { PLATFORM_METRICS, TARGET_LABELS } from '../monitoring/platform-metrics.ts';
import { analyse } from './promql.ts';
import type { Selector } from './promql.ts';

/**
 * What a PromQL expression names that neither the server's registry nor the platform exports: metrics, and labels that
 * their metric does not have or that an aggregation has dropped. Sentences without a full stop; none when all is there.
 */
export function unknownNames(expression: string): string[] {
  const { selectors: named, problems } = analyse(expression);
  return [
    ...problems,
    ...named.flatMap(({ metric, labels }) => {
      const known = labelsOf(metric);
      return known === undefined
        ? [`${metric} is not exported`]
        : labels.filter((label) => !known.includes(label)).map((label) => `${metric} has no label ${label}`);
    }),
  ];
}

/** Every metric of an expression with the labels that are asked of it, those of the groupings around it included. */
export function selectors(expression: string): readonly Selector[] {
  return analyse(expression).selectors;
}

function labelsOf(metric: string): readonly string[] | undefined {
  const platform = PLATFORM_METRICS[metric];
  if (platform) return platform;
  if (!seriesNames().includes(metric)) return undefined;
  if ((PROCESS_METRICS as readonly string[]).includes(metric)) return TARGET_LABELS;
  const base = metric.replace(/_(bucket|sum|count)$/, '');
  const definition = Object.values<MetricDefinition>(METRICS).find(
    ({ name }) => name === metric || name === base,
  );
  return [...(definition?.labels ?? []), ...(metric.endsWith('_bucket') ? ['le'] : []), ...TARGET_LABELS];
}
