import type { Logger } from './logger.ts';
import type { Redactor } from './redaction.ts';
import { routeStandardStreams } from './standard-streams.ts';

/**
 * Redacts all output of this process, also when it crashes: an uncaught error becomes one log line and exit code 1,
 * warnings of Node become log lines, output of dependencies is scrubbed, and a diagnostic report holds no environment.
 */
export function guardCrashes(
  log: Logger,
  redactor: Pick<Redactor, 'scrub'>,
  exit: (code: number) => void,
): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal('ShortFactory stopped because of an unhandled error.', { error });
      exit(1);
    });
  }
  process.removeAllListeners('warning').on('warning', (warning) => {
    log.warn('Node warned.', { error: warning });
  });
  routeStandardStreams(redactor.scrub);
  if (process.report && 'excludeEnv' in process.report) process.report.excludeEnv = true;
}
