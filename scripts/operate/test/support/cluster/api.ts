import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ControlPlane, GoogleError } from '@shortfactory/manifests/run-api';
import type { Fate, PausedCall, Revision, Seen, Service } from '@shortfactory/manifests/run-api';
import { answerOf, sound } from './state.ts';
import { refusal, statusOf } from './status.ts';
import type { Refusal } from './status.ts';

const SERVICES = /^\/apis\/serving\.knative\.dev\/v1\/namespaces\/([^/]+)\/services(?:\/([^/]+))?$/;
const REVISIONS = /^\/apis\/serving\.knative\.dev\/v1\/namespaces\/[^/]+\/revisions$/;
const CREATOR = 'serving.knative.dev/creator';

interface Fault {
  readonly writes: boolean;
  readonly service: string;
  readonly kind: Refusal;
  times: number;
}

/**
 * The API of a cluster with Knative on loopback: Services with optimistic locking, generations, conditions and traffic
 * that follows readiness, dry runs, the creator that no write may take away; and an ingress that leads requests to
 * revisions by their Host header.
 */
export class ClusterApi {
  readonly plane: ControlPlane;
  readonly state = sound();
  readonly seen: Seen[] = [];
  readonly #faults: Fault[] = [];
  readonly #paused: { service: string; arrive: () => void; released: Promise<void> }[] = [];
  readonly #api: Server;
  readonly #ingress: Server;

  private constructor(fate: (revision: Revision) => Fate, answer: (revision: string) => number) {
    this.plane = new ControlPlane({
      fateOf: fate,
      addressOf: (service, tag) =>
        Promise.resolve(`http://${tag === undefined ? '' : `${tag}-`}${service}.shortfactory.knative.test`),
    });
    this.#api = createServer((request, response) => void this.#serve(request, response));
    this.#ingress = createServer((request, response) => {
      const revision = this.#revisionOf(request.headers.host ?? '');
      const misdirected = revision !== undefined && !this.#answersTo(revision, request.headers.host ?? '');
      response.statusCode = revision === undefined ? 404 : misdirected ? 421 : answer(revision);
      response.end(`ShortFactory ${revision ?? ''}`);
    });
  }

  /** @param answer status by which a revision answers */
  static async start(fate: (revision: Revision) => Fate, answer: (revision: string) => number) {
    const cluster = new ClusterApi(fate, answer);
    for (const server of [cluster.#api, cluster.#ingress]) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
    return cluster;
  }

  get url(): string {
    return addressOf(this.#api);
  }

  get ingress(): string {
    return addressOf(this.#ingress);
  }

  fault(fault: Fault): void {
    this.#faults.push(fault);
  }

  /** Holds back the next write of a Service, so that something else can happen first. */
  pause(service: string): PausedCall {
    let arrive: () => void = () => undefined;
    let release: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    this.#paused.push({ service, arrive, released });
    return { arrived, release };
  }

  async close(): Promise<void> {
    this.plane.close();
    for (const server of [this.#api, this.#ingress]) {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://cluster.test');
    const method = request.method ?? 'GET';
    const path = url.pathname;
    const [, , name = ''] = SERVICES.exec(path) ?? [];
    try {
      const body = await readJson(request);
      this.seen.push({ method, path, query: url.search, body });
      const dryRun = url.searchParams.get('dryRun') === 'All';
      const service = name || ((body as Partial<Service> | undefined)?.metadata?.name ?? '');
      // A fault is for the change itself: it must not be used up by a look ahead.
      const fault = dryRun || !SERVICES.test(path) ? undefined : this.#fault(method !== 'GET', service);
      if (fault !== undefined && fault !== 'lost') throw refusal(fault, service);
      if (method !== 'GET' && SERVICES.test(path) && !dryRun) await this.#pause(service);
      const answer = await this.#answer(method, path, url.searchParams, body, dryRun);
      if (fault === 'lost') return void response.destroy();
      send(response, 200, answer);
    } catch (error) {
      const { code, body } = statusOf(error, name);
      send(response, code, body);
    }
  }

  async #answer(
    method: string,
    path: string,
    query: URLSearchParams,
    body: unknown,
    dryRun: boolean,
  ): Promise<object> {
    const { plane, state } = this;
    const [ours, namespace = '', name = ''] = SERVICES.exec(path) ?? [];
    if (ours !== undefined && method === 'GET') return plane.get(name);
    if (ours !== undefined && method === 'POST') return plane.create(body as Service, namespace, dryRun);
    if (ours !== undefined) {
      const given =
        method === 'PATCH' ? this.#patched(name, body as Service) : this.#checked(name, body as Service);
      return plane.replace(name, given, namespace, dryRun);
    }
    if (REVISIONS.test(path)) {
      const [key = '', value = ''] = (query.get('labelSelector') ?? '').split('=');
      const items = plane.revisions.all().filter(({ metadata }) => metadata.labels?.[key] === value);
      return { items, metadata: {} };
    }
    if (path.endsWith('/selfsubjectaccessreviews')) return review(body, state.denied);
    if (method === 'POST' && path.endsWith('/pods')) {
      if (state.refusesPods === undefined) return { metadata: {}, ...(body as object) };
      throw new GoogleError(403, 'PERMISSION_DENIED', state.refusesPods);
    }
    const found = answerOf(state, path, plane.services);
    if (found) return found;
    throw new GoogleError(404, 'NOT_FOUND', path);
  }

  /** A merge patch: only the traffic is ever patched. */
  #patched(name: string, patch: Service): Service {
    const service = structuredClone(this.plane.get(name));
    const { resourceVersion } = patch.metadata;
    if (resourceVersion !== undefined) service.metadata.resourceVersion = resourceVersion;
    if (patch.spec.traffic !== undefined) service.spec.traffic = patch.spec.traffic;
    return service;
  }

  /** What Kubernetes and Knative's webhook want of a replace. */
  #checked(name: string, given: Service): Service {
    if (given.metadata.resourceVersion === undefined)
      throw new GoogleError(422, 'INVALID', 'metadata.resourceVersion: must be specified for an update');
    const { annotations = {} } = this.plane.get(name).metadata;
    if (annotations[CREATOR] !== given.metadata.annotations?.[CREATOR])
      throw new GoogleError(
        400,
        'INVALID_ARGUMENT',
        `admission webhook "validation.webhook.serving.knative.dev" denied the request: validation failed: annotation value is immutable: metadata.annotations.${CREATOR}`,
      );
    return given;
  }

  #fault(writes: boolean, service: string): Refusal | undefined {
    const fault = this.#faults.find(
      (each) => each.times > 0 && each.writes === writes && each.service === service,
    );
    if (!fault) return undefined;
    fault.times -= 1;
    return fault.kind;
  }

  async #pause(service: string): Promise<void> {
    const index = this.#paused.findIndex((call) => call.service === service);
    const [call] = index < 0 ? [] : this.#paused.splice(index, 1);
    call?.arrive();
    await call?.released;
  }

  /** As our servers do with APP_ENV=local. */
  #answersTo(revision: string, host: string): boolean {
    const { env = [] } = this.plane.revisions.get(revision).spec.containers?.[0] ?? {};
    const allowed = env.find(({ name }) => name === 'ALLOWED_HOSTS')?.value ?? '';
    return allowed.split(',').includes(host);
  }

  /** `<service>.…` goes by the percents, `<tag>-<service>.…` by the tag. */
  #revisionOf(host: string): string | undefined {
    const [label = ''] = host.split('.');
    for (const [name, { status }] of this.plane.services) {
      const traffic = status?.traffic ?? [];
      const tagged = traffic.find(({ tag }) => tag !== undefined && `${tag}-${name}` === label);
      if (tagged) return tagged.revisionName;
      if (label === name) return traffic.find(({ percent = 0 }) => percent > 0)?.revisionName;
    }
    return undefined;
  }
}

function review(body: unknown, denied: ReadonlySet<string>): object {
  const { spec } = body as { spec: { resourceAttributes: { resource: string; verb: string } } };
  const { resource, verb } = spec.resourceAttributes;
  return { spec, status: { allowed: !denied.has(`${resource}/${verb}`) } };
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return chunks.length === 0 ? undefined : (JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown);
}

function send(response: ServerResponse, code: number, body: unknown): void {
  const json = typeof body === 'object';
  response.writeHead(code, { 'content-type': json ? 'application/json' : 'text/plain' });
  response.end(json ? JSON.stringify(body) : body);
}
