import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '@shortfactory/command-line';
import { resolveEnvironment } from '@shortfactory/manifests';
import type { Environment, Overrides } from '@shortfactory/manifests';
import type { ControlPlane, PausedCall, Seen } from '@shortfactory/manifests/run-api';
import { deploy } from '../../../deploy/command.ts';
import { rollback } from '../../../rollback/command.ts';
import { ClusterApi } from '../cluster/api.ts';
import type { Refusal } from '../cluster/status.ts';
import { fateOf, SERVICE, Stage, withoutHashes } from './stage.ts';
import type { Ended, Words } from './stage.ts';

/** A cluster's API on loopback, used by the commands in this process. */
export class KnativeStage extends Stage {
  readonly api: ClusterApi;
  readonly words: Words = {
    refused: 'services.serving.knative.dev "shortfactory-ui" is forbidden',
    dryRun: (revision) => [
      /PUT \/apis\/serving\.knative\.dev\/v1\/namespaces\/shortfactory\/services\/shortfactory-ui \S+\.yaml \(over resourceVersion \S+\)/,
      new RegExp(`PATCH \\S+shortfactory-ui .*"${revision}","percent":100`),
    ],
  };
  /** Name of the kubeconfig's only context, which is the current one. */
  context = 'kind-test';
  /** Status by which a revision answers. */
  answers = (revision: string): number => (revision.includes('sick') ? 500 : 200);
  protected readonly space = 'shortfactory';
  readonly readySeconds = 2;

  private constructor(api: ClusterApi) {
    super();
    this.api = api;
  }

  static async start(): Promise<KnativeStage> {
    let stage: KnativeStage | undefined = undefined as KnativeStage | undefined;
    const api = await ClusterApi.start(
      ({ metadata }) => fateOf(stage?.mended === true ? '' : (metadata.name ?? '')),
      (revision) => stage?.answers(revision) ?? 200,
    );
    stage = new KnativeStage(api);
    await stage.open();
    return stage;
  }

  override async close(): Promise<void> {
    await this.api.close();
    await super.close();
  }

  get plane(): ControlPlane {
    return this.api.plane;
  }

  get seen(): readonly Seen[] {
    return this.api.seen;
  }

  protected environment(overrides: Overrides): Environment {
    return resolveEnvironment('local', overrides);
  }

  run(script: 'deploy' | 'rollback', ...args: string[]): Promise<Ended> {
    return this.#command(script, args);
  }

  interrupted(words: string, ...args: string[]): Promise<Ended> {
    let sent = false;
    return this.#command('deploy', args, (line) => {
      if (sent || !line.includes(words)) return;
      sent = true;
      // The handler of this command alone: the test's own process is not to be interrupted.
      process.listeners('SIGINT').at(-1)?.('SIGINT');
    });
  }

  mishap(on: 'read' | 'write', kind: Refusal, times: number, service = SERVICE): void {
    this.api.fault({ writes: on === 'write', service, kind, times });
  }

  pause(service = SERVICE): PausedCall {
    return this.api.pause(service);
  }

  async #command(
    script: 'deploy' | 'rollback',
    args: readonly string[],
    heard: (line: string) => void = () => undefined,
  ): Promise<Ended> {
    let said = '';
    const say = (line: string): void => {
      said += `${line}\n`;
      heard(line);
    };
    const options = ['--target', 'knative', '--ingress', this.api.ingress, ...args];
    const env = { PATH: process.env['PATH'], KUBECONFIG: this.#kubeconfig() };
    const output = { say, warn: say };
    const code =
      script === 'deploy'
        ? await runCommand(deploy, options, env, output)
        : await runCommand(rollback, options, env, output);
    return { code, said: withoutHashes(said) };
  }

  #kubeconfig(): string {
    const file = join(this.folder, 'kubeconfig');
    const cluster = { server: this.api.url, 'insecure-skip-tls-verify': true };
    const [name, user] = [this.context, 'ci'];
    writeFileSync(
      file,
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'test', cluster }],
        users: [{ name: user, user: {} }],
        contexts: [{ name, context: { cluster: 'test', user } }],
        'current-context': name,
      }),
    );
    return file;
  }
}
