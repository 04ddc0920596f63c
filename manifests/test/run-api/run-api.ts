import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ControlPlane } from './control-plane.ts';
import { faultAnswer, Faults } from './faults.ts';
import type { Fault } from './faults.ts';
import { Front } from './front.ts';
import type { Answer } from './front.ts';
import { GoogleError } from './objects.ts';
import type { Revision, Service } from './objects.ts';
import type { Fate } from './revisions.ts';
import { answer } from './routes.ts';
import type { Region } from './routes.ts';

export interface RunApiOptions {
  readonly project?: string;
  readonly projectNumber?: string;
  readonly location?: string;
  /** Regions besides, each with Services of its own. */
  readonly further?: readonly string[];
  /** What becomes of a new revision of a region; ready after 20 ms by default. */
  readonly fateOf?: (revision: Revision, location: string) => Fate;
  /** Makes every service and tag answer at a loopback address; without it they have the addresses of run.app. */
  readonly answer?: Answer;
}

/** A call that arrived: `PUT /apis/…/services/x?dryRun=all`. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
}

/** A call that waits until it is released. */
export interface PausedCall {
  /** Resolves when the call is there. */
  readonly arrived: Promise<void>;
  readonly release: () => void;
}

const LARGEST_BODY = 4 * 1024 * 1024;

/**
 * The Cloud Run Admin API (v1) on loopback, as far as deploy, traffic, rollback and smoke need it. It serves plain
 * requests and, as a proxy, those for its made-up host, which is how the real gcloud reaches it.
 */
export class RunApi {
  /** The first one. */
  readonly region: Region;
  readonly seen: Seen[] = [];
  readonly #faults = new Faults();
  readonly #paused: { method: string; path: string; arrive: () => void; released: Promise<void> }[] = [];
  readonly #regions: readonly Region[];
  readonly #fronts: readonly Front[];
  readonly #server: Server;

  private constructor(options: RunApiOptions) {
    const { location = 'us-central1', further = [] } = options;
    const fronts: Front[] = [];
    this.region = regionOf(location, options, fronts);
    this.#regions = [this.region, ...further.map((each) => regionOf(each, options, fronts))];
    this.#fronts = fronts;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(options: RunApiOptions = {}): Promise<RunApi> {
    const api = new RunApi(options);
    api.#server.listen(0, '127.0.0.1');
    await once(api.#server, 'listening');
    return api;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** For plain HTTP clients, without a trailing slash. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The next `times` calls of this kind go wrong. */
  fault(fault: Fault): void {
    this.#faults.add(fault);
  }

  /** Holds back the next call of this kind, so that something else can happen first. */
  pause(method: Fault['method'], path: string): PausedCall {
    let arrive: () => void = () => undefined;
    let release: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    this.#paused.push({ method, path, arrive, released });
    return { arrived, release };
  }

  async #pause(method: string, path: string): Promise<void> {
    const index = this.#paused.findIndex((call) => call.method === method && path.includes(call.path));
    const [call] = index < 0 ? [] : this.#paused.splice(index, 1);
    call?.arrive();
    await call?.released;
  }

  /** The region of a call: the client puts it in front of the host, and into the path of an operation; ours in front of the path. */
  #regionOf(host: string, path: string): Region {
    const named = ({ location }: Region): boolean =>
      host.startsWith(`${location}-`) ||
      path.includes(`/locations/${location}/`) ||
      path.startsWith(`/${location}/`);
    return this.#regions.find(named) ?? this.region;
  }

  /** What is known of a region. */
  regionAt(location: string): Region {
    const found = this.#regions.find((region) => region.location === location);
    if (found) return found;
    throw new Error(`${location} is none of the regions here`);
  }

  service(name: string): Service {
    return this.region.plane.get(name);
  }

  /** A change by another client, such as the console; settled when it resolves. */
  async edit(name: string, change: (service: Service) => void): Promise<void> {
    const { plane, project } = this.region;
    const service = structuredClone(this.service(name));
    change(service);
    const { metadata } = await plane.replace(name, service, project, false, 'operator@example.com');
    await plane.wait(metadata.annotations?.['run.googleapis.com/operation-id'] ?? '', 10_000);
  }

  async close(): Promise<void> {
    for (const { plane } of this.#regions) plane.close();
    for (const front of this.#fronts) front.close();
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A proxy is given the whole address, a server the path.
    const { pathname, searchParams, search, hostname } = new URL(request.url ?? '/', 'http://run.stub.test');
    const region = this.#regionOf(hostname, pathname);
    const named = `/${region.location}`;
    const path = pathname.startsWith(`${named}/`) ? pathname.slice(named.length) : pathname;
    const method = request.method ?? 'GET';
    try {
      const body = await readJson(request);
      this.seen.push({ method, path, query: search, body });
      // A fault is for the change itself: it must not be used up by a look ahead.
      const fault = searchParams.has('dryRun') ? undefined : this.#faults.take(method, path);
      if (fault !== undefined && fault !== 'lost') throw faultAnswer(fault, path);
      if (!searchParams.has('dryRun')) await this.#pause(method, path);
      const result = await answer(region, { method, path, query: searchParams, body });
      if (fault === 'lost') {
        response.destroy();
        return;
      }
      send(response, 200, result);
    } catch (error) {
      const known = error instanceof GoogleError ? error : new GoogleError(500, 'INTERNAL', String(error));
      send(response, known.code, known);
    }
  }
}

function regionOf(location: string, options: RunApiOptions, fronts: Front[]): Region {
  const { project = 'shortfactory-test', projectNumber = '123456789012', fateOf } = options;
  const front = options.answer && new Front((name) => plane.services.get(name), options.answer);
  if (front) fronts.push(front);
  const plane: ControlPlane = new ControlPlane({
    fateOf: (revision) => fateOf?.(revision, location) ?? { outcome: 'ready', afterMs: 20 },
    addressOf: (service, tag) =>
      front?.addressOf(service, tag) ??
      Promise.resolve(
        `https://${tag === undefined ? '' : `${tag}---`}${service}-${projectNumber}.${location}.run.app`,
      ),
  });
  return { plane, project, projectNumber, location, policies: new Map() };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST_BODY) throw new GoogleError(413, 'INVALID_ARGUMENT', 'The request is too large.');
    chunks.push(chunk);
  }
  if (bytes === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new GoogleError(400, 'INVALID_ARGUMENT', 'JSON was expected.');
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(body));
}
