import type { ControlPlane } from './control-plane.ts';
import { conditions, GoogleError } from './objects.ts';
import type { Service } from './objects.ts';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Region {
  readonly plane: ControlPlane;
  readonly project: string;
  readonly projectNumber: string;
  readonly location: string;
  /** IAM policies by resource. */
  readonly policies: Map<string, { etag: string; bindings: object[] }>;
}

type Handler = (region: Region, call: Call, name: string) => unknown;
const KNATIVE = '/apis/serving.knative.dev/v1/namespaces/[^/]+';

const ROUTES: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
  ['GET', new RegExp(`^${KNATIVE}/services$`), ({ plane }) => list('Service', [...plane.services.values()])],
  ['POST', new RegExp(`^${KNATIVE}/services$`), create],
  ['GET', new RegExp(`^${KNATIVE}/services/([^/]+)$`), ({ plane }, _call, name) => plane.get(name)],
  ['PUT', new RegExp(`^${KNATIVE}/services/([^/]+)$`), replace],
  ['DELETE', new RegExp(`^${KNATIVE}/services/([^/]+)$`), remove],
  ['GET', new RegExp(`^${KNATIVE}/revisions$`), revisions],
  ['GET', new RegExp(`^${KNATIVE}/revisions/([^/]+)$`), revision],
  ['DELETE', new RegExp(`^${KNATIVE}/revisions/([^/]+)$`), removeRevision],
  ['GET', new RegExp(`^${KNATIVE}/(?:configurations|routes)/([^/]+)$`), partOf],
  ['POST', /^\/v1\/projects\/[^/]+\/locations\/[^/]+\/operations\/([^/:]+):wait$/, wait],
  [
    'GET',
    /^\/v1\/projects\/[^/]+\/locations\/[^/]+\/operations\/([^/:]+)$/,
    (region, call, id) => operation(region, id, 0),
  ],
  ['GET', /^\/v1\/(projects\/[^/]+\/locations\/[^/]+\/services\/[^/:]+):getIamPolicy$/, policy],
  ['POST', /^\/v1\/(projects\/[^/]+\/locations\/[^/]+\/services\/[^/:]+):setIamPolicy$/, setPolicy],
  ['GET', /^\/v1\/projects\/[^/]+\/locations$/, locations],
  ['GET', /^\/v1\/projects\/([^/]+)$/, project],
];

/** What the API answers. Throws GoogleError. */
export async function answer(region: Region, call: Call): Promise<unknown> {
  for (const [method, path, handler] of ROUTES) {
    const match = path.exec(call.path);
    if (match && method === call.method) return handler(region, call, decodeURIComponent(match[1] ?? ''));
  }
  throw new GoogleError(404, 'NOT_FOUND', `${call.method} ${call.path} is not served here.`);
}

function create({ plane, project }: Region, { body, query }: Call): Promise<Service> {
  return plane.create(body as Service, project, query.get('dryRun') === 'all');
}

function replace({ plane, project }: Region, { body, query }: Call, name: string): Promise<Service> {
  return plane.replace(name, body as Service, project, query.get('dryRun') === 'all');
}

function remove({ plane }: Region, _call: Call, name: string): object {
  plane.delete(name);
  return { status: 'Success' };
}

function revisions({ plane }: Region, { query }: Call): object {
  const wanted = (query.get('labelSelector') ?? '').split(',').filter((term) => term.includes('='));
  const all = plane.revisions.all().filter(({ metadata }) =>
    wanted.every((term) => {
      const [key = '', value] = term.split(/\s*=+\s*/);
      return metadata.labels?.[key.trim()] === value?.trim();
    }),
  );
  return list('Revision', all);
}

function revision({ plane }: Region, _call: Call, name: string): object {
  return plane.revisions.get(name);
}

function removeRevision({ plane }: Region, _call: Call, name: string): object {
  plane.deleteRevision(name);
  return { status: 'Success' };
}

/** Configuration and Route of a service, as far as their conditions are read. */
function partOf({ plane }: Region, { path }: Call, name: string): object {
  const { apiVersion, metadata, spec, status } = plane.get(name);
  return path.includes('/routes/')
    ? { apiVersion, kind: 'Route', metadata, spec: { traffic: spec.traffic }, status }
    : {
        apiVersion,
        kind: 'Configuration',
        metadata,
        spec: { template: spec.template },
        status: { ...status, conditions: conditions(['Ready'], 'True') },
      };
}

function wait(region: Region, { body }: Call, id: string): Promise<object> {
  const { timeout = '30s' } = (body ?? {}) as { timeout?: string };
  return operation(region, id, Number.parseFloat(timeout) * 1000);
}

async function operation(
  { plane, project, location }: Region,
  id: string,
  timeoutMs: number,
): Promise<object> {
  const { done, service } = await plane.wait(id, timeoutMs);
  const name = `projects/${project}/locations/${location}/operations/${id}`;
  return done
    ? {
        name,
        done,
        response: { '@type': 'type.googleapis.com/google.cloud.run.v1.Service', ...plane.get(service) },
      }
    : { name, done, metadata: {} };
}

function policy({ policies }: Region, _call: Call, resource: string): object {
  return policies.get(resource) ?? { etag: 'ACAB' };
}

function setPolicy({ policies }: Region, { body }: Call, resource: string): object {
  const { policy: wanted } = body as { policy: { bindings?: object[] } };
  const stored = { etag: `BwX${policies.size}`, bindings: wanted.bindings ?? [] };
  policies.set(resource, stored);
  return stored;
}

function locations({ project, location }: Region): object {
  return { locations: [{ name: `projects/${project}/locations/${location}`, locationId: location }] };
}

function project({ projectNumber }: Region, _call: Call, id: string): object {
  return { projectId: id, projectNumber, lifecycleState: 'ACTIVE', name: id };
}

function list(kind: string, items: readonly object[]): object {
  return {
    apiVersion: 'serving.knative.dev/v1',
    kind: `${kind}List`,
    items,
    metadata: { resourceVersion: '1' },
  };
}
