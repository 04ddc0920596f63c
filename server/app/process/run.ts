import module from 'node:module';
import { dirname } from 'node:path';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';
import { loadConfig, maskedConfig } from '@shortfactory/config';
import type { Config } from '@shortfactory/config';
import { ConfigInvalid, DomainError, SECRET_NAMES } from '@shortfactory/core';
import {
  DROPPED,
  Redactor,
  createLogger,
  guardCrashes,
  prettySink,
  stdoutSink,
} from '@shortfactory/observability';
import type { Logger } from '@shortfactory/observability';
import type { EarlyListener } from './early-listener.ts';
import { startServer } from '../composition/server.ts';
import type { RunningServer } from '../composition/server.ts';

/** sysexits: the configuration is wrong, so starting again will not help. */
const EX_CONFIG = 78;
/** Cloud Run kills ten seconds after SIGTERM. */
const SHUTDOWN_MS = 9500;

/** Runs everything behind the early listener until a signal ends it. A failed start is one sentence and an exit code. */
export async function run(
  listener: EarlyListener,
  env: NodeJS.ProcessEnv,
  checkOnly: boolean,
): Promise<void> {
  const redactor = new Redactor();
  const startedWith = { ...env };
  const config = readConfig(env, redactor);
  if (!config) return process.exit(EX_CONFIG);
  if (checkOnly) return;
  const terminal = config.APP_ENV === 'local' && isatty(1);
  const output = stdoutSink();
  const log = createLogger({
    level: config.LOG_LEVEL,
    scrub: redactor.scrubJson,
    sink: (terminal ? await prettySink(output) : undefined) ?? output,
    service: `shortfactory-${config.ROLE === 'worker' ? 'worker' : 'server'}`,
    version: config.SERVICE_REVISION,
    projectId: config.GCP_PROJECT_ID,
  });
  output.onReadAgain((lines) => log.warn(DROPPED, { droppedLines: lines }));
  guardCrashes(log, redactor, process.exit);
  log.debug('The configuration was read.', { config: maskedConfig(config) });
  const pipelineProcess = { script: pipelineProcessScript(), env: { ...env, ...keptCompiled() } };
  const starting = startServer({
    config,
    log,
    redactor,
    listener,
    startedWith,
    pipelineProcess,
    droppedLines: () => output.droppedLines,
  });
  obeySignals(starting, log);
  try {
    await starting;
    log.info(`ShortFactory listens on port ${config.PORT}.`, {
      role: config.ROLE,
      environment: config.APP_ENV,
      metricsPort: config.METRICS_PORT,
      storage: config.STORAGE,
      queue: config.QUEUE,
      startedInMs: Math.round(performance.now()),
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    log.fatal(error.message, error.cause === undefined ? {} : { error });
    process.exit(error instanceof ConfigInvalid ? EX_CONFIG : 1);
  }
}

/** Registers every secret for redaction, and removes it from the environment that children and reports would see. */
function readConfig(env: NodeJS.ProcessEnv, redactor: Redactor): Config | undefined {
  for (const name of SECRET_NAMES) {
    const value = env[name];
    if (value !== undefined) redactor.register(value);
  }
  try {
    const config = loadConfig(env);
    for (const name of SECRET_NAMES) delete env[name];
    return config;
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    process.stderr.write(`${redactor.scrub(error.message)}\n`);
    return undefined;
  }
}

/** Ctrl-C can send two signals: one by the terminal, one by the parent process. */
const SAME_SIGNAL_MS = 500;

/**
 * The first signal shuts down gracefully, the second exits at once. A process that was started with a channel to its
 * parent shuts down when that has gone.
 */
function obeySignals(starting: Promise<RunningServer>, log: Logger): void {
  let pressedMs: number | undefined;
  const close = async (why: string): Promise<void> => {
    if (pressedMs !== undefined) {
      if (performance.now() - pressedMs < SAME_SIGNAL_MS) return;
      process.exit(why === 'SIGINT' ? 130 : 143);
    }
    pressedMs = performance.now();
    log.info(`Shutting down after ${why}.`);
    setTimeout(() => {
      log.error('Shutting down took too long; what was under way is taken up elsewhere.');
      process.exit(1);
    }, SHUTDOWN_MS).unref();
    const server = await starting.catch(() => undefined);
    await server?.close();
    log.info('Shut down.');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void close(signal));
  const orphaned = (): void => void close('the end of its parent');
  if (process.send && !process.connected) orphaned();
  else process.once('disconnect', orphaned);
}

/** The pipeline process keeps what V8 compiles where this one does (see main.ts). */
function keptCompiled(): Record<string, string> {
  const newer = module as typeof module & { getCompileCacheDir?: () => string | undefined };
  const folder = newer.getCompileCacheDir?.();
  // That folder is the version's, below the one that was named.
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}

/** Beside this file: TypeScript from sources, JavaScript in a bundle. */
function pipelineProcessScript(): string {
  const here = import.meta.url;
  return fileURLToPath(
    new URL(here.endsWith('.ts') ? '../pipeline-process/process.ts' : './pipeline-process.js', here),
  );
}
