import { ConfigInvalid, InputInvalid } from '@shortfactory/core/errors';
import { readFlags } from './flags.ts';
import type { Flags, Values } from './flags.ts';
import { helpText } from './help.ts';
import type { HelpTexts } from './help.ts';
import { outliveReaders } from './output.ts';

/** What a command is given: it reads nothing of the process itself. */
export interface CommandContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Prints a line on standard output. */
  readonly say: (line: string) => void;
  /** Prints a line on standard error. */
  readonly warn: (line: string) => void;
  /** Standard input, for a command that asks. */
  readonly input: () => NodeJS.ReadableStream;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  /** Arguments that are not options; always none unless the command takes them. */
  readonly positionals: readonly string[];
}

/** A command: its help, its options, and what it does. */
export interface Command<F extends Flags> extends HelpTexts {
  readonly flags: F;
  /** Takes arguments that are not options. */
  readonly takesPositionals?: true;
  /** SIGINT and SIGTERM end it at once: it never waits, so it would not notice an aborted signal. */
  readonly endsAtOnce?: true;
  /** Resolves with an exit code, or nothing for 0. */
  readonly run: (values: Values<F>, context: CommandContext) => Promise<number | void>;
}

const PROCESS = {
  say: (line: string): void => void process.stdout.write(`${line}\n`),
  warn: (line: string): void => void process.stderr.write(`${line}\n`),
  input: (): NodeJS.ReadableStream => process.stdin,
};

/** The command itself; so its values get the types of its options. */
export function command<const F extends Flags>(definition: Command<F>): Command<F> {
  return definition;
}

/**
 * Runs a command to its exit code: 0 done (or a code that it gives itself), 2 bad input, 1 failed, 130 interrupted.
 * --help prints the command's help and does nothing else. Never throws. Uses the process's own input and output unless others are given.
 */
export async function runCommand<F extends Flags>(
  { flags, takesPositionals, endsAtOnce, run, ...texts }: Command<F>,
  argv: readonly string[],
  env: CommandContext['env'],
  own: Partial<Pick<CommandContext, 'say' | 'warn' | 'input'>> = {},
): Promise<number> {
  const { say, warn, input } = { ...PROCESS, ...own };
  outliveReaders();
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort(new Error('interrupted'));
  // Not once: a second Ctrl-C must not end it in the middle of undoing.
  if (endsAtOnce !== true) process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    const { values, positionals, help } = readFlags(argv, flags, takesPositionals === true);
    if (help) {
      say(helpText(texts, flags));
      return 0;
    }
    return (await run(values, { env, say, warn, input, signal: interruption.signal, positionals })) ?? 0;
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    if (interruption.signal.aborted) return 130;
    return error instanceof InputInvalid || error instanceof ConfigInvalid ? 2 : 1;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
