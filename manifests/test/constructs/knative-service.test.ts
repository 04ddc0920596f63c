import { App, Chart, Testing } from 'cdk8s';
import { expect } from 'chai';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloudRun, knative, KnativeService, runMonitoring } from '../../src/constructs/index.ts';
import type { Platform, Probes } from '../../src/constructs/index.ts';
import type { Service } from '../../src/constructs/shapes.ts';

const probe = { path: '/live', everySeconds: 10, timeoutSeconds: 1, failures: 3 };
const PROBES: Probes = { startup: probe, liveness: probe, readiness: probe };
const COLLECTOR = {
  image: 'collector:1.2.0',
  cpu: '100m',
  memory: '128Mi',
  config: { secret: 'scrape', version: '7' },
};

/** A service of another project, described in the fewest words. */
function hello(chart: Chart, platform: Platform = cloudRun): KnativeService {
  return new KnativeService(chart, 'hello', { name: 'hello', platform, revision: 'a1' })
    .serviceAccount('hello-account@some-project.iam.gserviceaccount.com')
    .container('app', 'registry.example.com/hello:1.0.0', (app) =>
      app
        .port(8080)
        .resources({
          ...{ cpu: '1', memory: '512Mi' },
          ...(platform === knative ? { requests: { cpu: '50m', memory: '64Mi' } } : {}),
        })
        .probes(PROBES),
    );
}

function synth(describeService: (service: KnativeService) => void, platform?: Platform): Service {
  const chart = new Chart(Testing.app(), 'hello');
  describeService(hello(chart, platform));
  const text = JSON.stringify((Testing.synth(chart) as Service[])[0]);
  // What a hash makes of a template is not what is looked at here.
  return JSON.parse(text.replace(/hello-a1-[0-9a-f]{8}/g, 'hello-a1')) as Service;
}

describe('KnativeService', () => {
  it('is one small document', () => {
    expect(synth(() => undefined, knative)).to.deep.equal({
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Service',
      metadata: { name: 'hello', labels: { 'networking.knative.dev/visibility': 'cluster-local' } },
      spec: {
        template: {
          metadata: {
            name: 'hello-a1',
            labels: {},
            annotations: {
              'autoscaling.knative.dev/minScale': '0',
              'autoscaling.knative.dev/maxScale': '100',
              'autoscaling.knative.dev/target-burst-capacity': '-1',
            },
          },
          spec: {
            containerConcurrency: 80,
            timeoutSeconds: 300,
            responseStartTimeoutSeconds: 300,
            containers: [
              {
                name: 'app',
                image: 'registry.example.com/hello:1.0.0',
                imagePullPolicy: 'IfNotPresent',
                securityContext: {
                  allowPrivilegeEscalation: false,
                  capabilities: { drop: ['ALL'] },
                  runAsNonRoot: true,
                  seccompProfile: { type: 'RuntimeDefault' },
                },
                ports: [{ name: 'http1', containerPort: 8080 }],
                resources: {
                  limits: { cpu: '1', memory: '512Mi' },
                  requests: { cpu: '50m', memory: '64Mi' },
                },
                startupProbe: {
                  httpGet: { path: '/live', port: 8080 },
                  periodSeconds: 10,
                  timeoutSeconds: 1,
                  failureThreshold: 3,
                },
                livenessProbe: {
                  httpGet: { path: '/live', port: 8080 },
                  periodSeconds: 10,
                  timeoutSeconds: 1,
                  failureThreshold: 3,
                },
                readinessProbe: {
                  httpGet: { path: '/live', port: 8080 },
                  periodSeconds: 10,
                  timeoutSeconds: 1,
                  failureThreshold: 3,
                  successThreshold: 1,
                },
              },
            ],
          },
        },
        traffic: [
          { latestRevision: true, percent: 100, tag: 'blue' },
          { latestRevision: true, percent: 0, tag: 'green' },
        ],
      },
    });
  });

  it('says everything that a replace would otherwise drop', () => {
    const { metadata } = synth((service) =>
      service.reachable('all', 'anyone').scale(1, 9).description('Hello'),
    );
    expect(metadata?.annotations).to.deep.equal({
      'run.googleapis.com/ingress': 'all',
      'run.googleapis.com/invoker-iam-disabled': 'true',
      'run.googleapis.com/minScale': '1',
      'run.googleapis.com/maxScale': '9',
      'run.googleapis.com/scalingMode': 'automatic',
      'run.googleapis.com/default-url-disabled': 'false',
      'run.googleapis.com/launch-stage': 'GA',
      'run.googleapis.com/description': 'Hello',
    });
  });

  it('is open to no one unless access is given', () => {
    const annotations = synth(() => undefined).metadata?.annotations ?? {};
    expect(annotations['run.googleapis.com/ingress']).to.equal('internal');
    expect(annotations['run.googleapis.com/invoker-iam-disabled']).to.equal('false');
  });

  it('shifts traffic from the live revision to its own, and keeps other tags', () => {
    const { spec } = synth((service) =>
      service.traffic({ live: 'hello-0', canaryPercent: 10, keepTags: { 'pr-7': 'hello-pr7' } }),
    );
    expect(spec?.traffic).to.deep.equal([
      { revisionName: 'hello-0', percent: 90, tag: 'blue' },
      { revisionName: 'hello-a1', percent: 10, tag: 'green' },
      { revisionName: 'hello-pr7', percent: 0, tag: 'pr-7' },
    ]);
  });

  it('runs the collector beside the container that it scrapes, after it', () => {
    const { spec } = synth((service) => service.prometheus(COLLECTOR, 'app'));
    expect(spec?.template?.metadata?.annotations?.['run.googleapis.com/container-dependencies']).to.equal(
      '{"collector":["app"]}',
    );
    expect(spec?.template?.spec?.containers[1]).to.deep.include({
      name: 'collector',
      image: 'collector:1.2.0',
      volumeMounts: [{ name: 'collector-config', mountPath: '/etc/rungmp/' }],
    });
    expect(spec?.template?.spec?.volumes).to.deep.equal([
      {
        name: 'collector-config',
        secret: { secretName: 'scrape', items: [{ key: '7', path: 'config.yaml' }] },
      },
    ]);
  });

  it('leaves out on a cluster what a cluster refuses', () => {
    const { metadata, spec } = synth(
      (service) =>
        service
          .prometheus(COLLECTOR, 'app')
          .volume('videos', { kind: 'bucket', bucket: 'videos', readOnly: true })
          .container('copy', 'copy:1.0.0', (copy) =>
            copy
              .resources({ cpu: '1', memory: '512Mi', requests: { cpu: '50m', memory: '64Mi' } })
              .mount('videos', '/videos'),
          ),
      knative,
    );
    expect(metadata).not.to.have.property('annotations');
    expect(spec?.template?.spec).not.to.have.property('serviceAccountName');
    expect(spec?.template?.spec?.containers.map(({ name }) => name)).to.deep.equal(['app', 'copy']);
    expect(spec?.template?.spec?.volumes).to.deep.equal([{ name: 'videos', emptyDir: {} }]);
  });

  it('asks private registries with the secrets that it is given, on a cluster only', () => {
    const asked = (platform: Platform): unknown =>
      synth((service) => service.pullSecrets('team', 'mirror'), platform).spec?.template?.spec
        ?.imagePullSecrets;
    expect(asked(knative)).to.deep.equal([{ name: 'team' }, { name: 'mirror' }]);
    expect(asked(cloudRun)).to.equal(undefined);
  });

  it('takes secrets by reference, a bucket as a folder and scratch space', () => {
    const chart = new Chart(Testing.app(), 'hello');
    new KnativeService(chart, 'hello', { name: 'hello', revision: 'a1' })
      .serviceAccount('hello-account@some-project.iam.gserviceaccount.com')
      .volume('scratch', { kind: 'memory', size: '64Mi' })
      .volume('videos', { kind: 'bucket', bucket: 'videos', readOnly: true })
      .container('app', 'hello:1.0.0', (app) =>
        app
          .port(8080)
          .limits('1', '512Mi')
          .probes(PROBES)
          .env({ B: '2', A: '1' })
          .secrets({ KEY: { secret: 'key', version: '3' } })
          .mount('scratch', '/scratch')
          .mount('videos', '/videos'),
      );
    const { spec } = (Testing.synth(chart) as Service[])[0] as Service;
    expect(spec?.template?.spec?.containers[0]?.env).to.deep.equal([
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
      { name: 'KEY', valueFrom: { secretKeyRef: { name: 'key', key: '3' } } },
    ]);
    expect(spec?.template?.spec?.volumes).to.deep.equal([
      { name: 'scratch', emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } },
      {
        name: 'videos',
        csi: {
          driver: 'gcsfuse.run.googleapis.com',
          readOnly: true,
          volumeAttributes: { bucketName: 'videos' },
        },
      },
    ]);
  });

  it('stops the synth before a file is written, naming construct, object and path', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'shortfactory-construct-'));
    try {
      const app = new App({ outdir });
      hello(new Chart(app, 'hello')).traffic({ live: 'hello-0', canaryPercent: 130 });
      expect(() => app.synth()).to.throw(
        '[hello/hello] Service/hello spec.traffic[0].percent: -30 was given; a whole number from 0 to 100 was expected',
      );
      expect(existsSync(outdir) ? readdirSync(outdir) : []).to.deep.equal([]);
    } finally {
      rmSync(outdir, { recursive: true });
    }
  });
});

describe('RunMonitoring', () => {
  it('refuses a scrape that outlasts its interval', () => {
    const scrape = { name: 'x', port: 1, path: '/', intervalSeconds: 5, timeoutSeconds: 6 };
    expect(() => runMonitoring(scrape)).to.throw('a scrape of 6 s does not end before the next, 5 s later');
  });
});
