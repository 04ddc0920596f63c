import { stripVTControlCharacters } from 'node:util';
import { execa } from 'execa';
import { CallFailed } from '../services/service-driver.ts';
import { failureKind, saysPresent } from './failure-kind.ts';

/** gcloud said no; the message is its own last sentence. */
export class GcloudFailed extends CallFailed {
  override readonly name = 'GcloudFailed';
  readonly stderr: string;
  constructor(args: readonly string[], stderr: string, kind = failureKind(stderr)) {
    const said = stderr
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(-3)
      .join(' ');
    super(`gcloud ${args.slice(0, 4).join(' ')} failed: ${said === '' ? 'it said nothing' : said}`, kind);
    this.stderr = stderr;
  }
}

/** No call can succeed, so nothing is asked again. */
export class ClientMissing extends Error {
  override readonly name = 'ClientMissing';
  constructor() {
    super('gcloud was not found on the PATH; install the Google Cloud SDK.');
  }
}

export interface GcloudOptions {
  /** Handed to the client as it is; credentials are the client's business. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly project: string;
  /** Changes are printed, not made; reads are made. */
  readonly dryRun: boolean;
  readonly say: (line: string) => void;
}

/** A single call that takes longer than this has hung; a deploy waits 15 minutes at most for a revision. */
const TIMEOUT_MS = 16 * 60_000;

/** The real client, called with an argument array and never through a shell. Values that are secret go by stdin. */
export class Gcloud {
  readonly dryRun: boolean;
  readonly project: string;
  readonly say: (line: string) => void;
  readonly #env: Readonly<Record<string, string | undefined>>;

  constructor(options: GcloudOptions) {
    this.dryRun = options.dryRun;
    this.project = options.project;
    this.#env = options.env;
    this.say = options.say;
  }

  /**
   * What a `describe` or `list` answers, parsed. Throws GcloudFailed, whose `kind` says whether there is no such thing.
   * An empty answer is a failure: gcloud says `[]` for nothing.
   */
  async read(args: readonly string[]): Promise<unknown> {
    const out = await this.#call([...args, '--format=json']);
    try {
      return JSON.parse(out) as unknown;
    } catch {
      throw new GcloudFailed(args, `its answer is not JSON: ${out.trim().slice(0, 100) || '(nothing)'}`);
    }
  }

  /** Plain text that a command prints, such as an access token. */
  async text(args: readonly string[]): Promise<string> {
    return (await this.#call(args)).trim();
  }

  /** Changes something, or with --dry-run prints the command. What exists already is not a fault where `mayExist` says so. */
  async change(
    args: readonly string[],
    options: { stdin?: string; mayExist?: boolean } = {},
  ): Promise<string> {
    this.say(shown(this.full(args), options.stdin !== undefined));
    if (this.dryRun) return '';
    try {
      return await this.#call(args, options.stdin);
    } catch (error) {
      if (options.mayExist && error instanceof GcloudFailed && saysPresent(error.stderr)) return '';
      throw error;
    }
  }

  /** The command with what every call carries. */
  full(args: readonly string[]): string[] {
    return [...args, `--project=${this.project}`, '--quiet'];
  }

  async #call(args: readonly string[], stdin?: string): Promise<string> {
    const result = await execa('gcloud', this.full(args), {
      env: { ...this.#env, CLOUDSDK_CORE_DISABLE_PROMPTS: '1', CLOUDSDK_CORE_DISABLE_COLOR: '1' },
      extendEnv: false,
      reject: false,
      timeout: TIMEOUT_MS,
      maxBuffer: 64 * 2 ** 20,
      ...(stdin === undefined ? { stdin: 'ignore' as const } : { input: stdin }),
    });
    if (result.exitCode === 0) return result.stdout;
    if (result.code === 'ENOENT') {
      throw new ClientMissing();
    }
    const stderr = stripVTControlCharacters(result.stderr);
    throw new GcloudFailed(args, result.timedOut ? 'it did not end in time' : stderr);
  }
}

/** A command as a person may paste it into a shell. */
export function shown(args: readonly string[], readsStdin = false): string {
  const words = ['gcloud', ...args].map((word) =>
    /^[A-Za-z0-9_./:=@,%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`,
  );
  return words.join(' ') + (readsStdin ? ' < (standard input)' : '');
}
