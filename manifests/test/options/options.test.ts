import { Service as Crd } from '@kubernetes-models/knative/serving.knative.dev/v1/Service';
import { expect } from 'chai';
import { parse } from 'yaml';
import type { Service } from '../../src/constructs/shapes.ts';
import { givenEnvironment, parseEnvironment } from '../../src/environments/environment.ts';
import { EnvironmentInvalid } from '../../src/environments/problem.ts';
import { SERVICE_KEYS, serviceName } from '../../src/environments/schema.ts';
import type { ServiceKey } from '../../src/environments/schema.ts';
import { servingContainer } from '../../src/policies/values/violation.ts';
import { synthesize } from '../../src/synth.ts';
import { checkService } from '../run-api/rules.ts';
import type { Service as ApiService } from '../run-api/index.ts';
import { allOn, changed, KEY } from './all-on.ts';

const RUN = 'run.googleapis.com';

/** Where, what is put there (undefined takes it away), and the whole sentence that refuses it. */
const WRONG: readonly (readonly [path: string, value: unknown, refusal: string])[] = [
  [
    'quotas.visitors',
    'videos=-1',
    'quotas.visitors: a list of limits such as videos=20 minutes=15 usd=2.50, was expected',
  ],
  [
    'quotas.people',
    'videos=20',
    'quotas.people: limits nobody, as nobody signs in; oidc or iap was expected with it',
  ],
  ['scratchOn', 'ssd', 'scratchOn: memory or disk was expected'],
  ['scratch', '9Gi', 'scratch: 9Gi is less than a disk has; at least 10Gi was expected with scratchOn disk'],
  [
    'scratchOn',
    'memory',
    "scratch: 10Gi lies in the worker's memory, which is 2Gi in all; less was expected",
  ],
  [
    'services.server.scaling.targets.cpu',
    0.95,
    'services.server.scaling.targets.cpu: a share from 0.1 to 0.9 with up to two digits, or disabled, was expected',
  ],
  [
    'services.server.scaling.targets.concurrency',
    0.755,
    'services.server.scaling.targets.concurrency: a share from 0.1 to 0.95 with up to two digits, or disabled, was expected',
  ],
  [
    'services.worker.scaling.targets.concurrency',
    'disabled',
    'services.worker.scaling.targets.cpu: disabled leaves nothing to scale by; a share was expected here or in concurrency',
  ],
  ['network.egress', 'all', 'network.egress: private-ranges-only or all-traffic was expected'],
  [
    'network.subnet',
    undefined,
    'network.subnet: the name of a subnet, or projects/HOST/regions/REGION/subnetworks/NAME, was expected',
  ],
  [
    'network.subnet',
    'projects/host-project/regions/europe-west4/subnetworks/shorts',
    'network.subnet: is in europe-west4; one in us-central1 was expected, where the services are',
  ],
  [
    'network.name',
    'projects/host-project/global/networks/shorts',
    'network.subnet: is of this project and network.name of host-project; one project was expected',
  ],
  [
    'network.range',
    '10.8.0.0/24',
    'network.range: 10.8.0.0/24 has 252 addresses; 500 were expected, two for each of 250 instances (services.*.scaling.max)',
  ],
  [
    'network.range',
    '10.8.0.0/27',
    'network.range: 10.8.0.0/27 is not between /8 and /26, which Cloud Run takes',
  ],
  [
    'network.range',
    '10.8.1.0/22',
    'network.range: 10.8.1.0/22 does not begin where a range of /22 can; its first address was expected',
  ],
  ['network.range', '10.8.256.0/22', 'network.range: 10.8.256.0/22 is not a range of addresses'],
  [
    'encryption.key',
    'shorts',
    'encryption.key: a key such as projects/my-project/locations/us-central1/keyRings/shortfactory/cryptoKeys/shorts was expected',
  ],
  [
    'encryption.key',
    KEY.replace('us-central1', 'global'),
    'encryption.key: is in global; one in us-central1 was expected, where services, bucket and registry are',
  ],
  ['encryption.revoked', 'stop', 'encryption.revoked: prevent-new or shut-down was expected'],
  [
    'binaryAuthorization',
    'signed',
    'binaryAuthorization: default, or a policy such as projects/my-project/platforms/cloudRun/policies/signed, was expected',
  ],
  ['traces.share', 1.5, 'traces.share: a share from 0 to 1 was expected'],
  ['traces.share', '10 %', 'traces.share: a share from 0 to 1 was expected'],
  [
    'traces.image',
    'us-docker.pkg.dev/google/otelcol-google:latest',
    'traces.image: us-docker.pkg.dev/google/otelcol-google:latest can mean another collector tomorrow; a digest or a version was expected',
  ],
  ['traces.memory', '4Gi', 'traces.memory: 4Gi is too much for 200m CPUs; at most 512Mi was expected'],
  [
    'traces.config.version',
    'latest',
    'traces.config.version: latest changes under a running revision; in prod a number was expected',
  ],
  [
    'services.worker.resources',
    { cpu: '8', memory: '8Gi' },
    "services.worker.resources.cpu: with its collectors that makes 8400m, more than an instance's 8000m",
  ],
  [
    'services.ui.env',
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://traces.example.com' },
    'services.ui.env.OTEL_EXPORTER_OTLP_ENDPOINT: is given by traces.share; one of them was expected',
  ],
  [
    'pronunciations',
    { Nguyen: 3 },
    "pronunciations.Nguyen: how the word is said, in 1 to 80 letters, was expected, or a language's own list such as de: { Chef: Scheff }",
  ],
  [
    'pronunciations',
    Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`word${index}`, 'x'.repeat(60)])),
    'pronunciations: 43691 bytes are more than the 32768 of a variable; fewer words were expected',
  ],
  [
    'services.worker.env',
    { PRONUNCIATIONS: '{}' },
    'services.worker.env.PRONUNCIATIONS: is given by pronunciations; one of them was expected',
  ],
  [
    'contentSigning.certificate',
    'certificate.pem',
    'contentSigning.certificate: certificates in PEM, the one that signs first, were expected',
  ],
  [
    'contentSigning',
    undefined,
    'contentSigning: is needed with secrets.C2PA_PRIVATE_KEY; without its certificate nothing is signed',
  ],
  [
    'secrets.C2PA_PRIVATE_KEY',
    undefined,
    'secrets.C2PA_PRIVATE_KEY: is needed with contentSigning; it is the key of its certificate',
  ],
  [
    'services.server.env',
    { C2PA_CERTIFICATE: 'x' },
    'services.server.env.C2PA_CERTIFICATE: is for both services; contentSigning.certificate was expected',
  ],
];

describe('options of an environment on Cloud Run', () => {
  const files = synthesize(parseEnvironment(allOn()));
  const service = (key: ServiceKey): Service => parse(files.get(`${serviceName(key)}.yaml`) ?? '') as Service;
  const annotations = (key: ServiceKey): Readonly<Record<string, string>> =>
    service(key).spec?.template?.metadata?.annotations ?? {};

  for (const key of SERVICE_KEYS) {
    it(`all at once, ${serviceName(key)} fits the CRD and what the Admin API asks`, () => {
      expect(() => new Crd(service(key) as never).validate()).not.to.throw();
      expect(() => checkService(service(key) as ApiService)).not.to.throw();
    });

    it(`${serviceName(key)} goes out by the network, with the key, signed`, () => {
      expect(annotations(key)).to.include({
        [`${RUN}/network-interfaces`]: '[{"network":"shorts","subnetwork":"shorts-run","tags":["shorts"]}]',
        [`${RUN}/vpc-access-egress`]: 'all-traffic',
        [`${RUN}/encryption-key`]: KEY,
        [`${RUN}/post-key-revocation-action-type`]: 'shut-down',
      });
      expect(service(key).metadata?.annotations?.[`${RUN}/binary-authorization`]).to.equal('default');
    });
  }

  it('put the worker’s files on a disk, and say that this is not finished', () => {
    const worker = service('worker');
    expect(worker.spec?.template?.spec?.volumes?.[0]).to.deep.equal({
      name: 'scratch',
      emptyDir: { medium: 'Disk', sizeLimit: '10Gi' },
    });
    const stages = SERVICE_KEYS.map((key) => service(key).metadata?.annotations?.[`${RUN}/launch-stage`]);
    expect(stages).to.deep.equal(['GA', 'BETA', 'GA']);
  });

  it('give API and worker the certificate to see, and its key by reference', () => {
    for (const key of ['server', 'worker'] as const) {
      const env = servingContainer(service(key))?.env ?? [];
      expect(env.find(({ name }) => name === 'C2PA_CERTIFICATE')?.value).to.match(
        /^-----BEGIN CERTIFICATE-----/,
      );
      expect(env.find(({ name }) => name === 'C2PA_PRIVATE_KEY')?.valueFrom?.secretKeyRef).to.deep.equal({
        ...{ name: 'c2pa-private-key', key: '1' },
      });
    }
  });

  it('tell the API, which accepts videos, what a day may have', () => {
    const told = (['server', 'worker'] as const).map(
      (key) => servingContainer(service(key))?.env?.find(({ name }) => name === 'QUOTA_VISITORS')?.value,
    );
    expect(told).to.deep.equal(['videos=10 usd=0.50', undefined]);
  });

  it('scale each service by targets of its own', () => {
    const targets = SERVICE_KEYS.map((key) =>
      ['cpu', 'concurrency'].map((measure) => annotations(key)[`${RUN}/scaling-${measure}-target`]),
    );
    expect(targets).to.deep.equal([
      ['0.7', '0.8'],
      ['disabled', '0.95'],
      [undefined, undefined],
    ]);
  });

  it('put a collector of spans beside each program, which starts after it', () => {
    const dependencies = SERVICE_KEYS.map((key): unknown =>
      JSON.parse(annotations(key)[`${RUN}/container-dependencies`] ?? '{}'),
    );
    expect(dependencies).to.deep.equal([
      { api: ['otel-collector'], collector: ['api'] },
      { collector: ['worker'], worker: ['otel-collector'] },
      { ui: ['otel-collector'] },
    ]);
    for (const key of SERVICE_KEYS) {
      const { containers = [], volumes = [] } = service(key).spec?.template?.spec ?? {};
      const env = Object.fromEntries((containers[0]?.env ?? []).map(({ name, value }) => [name, value]));
      expect(env).to.include({
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
        OTEL_TRACES_SAMPLER_ARG: '0.1',
      });
      const collector = containers.find(({ name }) => name === 'otel-collector');
      expect(collector?.args).to.deep.equal(['--config=/etc/otelcol-google/config.yaml']);
      const [mount] = collector?.volumeMounts ?? [];
      expect(mount?.mountPath).to.equal('/etc/otelcol-google');
      expect(volumes.find(({ name }) => name === mount?.name)?.secret).to.deep.equal({
        secretName: 'shortfactory-otel-collector',
        items: [{ key: '1', path: 'config.yaml' }],
      });
    }
  });

  it('take the spans where the programs send them, on ports that nobody else of the instance has', () => {
    const config = parse(files.get('monitoring/otel-collector.yaml') ?? '') as Record<string, never>;
    expect(JSON.stringify(config)).to.include('"endpoint":"127.0.0.1:4318"');
    const taken = ['server', 'worker'] as const;
    for (const key of taken) {
      const ports = (service(key).spec?.template?.spec?.containers ?? []).flatMap(
        ({ ports: own = [], livenessProbe }) => [
          ...own.map(({ containerPort }) => containerPort),
          ...(own.length === 0 ? [livenessProbe?.httpGet?.port] : []),
        ],
      );
      expect([...ports, 9464, 4318]).to.deep.equal([8000, 13133, 13134, 9464, 4318]);
    }
    expect(
      synthesize(parseEnvironment(givenEnvironment('prod'))).has('monitoring/otel-collector.yaml'),
    ).to.equal(false);
  });

  it('hand the list of words to API and worker', () => {
    for (const key of ['server', 'worker'] as const) {
      const env = service(key).spec?.template?.spec?.containers[0]?.env ?? [];
      const value = env.find(({ name }) => name === 'PRONUNCIATIONS')?.value ?? '';
      expect(JSON.parse(value)).to.deep.equal({ Nguyen: 'win', de: { Chef: 'Scheff' } });
    }
  });

  it('take a shared network of another project, without a range', () => {
    const network = {
      name: 'projects/host-project/global/networks/shared',
      subnet: 'projects/host-project/regions/us-central1/subnetworks/shorts',
      egress: 'private-ranges-only',
    };
    expect(problemsOf(changed(allOn(), 'network', network))).to.deep.equal([]);
    expect(problemsOf(changed(allOn(), 'network', { ...network, range: '10.8.0.0/22' }))).to.deep.equal([
      "prod.network.range: the network is another project's, where bootstrap makes nothing; none was expected",
    ]);
  });

  describe(`refuse each of ${WRONG.length} wrong ones with where and why`, () => {
    for (const [path, value, refusal] of WRONG) {
      it(`${path} = ${(JSON.stringify(value) ?? 'nothing').slice(0, 60)}`, () => {
        expect(problemsOf(changed(allOn(), path, value))).to.include(`prod.${refusal}`);
      });
    }
  });

  it('are refused on a cluster, except for words', () => {
    const local = structuredClone(givenEnvironment('local'));
    const targets = changed(local, 'services.ui.scaling.targets', { cpu: 0.5 });
    expect(problemsOf(targets)).to.deep.equal([
      "local.services.ui.scaling.targets: a cluster scales by Knative's own rules; on Cloud Run only it was expected",
    ]);
    expect(problemsOf(changed(local, 'encryption', { key: KEY }))).to.deep.equal([
      'local.encryption: is not a setting on this platform',
    ]);
    expect(problemsOf(changed(local, 'pronunciations', { GIF: 'jif' }))).to.deep.equal([]);
  });
});

function problemsOf(given: Parameters<typeof parseEnvironment>[0]): readonly string[] {
  try {
    parseEnvironment(given);
  } catch (error) {
    if (error instanceof EnvironmentInvalid) return error.problems;
    throw error;
  }
  return [];
}
