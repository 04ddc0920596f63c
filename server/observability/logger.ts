import type { Log, LogFields } from '@shortfactory/core';
import { pino } from 'pino';
import type { Logger as Pino } from 'pino';
import { errorFields } from './error-fields.ts';

/** Writes finished lines, each with its newline, at once, so that a crash loses none. */
export interface LogSink {
  write(line: string): void;
}

/** Logged, with the number of lines, when lines can be written again. */
export const DROPPED = 'Log lines were dropped, because standard output was not read.';

export { stdoutSink } from './standard-streams.ts';

export interface LoggerOptions {
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Scrubs a line of JSON; see Redactor.scrubJson. */
  readonly scrub: (line: string) => string;
  readonly sink: LogSink;
  /** Facts on every line. */
  readonly service: string;
  readonly version: string;
  /** Completes trace names; without it traces are not linked. */
  readonly projectId?: string | undefined;
}

/** Cloud Logging's names. @see https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry#LogSeverity */
const SEVERITY: Readonly<Record<string, string>> = {
  trace: 'DEBUG',
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
  fatal: 'CRITICAL',
};

export interface Logger extends Log {
  /** The process cannot go on. */
  fatal(message: string, fields?: LogFields): void;
}

/**
 * One line of JSON an event, in the shape that Cloud Logging parses: `severity`, `message`, `time`, `httpRequest`,
 * trace and span, and for errors `stack_trace`, which Error Reporting groups by.
 * @see https://cloud.google.com/logging/docs/structured-logging#special-payload-fields
 */
export function createLogger(options: LoggerOptions): Logger {
  const destination = { write: (line: string) => options.sink.write(options.scrub(line.trimEnd()) + '\n') };
  const root = pino(
    {
      level: options.level,
      base: { serviceContext: { service: options.service, version: options.version } },
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ severity: SEVERITY[label] ?? 'DEFAULT' }) },
    },
    destination,
  );
  return over(root, options.projectId);
}

function over(log: Pino, projectId: string | undefined): Logger {
  const shape = (fields: LogFields = {}): object => cloudFields(fields, projectId);
  return {
    debug: (message, fields) => log.debug(shape(fields), message),
    info: (message, fields) => log.info(shape(fields), message),
    warn: (message, fields) => log.warn(shape(fields), message),
    error: (message, fields) => log.error(shape(fields), message),
    fatal: (message, fields) => log.fatal(shape(fields), message),
    with: (fields) => over(log.child(shape(fields)), projectId),
  };
}

/** Our field names → those that Cloud Logging knows. */
function cloudFields({ error, trace, ...fields }: LogFields, projectId: string | undefined): object {
  return {
    ...fields,
    ...(error === undefined ? {} : errorFields(error)),
    ...(trace && projectId !== undefined
      ? {
          'logging.googleapis.com/trace': `projects/${projectId}/traces/${trace.traceId}`,
          'logging.googleapis.com/trace_sampled': trace.sampled,
        }
      : {}),
    ...(trace?.spanId === undefined ? {} : { 'logging.googleapis.com/spanId': trace.spanId }),
  };
}
