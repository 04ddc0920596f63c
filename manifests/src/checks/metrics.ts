import { METRICS, PROCESS_METRICS, seriesNames } from '@shortfactory/server/metrics';
import type { MetricDefinition } from '@shortfactory/server/metrics';
import { PLATFORM_METRICS, TARGET_LABELS } from '../monitoring/platform-metrics.ts';

const WORDS = [
  'by',
  'without',
  'on',
  'ignoring',
  'group_left',
  'group_right',
  'and',
  'or',
  'unless',
  'bool',
  'offset',
];

/**
 * What a PromQL expression names that neither the server's registry nor the platform exports: metrics, and labels that
 * their metric does not have. Sentences without a full stop; none when all is there.
 */
export function unknownNames(expression: string): string[] {
  const named = selectors(expression);
  return named.flatMap(({ metric, labels }) => {
    const known = labelsOf(metric);
    return known === undefined
      ? [`${metric} is exported by nobody`]
      : labels.filter((label) => !known.includes(label)).map((label) => `${metric} has no label ${label}`);
  });
}

/** Every metric of an expression with the labels that are asked of it, those of the groupings around it included. */
export function selectors(expression: string): { metric: string; labels: string[] }[] {
  const groupings = [...expression.matchAll(/\bby\s*\(([^)]*)\)\s*\(/g)].map(
    ({ 0: text, 1: names = '', index }) => ({
      labels: names.split(/[\s,]+/).filter(Boolean),
      from: index,
      to: closing(expression, index + text.length),
    }),
  );
  const blank = (text: string): string => ' '.repeat(text.length);
  const bare = expression
    .replace(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, blank)
    .replace(/\[[^\]]*\]/g, blank)
    .replace(/\b\d[\w.]*/g, blank);
  return [...bare.matchAll(/([a-zA-Z_:][\w:]*)\s*(\{[^}]*\})?(\s*\()?/g)]
    .filter(({ 1: name = '', 3: called }) => called === undefined && !WORDS.includes(name))
    .map(({ 1: metric = '', 2: matchers = '', index }) => ({
      metric,
      labels: [
        ...[...matchers.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
        ...groupings.filter(({ from, to }) => index > from && index < to).flatMap(({ labels }) => labels),
      ],
    }));
}

/** Where the bracket that was opened before `from` is closed. */
function closing(text: string, from: number): number {
  let open = 1;
  for (let index = from; index < text.length; index++) {
    if (text[index] === '(') open += 1;
    else if (text[index] === ')' && --open === 0) return index;
  }
  return text.length;
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
