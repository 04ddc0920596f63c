import { execa } from 'execa';

/** gcloud said no; the message is its own last sentence. */
export class GcloudFailed extends Error {
  readonly stderr: string;
  constructor(args: readonly string[], stderr: string) {
    const said = stderr
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(-3)
      .join(' ');
    super(`gcloud ${args.slice(0, 4).join(' ')} failed: ${said === '' ? 'it said nothing' : said}`);
    this.name = 'GcloudFailed';
    this.stderr = stderr;
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

const ABSENT =
  /NOT_FOUND|not found|could not be found|cannot find|does not exist|HTTPError 404|Resource .* not exist/i;
const PRESENT = /ALREADY_EXISTS|already exists|HTTPError 409: .*already/i;
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

  /** What a `describe` or `list` answers, parsed; undefined when there is no such thing. Throws GcloudFailed. */
  async read(args: readonly string[]): Promise<unknown> {
    try {
      const out = await this.#call([...args, '--format=json']);
      return out.trim() === '' ? undefined : (JSON.parse(out) as unknown);
    } catch (error) {
      if (error instanceof GcloudFailed && ABSENT.test(error.stderr)) return undefined;
      throw error;
    }
  }

  /** Plain text that a command prints, such as an access token. */
  async text(args: readonly string[]): Promise<string> {
    return (await this.#call(args)).trim();
  }

  /** Changes something, or with --dry-run prints the command. What exists already is no fault where `mayExist` says so. */
  async change(
    args: readonly string[],
    options: { stdin?: string; mayExist?: boolean } = {},
  ): Promise<string> {
    this.say(shown(this.full(args), options.stdin !== undefined));
    if (this.dryRun) return '';
    try {
      return await this.#call(args, options.stdin);
    } catch (error) {
      if (options.mayExist && error instanceof GcloudFailed && PRESENT.test(error.stderr)) return '';
      throw error;
    }
  }

  /** The command with what every call carries. */
  full(args: readonly string[]): string[] {
    return [...args, `--project=${this.project}`, '--quiet'];
  }

  async #call(args: readonly string[], stdin?: string): Promise<string> {
    const result = await execa('gcloud', this.full(args), {
      env: { ...this.#env, CLOUDSDK_CORE_DISABLE_PROMPTS: '1' },
      extendEnv: false,
      reject: false,
      timeout: TIMEOUT_MS,
      maxBuffer: 64 * 2 ** 20,
      ...(stdin === undefined ? { stdin: 'ignore' as const } : { input: stdin }),
    });
    if (result.exitCode === 0) return result.stdout;
    if (result.code === 'ENOENT') {
      throw new GcloudFailed(args, 'gcloud was not found on the PATH; install the Google Cloud SDK.');
    }
    throw new GcloudFailed(args, result.timedOut ? 'it did not end in time' : result.stderr);
  }
}

/** A command as a person may paste it into a shell. */
export function shown(args: readonly string[], readsStdin = false): string {
  const words = ['gcloud', ...args].map((word) =>
    /^[A-Za-z0-9_./:=@,%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`,
  );
  return words.join(' ') + (readsStdin ? ' < (standard input)' : '');
}
