import { execFile } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { ROOT, runCommand } from '@shortfactory/command-line';
import type { CommandContext } from '@shortfactory/command-line';
import { resolveEnvironment } from '@shortfactory/manifests';
import type { Environment, Overrides } from '@shortfactory/manifests';
import { Gcloud, RunApi } from '@shortfactory/manifests/run-api';
import type { ControlPlane, PausedCall, Seen } from '@shortfactory/manifests/run-api';
import { bootstrap } from '../../../bootstrap/command.ts';
import { deploy } from '../../../deploy/command.ts';
import { plan } from '../../../plan/command.ts';
import { rollback } from '../../../rollback/command.ts';
import { fateOf, SERVICE, Stage, withoutHashes } from './stage.ts';
import type { Ended, Mishap, Words } from './stage.ts';

type Run = (
  argv: readonly string[],
  env: CommandContext['env'],
  io: Pick<CommandContext, 'say' | 'warn'>,
) => Promise<number>;

const COMMANDS = {
  deploy: (argv, env, io) => runCommand(deploy, argv, env, io),
  rollback: (argv, env, io) => runCommand(rollback, argv, env, io),
  plan: (argv, env, io) => runCommand(plan, argv, env, io),
  bootstrap: (argv, env, io) => runCommand(bootstrap, argv, env, io),
} satisfies Record<string, Run>;

export const WHERE = ['--project', 'shortfactory-test', '--project-number', '123456789012'];

/** Where the commands are sent to, and the regions that are there besides us-central1. */
interface Place {
  readonly where: readonly string[];
  readonly project?: string;
  readonly further?: readonly string[];
}

/** The Admin API and its front on loopback, used by the real gcloud: each of its calls is half a second of Python. */
export class CloudRunStage extends Stage {
  readonly api: RunApi;
  readonly words: Words = {
    refused: 'or resource may not exist',
    dryRun: (revision) => [
      /gcloud run services replace \S+shortfactory-ui\.yaml --region=us-central1 --async/,
      new RegExp(`--to-revisions=${revision}=100`),
    ],
  };
  protected readonly space: string;
  readonly readySeconds = 15;
  /** A region in which no revision gets ready. */
  illRegion: string | undefined;
  readonly #gcloud: Gcloud;
  readonly #where: readonly string[];

  private constructor(api: RunApi, where: readonly string[]) {
    super();
    this.api = api;
    this.#where = where;
    this.space = api.region.project;
    this.#gcloud = new Gcloud(api);
  }

  static async start(
    { where, ...regions }: Place = { where: ['--env', 'dev', ...WHERE] },
  ): Promise<CloudRunStage> {
    let stage: CloudRunStage | undefined = undefined as CloudRunStage | undefined;
    const api = await RunApi.start({
      ...regions,
      fateOf: ({ metadata }, location) =>
        fateOf(stage?.illRegion === location ? 'bad' : stage?.mended === true ? '' : (metadata.name ?? '')),
      answer: (revision, _request, response) => {
        response.statusCode = revision.includes('sick') ? 500 : 200;
        response.end(`ShortFactory ${revision}`);
      },
    });
    stage = new CloudRunStage(api, where);
    await stage.open();
    return stage;
  }

  override async close(): Promise<void> {
    this.#gcloud.close();
    await this.api.close();
    await super.close();
  }

  get plane(): ControlPlane {
    return this.api.region.plane;
  }

  get seen(): readonly Seen[] {
    return this.api.seen;
  }

  protected environment(overrides: Overrides): Environment {
    const place = { project: 'shortfactory-test', 'project-number': '123456789012' };
    return resolveEnvironment('dev', { ...place, ...overrides });
  }

  /** In this process: what they start is gcloud. Interrupted ones are processes of their own. */
  async run(script: keyof typeof COMMANDS, ...args: string[]): Promise<Ended> {
    let [out, err] = ['', ''];
    const io = {
      say: (line: string) => void (out += `${line}\n`),
      warn: (line: string) => void (err += `${line}\n`),
    };
    const code = await COMMANDS[script]([...this.#where, ...args], this.#gcloud.environment, io);
    return { code, said: withoutHashes(out + err) };
  }

  async interrupted(words: string, ...args: string[]): Promise<Ended> {
    const { child, ended } = this.#startDeploy(args);
    let said = '';
    let sent = false;
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!sent && said.includes(words)) sent = child.kill('SIGINT');
    });
    return ended;
  }

  mishap(on: 'read' | 'write', kind: Mishap, times: number, service = SERVICE): void {
    const which = { method: on === 'read' ? 'GET' : 'PUT', path: `services/${service}`, times } as const;
    // With the colours of a terminal in a reading: they must not reach the log.
    this.api.fault({ ...which, kind: kind !== 'refused' ? kind : on === 'read' ? 'coloured' : 'denied' });
  }

  pause(service = SERVICE): PausedCall {
    return this.api.pause('PUT', `services/${service}`);
  }

  /** As npm does it. */
  #startDeploy(args: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
    let child: ChildProcess | undefined;
    const ended = new Promise<Ended>((resolve) => {
      child = execFile(
        process.execPath,
        ['--import=tsx', 'scripts/operate/deploy.ts', ...this.#where, ...args],
        { cwd: ROOT, env: { ...this.#gcloud.environment, TMPDIR: this.folder }, maxBuffer: 2 ** 24 },
        (error, stdout, stderr) =>
          resolve({
            code: typeof error?.code === 'number' ? error.code : error ? -1 : 0,
            said: withoutHashes(stdout + stderr),
          }),
      );
    });
    return { child: child as unknown as ChildProcess, ended };
  }
}
