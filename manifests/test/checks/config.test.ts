import { expect } from 'chai';
import { parse } from 'yaml';
import { serverProblems } from '../../src/checks/server-config.ts';
import { uiProblems } from '../../src/checks/ui-config.ts';
import type { EnvVariable, Service } from '../../src/constructs/shapes.ts';
import type { GivenEnvironment } from '../../src/environments/environment.ts';
import { resolveEnvironment, parseEnvironment } from '../../src/environments/environment.ts';
import { synthesize } from '../../src/synth.ts';

const BUCKETS = 'https://storage.googleapis.com';
const PROD = synthesize(resolveEnvironment('prod'));
const document = (key: string): Service => parse(PROD.get(`shortfactory-${key}.yaml`) ?? '') as Service;

/** A document with its variables changed: undefined takes one away. */
function withVariables(key: string, change: Readonly<Record<string, string | undefined>>): Service {
  const service = document(key);
  const container = service.spec?.template?.spec?.containers[0];
  if (!container) throw new Error(`${key} has no container`);
  const kept = (container.env ?? []).filter(({ name }) => !(name in change));
  const added = Object.entries(change).flatMap(([name, value]): EnvVariable[] =>
    value === undefined ? [] : [{ name, value }],
  );
  container.env = [...kept, ...added];
  return service;
}

const api = (change: Readonly<Record<string, string | undefined>>) =>
  serverProblems(withVariables('server', change), 'prod', 'api');
const worker = (change: Readonly<Record<string, string | undefined>>) =>
  serverProblems(withVariables('worker', change), 'prod', 'worker');

describe("variables against the program's own schema", () => {
  it('what is deployed is known, complete and accepted', () => {
    expect(api({})).to.deep.equal([]);
    expect(worker({})).to.deep.equal([]);
    expect(uiProblems(document('ui'), 'prod', BUCKETS)).to.deep.equal([]);
  });

  it('a variable that the server does not know is named', () => {
    expect(api({ GCS_BUCKET: 'x' })).to.deep.equal([
      'Service/shortfactory-server env GCS_BUCKET: is not known to the server',
    ]);
  });

  it('one that it needs and does not get is named, by its own words', () => {
    expect(api({ GCS_BUCKET_NAME: undefined })).to.deep.equal([
      'Service/shortfactory-server env GCS_BUCKET_NAME: is needed with STORAGE=gcs',
    ]);
    expect(api({ WORKER_URL: undefined })).to.include(
      'Service/shortfactory-server env WORKER_URL: is needed with QUEUE=cloud-tasks',
    );
    expect(api({ SIGNING_KEY: undefined })).to.deep.equal([
      'Service/shortfactory-server env SIGNING_KEY: is needed with APP_ENV=prod',
    ]);
  });

  it('one whose default suits a laptop has to be said', () => {
    expect(api({ LOG_LEVEL: undefined })).to.deep.equal([
      'Service/shortfactory-server env LOG_LEVEL: is needed and not given',
    ]);
  });

  it('a value that the server refuses is refused, by its own words', () => {
    expect(api({ LOG_LEVEL: 'verbose' })).to.deep.equal([
      'Service/shortfactory-server env LOG_LEVEL: one of trace, debug, info, warn, error, fatal, silent was expected',
    ]);
    expect(api({ METRICS_PORT: '8000' })).to.deep.equal([
      "Service/shortfactory-server env METRICS_PORT: 8000 is PORT's too; another was expected",
    ]);
  });

  it('a role or an environment of another file is refused', () => {
    expect(api({ ROLE: 'worker' })).to.deep.equal([
      'Service/shortfactory-server env ROLE: worker was given; api was expected, the role of this service',
    ]);
    expect(api({ APP_ENV: 'staging' })).to.deep.equal([
      'Service/shortfactory-server env APP_ENV: staging was given; prod was expected, the environment that this file is for',
    ]);
  });

  it('a worker takes as many jobs as requests, in a volume of its own, from the queue alone', () => {
    expect(worker({ JOB_CONCURRENCY: '2' })).to.deep.equal([
      'Service/shortfactory-worker env JOB_CONCURRENCY: 2 was given; 1 was expected, the containerConcurrency of this service',
    ]);
    expect(worker({ SCRATCH_DIR: '/elsewhere' })).to.deep.equal([
      "Service/shortfactory-worker env SCRATCH_DIR: /elsewhere is not a volume's mountPath",
    ]);
    const open = withVariables('worker', {});
    (open.metadata?.annotations ?? {})['run.googleapis.com/invoker-iam-disabled'] = 'true';
    expect(serverProblems(open, 'prod', 'worker')).to.deep.equal([
      'Service/shortfactory-worker env WORKER_INVOKER: platform trusts a check of callers that this service does not have',
    ]);
  });

  it('a model server has its key, and is not one that would have to run beside the program', () => {
    expect(api({ USE_REAL_LLM: 'true', LLM_PROVIDERS: 'groq:llama,offline' })).to.deep.equal([
      'Service/shortfactory-server env GROQ_API_KEY: is needed with LLM_PROVIDERS=groq:llama',
    ]);
    expect(
      worker({ USE_REAL_IMAGE: 'true', IMAGE_PROVIDERS: 'http://127.0.0.1:1234/v1#sd,offline' }),
    ).to.deep.equal([
      'Service/shortfactory-worker env IMAGE_PROVIDERS: http://127.0.0.1:1234/v1#sd is a server on the machine itself, and none runs beside the program',
    ]);
  });

  it('the web interface is checked the same way', () => {
    const ui = (change: Readonly<Record<string, string | undefined>>) =>
      uiProblems(withVariables('ui', change), 'prod', BUCKETS);
    expect(ui({ API_URL: 'api' })).to.deep.equal([
      'Service/shortfactory-ui env API_URL: an address such as https://example.org was expected',
    ]);
    expect(ui({ API_URL: undefined })).to.deep.equal([
      'Service/shortfactory-ui env API_URL: is needed and not given',
    ]);
    expect(ui({ GEMINI_API_KEY: 'x' })).to.deep.equal([
      'Service/shortfactory-ui env GEMINI_API_KEY: is not known to the web interface',
    ]);
  });

  it('a policy of the web interface that shuts out the bucket is refused', () => {
    for (const value of ['', 'https://cdn.example.com']) {
      expect(uiProblems(withVariables('ui', { MEDIA_ORIGINS: value }), 'prod', BUCKETS)).to.deep.equal([
        `Service/shortfactory-ui env MEDIA_ORIGINS: ${value || 'nothing'} was given; ${BUCKETS} was expected among them, or browsers refuse to play videos and to send uploads`,
      ]);
    }
    const more = { MEDIA_ORIGINS: `https://cdn.example.com,${BUCKETS}` };
    expect(uiProblems(withVariables('ui', more), 'prod', BUCKETS)).to.deep.equal([]);
  });

  it('the web interface and the API share the key that vouches for visitors; the worker has no part in it', () => {
    const files = synthesize(parseEnvironment(resolveEnvironment('prod')));
    const named = (key: string): boolean =>
      (files.get(`shortfactory-${key}.yaml`) ?? '').includes('name: shortfactory-visitor-key');
    expect(['server', 'worker', 'ui'].map(named)).to.deep.equal([true, false, true]);
  });

  it('a key of the web interface is a reference, and the API has the list that its hash is in', () => {
    const { secrets } = resolveEnvironment('prod');
    const keyed = synthesize(
      parseEnvironment({
        ...resolveEnvironment('prod'),
        uiKey: { secret: 'shortfactory-ui-key', version: '2' },
        secrets: { ...secrets, API_KEYS: { secret: 'shortfactory-api-keys', version: '3' } },
      }),
    );
    const variables = (key: string): EnvVariable[] =>
      (parse(keyed.get(`shortfactory-${key}.yaml`) ?? '') as Service).spec?.template?.spec?.containers[0]
        ?.env ?? [];
    expect(variables('ui')).to.deep.include({
      name: 'API_KEY',
      valueFrom: { secretKeyRef: { name: 'shortfactory-ui-key', key: '2' } },
    });
    expect(variables('server')).to.deep.include({
      name: 'API_KEYS',
      valueFrom: { secretKeyRef: { name: 'shortfactory-api-keys', key: '3' } },
    });
  });

  it('a mistake in the environments stops the synth', () => {
    const { services } = resolveEnvironment('prod');
    const wrong = {
      ...resolveEnvironment('prod'),
      services: { ...services, worker: { ...services.worker, env: { RENDER_CONCURENCY: '2' } } },
    };
    expect(() => synthesize(parseEnvironment(wrong as GivenEnvironment))).to.throw(
      /\[shortfactory-worker\/service\/service\] Service\/shortfactory-worker env RENDER_CONCURENCY: is not known to the server/,
    );
  });

  it('trusting fewer proxies than a cluster has in front stops the synth', () => {
    const { services } = resolveEnvironment('local');
    const given = (proxies: string): GivenEnvironment => ({
      ...resolveEnvironment('local'),
      services: { ...services, ui: { ...services.ui, env: { TRUSTED_PROXIES: proxies } } },
    });
    expect(() => synthesize(parseEnvironment(given('1')))).to.throw(
      'Service/shortfactory-ui env TRUSTED_PROXIES: 1 was given; at least 3 was expected on a cluster (ingress, activator, queue-proxy)',
    );
    expect(synthesize(parseEnvironment(given('4'))).size).to.be.greaterThan(0);
  });

  it('a provider that is switched on without its secret stops the synth', () => {
    const wrong = { ...resolveEnvironment('dev'), providers: { llm: true, image: false, voice: false } };
    expect(() => synthesize(parseEnvironment(wrong as GivenEnvironment))).to.throw(
      'GEMINI_API_KEY: is needed with USE_REAL_LLM=true',
    );
  });
});
