import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { synthesize } from '@shortfactory/manifests';
import type { Environment, Overrides } from '@shortfactory/manifests';
import type { ControlPlane, Fate, PausedCall, Seen, Service } from '@shortfactory/manifests/run-api';

export const SERVICE = 'shortfactory-ui';
export const IMAGES = [
  '--server-image',
  'us-docker.pkg.dev/p/r/server:1.2.3',
  '--ui-image',
  'us-docker.pkg.dev/p/r/ui:1.2.3',
];

export interface Ended {
  readonly code: number;
  readonly said: string;
}

/** How calls of one Service go wrong on their way; `refused` is a 403 in the platform's own words. */
export type Mishap = 'unavailable' | 'lost' | 'conflict' | 'refused' | 'exhausted' | 'stray';

/** Sentences in which the platforms differ. */
export interface Words {
  /** In the answer to a call that is refused. */
  readonly refused: string;
  /** What a dry run prints of the manifest that it would write, and of the requests that it would give to a revision. */
  readonly dryRun: (revision: string) => readonly RegExp[];
}

/**
 * A platform on loopback with our Services on it, and a Prometheus that answers with one error ratio. Revisions whose
 * name holds `bad` do not get ready, `slow` never settle, `sick` get ready and answer 500.
 */
export abstract class Stage {
  abstract readonly words: Words;
  errorRatio: number | undefined = 0;
  /** Revisions get ready now, whatever they are called. */
  mended = false;
  /** Asked before each error ratio is answered, so that something else can happen first. */
  beforeVerdict: () => Promise<void> = () => Promise.resolve();
  protected readonly folder = mkdtempSync(join(tmpdir(), 'shortfactory-stage-'));
  readonly #metrics: Server = createServer((request, response) => {
    request.resume();
    void this.#answerVerdict(response);
  });

  abstract get plane(): ControlPlane;
  /** Every call that arrived. */
  abstract get seen(): readonly Seen[];
  /** The project, or the namespace. */
  protected abstract readonly space: string;
  protected abstract environment(overrides: Overrides): Environment;
  /** Runs one of our commands to its end. */
  abstract run(script: 'deploy' | 'rollback', ...args: string[]): Promise<Ended>;
  /** Runs a deploy, and interrupts it as Ctrl-C does when it says these words. */
  abstract interrupted(words: string, ...args: string[]): Promise<Ended>;
  /** The next `times` reads or writes of a Service go wrong. */
  abstract mishap(on: 'read' | 'write', kind: Mishap, times: number, service?: string): void;
  /** Holds back the next write of a Service. */
  abstract pause(service?: string): PausedCall;
  /** Seconds that a command waits for the platform; it looks forty times in that time. */
  abstract readonly readySeconds: number;

  protected async open(): Promise<void> {
    this.#metrics.listen(0, '127.0.0.1');
    await once(this.#metrics, 'listening');
  }

  async close(): Promise<void> {
    this.#metrics.close();
    this.#metrics.closeAllConnections();
    rmSync(this.folder, { recursive: true });
    return Promise.resolve();
  }

  get prometheus(): string {
    return `http://127.0.0.1:${(this.#metrics.address() as AddressInfo).port}`;
  }

  /** What stood before the test, settled unless its revision never is: put there without our scripts. */
  async deployed(overrides: Overrides, service = SERVICE): Promise<void> {
    const { 'live-revision': live = [], 'keep-tag': keep = [], ...others } = overrides;
    const document = documentOf(service, (more) => this.environment(more), {
      ...others,
      'live-revision': live.map((name) => this.#whole(name)),
      'keep-tag': keep.map((pair) => pair.replace(/[^=]+$/, (name) => this.#whole(name))),
    });
    const { plane } = this;
    const { metadata } = this.exists(service)
      ? await plane.replace(service, document, this.space, false)
      : await plane.create(document, this.space, false);
    await plane.wait(metadata.annotations?.['run.googleapis.com/operation-id'] ?? '', 500);
  }

  /** The whole name of a revision that is given without its hash. */
  #whole(name: string): string {
    const all = this.plane.revisions.all().map(({ metadata }) => String(metadata.name));
    return all.find((each) => withoutHashes(each) === name) ?? name;
  }

  /** Deploys the UI in one step, without waiting. */
  deploy(revision: string, ...args: string[]): Promise<Ended> {
    const quick = ['--steps', '100', '--bake-seconds', '0', '--ready-seconds', String(this.readySeconds)];
    const what = ['--service', 'ui', ...IMAGES, '--revision', revision];
    return this.run('deploy', ...what, ...quick, '--prometheus', this.prometheus, ...args);
  }

  /** Rolls the UI back. */
  rollback(...args: string[]): Promise<Ended> {
    return this.run('rollback', '--service', 'ui', '--ready-seconds', String(this.readySeconds), ...args);
  }

  /** A change by another client, such as a console; settled when it resolves. */
  async edit(change: (service: Service) => void, name = SERVICE): Promise<void> {
    const service = structuredClone(this.plane.get(name));
    change(service);
    const { metadata } = await this.plane.replace(name, service, this.space, false, 'operator@example.com');
    await this.plane.wait(metadata.annotations?.['run.googleapis.com/operation-id'] ?? '', 10_000);
  }

  /** Percent by revision, as it is served. */
  shares(service = SERVICE): Record<string, number> {
    const sums: Record<string, number> = {};
    for (const { revisionName = '', percent = 0 } of this.#targets(service)) {
      const name = withoutHashes(revisionName);
      if (percent > 0) sums[name] = (sums[name] ?? 0) + percent;
    }
    return sums;
  }

  tags(service = SERVICE): Record<string, string | undefined> {
    return Object.fromEntries(
      this.#targets(service).flatMap(({ tag, revisionName }) =>
        tag === undefined || revisionName === undefined ? [] : [[tag, withoutHashes(revisionName)]],
      ),
    );
  }

  exists(service = SERVICE): boolean {
    return this.plane.services.has(service);
  }

  /** Everything that stands, without what a reading alone may change. */
  standing(service = SERVICE): string {
    return JSON.stringify(this.plane.get(service));
  }

  revisions(): number {
    return this.plane.revisions.all().length;
  }

  /** Revisions that the traffic asked for last names, by percent or by a tag alone. */
  named(service = SERVICE): string[] {
    const { traffic = [] } = this.plane.get(service).spec;
    return [...new Set(traffic.map(({ revisionName = '' }) => withoutHashes(revisionName)))];
  }

  /** Calls that changed something of a Service. */
  writes(): Seen[] {
    return this.seen.filter(
      ({ method, path, query }) =>
        method !== 'GET' && path.includes('/services') && !query.includes('dryRun'),
    );
  }

  /** Whether any write asked for requests to this revision. */
  askedFor(revision: string): boolean {
    return this.writes().some(({ body }) =>
      ((body as Service | undefined)?.spec.traffic ?? []).some(
        ({ revisionName = '', percent = 0 }) => withoutHashes(revisionName) === revision && percent > 0,
      ),
    );
  }

  #targets(service: string) {
    return this.plane.get(service).status?.traffic ?? [];
  }

  async #answerVerdict(response: ServerResponse): Promise<void> {
    await this.beforeVerdict();
    const ratio = this.errorRatio;
    const result = ratio === undefined ? [] : [{ metric: {}, value: [0, String(ratio)] }];
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }));
  }
}

/** By Service and everything that is said of it: most tests begin alike. */
const made = new Map<string, Service>();

function documentOf(
  service: string,
  environmentOf: (overrides: Overrides) => Environment,
  overrides: Overrides,
): Service {
  const environment = environmentOf(overrides);
  const key = JSON.stringify([service, environment]);
  const document = made.get(key) ?? (parse(synthesize(environment).get(`${service}.yaml`) ?? '') as Service);
  made.set(key, document);
  return structuredClone(document);
}

/** Names as a test can know them: a template's hash is not its business. */
export function withoutHashes(text: string): string {
  return text.replace(/(shortfactory-(?:ui|server|worker)-[a-z0-9]+)-[0-9a-f]{8}\b/g, '$1');
}

export function fateOf(name: string): Fate {
  if (name.includes('bad'))
    return { outcome: 'fails', afterMs: 20, message: 'The container exited with code 78.' };
  return { outcome: name.includes('slow') ? 'hangs' : 'ready', afterMs: 20 };
}
