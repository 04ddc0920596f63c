import { expect } from 'chai';
import { parse } from 'yaml';
import type { Service } from '../../src/constructs/shapes.ts';
import { parseEnvironment } from '../../src/environments/environment.ts';
import { tracing } from '../../src/policies/cloud/tracing.ts';
import { violations } from '../../src/policies/service-policies.ts';
import { synthesize } from '../../src/synth.ts';
import { allOn, KEY } from './all-on.ts';

const WORKER = parse(synthesize(parseEnvironment(allOn())).get('shortfactory-worker.yaml') ?? '') as Service;
const RUN = 'run.googleapis.com';
const OWN = (name: string): string => `metadata.annotations["${RUN}/${name}"]`;
const OF_REVISION = (name: string): string => `spec.template.metadata.annotations["${RUN}/${name}"]`;

/** Annotations of the Service, those of its revision, and the sentence that refuses them. */
type Case = readonly [own: Record<string, unknown>, revision: Record<string, unknown>, refusal: string];
const CASES: readonly Case[] = [
  [
    { 'launch-stage': 'GA' },
    {},
    `${OWN('launch-stage')}: "GA" was given; BETA or ALPHA was expected with a disk`,
  ],
  [
    {},
    { 'execution-environment': 'gen1' },
    `${OF_REVISION('execution-environment')}: "gen1" was given; gen2 was expected with a disk`,
  ],
  [
    {},
    { 'scaling-cpu-target': '60%' },
    `${OF_REVISION('scaling-cpu-target')}: "60%" was given; a share from 0.1 to 0.9 with up to two digits, or disabled, was expected`,
  ],
  [
    {},
    { 'scaling-concurrency-target': 'disabled' },
    `${OF_REVISION('scaling-cpu-target')}: disabled leaves nothing to scale by; a share was expected`,
  ],
  [
    {},
    { 'network-interfaces': undefined },
    `${OF_REVISION('vpc-access-egress')}: needs a network and a subnet to go out by`,
  ],
  [
    {},
    { 'vpc-access-egress': undefined },
    `${OF_REVISION('vpc-access-egress')}: private-ranges-only or all-traffic was expected`,
  ],
  [
    {},
    { 'vpc-access-egress': 'all' },
    `${OF_REVISION('vpc-access-egress')}: "all" was given; private-ranges-only or all-traffic was expected`,
  ],
  [
    {},
    { 'network-interfaces': '[{"network":"shorts"}]' },
    `${OF_REVISION('network-interfaces')}: JSON such as [{"network":"default","subnetwork":"default"}] was expected`,
  ],
  [
    {},
    {
      'network-interfaces':
        '[{"network":"n","subnetwork":"projects/host-project/regions/us-east1/subnetworks/s"}]',
    },
    `${OF_REVISION('network-interfaces')}: the subnet is in us-east1; one in us-central1 was expected`,
  ],
  [
    {},
    { 'vpc-access-connector': 'old' },
    `${OF_REVISION('vpc-access-connector')}: and a network of its own exclude each other`,
  ],
  [
    {},
    { 'encryption-key': KEY.replace('us-central1', 'us-east1') },
    `${OF_REVISION('encryption-key')}: the key is in us-east1; one in us-central1 was expected`,
  ],
  [
    {},
    { 'encryption-key': `${KEY}/cryptoKeyVersions/1` },
    `${OF_REVISION('encryption-key')}: "${KEY}/cryptoKeyVersions/1" was given; projects/…/locations/…/keyRings/…/cryptoKeys/… was expected`,
  ],
  [
    {},
    { 'encryption-key': undefined },
    `${OF_REVISION('post-key-revocation-action-type')}: says what follows when a key is taken away, and there is none`,
  ],
  [
    { 'binary-authorization': 'signed' },
    {},
    `${OWN('binary-authorization')}: "signed" was given; default or projects/…/platforms/cloudRun/policies/… was expected`,
  ],
];

describe("policies of Cloud Run's options", () => {
  it('have nothing against a service that uses them all', () => {
    expect(violations(WORKER, 'cloud-run')).to.deep.equal([]);
  });

  for (const [own, revision, refusal] of CASES) {
    it(`refuse ${JSON.stringify({ ...own, ...revision }).slice(0, 70)}`, () => {
      const copy = structuredClone(WORKER);
      put(copy.metadata?.annotations, own);
      put(copy.spec?.template?.metadata?.annotations, revision);
      expect(violations(copy, 'cloud-run')).to.include(`Service/shortfactory-worker ${refusal}`);
    });
  }

  it('refuse a disk smaller than there is one', () => {
    const copy = structuredClone(WORKER);
    const [volume] = copy.spec?.template?.spec?.volumes ?? [];
    Object.assign(volume?.emptyDir ?? {}, { sizeLimit: '1Gi' });
    expect(violations(copy, 'cloud-run')).to.deep.equal([
      'Service/shortfactory-worker spec.template.spec.volumes[0].emptyDir.sizeLimit: "1Gi" was given; a disk has at least 10Gi',
    ]);
  });
});

describe('the policy of spans', () => {
  const [APP, , OTEL] = [0, 1, 2].map((index) => `spec.template.spec.containers[${index}]`);
  const changed = (change: (containers: NonNullable<typeof spec>['containers']) => void): string[] => {
    const copy = structuredClone(WORKER);
    change(copy.spec?.template?.spec?.containers ?? []);
    return violations(copy, 'cloud-run', [tracing]);
  };
  const spec = WORKER.spec?.template?.spec;
  const index = (name: string): number =>
    (spec?.containers[0]?.env ?? []).findIndex((each) => each.name === name);

  it('refuses an address of the instance where no collector runs', () => {
    expect(changed((containers) => containers.pop())).to.deep.equal([
      `Service/shortfactory-worker ${APP}.env[${index('OTEL_EXPORTER_OTLP_ENDPOINT')}].value: OTEL_EXPORTER_OTLP_ENDPOINT is "http://127.0.0.1:4318", and no collector runs beside the program`,
    ]);
  });

  it('refuses a share that there cannot be', () => {
    const at = index('OTEL_TRACES_SAMPLER_ARG');
    const found = changed(([app]) => Object.assign(app?.env?.[at] ?? {}, { value: '10' }));
    expect(found).to.deep.equal([
      `Service/shortfactory-worker ${APP}.env[${at}].value: OTEL_TRACES_SAMPLER_ARG is "10"; a share from 0 to 1 was expected`,
    ]);
  });

  it('refuses a collector that may change', () => {
    const image = 'us-docker.pkg.dev/google/otelcol-google:latest';
    expect(changed(([, , otel]) => Object.assign(otel ?? {}, { image }))).to.deep.equal([
      `Service/shortfactory-worker ${OTEL}.image: ${image} can mean another collector tomorrow; a digest or a version was expected`,
    ]);
  });
});

function put(
  annotations: Record<string, unknown> | undefined,
  values: Readonly<Record<string, unknown>>,
): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete annotations?.[`${RUN}/${name}`];
    else Object.assign(annotations ?? {}, { [`${RUN}/${name}`]: value });
  }
}
