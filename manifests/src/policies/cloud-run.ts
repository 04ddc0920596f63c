import { mebibytes, millicores } from './values/quantities.ts';
import { GEN2_LEAST_MIB, memoryProblem } from './memory-by-cpu.ts';
import type { Service } from '../constructs/shapes.ts';
import { containers, POD, revisionSpec, shown, violation } from './values/violation.ts';
import type { Policy, Violation } from './values/violation.ts';

const RUN = 'run.googleapis.com/';
const SERVICE_ANNOTATIONS = [
  'ingress',
  'minScale',
  'maxScale',
  'scalingMode',
  'manualInstanceCount',
  'launch-stage',
  'description',
  'custom-audiences',
  'default-url-disabled',
  'invoker-iam-disabled',
  'binary-authorization',
  'gc-traffic-tags',
  'iap-enabled',
];
const TEMPLATE_ANNOTATIONS = [
  'cpu-throttling',
  'startup-cpu-boost',
  'execution-environment',
  'sessionAffinity',
  'secrets',
  'container-dependencies',
  'network-interfaces',
  'vpc-access-egress',
  'vpc-access-connector',
  'cloudsql-instances',
  'encryption-key',
  'encryption-key-shutdown-hours',
  'post-key-revocation-action-type',
  'scaling-cpu-target',
  'scaling-concurrency-target',
];
const SCALING = ['autoscaling.knative.dev/minScale', 'autoscaling.knative.dev/maxScale'];
const INGRESS = ['all', 'internal', 'internal-and-cloud-load-balancing'];
const POD_FIELDS = [
  'containerConcurrency',
  'timeoutSeconds',
  'serviceAccountName',
  'containers',
  'volumes',
  'runtimeClassName',
  'nodeSelector',
];
const CONTAINER_FIELDS = [
  'name',
  'image',
  'command',
  'args',
  'env',
  'envFrom',
  'ports',
  'resources',
  'volumeMounts',
  'startupProbe',
  'livenessProbe',
  'readinessProbe',
  'securityContext',
  'imagePullPolicy',
  'workingDir',
  'terminationMessagePath',
  'terminationMessagePolicy',
];

/** What Cloud Run and its client refuse, or take and silently ignore. */
export const onCloudRun: Policy = (service, platform) =>
  platform === 'cloud-run' ? [...annotations(service), ...fields(service), ...resources(service)] : [];

function annotations({ metadata, spec }: Service): Violation[] {
  const own = metadata?.annotations ?? {};
  const revision = spec?.template?.metadata?.annotations ?? {};
  const found: Violation[] = [
    ...unknown(
      'metadata.annotations',
      own,
      SERVICE_ANNOTATIONS.map((name) => RUN + name),
    ),
    ...unknown('spec.template.metadata.annotations', revision, [
      ...TEMPLATE_ANNOTATIONS.map((name) => RUN + name),
      ...SCALING,
    ]),
  ];
  const ingress = own[`${RUN}ingress`];
  if (ingress === undefined || !INGRESS.includes(ingress)) {
    found.push(
      violation(
        `metadata.annotations["${RUN}ingress"]`,
        `${shown(ingress)} was given; one of ${INGRESS.join(', ')} was expected`,
      ),
    );
  }
  if (own[`${RUN}iap-enabled`] === 'true' && own[`${RUN}invoker-iam-disabled`] !== 'false') {
    found.push(
      violation(
        `metadata.annotations["${RUN}invoker-iam-disabled"]`,
        `${shown(own[`${RUN}invoker-iam-disabled`])} was given; "false" was expected with iap-enabled, so that only its proxy calls the service`,
      ),
    );
  }
  const [least, most] = [Number(own[`${RUN}minScale`] ?? 0), Number(own[`${RUN}maxScale`] ?? 100)];
  if (!(least <= most))
    found.push(
      violation(`metadata.annotations["${RUN}minScale"]`, `${least} is more than maxScale, which is ${most}`),
    );
  return found;
}

function unknown(
  path: string,
  given: Readonly<Record<string, string>>,
  known: readonly string[],
): Violation[] {
  return Object.keys(given)
    .filter((key) => /(run\.googleapis|knative)\./.test(key) && !known.includes(key))
    .map((key) => violation(`${path}["${key}"]`, 'is not an annotation that Cloud Run reads there'));
}

function fields(service: Service): Violation[] {
  const extra = (path: string, given: object, known: readonly string[]): Violation[] =>
    Object.keys(given)
      .filter((key) => !known.includes(key))
      .map((key) => violation(`${path}.${key}`, 'is not a field that Cloud Run takes'));
  return [
    ...extra(POD, revisionSpec(service), POD_FIELDS),
    ...containers(service).flatMap(({ container, path }) => extra(path, container, CONTAINER_FIELDS)),
  ];
}

function resources(service: Service): Violation[] {
  const found: Violation[] = [];
  let total = 0;
  for (const { container, path } of containers(service)) {
    const { cpu, memory } = container.resources?.limits ?? {};
    if (typeof cpu !== 'string' || typeof memory !== 'string') continue;
    total += millicores(cpu);
    const problem = memoryProblem(cpu, memory);
    if (problem) found.push(violation(`${path}.resources.limits.memory`, problem));
    else if (container.ports && mebibytes(memory) < GEN2_LEAST_MIB) {
      found.push(
        violation(
          `${path}.resources.limits.memory`,
          `${memory} was given; the second generation needs ${GEN2_LEAST_MIB}Mi`,
        ),
      );
    }
  }
  const { containerConcurrency } = revisionSpec(service);
  if (total < 1000 && containerConcurrency !== 1) {
    found.push(
      violation(
        `${POD}.containerConcurrency`,
        `${containerConcurrency} needs a whole CPU and the limits sum to ${total}m; 1 was expected`,
      ),
    );
  }
  if (total > 8000)
    found.push(violation(`${POD}.containers`, `the CPUs sum to ${total}m; at most 8000m were expected`));
  return found;
}
