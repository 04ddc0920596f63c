import { createLogger as createServerLogger, stdoutSink } from '@shortfactory/server/logger';
import type { Logger } from '@shortfactory/server/logger';
import type { Env } from '../app/env.server.ts';

export type { Logger };

/** The server's own log lines, under this service's name. Cookies and tokens are never passed to it. */
export function createLogger(env: Pick<Env, 'LOG_LEVEL' | 'SERVICE_VERSION'>): Logger {
  return createServerLogger({
    level: env.LOG_LEVEL,
    service: 'shortfactory-ui',
    version: env.SERVICE_VERSION,
    scrub: (line) => line,
    sink: stdoutSink(),
  });
}
