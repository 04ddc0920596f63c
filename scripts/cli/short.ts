import { outliveReaders } from '@shortfactory/command-line';
import { shortCommand } from './short/command.ts';

/** An interrupted run has ended long before; this is for one that hangs. */
const FORCED_END_MS = 10_000;

const interruption = new AbortController();
const interrupt = (): void => {
  interruption.abort(new Error('interrupted'));
  setTimeout(() => process.exit(130), FORCED_END_MS).unref();
};
// More than once: npm hands a terminal's signal on to us, who have it already, and a second one must not kill.
process.on('SIGINT', interrupt).on('SIGTERM', interrupt).on('SIGHUP', interrupt);

outliveReaders();
process.exitCode = await shortCommand({
  args: process.argv.slice(2),
  env: process.env,
  // npm runs scripts in the project's folder; names that a person types are meant from where they stand.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interruption.signal,
});
