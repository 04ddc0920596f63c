import { METRICS_PORT } from '../environments/addresses.ts';
import { serviceName } from '../environments/schema.ts';

const GLOBAL = { scrape_interval: '5s', scrape_timeout: '4s', evaluation_interval: '15s' };

/**
 * Prometheus' configuration for `npm start` on this machine: one process that is server and worker. service_name is the
 * label that the collector adds on Cloud Run, so that the same queries work in both places.
 */
export function localScrape() {
  return {
    global: GLOBAL,
    rule_files: ['rules.yaml'],
    scrape_configs: [
      {
        job_name: 'shortfactory',
        static_configs: [
          { targets: [`127.0.0.1:${METRICS_PORT}`], labels: { service_name: serviceName('server') } },
        ],
      },
    ],
  };
}

/** The same for Knative on a cluster: every pod of server and worker, at the port that Knative itself does not know. */
export function clusterScrape(namespace: string) {
  const label = (name: string): string => `__meta_kubernetes_pod_label_${name}`;
  return {
    global: GLOBAL,
    rule_files: ['/etc/prometheus/rules.yaml'],
    scrape_configs: [
      {
        job_name: 'shortfactory',
        kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespace] } }],
        relabel_configs: [
          {
            source_labels: [label('app'), label('component')],
            regex: 'shortfactory;(server|worker)',
            action: 'keep',
          },
          // One target a pod: of all its declared ports only the one of our own container.
          {
            source_labels: ['__meta_kubernetes_pod_container_port_name'],
            regex: 'user-port',
            action: 'keep',
          },
          {
            source_labels: ['__meta_kubernetes_pod_ip'],
            target_label: '__address__',
            replacement: `$1:${METRICS_PORT}`,
          },
          { source_labels: [label('serving_knative_dev_service')], target_label: 'service_name' },
          { source_labels: [label('serving_knative_dev_revision')], target_label: 'revision_name' },
          { source_labels: ['__meta_kubernetes_pod_name'], target_label: 'instanceId' },
        ],
      },
    ],
  };
}
