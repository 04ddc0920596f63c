import { expect } from 'chai';
import type { GivenEnvironment } from '../../src/environments/environment.ts';
import {
  resolveEnvironment,
  givenEnvironment,
  parseEnvironment,
} from '../../src/environments/environment.ts';
import { EnvironmentInvalid } from '../../src/environments/problem.ts';
import { environmentNames } from '../../src/environments/files/environment-folder.ts';

const DIGEST = `sha256:${'0'.repeat(64)}`;

/** Where, what is put there (undefined takes it away), and the whole sentence that refuses it. */
const WRONG: readonly (readonly [path: string, value: unknown, refusal: string])[] = [
  [
    'services.server.scaling.min',
    101,
    'services.server.scaling.min: 101 is more than scaling.max, which is 100',
  ],
  [
    'services.server.scaling.min',
    -1,
    'services.server.scaling.min: a whole number from 0 to 1000 was expected',
  ],
  [
    'services.server.scaling.min',
    '1',
    'services.server.scaling.min: a whole number from 0 to 1000 was expected',
  ],
  [
    'services.server.scaling.max',
    1001,
    'services.server.scaling.max: a whole number from 1 to 1000 was expected',
  ],
  ['services.ui.scaling.max', 2.5, 'services.ui.scaling.max: a whole number from 1 to 1000 was expected'],
  ['services.ui.scaling.maxx', 5, 'services.ui.scaling.maxx: is not a setting'],
  ['services.ui.concurrency', 0, 'services.ui.concurrency: a whole number from 1 to 1000 was expected'],
  ['services.ui.concurrency', 1001, 'services.ui.concurrency: a whole number from 1 to 1000 was expected'],
  [
    'services.server.resources.cpu',
    '900m',
    'services.server.concurrency: 80 needs at least 1 CPU and resources.cpu is 900m; 1 was expected',
  ],
  [
    'services.server.resources.cpu',
    1,
    'services.server.resources.cpu: CPUs such as "1", "2" or "500m" was expected',
  ],
  [
    'services.server.resources.cpu',
    '3',
    'services.server.resources.cpu: CPUs such as "1", "2" or "500m" was expected',
  ],
  [
    'services.ui.resources.cpu',
    '500m',
    'services.ui.resources.cpu: 500m is less than the whole CPU that gen2 starts with',
  ],
  [
    'services.worker.resources.cpu',
    '8',
    'services.worker.resources.memory: 2Gi is too little for 8 CPUs; at least 4096Mi was expected',
  ],
  [
    'services.worker.resources.memory',
    '9Gi',
    'services.worker.resources.memory: 9Gi is too much for 2 CPUs; at most 8192Mi was expected',
  ],
  [
    'services.ui.resources.memory',
    '256Mi',
    'services.ui.resources.memory: 256Mi is less than the 512Mi that gen2 starts with',
  ],
  [
    'services.ui.resources.memory',
    '512',
    'services.ui.resources.memory: memory such as "512Mi" or "2Gi" was expected',
  ],
  [
    'services.ui.timeoutSeconds',
    60,
    'services.ui.timeoutSeconds: 60 cuts event streams, which last up to 315 s there; more was expected',
  ],
  [
    'services.server.timeoutSeconds',
    285,
    'services.server.timeoutSeconds: 285 cuts event streams, which last up to 285 s there; more was expected',
  ],
  [
    'services.ui.timeoutSeconds',
    3601,
    'services.ui.timeoutSeconds: a whole number from 1 to 3600 was expected',
  ],
  [
    'services.worker.timeoutSeconds',
    3600,
    'services.worker.timeoutSeconds: 3600 is more than the 900 after which its task is delivered again',
  ],
  ['services.worker', undefined, 'services.worker: settings were expected'],
  ['services.renderer', {}, 'services.renderer: is not a setting'],
  [
    'services.server.env.PORT',
    '8080',
    'services.server.env.PORT: is set by the platform and cannot be given',
  ],
  [
    'services.server.env.K_SERVICE',
    'x',
    'services.server.env.K_SERVICE: is set by the platform and cannot be given',
  ],
  ['services.server.env.LOG_LEVEL', 3, 'services.server.env.LOG_LEVEL: text was expected'],
  [
    'services.server.env.logLevel',
    'info',
    'services.server.env.logLevel: a variable name in capitals was expected',
  ],
  [
    'services.server.env.GEMINI_API_KEY',
    'not-a-real-key',
    'services.server.env.GEMINI_API_KEY: is a secret; it was expected under secrets, by reference',
  ],
  [
    'secrets.GEMINI_API_KEY.version',
    'latest',
    'secrets.GEMINI_API_KEY.version: latest changes under a running revision; in prod a number was expected',
  ],
  [
    'secrets.GEMINI_API_KEY.version',
    3,
    'secrets.GEMINI_API_KEY.version: a version such as "3", or "latest", as text was expected',
  ],
  [
    'secrets.GEMINI_API_KEY.version',
    '0',
    'secrets.GEMINI_API_KEY.version: a version such as "3", or "latest", as text was expected',
  ],
  [
    'secrets.GEMINI_API_KEY.secret',
    'Gemini_Key',
    'secrets.GEMINI_API_KEY.secret: a name of lowercase letters, digits and hyphens that begins with a letter was expected',
  ],
  ['secrets.DALLE_API_KEY', { secret: 'a', version: '1' }, 'secrets.DALLE_API_KEY: is not a setting'],
  [
    'collector.config.version',
    'latest',
    'collector.config.version: latest changes under a running revision; in prod a number was expected',
  ],
  [
    'images.server',
    'europe-docker.pkg.dev/p/r/server:latest',
    'images.server: europe-docker.pkg.dev/p/r/server:latest can mean another image tomorrow; in prod a digest, a version or a commit as tag was expected',
  ],
  [
    'images.ui',
    'europe-docker.pkg.dev/p/r/ui',
    'images.ui: europe-docker.pkg.dev/p/r/ui can mean another image tomorrow; in prod a digest, a version or a commit as tag was expected',
  ],
  [
    'images.ui',
    'Ui:1',
    'images.ui: an image such as us-docker.pkg.dev/project/repository/name:1.2.3 or …@sha256:<64 hex digits> was expected',
  ],
  ['project', 'P', 'project: a project id of 6 to 30 lowercase letters, digits and hyphens was expected'],
  [
    'project',
    undefined,
    'project: a project id of 6 to 30 lowercase letters, digits and hyphens was expected',
  ],
  ['projectNumber', '12', 'projectNumber: the project number, 12 digits as text, was expected'],
  ['region', 'Frankfurt', 'region: a region such as us-central1 was expected'],
  ['platform', 'gke', 'platform: cloud-run or knative was expected'],
  [
    'domains.ui',
    'https://shorts.example.com',
    'domains.ui: a host name such as shorts.example.com was expected',
  ],
  [
    'uiKey',
    { secret: 'shortfactory-ui-key', version: '1' },
    'uiKey: is known to no API without secrets.API_KEYS, the list with its SHA-256',
  ],
  [
    'secrets.API_KEYS',
    { secret: 'shortfactory-api-keys', version: '1' },
    'uiKey: is needed with secrets.API_KEYS: the API then refuses requests without a key',
  ],
  [
    'secrets.VISITOR_KEY',
    undefined,
    'secrets.VISITOR_KEY: is needed in prod; without it the limits of one client hold for all visitors of the web interface together',
  ],
  ['edge', 'cdn', 'edge: run.app or load-balancer was expected'],
  ['edge', 'load-balancer', 'domains.api: is needed with edge load-balancer'],
  ['billing', 'free', 'billing: request or instance was expected'],
  ['providers.llm', 'true', 'providers.llm: true or false was expected'],
  ['scratch', '2Gi', "scratch: 2Gi lies in the worker's memory, which is 2Gi in all; less was expected"],
  ['bucket', 'X', 'bucket: a bucket name of 3 to 63 characters was expected'],
  ['budgetUsd', 0, 'budgetUsd: a whole number from 1 to 1000000 was expected'],
  ['spending.usdPerVideo', 30, 'spending.usdPerVideo: 30 is more than spending.usdPerDay, which is 20'],
  ['spending.usdPerDay', 0, 'spending.usdPerDay: a number above 0 and up to 100000 was expected'],
  [
    'alerts.costUsdPerHour',
    20,
    'alerts.costUsdPerHour: 20 is never reached, a day ends at 20 (spending.usdPerDay)',
  ],
  ['alerts.availability', 1, 'alerts.availability: a share below 1 was expected'],
  ['alerts.availability', 99.9, 'alerts.availability: a share below 1 was expected'],
  [
    'alerts.generationP95Seconds',
    900,
    'alerts.generationP95Seconds: 900 is never reached, the worker stops at 900 seconds (services.worker.timeoutSeconds)',
  ],
  ['alerts', undefined, 'alerts: settings were expected'],
  [
    'notificationChannels',
    ['mail'],
    'notificationChannels[0]: a channel such as projects/p/notificationChannels/123 was expected',
  ],
  [
    'traffic.canaryPercent',
    10,
    'traffic.canaryPercent: 10 % needs a live revision to share with, and traffic.live is empty',
  ],
  ['traffic.canaryPercent', 101, 'traffic.canaryPercent: a whole number from 0 to 100 was expected'],
  [
    'traffic.live',
    ['other-1'],
    'traffic.live[0]: other-1 is not a revision of ours; a name that begins with shortfactory-server-, shortfactory-worker-, shortfactory-ui- was expected',
  ],
  [
    'traffic.live',
    ['shortfactory-ui-a', 'shortfactory-ui-b'],
    'traffic.live[1]: shortfactory-ui-b is the second one for shortfactory-ui; one was expected',
  ],
  [
    'traffic.keepTags',
    { green: 'shortfactory-ui-a' },
    'traffic.keepTags.green: blue and green are set by each deploy; another tag was expected',
  ],
  [
    'traffic.keepTags',
    { '1st': 'shortfactory-ui-a' },
    'traffic.keepTags.1st: a name of lowercase letters, digits and hyphens that begins with a letter was expected',
  ],
  [
    'revision',
    'Feature/X',
    'revision: a commit or another name of up to 40 lowercase letters, digits and hyphens was expected',
  ],
  ['surroundings', {}, 'surroundings: is not a setting'],
];

describe('environments', () => {
  for (const name of environmentNames()) {
    it(`${name} as it stands fits`, () => {
      expect(resolveEnvironment(name).name).to.equal(name);
    });
  }

  it('derives images and bucket from project and region', () => {
    const { images, bucket } = parseEnvironment({
      ...givenEnvironment('prod'),
      project: 'another-project',
      region: 'europe-west1',
    });
    expect(images.server).to.match(/^europe-west1-docker\.pkg\.dev\/another-project\/shortfactory\/server:/);
    expect(bucket).to.equal('another-project-videos');
  });

  it('takes a digest, a version and a commit as images of prod', () => {
    for (const tag of [`@${DIGEST}`, ':v1.2.3', ':1.2.3-rc.1', ':1a2b3c4', `:main@${DIGEST}`]) {
      const image = `us-docker.pkg.dev/p/r/server${tag}`;
      expect(parseEnvironment(changed('images', { server: image, ui: image })).images.server).to.equal(image);
    }
  });

  describe(`refuses each of ${WRONG.length} wrong ones with where and why`, () => {
    for (const [path, value, refusal] of WRONG) {
      it(`${path} = ${JSON.stringify(value) ?? 'nothing'}`, () => {
        expect(problemsOf(changed(path, value)).join('\n')).to.include(`prod.${refusal}`);
      });
    }
  });

  it('lists every problem at once', () => {
    const wrong = changed('services.server.scaling.min', 'x', changed('region', 'x'));
    expect(problemsOf(wrong)).to.have.lengthOf(2);
  });

  it('refuses requests that Cloud Run does not know, and those above the limits', () => {
    const requests = { cpu: '2', memory: '4Gi' };
    expect(problemsOf(changed('services.ui.resources.requests', requests))).to.include(
      'prod.services.ui.resources.requests: Cloud Run reserves the limits; on a cluster only it was expected',
    );
    const local = structuredClone(resolveEnvironment('local')) as GivenEnvironment;
    expect(problemsOf(changed('services.ui.resources.requests', requests, local))).to.deep.equal([
      'local.services.ui.resources.requests.cpu: 2 is more than resources.cpu, which is 1',
      'local.services.ui.resources.requests.memory: 4Gi is more than resources.memory, which is 512Mi',
    ]);
  });

  it('refuses locally what Knative does not run', () => {
    const local = changed(
      'services.worker.timeoutSeconds',
      900,
      structuredClone(resolveEnvironment('local')) as GivenEnvironment,
    );
    expect(problemsOf(local)).to.deep.equal([
      'local.services.worker.timeoutSeconds: 900 is more than the 600 that Knative accepts with its own defaults',
    ]);
  });
});

/** prod with one value put somewhere else, or taken away. */
function changed(
  path: string,
  value: unknown,
  base: GivenEnvironment = structuredClone(resolveEnvironment('prod')) as GivenEnvironment,
) {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Record<string, unknown>>(
    (object, key) => object[key] as Record<string, unknown>,
    base as unknown as Record<string, unknown>,
  );
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return base;
}

function problemsOf(given: GivenEnvironment): readonly string[] {
  try {
    parseEnvironment(given);
  } catch (error) {
    if (error instanceof EnvironmentInvalid) return error.problems;
    throw error;
  }
  return [];
}
