import { expect } from 'chai';
import { parse } from 'yaml';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveEnvironment } from '../../src/environments/environment.ts';
import type { Overrides } from '../../src/environments/overrides.ts';
import { synthesize } from '../../src/synth.ts';
import { Gcloud, needs, RunApi } from '../run-api/index.ts';
import type { Service } from '../run-api/index.ts';

const SERVICE = 'shortfactory-server';
const nameOf = (revision: string): string => documentOf({ revision }).spec.template?.metadata?.name ?? '';
const [OLD, NEW, BAD] = [nameOf('aaaaaaa'), nameOf('bbbbbbb'), nameOf('bad')];

function textOf(overrides: Overrides): string {
  return synthesize(resolveEnvironment('prod', overrides)).get(`${SERVICE}.yaml`) ?? '';
}

function documentOf(overrides: Overrides): Service {
  return parse(textOf(overrides)) as Service;
}

describe('blue and green with the real gcloud against the Admin API on loopback', function () {
  let api: RunApi;
  let gcloud: Gcloud;
  let folder: string;

  needs('gcloud', 'nothing was deployed with it');
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shortfactory-deploy-'));
    api = await RunApi.start({
      fateOf: ({ metadata }) => ({ outcome: metadata.name === BAD ? 'fails' : 'ready', afterMs: 20 }),
      answer: (revision, _request, response) => response.end(revision),
    });
    gcloud = new Gcloud(api);
  });
  afterEach(async () => {
    gcloud.close();
    await api.close();
    rmSync(folder, { recursive: true });
  });

  async function replace(overrides: Overrides) {
    const file = join(folder, 'service.yaml');
    writeFileSync(file, textOf(overrides));
    return gcloud.run(['run', 'services', 'replace', file]);
  }
  /** A service that was deployed before. */
  async function deployed(overrides: Overrides): Promise<void> {
    const { plane, project } = api.region;
    const document = documentOf(overrides);
    const { metadata } = await (plane.services.has(SERVICE)
      ? plane.replace(SERVICE, document, project, false)
      : plane.create(document, project, false));
    await plane.wait(metadata.annotations?.['run.googleapis.com/operation-id'] ?? '', 10_000);
  }
  const update = (...args: string[]) => gcloud.run(['run', 'services', 'update-traffic', SERVICE, ...args]);
  const targets = () => api.service(SERVICE).status?.traffic ?? [];
  /** Percent by revision: gcloud writes percents and tags as targets of their own. */
  const shares = (): Record<string, number> =>
    targets().reduce<Record<string, number>>((sums, { revisionName = '', percent = 0 }) => {
      if (percent > 0) sums[revisionName] = (sums[revisionName] ?? 0) + percent;
      return sums;
    }, {});
  const tags = () =>
    Object.fromEntries(
      targets().flatMap(({ tag, revisionName }) => (tag === undefined ? [] : [[tag, revisionName]])),
    );
  const asked = async (tag?: string): Promise<string> => {
    const { url, traffic = [] } = api.service(SERVICE).status ?? {};
    const address = tag === undefined ? url : traffic.find((target) => target.tag === tag)?.url;
    return (await fetch(String(address))).text();
  };

  it('the client says and does the same from a process that is loaded already as by its launcher alone', async () => {
    await deployed({ revision: 'aaaaaaa' });
    const alone = new Gcloud(api, { CLOUDSDK_PYTHON_ARGS: '' });
    const describe = ['run', 'services', 'describe', '--format=json'];
    for (const args of [
      [...describe, SERVICE],
      [...describe, 'missing'],
      ['run', 'services', '--colour'],
    ])
      expect(await gcloud.run(args), args.join(' ')).to.deep.equal(await alone.run(args));
    alone.close();
  });

  it('the first deploy gives everything to the newest revision, under both tags', async () => {
    const { code, stderr } = await replace({ revision: 'aaaaaaa' });
    expect(code, stderr).to.equal(0);
    expect(shares()).to.deep.equal({ [OLD]: 100 });
    expect(tags()).to.deep.equal({ blue: OLD, green: OLD });
    expect(await asked()).to.equal(OLD);
  });

  it('the second deploy leaves the traffic where it is, shows the new revision under green, and shifts by tag', async () => {
    await deployed({ revision: 'aaaaaaa' });
    const { code, stderr } = await replace({ revision: 'bbbbbbb', 'live-revision': [OLD] });
    expect(code, stderr).to.equal(0);
    expect(shares()).to.deep.equal({ [OLD]: 100 });
    expect(tags()).to.deep.equal({ blue: OLD, green: NEW });
    expect(await asked()).to.equal(OLD);
    expect(await asked('green')).to.equal(NEW);
    expect((await update('--to-tags', 'green=10')).code).to.equal(0);
    expect(shares()).to.deep.equal({ [OLD]: 90, [NEW]: 10 });
    expect(tags()).to.deep.equal({ blue: OLD, green: NEW });
    expect((await update('--to-tags', 'green=100')).code).to.equal(0);
    expect(await asked()).to.equal(NEW);
  });

  it('a canary percent and kept tags are deployed in one file', async () => {
    await deployed({ revision: 'aaaaaaa' });
    await deployed({ revision: 'bbbbbbb', 'live-revision': [OLD] });
    await replace({
      revision: 'ccccccc',
      'live-revision': [NEW],
      'canary-percent': '20',
      'keep-tag': [`before=${OLD}`],
    });
    expect(shares()).to.deep.equal({ [NEW]: 80, [nameOf('ccccccc')]: 20 });
    expect(tags()).to.deep.equal({ blue: NEW, green: nameOf('ccccccc'), before: OLD });
  });

  it('a revision that fails takes no traffic, and blocks a rollback until its tag is gone', async () => {
    await deployed({ revision: 'aaaaaaa' });
    const { code, stderr } = await replace({ revision: 'bad', 'live-revision': [OLD] });
    expect(code).to.equal(1);
    expect(stderr).to.include(`Revision '${BAD}' is not ready and cannot serve traffic`);
    expect(shares()).to.deep.equal({ [OLD]: 100 });
    expect(tags()).to.deep.equal({ blue: OLD, green: OLD });
    expect((await update('--to-revisions', `${OLD}=100`)).code).to.equal(1);
    expect((await update('--to-revisions', `${OLD}=100`, '--remove-tags', 'green')).code).to.equal(0);
    expect(shares()).to.deep.equal({ [OLD]: 100 });
    expect(tags()).to.deep.equal({ blue: OLD });
  });

  it('the same revision name with another template is refused', async () => {
    await deployed({ revision: 'aaaaaaa' });
    const other = textOf({ revision: 'aaaaaaa', 'secret-version': ['GEMINI_API_KEY=2'] });
    const file = join(folder, 'service.yaml');
    writeFileSync(file, other.replace(/shortfactory-server-aaaaaaa-[0-9a-f]{8}/g, OLD));
    const { code, stderr } = await gcloud.run(['run', 'services', 'replace', file]);
    expect(code).to.equal(1);
    expect(stderr).to.include('with different configuration already exists');
  });

  it('a write whose answer is lost is applied, though the client reports a conflict', async () => {
    await deployed({ revision: 'aaaaaaa' });
    api.fault({ method: 'PUT', path: SERVICE, kind: 'lost', times: 1 });
    const { code } = await replace({ revision: 'bbbbbbb', 'live-revision': [OLD] });
    expect(code).to.equal(1);
    expect(api.service(SERVICE).status?.latestCreatedRevisionName).to.equal(NEW);
  });

  it('a dry run over HTTP shows the defaults and changes nothing', async () => {
    await deployed({ revision: 'aaaaaaa' });
    const before = JSON.stringify(api.service(SERVICE));
    const path = `${api.url}/apis/serving.knative.dev/v1/namespaces/shortfactory-test/services/${SERVICE}`;
    const document = {
      metadata: { name: SERVICE },
      spec: { template: { spec: { containers: [{ image: 'x' }] } } },
    };
    const answer = await fetch(`${path}?dryRun=all`, { method: 'PUT', body: JSON.stringify(document) });
    expect(await answer.json()).to.nested.include({
      'spec.template.spec.containerConcurrency': 80,
      'spec.traffic[0].percent': 100,
    });
    expect(JSON.stringify(api.service(SERVICE))).to.equal(before);
  });
});
