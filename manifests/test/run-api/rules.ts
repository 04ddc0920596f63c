import { invalid } from './objects.ts';
import type { Container, Service } from './objects.ts';
import { checkOptions } from './options.ts';

const DNS_1035 = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
const RESERVED = ['PORT', 'K_SERVICE', 'K_REVISION', 'K_CONFIGURATION'];
const INGRESS = ['all', 'internal', 'internal-and-cloud-load-balancing'];

/**
 * What the Admin API refuses and the client does not see: names, ranges, ports, probes, traffic. Written apart from the
 * manifests' own policies on purpose: a mistake in one of them is seen by the other. Throws GoogleError 400.
 */
export function checkService(service: Service): void {
  checkName(service);
  checkAnnotations(service);
  checkTemplate(service);
  checkOptions(service);
  checkTraffic(service);
}

function checkName({ metadata, spec }: Service): void {
  const { name = '' } = metadata;
  if (!DNS_1035.test(name)) throw invalid('metadata.name', 'must be a DNS-1035 label');
  const revision = spec.template?.metadata?.name;
  if (revision !== undefined && !(revision.startsWith(`${name}-`) && DNS_1035.test(revision))) {
    throw invalid('spec.template.metadata.name', `must be a DNS-1035 label prefixed with "${name}-"`);
  }
}

function checkAnnotations({ metadata, spec }: Service): void {
  const { annotations = {} } = metadata;
  const ingress = annotations['run.googleapis.com/ingress'];
  if (ingress !== undefined && !INGRESS.includes(ingress)) {
    throw invalid('metadata.annotations[run.googleapis.com/ingress]', `must be one of ${INGRESS.join(', ')}`);
  }
  const number = (key: string, among: Record<string, string> = annotations): number | undefined => {
    const value = among[key];
    if (value === undefined) return undefined;
    if (!/^\d+$/.test(value)) throw invalid(key, 'must be a non-negative integer');
    return Number(value);
  };
  const [least, most] = [number('run.googleapis.com/minScale'), number('run.googleapis.com/maxScale')];
  if (least !== undefined && most !== undefined && least > most) {
    throw invalid('run.googleapis.com/minScale', 'must not exceed maxScale');
  }
  const revision = spec.template?.metadata?.annotations ?? {};
  number('autoscaling.knative.dev/minScale', revision);
  if (number('autoscaling.knative.dev/maxScale', revision) === 0) {
    throw invalid('autoscaling.knative.dev/maxScale', 'must be greater than zero');
  }
}

function checkTemplate({ spec }: Service): void {
  const { containers = [], containerConcurrency, timeoutSeconds } = spec.template?.spec ?? {};
  if (containers.length === 0)
    throw invalid('spec.template.spec.containers', 'at least one container is required');
  const serving = containers.filter(({ ports = [] }) => ports.length > 0);
  if (containers.length > 1 && serving.length !== 1) {
    throw invalid('spec.template.spec.containers', 'exactly one container must have a port');
  }
  for (const container of containers) checkContainer(container);
  if (containerConcurrency !== undefined && (containerConcurrency < 0 || containerConcurrency > 1000)) {
    throw invalid('spec.template.spec.containerConcurrency', 'must be between 0 and 1000');
  }
  if (timeoutSeconds !== undefined && (timeoutSeconds < 1 || timeoutSeconds > 3600)) {
    throw invalid('spec.template.spec.timeoutSeconds', 'must be between 1 and 3600');
  }
  const cpus = containers.map(({ resources }) => millicores(resources?.limits?.['cpu'] ?? '1000m'));
  const total = cpus.reduce((sum, each) => sum + each, 0);
  if (total < 1000 && (containerConcurrency ?? 80) > 1) {
    throw invalid(
      'spec.template.spec.containers.resources.limits.cpu',
      'Invalid value specified for cpu. Total cpu < 1 is not supported with concurrency > 1.',
    );
  }
  checkDependencies(
    spec.template?.metadata?.annotations?.['run.googleapis.com/container-dependencies'],
    containers,
  );
}

function checkContainer({ name, image, env = [] }: Container): void {
  if (!image) throw invalid('spec.template.spec.containers.image', 'is required');
  const names = env.map((variable) => variable.name);
  for (const [index, variable] of names.entries()) {
    if (RESERVED.includes(variable)) {
      throw invalid(
        `spec.template.spec.containers.env`,
        `The following reserved env names were provided: ${variable}. These values are automatically set by the system.`,
      );
    }
    if (names.indexOf(variable) < index) {
      throw invalid(`spec.template.spec.containers[${name ?? ''}].env`, `duplicate name ${variable}`);
    }
  }
}

function checkDependencies(annotation: string | undefined, containers: readonly Container[]): void {
  if (annotation === undefined) return;
  const field = 'metadata.annotations[run.googleapis.com/container-dependencies]';
  for (const [waiting, awaited] of Object.entries(JSON.parse(annotation) as Record<string, string[]>)) {
    for (const name of [waiting, ...awaited]) {
      const container = containers.find((each) => each.name === name);
      if (!container) throw invalid(field, `container ${name} does not exist`);
      if (name !== waiting && !container.startupProbe) {
        throw invalid(field, `container ${name} must have a startup probe, ${waiting} depends on it`);
      }
    }
  }
}

function checkTraffic({ metadata, spec }: Service): void {
  const { traffic } = spec;
  if (traffic === undefined || traffic.length === 0) return;
  const sum = traffic.reduce((total, { percent = 0 }) => total + percent, 0);
  if (sum !== 100) throw invalid('spec.traffic', `Traffic targets sum to ${sum}, want 100`);
  const tags = traffic.flatMap(({ tag }) => (tag === undefined ? [] : [tag]));
  for (const [index, tag] of tags.entries()) {
    if (!DNS_1035.test(tag)) throw invalid('spec.traffic.tag', `${tag} must be a DNS-1035 label`);
    if (tags.indexOf(tag) < index) throw invalid('spec.traffic.tag', `duplicate tag ${tag}`);
    if (tag.length + (metadata.name ?? '').length > 46) {
      throw invalid('spec.traffic.tag', `tag and service name must have at most 46 characters, ${tag}`);
    }
  }
  for (const [index, { percent = 0, revisionName, latestRevision }] of traffic.entries()) {
    if (percent < 0 || percent > 100)
      throw invalid(`spec.traffic[${index}].percent`, 'must be between 0 and 100');
    if ((revisionName === undefined) !== (latestRevision === true)) {
      throw invalid(`spec.traffic[${index}]`, 'exactly one of revisionName and latestRevision is required');
    }
  }
}

function millicores(cpu: string): number {
  return cpu.endsWith('m') ? Number(cpu.slice(0, -1)) : Number(cpu) * 1000;
}
