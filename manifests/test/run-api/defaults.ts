import type { Service, TrafficTarget } from './objects.ts';

/** What the API fills in where a document says nothing; `dryRun=all` shows it, so a plan has to reckon with it. */
export function withDefaults(given: Service, project: string, modifier = 'operator@example.com'): Service {
  const service = structuredClone(given);
  const { metadata, spec } = service;
  metadata.annotations = { 'run.googleapis.com/ingress': 'all', ...metadata.annotations };
  // Written when a change is made, so a dry run's answer has neither.
  delete metadata.annotations['run.googleapis.com/ingress-status'];
  delete metadata.annotations['run.googleapis.com/urls'];
  metadata.annotations['serving.knative.dev/creator'] ??= 'operator@example.com';
  metadata.annotations['serving.knative.dev/lastModifier'] = modifier;
  const template = (spec.template ??= {});
  template.metadata = {
    ...template.metadata,
    annotations: { 'autoscaling.knative.dev/maxScale': '100', ...template.metadata?.annotations },
  };
  template.spec = {
    containerConcurrency: 80,
    timeoutSeconds: 300,
    serviceAccountName: `${project}-compute@developer.gserviceaccount.com`,
    ...template.spec,
  };
  for (const [index, container] of (template.spec.containers ?? []).entries()) {
    container.name ??= `container-${index}`;
    container.resources = { limits: { cpu: '1000m', memory: '512Mi', ...container.resources?.limits } };
    if (template.spec.containers?.length === 1) container.ports ??= [{ name: 'http1', containerPort: 8080 }];
    const [port] = container.ports ?? [];
    if (port) {
      container.startupProbe ??= {
        timeoutSeconds: 240,
        periodSeconds: 240,
        failureThreshold: 1,
        tcpSocket: { port: port.containerPort },
      };
    }
  }
  spec.traffic = (spec.traffic ?? [{ percent: 100, latestRevision: true }]).map(withoutZero);
  return service;
}

/** The API leaves a zero out, as it does with every default of its messages. */
function withoutZero(target: TrafficTarget): TrafficTarget {
  const { percent, ...rest } = target;
  return percent === 0 || percent === undefined ? rest : { ...rest, percent };
}
