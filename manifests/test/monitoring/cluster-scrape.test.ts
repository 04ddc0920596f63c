import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { installed } from '../run-api/index.ts';

const LOCAL = fileURLToPath(new URL('../../../dist/local/', import.meta.url));
const CONFIG = parseAllDocuments(readFileSync(`${LOCAL}surroundings.yaml`, 'utf8'))
  .map((each) => each.toJS() as { metadata: { name: string }; data?: Record<string, string> })
  .find(({ metadata }) => metadata.name === 'prometheus-config')?.data;

/** A declared port of a pod, as Kubernetes' discovery describes it. */
function pod(
  name: string,
  ip: string,
  portName: string,
  port: number,
  labels: Readonly<Record<string, string>>,
) {
  const own = Object.fromEntries(
    Object.entries(labels).map(([key, value]) => [
      `__meta_kubernetes_pod_label_${key.replace(/\W/g, '_')}`,
      value,
    ]),
  );
  return {
    targets: [`${ip}:${port}`],
    labels: {
      __meta_kubernetes_pod_name: name,
      __meta_kubernetes_pod_ip: ip,
      __meta_kubernetes_pod_container_port_name: portName,
      ...own,
    },
  };
}

const of = (component: string) => ({
  app: 'shortfactory',
  component,
  'serving.knative.dev/service': `shortfactory-${component}`,
  'serving.knative.dev/revision': `shortfactory-${component}-1`,
});

describe("a cluster's Prometheus", () => {
  it('has the rules of local', () => {
    expect(CONFIG?.['rules.yaml']).to.equal(readFileSync(`${LOCAL}monitoring/rules.yaml`, 'utf8'));
  });

  it('scrapes each pod of server and worker once, at the port of its metrics, under its service', function () {
    if (!installed('promtool')) {
      console.log('    promtool is not installed here, so no pod was relabelled');
      return this.skip();
    }
    const {
      scrape_configs: [job],
    } = parse(CONFIG?.['prometheus.yaml'] ?? '') as {
      scrape_configs: [{ job_name: string; relabel_configs: object[]; kubernetes_sd_configs: object[] }];
    };
    expect(job.kubernetes_sd_configs).to.deep.equal([
      { role: 'pod', namespaces: { names: ['shortfactory'] } },
    ]);
    // Debian's promtool knows no Kubernetes: the pods are given to it as discovery would.
    const pods = [
      pod('server-a', '10.0.0.1', 'user-port', 8000, of('server')),
      pod('server-a', '10.0.0.1', 'queue-port', 8012, of('server')),
      pod('server-a', '10.0.0.1', 'http-usermetric', 9091, of('server')),
      pod('worker-b', '10.0.0.2', 'user-port', 8000, of('worker')),
      pod('ui-c', '10.0.0.3', 'user-port', 3000, of('ui')),
      pod('other-d', '10.0.0.4', 'user-port', 8080, { app: 'other' }),
    ];
    const folder = mkdtempSync(join(tmpdir(), 'shortfactory-cluster-'));
    try {
      const file = join(folder, 'prometheus.yaml');
      const { job_name, relabel_configs } = job;
      writeFileSync(
        file,
        stringify({ scrape_configs: [{ job_name, relabel_configs, static_configs: pods }] }),
      );
      const output = execFileSync(
        'promtool',
        ['check', 'service-discovery', '--timeout=2s', file, job_name],
        { encoding: 'utf8' },
      );
      const found = (JSON.parse(output) as { labels: Record<string, string> }[])
        .map(({ labels }) => labels)
        .filter((labels) => '__address__' in labels);
      expect(
        found.map(({ __address__, service_name, revision_name, instanceId }) => ({
          __address__,
          service_name,
          revision_name,
          instanceId,
        })),
      ).to.have.deep.members([
        {
          __address__: '10.0.0.1:9464',
          service_name: 'shortfactory-server',
          revision_name: 'shortfactory-server-1',
          instanceId: 'server-a',
        },
        {
          __address__: '10.0.0.2:9464',
          service_name: 'shortfactory-worker',
          revision_name: 'shortfactory-worker-1',
          instanceId: 'worker-b',
        },
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
