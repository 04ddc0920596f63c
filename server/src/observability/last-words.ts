import type { Logger } from './logger.ts';
import type { Redactor } from './redaction.ts';

/**
 * Nothing leaves this process unscrubbed, not even when it dies: an uncaught error becomes one log line and exit code 1,
 * warnings of Node's become log lines, what a dependency prints is scrubbed, and a diagnostic report holds no environment.
 */
export function guardLastWords(log: Logger, redactor: Redactor, exit: (code: number) => void): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal('ShortFactory stopped because of an error that nobody handled.', { error });
      exit(1);
    });
  }
  process.removeAllListeners('warning').on('warning', (warning) => {
    log.warn('Node warned.', { error: warning });
  });
  scrubStream(process.stdout, redactor);
  scrubStream(process.stderr, redactor);
  if (process.report && 'excludeEnv' in process.report) process.report.excludeEnv = true;
}

function scrubStream(stream: NodeJS.WriteStream, { scrub }: Redactor): void {
  const plain = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
  const scrubbed = (chunk: unknown, ...rest: unknown[]): boolean =>
    plain(
      typeof chunk === 'string'
        ? scrub(chunk)
        : chunk instanceof Uint8Array
          ? scrub(Buffer.from(chunk).toString('utf8'))
          : chunk,
      ...rest,
    );
  stream.write = scrubbed as typeof stream.write;
}
