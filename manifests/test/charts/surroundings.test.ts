import { expect } from 'chai';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { Role } from 'kubernetes-models/rbac.authorization.k8s.io/v1/Role';
import { RoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { Secret } from 'kubernetes-models/v1/Secret';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import { parse, parseAllDocuments } from 'yaml';
import type { Service as KnativeService } from '../../src/constructs/shapes.ts';
import { resolveEnvironment } from '../../src/environments/environment.ts';
import { besideProblems } from '../../src/policies/beside.ts';
import { mebibytes, millicores } from '../../src/policies/values/quantities.ts';
import { synthesize } from '../../src/synth.ts';

const KINDS = {
  NetworkPolicy,
  Namespace,
  Secret,
  ConfigMap,
  ServiceAccount,
  Role,
  RoleBinding,
  Deployment,
  Service,
};
const QUEUE_PROXY_MILLICORES = 25;
const FILES = synthesize(resolveEnvironment('local'));

interface Document {
  kind: keyof typeof KINDS;
  metadata: { name: string; namespace?: string };
  stringData?: Record<string, string>;
}
const documents = parseAllDocuments(FILES.get('surroundings.yaml') ?? '').map(
  (each) => each.toJS() as Document,
);

function services(): KnativeService[] {
  return ['server', 'worker', 'ui'].map(
    (key) => parse(FILES.get(`shortfactory-${key}.yaml`) ?? '') as KnativeService,
  );
}

describe('what stands around the services on a cluster', () => {
  it('begins with the namespace, in which everything else is', () => {
    const [first, ...others] = documents;
    expect(first).to.deep.include({ kind: 'Namespace' });
    for (const { kind, metadata } of others)
      expect(metadata.namespace, `${kind}/${metadata.name}`).to.equal('shortfactory');
  });

  for (const document of documents) {
    it(`${document.kind}/${document.metadata.name} fits its schema`, () => {
      const Model = KINDS[document.kind];
      expect(() => new Model(document as never).validate()).not.to.throw();
    });
  }

  it('has every secret that a service refers to, at the version that it names', () => {
    const secrets = new Map(
      documents
        .filter(({ kind }) => kind === 'Secret')
        .map(({ metadata, stringData }) => [metadata.name, stringData]),
    );
    const references = services().flatMap(({ spec }) =>
      (spec?.template?.spec?.containers ?? []).flatMap(({ env = [] }) =>
        env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? []),
      ),
    );
    expect(references).not.to.be.empty;
    for (const { name = '', key } of references) expect(secrets.get(name), name).to.have.property(key);
  });

  it('lets nobody but the pods of its namespace in, and the store nobody out', () => {
    const policies = documents.filter(({ kind }) => kind === 'NetworkPolicy');
    expect(policies.map(({ metadata }) => metadata.name)).to.deep.equal(['gcs-emulator', 'prometheus']);
    const [store] = policies as unknown as { spec: { ingress: unknown; egress: unknown } }[];
    expect(store?.spec).to.deep.include({
      ingress: [{ from: [{ podSelector: {} }], ports: [{ protocol: 'TCP', port: 4443 }] }],
      egress: [],
    });
    const open = synthesize(resolveEnvironment('local', { 'media-origin': 'http://localhost:4443' }));
    expect(open.get('surroundings.yaml')).to.match(/ingress:\s+- ports:\s+- port: 4443/);
  });

  it('refuses a program beside ours that is less hardened than ours', () => {
    expect(besideProblems(documents)).to.deep.equal([]);
    const soft = documents.map((document) =>
      document.kind === 'Deployment'
        ? { ...document, spec: { template: { spec: { containers: [{ name: 'x', image: 'redis:7' }] } } } }
        : document,
    );
    const problems = besideProblems(soft.filter(({ kind }) => kind !== 'NetworkPolicy'));
    expect(problems).to.include(
      'Deployment/prometheus spec.template.spec.containers[0].image: a digest was expected',
    );
    expect(problems).to.include('Deployment/gcs-emulator: a NetworkPolicy of its name was expected');
    expect(problems).to.have.lengthOf(24);
  });

  it('answers at the addresses that the services are given', () => {
    const names = documents.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name);
    const knative = services().map(({ metadata }) => metadata?.name ?? '');
    const addresses = services().flatMap(({ spec }) =>
      (spec?.template?.spec?.containers ?? []).flatMap(({ env = [] }) =>
        env.flatMap(({ value = '' }) => /^http:\/\/([^.:]+)\.shortfactory\.svc/.exec(value)?.[1] ?? []),
      ),
    );
    expect(addresses).not.to.be.empty;
    expect([...names, ...knative]).to.include.members(addresses);
  });

  it('starts with every worker, and a second revision of each service, beside Knative on 4 CPUs and 8 GiB', () => {
    // What Knative 1.15 and Kourier ask for by their own files, and the rest of a node of kind's.
    const asked = { cpu: 600 + 400 + 950, memory: 360 + 400 + 290 };
    const ask = (container: { resources?: { requests?: object } }, times: number): void => {
      const { cpu, memory } = container.resources?.requests as { cpu: string; memory: string };
      asked.cpu += times * millicores(cpu);
      asked.memory += times * mebibytes(memory);
    };
    for (const { kind, spec } of documents as { kind: string; spec?: KnativeService['spec'] }[])
      if (kind === 'Deployment') for (const each of spec?.template?.spec?.containers ?? []) ask(each, 1);
    for (const { spec } of services()) {
      const most = Number(spec?.template?.metadata?.annotations?.['autoscaling.knative.dev/maxScale']);
      asked.cpu += 2 * most * QUEUE_PROXY_MILLICORES;
      for (const each of spec?.template?.spec?.containers ?? []) ask(each, 2 * most);
    }
    expect(asked.cpu).to.be.lessThan(4000);
    expect(asked.memory).to.be.lessThan(8 * 1024);
  });

  it('needs nothing of Google Cloud', () => {
    for (const [path, text] of FILES)
      expect(text, path).not.to.match(/run\.googleapis\.com|iam\.gserviceaccount\.com|pkg\.dev/);
  });
});
