import type { Violation } from './values/violation.ts';
import { violation } from './values/violation.ts';

interface Container {
  readonly name: string;
  readonly image?: string;
  readonly imagePullPolicy?: string;
  readonly livenessProbe?: object;
  readonly readinessProbe?: object;
  readonly resources?: { readonly limits?: object; readonly requests?: object };
  readonly securityContext?: {
    readonly readOnlyRootFilesystem?: boolean;
    readonly allowPrivilegeEscalation?: boolean;
    readonly runAsNonRoot?: boolean;
    readonly capabilities?: { readonly drop?: readonly string[] };
    readonly seccompProfile?: { readonly type?: string };
  };
}

interface Deployment {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: { readonly template: { readonly spec: { readonly containers: readonly Container[] } } };
}

/** What runs beside our Services in a cluster is held to what they are: `Deployment/name path: sentence`, one a line. */
export function besideProblems(documents: readonly unknown[]): string[] {
  const all = documents as readonly Deployment[];
  const guarded = all.filter(({ kind }) => kind === 'NetworkPolicy').map(({ metadata }) => metadata.name);
  return all
    .filter(({ kind }) => kind === 'Deployment')
    .flatMap(({ metadata: { name }, spec }) => [
      ...spec.template.spec.containers.flatMap((container, index) =>
        ofContainer(container, `spec.template.spec.containers[${index}]`).map(
          ({ path, message }) => `Deployment/${name} ${path}: ${message}`,
        ),
      ),
      ...(guarded.includes(name) ? [] : [`Deployment/${name}: a NetworkPolicy of its name was expected`]),
    ]);
}

function ofContainer(container: Container, path: string): Violation[] {
  const { securityContext: security = {}, resources = {} } = container;
  const expected: readonly (readonly [fits: boolean, place: string, words: string])[] = [
    [container.image?.includes('@sha256:') ?? false, 'image', 'a digest was expected'],
    [container.imagePullPolicy === 'IfNotPresent', 'imagePullPolicy', 'IfNotPresent was expected'],
    [container.livenessProbe !== undefined, 'livenessProbe', 'a probe was expected'],
    [container.readinessProbe !== undefined, 'readinessProbe', 'a probe was expected'],
    [resources.limits !== undefined, 'resources.limits', 'limits were expected'],
    [resources.requests !== undefined, 'resources.requests', 'requests were expected'],
    [security.readOnlyRootFilesystem === true, 'securityContext.readOnlyRootFilesystem', 'true was expected'],
    [
      security.allowPrivilegeEscalation === false,
      'securityContext.allowPrivilegeEscalation',
      'false was expected',
    ],
    [security.runAsNonRoot === true, 'securityContext.runAsNonRoot', 'true was expected'],
    [
      security.capabilities?.drop?.includes('ALL') ?? false,
      'securityContext.capabilities.drop',
      'ALL was expected',
    ],
    [
      security.seccompProfile?.type === 'RuntimeDefault',
      'securityContext.seccompProfile.type',
      'RuntimeDefault was expected',
    ],
  ];
  return expected.filter(([fits]) => !fits).map(([, place, words]) => violation(`${path}.${place}`, words));
}
