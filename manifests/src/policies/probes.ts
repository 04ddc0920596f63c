import type { Container, Service } from '../constructs/shapes.ts';
import { containers, revisionSpec, violation } from './values/violation.ts';
import type { Policy, Violation } from './values/violation.ts';

const DEPENDENCIES = 'run.googleapis.com/container-dependencies';
const KINDS = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const;

/** Probes that ask the program, not just its port; and one at startup wherever another container waits for it. */
export const probes: Policy = (service) => [
  ...containers(service).flatMap(({ container, path }) => ofContainer(container, path)),
  ...dependencies(service),
];

function ofContainer(container: Container, path: string): Violation[] {
  const found: Violation[] = [];
  if ((container.ports ?? []).length > 0) {
    for (const kind of ['startupProbe', 'livenessProbe', 'readinessProbe'] as const) {
      // The platform's own default at startup only opens the port.
      if (!container[kind]?.httpGet && !container[kind]?.grpc) {
        found.push(violation(`${path}.${kind}`, 'an httpGet or grpc probe was expected'));
      }
    }
  }
  for (const kind of KINDS) {
    const probe = container[kind];
    if (!probe) continue;
    if (probe.exec)
      found.push(violation(`${path}.${kind}.exec`, 'is not run by the platform; httpGet was expected'));
    if ((probe.timeoutSeconds ?? 1) > (probe.periodSeconds ?? 10)) {
      found.push(
        violation(
          `${path}.${kind}.timeoutSeconds`,
          `${probe.timeoutSeconds} is more than periodSeconds, which is ${probe.periodSeconds ?? 10}`,
        ),
      );
    }
    if (kind !== 'startupProbe' && probe.tcpSocket) {
      found.push(
        violation(
          `${path}.${kind}.tcpSocket`,
          'says nothing about the program; httpGet or grpc was expected',
        ),
      );
    }
    if (probe.httpGet && !probe.httpGet.path?.startsWith('/')) {
      found.push(violation(`${path}.${kind}.httpGet.path`, 'a path that begins with / was expected'));
    }
    // Google's front end answers /healthz itself.
    if (probe.httpGet?.path?.endsWith('z')) {
      found.push(
        violation(
          `${path}.${kind}.httpGet.path`,
          `${probe.httpGet.path} ends in z, which the front end keeps for itself; /live or /ready was expected`,
        ),
      );
    }
  }
  return found;
}

function dependencies(service: Service): Violation[] {
  const path = `spec.template.metadata.annotations["${DEPENDENCIES}"]`;
  const written = service.spec?.template?.metadata?.annotations?.[DEPENDENCIES];
  if (written === undefined) return [];
  const parsed = read(written);
  if (!parsed) return [violation(path, 'JSON such as {"collector":["app"]} was expected')];
  const byName = new Map(revisionSpec(service).containers.map((container) => [container.name, container]));
  return Object.entries(parsed).flatMap(([waiting, awaited]) =>
    [waiting, ...awaited].flatMap((name) => {
      const container = byName.get(name);
      if (!container) return [violation(path, `${name} is not a container of this service`)];
      if (name === waiting && awaited.includes(name)) return [violation(path, `${name} waits for itself`)];
      return name !== waiting && !container.startupProbe
        ? [violation(path, `${waiting} waits for ${name}, which has no startupProbe; one was expected`)]
        : [];
    }),
  );
}

function read(text: string): Record<string, string[]> | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const fits =
    typeof parsed === 'object' &&
    parsed !== null &&
    Object.values(parsed).every(
      (list) => Array.isArray(list) && list.every((name) => typeof name === 'string'),
    );
  return fits ? (parsed as Record<string, string[]>) : undefined;
}
