import { ConfigInvalid, InputInvalid } from '../../server/src/domain/errors.ts';

/** What the entry of a command hands in: nothing below it reads the process. */
export interface CommandContext {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Runs a command to its exit code: 0 done (or a code that it gives itself), 2 what was asked for cannot be used, 1 it failed, 130 interrupted. The
 * command is given a signal that SIGINT and SIGTERM abort, so that it can undo what it began.
 */
export async function runCommand(
  argv: readonly string[],
  env: CommandContext['env'],
  command: (context: CommandContext) => Promise<number | undefined | void>,
): Promise<number> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort(new Error('interrupted'));
  // Not once: a second Ctrl-C must not end it in the middle of undoing.
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  try {
    return (await command({ args: argv, env, say, signal: interruption.signal })) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (interruption.signal.aborted) return 130;
    return error instanceof InputInvalid || error instanceof ConfigInvalid ? 2 : 1;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
