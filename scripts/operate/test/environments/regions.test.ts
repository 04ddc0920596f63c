import { expect } from 'chai';
import { resolveEnvironment, synthesize } from '@shortfactory/manifests';
import { parse } from 'yaml';
import { invoker, roles } from '../../bootstrap/access-steps.ts';
import { bucket, queue, registry } from '../../bootstrap/base-steps.ts';
import { edge } from '../../bootstrap/edge-steps.ts';
import { shapesOf } from '../../cost/manifests.ts';
import { away, back } from '../../failover/steps.ts';
import { environmentOfYaml, printed } from '../support/dry-run.ts';
import { TWO_REGIONS as YAML } from '../support/two-regions.ts';

describe('an environment with a second region', () => {
  it('has in each its own queue and worker, and one bucket and one registry', () => {
    for (const region of ['us-central1', 'us-east1']) {
      const environment = environmentOfYaml(YAML.replace('region: us-central1', `region: ${region}`));
      const files = synthesize(environment);
      const server = files.get('shortfactory-server.yaml') ?? '';
      expect(server).to.include(`https://shortfactory-worker-123456789012.${region}.run.app`);
      expect(server).to.match(new RegExp(`name: GCP_REGION\\n +value: ${region}`));
      expect(server).to.include('image: us-central1-docker.pkg.dev/acme-shorts/shortfactory/server:');
      expect(server).to.match(/name: GCS_BUCKET_NAME\n +value: acme-shorts-videos/);
      expect(server).to.include(`cloud.googleapis.com/location: ${region}`);
      expect(server, 'the balancer goes by it').to.match(/readinessProbe:[^]*path: \/ready/);
      expect(shapesOf(files).find(({ name }) => name.endsWith('server'))?.minScale).to.be.above(0);
    }
  });

  it('says how soon an instance counts as not well, of what people reach and of nothing else', () => {
    const files = synthesize(
      environmentOfYaml(`${YAML}regionHealth: { everySeconds: 15, timeoutSeconds: 4, failures: 3 }\n`),
    );
    const probe = (service: string): unknown => {
      const { spec } = parse(files.get(`shortfactory-${service}.yaml`) ?? '') as {
        spec: { template: { spec: { containers: { readinessProbe?: unknown }[] } } };
      };
      return spec.template.spec.containers[0]?.readinessProbe;
    };
    const slow = { periodSeconds: 15, timeoutSeconds: 4, failureThreshold: 3, successThreshold: 1 };
    expect(probe('server')).to.include(slow);
    expect(probe('ui')).to.include(slow);
    expect(probe('worker')).to.include({ periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 2 });
  });

  it('stands on a bucket in both, a queue by region, and a balancer that knows both', async () => {
    const lines = await printed(environmentOfYaml(YAML), (resources) => [
      registry(resources),
      bucket(resources, 'cors.json'),
      queue(resources),
      roles(resources),
      invoker(resources),
      edge(resources),
    ]);
    const made = (words: string): string[] => lines.filter((line) => line.startsWith(`gcloud ${words}`));
    expect(made('artifacts repositories create')).to.have.length(1);
    expect(made('storage buckets create')[0]).to.include(
      '--location=US --placement=us-central1,us-east1 --rpo=ASYNC_TURBO',
    );
    for (const words of [
      'tasks queues create',
      'tasks queues add-iam-policy-binding shortfactory-jobs --location=us-central1',
      'tasks queues add-iam-policy-binding shortfactory-jobs --location=us-east1',
      'run services add-iam-policy-binding shortfactory-worker',
      'compute network-endpoint-groups create shortfactory-ui',
      'compute network-endpoint-groups create shortfactory-server',
      'compute backend-services add-backend shortfactory-ui',
    ])
      expect(made(words), words).to.have.length(2);
    expect(made('compute backend-services create')).to.have.length(2);
    const [first, second] = made('compute backend-services add-backend shortfactory-server');
    expect(first).to.include('--network-endpoint-group-region=us-central1');
    expect(second).to.include('--network-endpoint-group-region=us-east1');
  });

  it('is left by its balancer and queue, and answers again, by commands that name the region', async () => {
    const environment = environmentOfYaml(YAML);
    const changes = (lines: readonly string[]): string[] =>
      lines.filter((line) => line.startsWith('gcloud ')).map((line) => line.split(' --project')[0] ?? '');
    expect(changes(await printed(environment, (resources) => [away('us-east1', resources)]))).to.deep.equal([
      'gcloud compute backend-services remove-backend shortfactory-ui --global --network-endpoint-group=shortfactory-ui --network-endpoint-group-region=us-east1',
      'gcloud compute backend-services remove-backend shortfactory-server --global --network-endpoint-group=shortfactory-server --network-endpoint-group-region=us-east1',
      'gcloud tasks queues pause shortfactory-jobs --location=us-east1',
    ]);
    const again = changes(await printed(environment, (resources) => [back('us-east1', resources)]));
    expect(again[0]).to.equal('gcloud tasks queues resume shortfactory-jobs --location=us-east1');
    expect(again.slice(1).join('\n')).to.match(
      /add-backend shortfactory-ui .*us-east1\n.*add-backend shortfactory-server .*us-east1$/,
    );
  });

  for (const [what, change, refusal] of [
    [
      'twice the same',
      ['[us-central1, us-east1]', '[us-central1, us-central1]'],
      /regions: us-central1 is there twice/,
    ],
    ['one only', ['[us-central1, us-east1]', '[us-central1]'], /regions: two regions were expected/],
    [
      'no bucket for both',
      ['[us-central1, us-east1]', '[us-central1, europe-west1]'],
      /regions: no bucket lies in both/,
    ],
    ['another one here', ['region: us-central1', 'region: us-west1'], /region: us-west1 is not in regions/],
    [
      'no balancer',
      ['edge: load-balancer', 'edge: run.app'],
      /edge: load-balancer was expected with regions/,
    ],
    [
      'no instance kept',
      ['min: 2', 'min: 0'],
      /services\.ui\.scaling\.min: 0 leaves a region without health/,
    ],
    [
      'health without a second region',
      [
        'regions: [us-central1, us-east1]',
        'regionHealth: { everySeconds: 10, timeoutSeconds: 3, failures: 2 }',
      ],
      /regionHealth: is what a balancer chooses between regions by; regions was expected/,
    ],
    [
      'more patience than time',
      [
        'edge: load-balancer',
        'edge: load-balancer\nregionHealth: { everySeconds: 5, timeoutSeconds: 9, failures: 2 }',
      ],
      /regionHealth\.timeoutSeconds: 9 is more than everySeconds, which is 5/,
    ],
    [
      'a preview',
      ['extends: prod', 'extends: dev\npreview: { ttl: 2d }'],
      /regions: a preview has one region/,
    ],
  ] as const) {
    it(`is refused with ${what}, by file and line`, () => {
      const [from, to] = change;
      expect(YAML).to.include(from);
      expect(() => environmentOfYaml(YAML.replace(from, to))).to.throw(
        new RegExp(`\\.yaml:\\d+: ${refusal.source}`),
      );
    });
  }

  it('is none of ours as they are committed', () => {
    for (const name of ['prod', 'staging', 'dev'] as const)
      expect(resolveEnvironment(name).regions, name).to.equal(undefined);
  });
});
