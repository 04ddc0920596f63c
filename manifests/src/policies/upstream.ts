import type { Service } from '../constructs/shapes.ts';
import { containers, POD, revisionSpec, violation } from './values/violation.ts';
import type { Policy, Violation } from './values/violation.ts';

const TAKEN_PORTS = [8012, 8013, 8022, 9090, 9091];
const LONGEST_SECONDS = 600;
const DNS_1123 = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/** What Knative's own webhook refuses with its default settings. */
export const onKnative: Policy = (service, platform) => {
  if (platform !== 'knative') return [];
  const { serviceAccountName, timeoutSeconds = 300, volumes = [], nodeSelector } = revisionSpec(service);
  const found: Violation[] = [...annotations(service), ...sidecars(service)];
  if (serviceAccountName !== undefined && !DNS_1123.test(serviceAccountName)) {
    found.push(
      violation(
        `${POD}.serviceAccountName`,
        `${serviceAccountName} was given; Knative takes a name, not an address`,
      ),
    );
  }
  if (timeoutSeconds > LONGEST_SECONDS) {
    found.push(
      violation(`${POD}.timeoutSeconds`, `${timeoutSeconds} is more than Knative's ${LONGEST_SECONDS}`),
    );
  }
  for (const [index, { csi }] of volumes.entries()) {
    if (csi)
      found.push(
        violation(`${POD}.volumes[${index}].csi`, 'is refused by Knative; an emptyDir was expected'),
      );
  }
  if (nodeSelector) found.push(violation(`${POD}.nodeSelector`, 'is refused by Knative'));
  return found;
};

function annotations({ metadata }: Service): Violation[] {
  return Object.keys(metadata?.annotations ?? {})
    .filter((key) => key.startsWith('autoscaling.knative.dev/'))
    .map((key) =>
      violation(
        `metadata.annotations["${key}"]`,
        'is refused there by Knative; it was expected under spec.template',
      ),
    );
}

function sidecars(service: Service): Violation[] {
  return containers(service).flatMap(({ container, path }) => {
    const taken = (container.ports ?? []).filter(({ containerPort }) => TAKEN_PORTS.includes(containerPort));
    const probed =
      !container.ports && (container.startupProbe ?? container.livenessProbe ?? container.readinessProbe);
    return [
      ...taken.map(({ containerPort }) =>
        violation(`${path}.ports`, `${containerPort} is Knative's own; another port was expected`),
      ),
      ...(probed
        ? [
            violation(
              path,
              `${container.name} takes no requests, and Knative refuses probes on such a container`,
            ),
          ]
        : []),
    ];
  });
}
