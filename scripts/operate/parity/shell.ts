import { execa } from 'execa';

/** Programs of the operator's machine (kubectl, kind, docker), each call printed before it is made. */
export class Shell {
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #dryRun: boolean;
  readonly #say: (line: string) => void;
  readonly #signal: AbortSignal;

  constructor(options: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly dryRun: boolean;
    readonly say: (line: string) => void;
    readonly signal: AbortSignal;
  }) {
    this.#env = options.env;
    this.#dryRun = options.dryRun;
    this.#say = options.say;
    this.#signal = options.signal;
  }

  /** What it printed; in a dry run nothing is run. Rejects with the program's last words. */
  async run(args: readonly string[], stdin?: string): Promise<string> {
    this.#say(`  $ ${words(args)}${stdin === undefined ? '' : ' < (standard input)'}`);
    return this.#dryRun ? '' : this.#call(args, stdin, this.#signal);
  }

  /** Asks something that changes nothing, without a word: for what is asked again and again. */
  async read(args: readonly string[]): Promise<string> {
    return this.#dryRun ? '' : this.#call(args, undefined, this.#signal);
  }

  /** What must happen even when the run was interrupted. */
  async undo(args: readonly string[]): Promise<void> {
    this.#say(`  $ ${words(args)}`);
    if (!this.#dryRun) await this.#call(args, undefined, undefined);
  }

  /** Runs beside everything else until it is ended. */
  background(args: readonly string[]): () => void {
    this.#say(`  $ ${words(args)} &`);
    if (this.#dryRun) return () => undefined;
    const [program = '', ...rest] = args;
    const child = execa(program, rest, { env: this.#env, extendEnv: false, reject: false, stdio: 'ignore' });
    return () => void child.kill('SIGTERM');
  }

  async #call(
    [program = '', ...args]: readonly string[],
    stdin: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<string> {
    const result = await execa(program, args, {
      env: this.#env,
      extendEnv: false,
      reject: false,
      ...(signal === undefined ? {} : { cancelSignal: signal }),
      ...(stdin === undefined ? { stdin: 'ignore' as const } : { input: stdin }),
    });
    signal?.throwIfAborted();
    if (result.exitCode === 0) return result.stdout;
    if (result.code === 'ENOENT') throw new Error(`${program} was not found on the PATH.`);
    const said = (result.stderr || result.stdout).trim().split('\n').slice(-3).join(' ');
    throw new Error(`${words([program, ...args]).slice(0, 120)} failed: ${said || 'it said nothing'}`);
  }
}

function words(args: readonly string[]): string {
  return args
    .map((word) => (/^[A-Za-z0-9_./:=@,%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');
}
