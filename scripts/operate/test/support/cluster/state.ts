import type { Service } from '@shortfactory/manifests/run-api';

/** What stands on a cluster beside our Services, as far as a deploy looks at it. All of it may be changed by a test. */
export interface ClusterState {
  /** Version label of Knative's definitions; undefined when there are none. */
  serving: string | undefined;
  /** config-network's data. */
  network: Record<string, string>;
  /** config-kourier's data. */
  kourier: Record<string, string>;
  /** Names of Deployments in knative-serving. */
  controllers: string[];
  namespaces: string[];
  /** `resource/verb` that we may not do. */
  denied: Set<string>;
  /** Plain Services by name. */
  plain: Map<string, { owner: string | undefined }>;
  /** Knative Services of other namespaces. */
  elsewhere: { name: string; namespace: string; labels: Record<string, string> }[];
  nodes: { cpu: string; memory: string }[];
  quotas: { name: string; hard: Record<string, string>; used: Record<string, string> }[];
  /** Why the Pods of every revision wait. */
  podsWait: { reason: string; message: string } | undefined;
  /** Why the namespace refuses Pods, as its API server words it. */
  refusesPods: string | undefined;
}

export function sound(): ClusterState {
  return {
    serving: '1.16.0',
    network: { 'ingress-class': 'kourier.ingress.networking.knative.dev' },
    kourier: { 'enable-proxy-protocol': 'true' },
    controllers: ['controller', 'net-kourier-controller'],
    namespaces: ['shortfactory', 'knative-serving'],
    denied: new Set(),
    plain: new Map(),
    elsewhere: [],
    nodes: [{ cpu: '8', memory: '16Gi' }],
    quotas: [],
    podsWait: undefined,
    refusesPods: undefined,
  };
}

/** Answers to reads of everything but our own Services; undefined for what is not there. */
export function answerOf(
  state: ClusterState,
  path: string,
  services: ReadonlyMap<string, Service>,
): object | undefined {
  const [, name = ''] = /\/([^/]+)$/.exec(path) ?? [];
  if (/^\/version\/?$/.test(path)) return { gitVersion: 'v1.30.14', major: '1', minor: '30' };
  if (path.includes('/customresourcedefinitions/')) {
    const labels = { 'app.kubernetes.io/version': state.serving ?? '' };
    return state.serving === undefined ? undefined : { metadata: { name, labels } };
  }
  if (path.endsWith('/configmaps/config-domain')) return { metadata: { name }, data: { 'knative.test': '' } };
  if (path.endsWith('/configmaps/config-kourier')) return { metadata: { name }, data: state.kourier };
  if (path.includes('/configmaps/')) return { metadata: { name }, data: state.network };
  if (path.endsWith('/deployments'))
    return list(state.controllers.map((each) => ({ metadata: { name: each } })));
  if (/^\/api\/v1\/namespaces\/[^/]+$/.test(path))
    return state.namespaces.includes(name) ? { metadata: { name } } : undefined;
  if (path === '/apis/serving.knative.dev/v1/services')
    return list([...services.values(), ...state.elsewhere.map((metadata) => ({ metadata }))]);
  if (path.startsWith('/api/v1/namespaces/') && path.includes('/services/')) return plainService(state, name);
  if (path === '/api/v1/nodes') return list(state.nodes.map(node));
  if (path === '/api/v1/pods') return list([]);
  if (/^\/api\/v1\/namespaces\/[^/]+\/pods$/.test(path)) return list(waitingPods(state));
  if (path.endsWith('/resourcequotas'))
    return list(
      state.quotas.map(({ name: quota, hard, used }) => ({
        metadata: { name: quota },
        status: { hard, used },
      })),
    );
  return undefined;
}

function plainService({ plain }: ClusterState, name: string): object | undefined {
  const service = plain.get(name);
  if (!service) return undefined;
  const owners = service.owner === undefined ? [] : [{ kind: service.owner, name }];
  return { metadata: { name, ownerReferences: owners } };
}

function waitingPods({ podsWait }: ClusterState): object[] {
  const containerStatuses = [{ name: 'ui', state: { waiting: podsWait } }];
  return podsWait === undefined ? [] : [{ metadata: { name: 'pod-1' }, status: { containerStatuses } }];
}

function node(allocatable: { cpu: string; memory: string }, index: number): object {
  const conditions = [{ type: 'Ready', status: 'True' }];
  return { metadata: { name: `node-${index}` }, spec: {}, status: { allocatable, conditions } };
}

function list(items: readonly object[]): object {
  return { items, metadata: {} };
}
