import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createPublicServer } from '@shortfactory/http-server';
import * as build from 'virtual:remix/server-build';
import { openTraces } from '@shortfactory/observability/traces';
import { EnvInvalid, loadEnv } from '../app/env.server.ts';
import type { Env } from '../app/env.server.ts';
import { createApp } from './app.ts';
import { createLogger } from './log/logger.ts';

/** sysexits.h: the configuration is wrong. */
const EX_CONFIG = 78;
/** Cloud Run kills ten seconds after SIGTERM. */
const CLOSE_WITHIN_MS = 9_000;

function readEnv(): Env {
  try {
    return loadEnv(process.env);
  } catch (error) {
    if (!(error instanceof EnvInvalid)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EX_CONFIG);
  }
}

const env = readEnv();
const logger = createLogger(env);
const { traces, close: closeTraces } = await openTraces({
  endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
  ratio: env.OTEL_TRACES_SAMPLER_ARG,
  service: 'shortfactory-ui',
  version: env.SERVICE_REVISION,
  environment: env.APP_ENV,
  log: logger,
});
const closing = new AbortController();
const app = createApp({
  env,
  logger,
  traces,
  build,
  mode: 'production',
  clientFolder: fileURLToPath(new URL('./client/', import.meta.url)),
  closing: closing.signal,
});
const { server, connections } = createPublicServer(app.callback(), { requireHostHeader: true });
connections.behindProxies(env.TRUSTED_PROXIES);
connections.reportTo((message) => logger.warn(message));

server.once('error', (error) => {
  logger.fatal('The UI could not listen', { error });
  process.exitCode = 1;
});
server.listen(env.PORT, env.HOST ?? (env.APP_ENV === 'local' ? '127.0.0.1' : '::'), () => {
  const { address, port } = server.address() as AddressInfo;
  logger.info(`The UI listens on port ${port}`, { address, port, api: new URL(env.API_URL).origin });
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    logger.info('Shutting down', { signal });
    closing.abort();
    server.close(() => void closeTraces());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS).unref();
  });
}
