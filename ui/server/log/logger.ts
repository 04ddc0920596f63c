import {
  DROPPED,
  createLogger as createServerLogger,
  guardCrashes,
  stdoutSink,
} from '@shortfactory/observability';
import type { Logger } from '@shortfactory/observability';
import type { Env } from '../../app/env.server.ts';

export type { Logger };

/**
 * The server's own log lines, under this service's name. Cookies and tokens are never passed to it. From now on the
 * process neither waits for who reads its output, nor ends without a line that says why.
 */
export function createLogger(env: Pick<Env, 'LOG_LEVEL' | 'SERVICE_VERSION'>): Logger {
  const output = stdoutSink();
  const logger = createServerLogger({
    level: env.LOG_LEVEL,
    service: 'shortfactory-ui',
    version: env.SERVICE_VERSION,
    scrub: (line) => line,
    sink: output,
  });
  output.onReadAgain((lines) => logger.warn(DROPPED, { droppedLines: lines }));
  guardCrashes(logger, { scrub: (text) => text }, process.exit);
  return logger;
}
