import { stringify } from 'yaml';
import { CLIENT_ADDRESSES, TOLD_PORT } from './kourier.ts';
import { KIND_CLUSTER, KIND_CONTEXT, KIND_DOMAIN, KIND_PORT, KNATIVE_FILES, PINS } from './pins.ts';
import type { Shell } from './shell.ts';

const NODE_PORT = 31080;

/** One node; a port of this machine leads to Kourier's. */
const CONFIG = {
  kind: 'Cluster',
  apiVersion: 'kind.x-k8s.io/v1alpha4',
  nodes: [
    {
      role: 'control-plane',
      image: PINS.kubernetes,
      extraPortMappings: [
        { containerPort: NODE_PORT, hostPort: KIND_PORT, listenAddress: '127.0.0.1', protocol: 'TCP' },
      ],
    },
  ],
};

/** A cluster with Knative and Kourier, from nothing, with the product's images on it. What is there already is kept. */
export async function makeKind(
  shell: Shell,
  images: { readonly server: string; readonly ui: string },
): Promise<void> {
  const clusters = (await shell.run(['kind', 'get', 'clusters'])).split('\n');
  if (!clusters.includes(KIND_CLUSTER)) {
    const args = ['kind', 'create', 'cluster', '--name', KIND_CLUSTER, '--wait', '180s', '--config', '-'];
    await shell.run(args, stringify(CONFIG));
  }
  const kubectl = (...args: string[]): Promise<string> =>
    shell.run(['kubectl', '--context', KIND_CONTEXT, ...args]);
  for (const file of KNATIVE_FILES) await kubectl('apply', '-f', file);
  const serving = (name: string, data: object): Promise<string> =>
    kubectl(
      ...['patch', 'configmap', name, '-n', 'knative-serving', '--type', 'merge'],
      ...['--patch', JSON.stringify({ data })],
    );
  await serving('config-network', { 'ingress-class': 'kourier.ingress.networking.knative.dev' });
  await serving('config-domain', { [KIND_DOMAIN]: '' });
  await serving('config-kourier', CLIENT_ADDRESSES.config);
  const more = ['--config-yaml', JSON.stringify(CLIENT_ADDRESSES.envoy)];
  const args = more.map((value) => ({
    op: 'add',
    path: '/spec/template/spec/containers/0/args/-',
    value,
  }));
  await kubectl(
    ...['patch', 'deployment', '3scale-kourier-gateway', '-n', 'kourier-system', '--type', 'json'],
    ...['--patch', JSON.stringify(args)],
  );
  const ports = [{ name: 'http2', port: 80, targetPort: TOLD_PORT, nodePort: NODE_PORT, protocol: 'TCP' }];
  await kubectl(
    ...['patch', 'service', 'kourier', '-n', 'kourier-system', '--type', 'merge'],
    ...['--patch', JSON.stringify({ spec: { type: 'NodePort', ports } })],
  );
  for (const space of ['knative-serving', 'kourier-system'])
    await kubectl('wait', '--for=condition=Available', 'deployment', '--all', '-n', space, '--timeout=300s');
  for (const name of ['server', 'ui'] as const) {
    const image = images[name];
    await shell.run(['docker', 'build', '--tag', image, '--file', `Dockerfile.${name}`, '.']);
    await shell.run(['kind', 'load', 'docker-image', image, '--name', KIND_CLUSTER]);
  }
}

export async function removeKind(shell: Shell): Promise<void> {
  await shell.undo(['kind', 'delete', 'cluster', '--name', KIND_CLUSTER]);
}
