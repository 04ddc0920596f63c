import { ServiceContainer } from './container.ts';
import type { SecretReference } from './service-settings.ts';

/** The collector that sends a service's Prometheus metrics to Google Managed Prometheus. */
export interface Collector {
  readonly image: string;
  readonly cpu: string;
  readonly memory: string;
  /** Where the RunMonitoring document lies in Secret Manager. */
  readonly config: SecretReference;
}

export const COLLECTOR = 'collector';
export const COLLECTOR_CONFIG_VOLUME = 'collector-config';

/**
 * The sidecar's container. It reads its RunMonitoring document from a mounted secret.
 * @see https://cloud.google.com/stackdriver/docs/managed-prometheus/cloudrun-sidecar
 */
export function collectorContainer({ image, cpu, memory }: Collector): ServiceContainer {
  return new ServiceContainer(COLLECTOR, image)
    .limits(cpu, memory)
    .mount(COLLECTOR_CONFIG_VOLUME, '/etc/rungmp/')
    .probes({
      liveness: { path: '/liveness', port: 13133, everySeconds: 30, timeoutSeconds: 10, failures: 3 },
    });
}

export interface Scrape {
  readonly name: string;
  readonly port: number;
  readonly path: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
}

/** What the collector scrapes. Every series gets the labels service_name, revision_name and instanceId. */
export function runMonitoring({ name, port, path, intervalSeconds, timeoutSeconds }: Scrape) {
  if (timeoutSeconds > intervalSeconds) {
    throw new Error(
      `a scrape of ${timeoutSeconds} s does not end before the next, ${intervalSeconds} s later`,
    );
  }
  return {
    apiVersion: 'monitoring.googleapis.com/v1beta',
    kind: 'RunMonitoring',
    metadata: { name },
    spec: {
      endpoints: [
        // A string: the collector's own type of it.
        { port: String(port), path, interval: `${intervalSeconds}s`, timeout: `${timeoutSeconds}s` },
      ],
      targetLabels: { metadata: ['instance', 'revision', 'service'] },
      limits: { samples: 5000, labels: 30, labelNameLength: 128, labelValueLength: 1024 },
    },
  };
}
