import { execFile } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '@shortfactory/command-line';
import { parse } from 'yaml';
import { resolveEnvironment, synthesize } from '@shortfactory/manifests';
import type { Overrides } from '@shortfactory/manifests';
import { Gcloud, RunApi } from '@shortfactory/manifests/run-api';
import type { Fate, Service } from '@shortfactory/manifests/run-api';

export const SERVICE = 'shortfactory-ui';
export const WHERE = ['--project', 'shortfactory-test', '--project-number', '123456789012'];
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

/**
 * A project on loopback: the Admin API, its front, and a Prometheus that answers with one error ratio. Revisions whose
 * name holds `bad` do not get ready, `slow` never settle, `sick` get ready and answer 500.
 */
export class Stage {
  readonly api: RunApi;
  readonly prometheus: string;
  errorRatio: number | undefined = 0;
  /** Revisions get ready now, whatever they are called. */
  mended = false;
  /** Asked before each error ratio is answered, so that something else can happen first. */
  beforeVerdict: () => Promise<void> = () => Promise.resolve();
  readonly #gcloud: Gcloud;
  readonly #metrics: Server;
  readonly #folder = mkdtempSync(join(tmpdir(), 'shortfactory-stage-'));

  private constructor(api: RunApi, metrics: Server) {
    this.api = api;
    this.#gcloud = new Gcloud(api);
    this.#metrics = metrics;
    this.prometheus = `http://127.0.0.1:${(metrics.address() as AddressInfo).port}`;
  }

  static async open(): Promise<Stage> {
    let stage: Stage | undefined = undefined as Stage | undefined;
    const api = await RunApi.start({
      fateOf: ({ metadata }) => fateOf(stage?.mended === true ? '' : (metadata.name ?? '')),
      answer: (revision, _request, response) => {
        response.statusCode = revision.includes('sick') ? 500 : 200;
        response.end(`ShortFactory ${revision}`);
      },
    });
    const metrics = createServer((request, response) => {
      request.resume();
      void answerVerdict(response);
    });
    const answerVerdict = async (response: ServerResponse): Promise<void> => {
      await stage?.beforeVerdict();
      const ratio = stage?.errorRatio;
      const result = ratio === undefined ? [] : [{ metric: {}, value: [0, String(ratio)] }];
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }));
    };
    metrics.listen(0, '127.0.0.1');
    await once(metrics, 'listening');
    stage = new Stage(api, metrics);
    return stage;
  }

  async close(): Promise<void> {
    this.#gcloud.close();
    this.#metrics.close();
    await this.api.close();
    rmSync(this.#folder, { recursive: true });
  }

  /**
   * What stood before the test, settled unless its revision never is: put there without our scripts, and without the
   * client, each call of which is half a second of Python.
   */
  async deployed(overrides: Overrides, service = SERVICE): Promise<void> {
    const { 'live-revision': live = [], 'keep-tag': keep = [], ...others } = overrides;
    const files = synthesize(
      resolveEnvironment('dev', {
        project: 'shortfactory-test',
        'project-number': '123456789012',
        ...others,
        'live-revision': live.map((name) => this.#whole(name)),
        'keep-tag': keep.map((pair) => pair.replace(/[^=]+$/, (name) => this.#whole(name))),
      }),
    );
    const document = parse(files.get(`${service}.yaml`) ?? '') as Service;
    const { plane, project } = this.api.region;
    const { metadata } = this.exists(service)
      ? await plane.replace(service, document, project, false)
      : await plane.create(document, project, false);
    await plane.wait(metadata.annotations?.['run.googleapis.com/operation-id'] ?? '', 500);
  }

  /** The whole name of a revision that is given without its hash. */
  #whole(name: string): string {
    const all = this.api.region.plane.revisions.all().map(({ metadata }) => String(metadata.name));
    return all.find((each) => withoutHashes(each) === name) ?? name;
  }

  /** Runs one of our commands to its end, as npm does it. */
  run(script: 'deploy' | 'rollback' | 'plan' | 'bootstrap', ...args: string[]): Promise<Ended> {
    return this.#start(script, args).ended;
  }

  /** Runs a command, and interrupts it as Ctrl-C does when it says these words. */
  async interrupted(words: string, script: 'deploy', ...args: string[]): Promise<Ended> {
    const { child, ended } = this.#start(script, args);
    let said = '';
    let sent = false;
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!sent && said.includes(words)) sent = child.kill('SIGINT');
    });
    return ended;
  }

  #start(script: string, args: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
    let child: ChildProcess | undefined;
    const ended = new Promise<Ended>((resolve) => {
      child = execFile(
        process.execPath,
        ['--import=tsx', `scripts/operate/${script}.ts`, '--env', 'dev', ...WHERE, ...args],
        { cwd: ROOT, env: { ...this.#gcloud.environment, TMPDIR: this.#folder }, maxBuffer: 2 ** 24 },
        (error, stdout, stderr) =>
          resolve({
            code: typeof error?.code === 'number' ? error.code : error ? -1 : 0,
            said: withoutHashes(stdout + stderr),
          }),
      );
    });
    return { child: child as unknown as ChildProcess, ended };
  }

  /** Deploys the UI in one step, without waiting. */
  deploy(revision: string, ...args: string[]): Promise<Ended> {
    const quick = ['--steps', '100', '--bake-seconds', '0', '--ready-seconds', '15'];
    const what = ['--service', 'ui', ...IMAGES, '--revision', revision];
    return this.run('deploy', ...what, ...quick, '--prometheus', this.prometheus, ...args);
  }

  /** Rolls the UI back. */
  rollback(...args: string[]): Promise<Ended> {
    return this.run('rollback', '--service', 'ui', '--ready-seconds', '15', ...args);
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
    return this.api.region.plane.services.has(service);
  }

  /** Revisions that the traffic asked for last names, by percent or by a tag alone. */
  named(service = SERVICE): string[] {
    const { traffic = [] } = this.api.service(service).spec;
    return [...new Set(traffic.map(({ revisionName = '' }) => withoutHashes(revisionName)))];
  }

  #targets(service: string) {
    return this.api.service(service).status?.traffic ?? [];
  }
}

/** Names as a test can know them: a template's hash is not its business. */
function withoutHashes(text: string): string {
  return text.replace(/(shortfactory-(?:ui|server|worker)-[a-z0-9]+)-[0-9a-f]{8}\b/g, '$1');
}

function fateOf(name: string): Fate {
  if (name.includes('bad'))
    return { outcome: 'fails', afterMs: 20, message: 'The container exited with code 78.' };
  return { outcome: name.includes('slow') ? 'hangs' : 'ready', afterMs: 20 };
}
