import { expect } from 'chai';
import { parse } from 'yaml';
import type { Service } from '../../src/constructs/shapes.ts';
import { resolveEnvironment } from '../../src/environments/environment.ts';
import { pinned } from '../../src/policies/production.ts';
import { POLICIES, violations } from '../../src/policies/service-policies.ts';
import type { PlatformName } from '../../src/policies/values/violation.ts';
import { synthesize } from '../../src/synth.ts';

const PROD = parse(synthesize(resolveEnvironment('prod')).get('shortfactory-server.yaml') ?? '') as Service;
const LOCAL = parse(synthesize(resolveEnvironment('local')).get('shortfactory-worker.yaml') ?? '') as Service;

/** A place of the document, what is put there (undefined takes it away), and how it is refused. */
type Case = readonly [place: string, value: unknown, refusal: string];
const POD = 'spec.template.spec';
const APP = `${POD}.containers[0]`;
const SIDECAR = `${POD}.containers[1]`;
const RUN = 'run.googleapis.com';
const OWN = (key: string): string => `metadata.annotations["${key}"]`;
const OF_REVISION = (key: string): string => `spec.template.metadata.annotations["${key}"]`;

const ON_CLOUD_RUN: readonly Case[] = [
  [
    'metadata.name',
    'Server',
    'metadata.name: Server is not a DNS-1035 label; lowercase letters, digits and hyphens were expected',
  ],
  [
    'spec.template.metadata.name',
    'other-1',
    'spec.template.metadata.name: other-1 was given; a DNS-1035 label of at most 63 characters that begins with shortfactory-server- was expected',
  ],
  [
    'spec.template.metadata.name',
    undefined,
    'spec.template.metadata.name: a revision name that begins with shortfactory-server- was expected',
  ],
  [OWN(`${RUN}/minScale`), 1, `${OWN(`${RUN}/minScale`)}: 1 was given; text was expected (put it in quotes)`],
  [
    OF_REVISION(`${RUN}/startup-cpu-boost`),
    true,
    `${OF_REVISION(`${RUN}/startup-cpu-boost`)}: true was given; text was expected (put it in quotes)`,
  ],
  [
    `${APP}.resources.limits.cpu`,
    1,
    `${APP}.resources.limits.cpu: 1 was given; text was expected (put it in quotes)`,
  ],
  [`${APP}.env[0].value`, 80, `${APP}.env[0].value: 80 was given; text was expected (put it in quotes)`],
  [
    `${APP}.env[2].valueFrom.secretKeyRef.key`,
    1,
    `${APP}.env[2].valueFrom.secretKeyRef.key: 1 was given; text was expected (put it in quotes)`,
  ],
  [
    `${POD}.volumes[0].secret.items[0].key`,
    1,
    `${POD}.volumes[0].secret.items[0].key: 1 was given; text was expected (put it in quotes)`,
  ],
  ['spec.traffic', undefined, 'spec.traffic: at least one target was expected'],
  ['spec.traffic[0].percent', 90, 'spec.traffic: the percents sum to 90; 100 was expected'],
  [
    'spec.traffic[0].percent',
    130,
    'spec.traffic[0].percent: 130 was given; a whole number from 0 to 100 was expected',
  ],
  [
    'spec.traffic[1].tag',
    'blue',
    'spec.traffic[1].tag: blue is on another target too; each tag once was expected',
  ],
  [
    'spec.traffic[1].tag',
    'Green',
    'spec.traffic[1].tag: Green is not a DNS-1035 label; lowercase letters, digits and hyphens were expected',
  ],
  [
    'spec.traffic[1].tag',
    'a-tag-that-is-far-too-long-for-it',
    'spec.traffic[1].tag: a-tag-that-is-far-too-long-for-it and shortfactory-server have 52 characters together; at most 46 were expected',
  ],
  [
    'spec.traffic[0].revisionName',
    'shortfactory-server-1',
    'spec.traffic[0].revisionName: shortfactory-server-1 stands beside latestRevision: true; one of them was expected',
  ],
  [
    'spec.traffic[0].latestRevision',
    undefined,
    'spec.traffic[0]: a revisionName or latestRevision: true was expected',
  ],
  [`${APP}.env[0].name`, 'PORT', `${APP}.env[0]: PORT is set by the platform; it cannot be given`],
  [
    `${APP}.env[0].name`,
    'K_REVISION',
    `${APP}.env[0]: K_REVISION is set by the platform; it cannot be given`,
  ],
  [`${APP}.env[1].name`, 'APP_ENV', `${APP}.env[1]: APP_ENV is there already; each name once was expected`],
  [
    `${APP}.env[0].name`,
    'STRIPE_API_KEY',
    `${APP}.env[0].value: STRIPE_API_KEY is a secret; a valueFrom.secretKeyRef was expected`,
  ],
  [
    `${APP}.env[0].value`,
    `AIza${'x'.repeat(35)}`,
    `${APP}.env[0].value: APP_ENV holds what looks like a secret; a valueFrom.secretKeyRef was expected`,
  ],
  [
    `${APP}.env[0].value`,
    '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\nMIGH',
    `${APP}.env[0].value: APP_ENV holds what looks like a secret; a valueFrom.secretKeyRef was expected`,
  ],
  [
    `${APP}.env[0].value`,
    'redis://user:password@10.0.0.1:6379',
    `${APP}.env[0].value: APP_ENV holds what looks like a secret; a valueFrom.secretKeyRef was expected`,
  ],
  [`${APP}.env[0].value`, undefined, `${APP}.env[0]: APP_ENV: a value or a valueFrom was expected`],
  [
    `${APP}.env[2].valueFrom`,
    { fieldRef: { fieldPath: 'metadata.name' } },
    `${APP}.env[2].valueFrom: ELEVENLABS_API_KEY: a secretKeyRef with name and key was expected`,
  ],
  [`${APP}.ports`, undefined, `${POD}.containers: 0 containers have ports; exactly one was expected`],
  [
    `${SIDECAR}.ports`,
    [{ containerPort: 1 }],
    `${POD}.containers: 2 containers have ports; exactly one was expected`,
  ],
  [`${APP}.ports[0].name`, 'http', `${APP}.ports[0].name: http was given; http1 or h2c was expected`],
  [
    `${SIDECAR}.name`,
    'api',
    `${SIDECAR}.name: api is another container's name too; each name once was expected`,
  ],
  [`${APP}.image`, undefined, `${APP}.image: an image was expected`],
  [`${SIDECAR}.resources`, undefined, `${SIDECAR}.resources.limits.memory: a limit was expected`],
  [
    `${POD}.containerConcurrency`,
    0,
    `${POD}.containerConcurrency: a whole number from 1 to 1000 was expected`,
  ],
  [`${POD}.timeoutSeconds`, undefined, `${POD}.timeoutSeconds: a whole number from 1 to 3600 was expected`],
  [`${APP}.startupProbe`, undefined, `${APP}.startupProbe: an httpGet or grpc probe was expected`],
  [
    `${APP}.startupProbe`,
    undefined,
    `${OF_REVISION(`${RUN}/container-dependencies`)}: collector waits for api, which has no startupProbe; one was expected`,
  ],
  [
    `${APP}.livenessProbe`,
    { tcpSocket: { port: 8000 } },
    `${APP}.livenessProbe.tcpSocket: says nothing about the program; httpGet or grpc was expected`,
  ],
  [`${APP}.readinessProbe`, undefined, `${APP}.readinessProbe: an httpGet or grpc probe was expected`],
  [
    `${APP}.livenessProbe.exec`,
    { command: ['true'] },
    `${APP}.livenessProbe.exec: is not run by the platform; httpGet was expected`,
  ],
  [
    `${APP}.livenessProbe.timeoutSeconds`,
    31,
    `${APP}.livenessProbe.timeoutSeconds: 31 is more than periodSeconds, which is 30`,
  ],
  [
    `${APP}.livenessProbe.httpGet.path`,
    '/healthz',
    `${APP}.livenessProbe.httpGet.path: /healthz ends in z, which the front end keeps for itself; /live or /ready was expected`,
  ],
  [
    OF_REVISION(`${RUN}/container-dependencies`),
    '{"collector":["app"]}',
    `${OF_REVISION(`${RUN}/container-dependencies`)}: app is not a container of this service`,
  ],
  [
    OF_REVISION(`${RUN}/container-dependencies`),
    '{"api":["api"]}',
    `${OF_REVISION(`${RUN}/container-dependencies`)}: api waits for itself`,
  ],
  [
    OF_REVISION(`${RUN}/container-dependencies`),
    'collector',
    `${OF_REVISION(`${RUN}/container-dependencies`)}: JSON such as {"collector":["app"]} was expected`,
  ],
  [
    `${POD}.volumes`,
    undefined,
    `${SIDECAR}.volumeMounts[0].name: collector-config is not a volume of this service`,
  ],
  [`${SIDECAR}.volumeMounts`, undefined, `${POD}.volumes[0]: collector-config is mounted nowhere`],
  [
    `${POD}.volumes[0]`,
    { name: 'collector-config', emptyDir: {} },
    `${POD}.volumes[0].emptyDir: medium: Memory or Disk and a sizeLimit were expected`,
  ],
  [
    `${POD}.volumes[0]`,
    { name: 'collector-config', hostPath: { path: '/' } },
    `${POD}.volumes[0]: a csi, emptyDir or secret volume was expected`,
  ],
  [
    `${POD}.serviceAccountName`,
    undefined,
    `${POD}.serviceAccountName: a service account of its own was expected`,
  ],
  [
    `${POD}.serviceAccountName`,
    '1-compute@developer.gserviceaccount.com',
    `${POD}.serviceAccountName: 1-compute@developer.gserviceaccount.com is a default account of the project; one of its own was expected`,
  ],
  [
    `${POD}.serviceAccountName`,
    'server',
    `${POD}.serviceAccountName: server is not a service account's e-mail address`,
  ],
  [`${POD}.serviceAccount`, 'x', `${POD}.serviceAccount: is not a field that Cloud Run takes`],
  [`${POD}.initContainers`, [], `${POD}.initContainers: is not a field that Cloud Run takes`],
  [`${APP}.lifecycle`, {}, `${APP}.lifecycle: is not a field that Cloud Run takes`],
  [
    OWN(`${RUN}/ingress`),
    'public',
    `${OWN(`${RUN}/ingress`)}: "public" was given; one of all, internal, internal-and-cloud-load-balancing was expected`,
  ],
  [
    OWN(`${RUN}/ingress`),
    undefined,
    `${OWN(`${RUN}/ingress`)}: nothing was given; one of all, internal, internal-and-cloud-load-balancing was expected`,
  ],
  [OWN(`${RUN}/minScale`), '101', `${OWN(`${RUN}/minScale`)}: 101 is more than maxScale, which is 100`],
  [
    OWN('autoscaling.knative.dev/maxScale'),
    '5',
    `${OWN('autoscaling.knative.dev/maxScale')}: is not an annotation that Cloud Run reads there`,
  ],
  [
    OF_REVISION('autoscaling.knative.dev/max-scale'),
    '5',
    `${OF_REVISION('autoscaling.knative.dev/max-scale')}: is not an annotation that Cloud Run reads there`,
  ],
  [
    OF_REVISION(`${RUN}/cpu-boost`),
    'true',
    `${OF_REVISION(`${RUN}/cpu-boost`)}: is not an annotation that Cloud Run reads there`,
  ],
  [
    `${APP}.resources.limits.memory`,
    '5Gi',
    `${APP}.resources.limits.memory: 5Gi is too much for 1 CPUs; at most 4096Mi was expected`,
  ],
  [
    `${APP}.resources.limits.cpu`,
    '500m',
    `${POD}.containerConcurrency: 80 needs a whole CPU and the limits sum to 700m; 1 was expected`,
  ],
  [
    `${APP}.resources.limits`,
    { cpu: '8', memory: '8Gi' },
    `${POD}.containers: the CPUs sum to 8200m; at most 8000m were expected`,
  ],
];

const ON_KNATIVE: readonly Case[] = [
  [
    OWN('autoscaling.knative.dev/minScale'),
    '1',
    `${OWN('autoscaling.knative.dev/minScale')}: is refused there by Knative; it was expected under spec.template`,
  ],
  [
    `${POD}.serviceAccountName`,
    'a@b.iam.gserviceaccount.com',
    `${POD}.serviceAccountName: a@b.iam.gserviceaccount.com was given; Knative takes a name, not an address`,
  ],
  [`${POD}.timeoutSeconds`, 900, `${POD}.timeoutSeconds: 900 is more than Knative's 600`],
  [
    `${POD}.volumes[0]`,
    { name: 'scratch', csi: { driver: 'gcsfuse.run.googleapis.com' } },
    `${POD}.volumes[0].csi: is refused by Knative; an emptyDir was expected`,
  ],
  [`${POD}.nodeSelector`, { a: 'b' }, `${POD}.nodeSelector: is refused by Knative`],
  [`${APP}.ports[0].containerPort`, 8012, `${APP}.ports: 8012 is Knative's own; another port was expected`],
  [
    `${POD}.containers[1]`,
    { name: 'side', image: 'x', livenessProbe: {} },
    `${POD}.containers[1]: side takes no requests, and Knative refuses probes on such a container`,
  ],
  [`${APP}.env[0].name`, 'K_SERVICE', `${APP}.env[0]: K_SERVICE is set by the platform; it cannot be given`],
  [
    `${APP}.resources.requests`,
    undefined,
    `${APP}.resources.requests.cpu: a request was expected: else the limit is reserved`,
  ],
  [
    `${APP}.imagePullPolicy`,
    'Always',
    `${APP}.imagePullPolicy: "Always" was given; IfNotPresent was expected: images may have been loaded into the nodes`,
  ],
  [
    `${POD}.responseStartTimeoutSeconds`,
    undefined,
    `${POD}.responseStartTimeoutSeconds: nothing was given; 600, as timeoutSeconds, was expected: else requests that still run are ended`,
  ],
  [
    OF_REVISION('autoscaling.knative.dev/target-utilization-percentage'),
    '70',
    `${OF_REVISION('autoscaling.knative.dev/target-utilization-percentage')}: "100" was expected: else each request starts two instances`,
  ],
  [
    OF_REVISION('autoscaling.knative.dev/target-burst-capacity'),
    undefined,
    `${OF_REVISION('autoscaling.knative.dev/target-burst-capacity')}: "-1" was expected: else the number of proxies in front depends on the scale`,
  ],
  ['spec.traffic[0].percent', 99, 'spec.traffic: the percents sum to 99; 100 was expected'],
];

const IN_PROD: readonly Case[] = [
  [
    `${APP}.image`,
    'us-docker.pkg.dev/p/r/server:main',
    `${APP}.image: us-docker.pkg.dev/p/r/server:main can mean another image tomorrow; a digest, a version or a commit was expected`,
  ],
  [
    `${APP}.env[2].valueFrom.secretKeyRef.key`,
    'latest',
    `${APP}.env[2]: ELEVENLABS_API_KEY takes the latest version of elevenlabs-api-key; a number was expected`,
  ],
  [
    `${POD}.volumes[0].secret.items[0].key`,
    'latest',
    `${POD}.volumes[0].secret: shortfactory-run-monitoring is taken at its latest version; a number was expected`,
  ],
];

describe('policies', () => {
  it('have nothing against what we deploy', () => {
    expect(violations(PROD, 'cloud-run', [...POLICIES, pinned])).to.deep.equal([]);
    expect(violations(LOCAL, 'knative')).to.deep.equal([]);
  });

  table('Cloud Run', PROD, 'cloud-run', ON_CLOUD_RUN);
  table('Knative', LOCAL, 'knative', ON_KNATIVE);
  table('prod', PROD, 'cloud-run', IN_PROD, [pinned]);

  it('take a bucket as a folder and scratch space in memory', () => {
    const service = changed(PROD, `${POD}.volumes[1]`, {
      name: 'b',
      csi: { driver: 'gcsfuse.run.googleapis.com' },
    });
    const mounted = changed(service, `${APP}.volumeMounts`, [{ name: 'b', mountPath: '/b' }]);
    expect(violations(mounted, 'cloud-run')).to.deep.equal([]);
    const other = changed(mounted, `${POD}.volumes[1].csi.driver`, 'nfs');
    expect(violations(other, 'cloud-run')).to.deep.equal([
      `Service/shortfactory-server ${POD}.volumes[1].csi.driver: nfs was given; gcsfuse.run.googleapis.com was expected`,
    ]);
  });
});

function table(
  where: string,
  base: Service,
  platform: PlatformName,
  cases: readonly Case[],
  policies = POLICIES,
): void {
  describe(`of ${where} refuse`, () => {
    for (const [place, value, refusal] of cases) {
      it(`${place} = ${JSON.stringify(value) ?? 'nothing'}`, () => {
        const service = changed(base, place, value);
        const name = service.metadata?.name ?? '?';
        expect(violations(service, platform, policies)).to.include(`Service/${name} ${refusal}`);
      });
    }
  });
}

/** A copy with one value put somewhere else, or taken away: `spec.traffic[0].tag`, `metadata.labels["a/b"]`. */
function changed(base: Service, place: string, value: unknown): Service {
  const copy = structuredClone(base);
  const keys = [...place.matchAll(/\["([^"]+)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, quoted, index, plain]) => quoted ?? index ?? plain ?? '',
  );
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Record<string, unknown>>(
    (object, key) => (object[key] ??= {}) as Record<string, unknown>,
    copy as unknown as Record<string, unknown>,
  );
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}
