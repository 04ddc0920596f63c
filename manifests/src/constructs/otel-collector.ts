import { ServiceContainer } from './container.ts';
import type { Collector } from './prometheus.ts';

export const OTEL_COLLECTOR = 'otel-collector';
export const OTEL_CONFIG_VOLUME = 'otel-collector-config';
const CONFIG_FOLDER = '/etc/otelcol-google';
const OTLP_PORT = 4318;
/** Not its default of 13133, where the Prometheus collector of the same instance answers. */
const HEALTH_PORT = 13134;

/** Where a program of the same instance sends its spans: OTLP over HTTP. */
export const OTLP_ENDPOINT = `http://127.0.0.1:${OTLP_PORT}`;

/**
 * Google's build of the OpenTelemetry collector as a sidecar. It reads its configuration from a mounted secret.
 * @see https://cloud.google.com/stackdriver/docs/instrumentation/opentelemetry-collector-cloud-run
 */
export function otelCollectorContainer({ image, cpu, memory }: Collector): ServiceContainer {
  const probe = { path: '/', port: HEALTH_PORT, timeoutSeconds: 10 };
  return new ServiceContainer(OTEL_COLLECTOR, image)
    .args(`--config=${CONFIG_FOLDER}/config.yaml`)
    .limits(cpu, memory)
    .mount(OTEL_CONFIG_VOLUME, CONFIG_FOLDER)
    .probes({
      // The program starts after it, and so ends before it: the last spans still find somebody.
      startup: { ...probe, timeoutSeconds: 2, everySeconds: 2, failures: 30 },
      liveness: { ...probe, everySeconds: 30, failures: 3 },
    });
}

/** Its configuration: spans from this instance alone, sent to Cloud Trace a second later. */
export function traceCollection() {
  return {
    receivers: { otlp: { protocols: { http: { endpoint: `127.0.0.1:${OTLP_PORT}` } } } },
    processors: {
      memory_limiter: { check_interval: '1s', limit_percentage: 65, spike_limit_percentage: 20 },
      resourcedetection: { detectors: ['gcp'], timeout: '10s' },
      // A throttled instance does nothing after a response, so little is kept back.
      batch: { send_batch_max_size: 200, send_batch_size: 200, timeout: '1s' },
    },
    exporters: { googlecloud: {} },
    extensions: { health_check: { endpoint: `0.0.0.0:${HEALTH_PORT}` } },
    service: {
      extensions: ['health_check'],
      pipelines: {
        traces: {
          receivers: ['otlp'],
          processors: ['memory_limiter', 'resourcedetection', 'batch'],
          exporters: ['googlecloud'],
        },
      },
      // Its own metrics would take another port.
      telemetry: { metrics: { level: 'none' }, logs: { level: 'warn', encoding: 'json' } },
    },
  };
}
