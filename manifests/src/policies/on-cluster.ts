import type { Container } from '../constructs/shapes.ts';
import { containers, POD, revisionSpec, shown, violation } from './values/violation.ts';
import type { Policy, Violation } from './values/violation.ts';

const REVISION = 'spec.template.metadata.annotations';
const UTILIZATION = 'autoscaling.knative.dev/target-utilization-percentage';
const BURST = 'autoscaling.knative.dev/target-burst-capacity';

/** What Knative accepts and what then goes wrong on a cluster, each seen on one. */
export const onCluster: Policy = (service, platform) => {
  if (platform !== 'knative') return [];
  const { timeoutSeconds = 300, responseStartTimeoutSeconds, containerConcurrency } = revisionSpec(service);
  const written = service.spec?.template?.metadata?.annotations ?? {};
  const found: Violation[] = [];
  if (responseStartTimeoutSeconds !== timeoutSeconds) {
    found.push(
      violation(
        `${POD}.responseStartTimeoutSeconds`,
        `${shown(responseStartTimeoutSeconds)} was given; ${timeoutSeconds}, as timeoutSeconds, was expected: else requests that still run are ended`,
      ),
    );
  }
  if (containerConcurrency === 1 && written[UTILIZATION] !== '100') {
    found.push(
      violation(
        `${REVISION}["${UTILIZATION}"]`,
        '"100" was expected: else each request starts two instances',
      ),
    );
  }
  if (written[BURST] !== '-1') {
    found.push(
      violation(
        `${REVISION}["${BURST}"]`,
        '"-1" was expected: else the number of proxies in front depends on the scale',
      ),
    );
  }
  return [...found, ...containers(service).flatMap(({ container, path }) => ofContainer(container, path))];
};

function ofContainer({ resources, imagePullPolicy }: Container, path: string): Violation[] {
  const found: Violation[] = [];
  for (const kind of ['cpu', 'memory'] as const) {
    if (resources?.requests?.[kind] === undefined) {
      found.push(
        violation(`${path}.resources.requests.${kind}`, 'a request was expected: else the limit is reserved'),
      );
    }
  }
  if (imagePullPolicy !== 'IfNotPresent') {
    found.push(
      violation(
        `${path}.imagePullPolicy`,
        `${shown(imagePullPolicy)} was given; IfNotPresent was expected: images may have been loaded into the nodes`,
      ),
    );
  }
  return found;
}
