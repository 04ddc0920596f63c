import type { Config } from '@shortfactory/config';
import type { TracesOptions } from '@shortfactory/observability/traces';

/** Where the server's and the pipeline's spans go, and under which name. */
export function tracesOf(config: Config, log: TracesOptions['log']): TracesOptions {
  return {
    endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    ratio: config.OTEL_TRACES_SAMPLER_ARG,
    service: `shortfactory-${config.ROLE === 'worker' ? 'worker' : 'server'}`,
    version: config.SERVICE_REVISION,
    environment: config.APP_ENV,
    log,
  };
}
