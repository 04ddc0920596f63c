import { ApiObject } from 'cdk8s';
import type { Chart } from 'cdk8s';

/** `gcloud run services replace` reads one document; a chart becomes one file. */
export function oneDocument(chart: Chart): string[] {
  const objects = chart.node.findAll().filter((node) => ApiObject.isApiObject(node));
  return objects.length === 1
    ? []
    : [`${chart.node.id}.yaml would hold ${objects.length} documents; exactly one was expected`];
}
