import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { resolveEnvironment, synthesize } from '@shortfactory/manifests';
import { needs } from '@shortfactory/manifests/run-api';
import type { ControlPlane, Service } from '@shortfactory/manifests/run-api';
import { CloudRunStage } from '../support/rollout/cloud-run-stage.ts';
import { IMAGES, SERVICE, withoutHashes } from '../support/rollout/stage.ts';
import { TWO_REGIONS } from '../support/two-regions.ts';

const [FIRST, SECOND] = ['us-central1', 'us-east1'] as const;
const OLD = `${SERVICE}-aaaaaaa`;
const NEW = `${SERVICE}-bbbbbbb`;

describe('npm run deploy of an environment in two regions, with the real gcloud', function () {
  this.timeout(240_000);
  needs('gcloud', 'nothing was tried with it');
  let folder: string;
  let stage: CloudRunStage;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shortfactory-regions-'));
    writeFileSync(join(folder, 'acme.yaml'), TWO_REGIONS.replace('extends: prod', 'extends: dev'));
    const where = ['--env', 'acme', '--environments', folder];
    stage = await CloudRunStage.start({ where, project: 'acme-shorts', further: [SECOND] });
    for (const location of [FIRST, SECOND]) await write(location);
  });
  afterEach(async () => {
    await stage.close();
    rmSync(folder, { recursive: true });
  });

  const planeOf = (location: string): ControlPlane => stage.api.regionAt(location).plane;

  /** What an earlier deploy left in a region, or what others made of it since; settled. */
  async function write(location: string, change?: (service: Service) => void): Promise<void> {
    const plane = planeOf(location);
    const environment = resolveEnvironment('acme', { region: location, revision: 'aaaaaaa' }, folder);
    const service = change
      ? structuredClone(plane.get(SERVICE))
      : (parse(synthesize(environment).get(`${SERVICE}.yaml`) ?? '') as Service);
    change?.(service);
    const { metadata } = change
      ? await plane.replace(SERVICE, service, 'acme-shorts', false, 'operator@example.com')
      : await plane.create(service, 'acme-shorts', false);
    await plane.wait(metadata.annotations?.['run.googleapis.com/operation-id'] ?? '', 10_000);
  }

  /** What takes all requests, by region. */
  const served = (): unknown =>
    [FIRST, SECOND].map((location) => {
      const { traffic = [] } = planeOf(location).get(SERVICE).status ?? {};
      return withoutHashes(traffic.find(({ percent }) => percent === 100)?.revisionName ?? '');
    });

  it('goes through both in order, stops in the first that fails and says what each serves; the same deploy goes on from there', async () => {
    stage.illRegion = SECOND;
    const stopped = await stage.deploy('bbbbbbb');
    expect(stopped.code, stopped.said).to.equal(1);
    expect(served()).to.deep.equal([NEW, OLD]);
    for (const words of [
      `The deploy stopped in ${SECOND}.`,
      `  ${FIRST}: ${SERVICE}: ${NEW} 100 %\n  ${SECOND}: ${SERVICE}: ${OLD} 100 %\n`,
      `npm run rollback -- --env acme --region ${FIRST}`,
    ])
      expect(stopped.said).to.include(words);

    stage.illRegion = undefined;
    const again = await stage.deploy('bbbbbbb');
    expect(again.code, again.said).to.equal(0);
    expect(again.said).to.include(`${NEW} serves already`);
    expect(served()).to.deep.equal([NEW, `${NEW}-2`]);

    const back = await stage.rollback('--region', SECOND);
    expect(back.code, back.said).to.equal(0);
    expect(served(), 'only the one that was named').to.deep.equal([NEW, OLD]);
  });

  it('changes nothing anywhere when the second one is not ours to change', async () => {
    await write(SECOND, ({ metadata }) => (metadata.labels = {}));
    const before = [FIRST, SECOND].map((location) => JSON.stringify(planeOf(location).get(SERVICE)));
    const { code, said } = await stage.deploy('bbbbbbb');
    expect(code, said).to.equal(2);
    expect(said).to.include('--adopt');
    expect([FIRST, SECOND].map((location) => JSON.stringify(planeOf(location).get(SERVICE)))).to.deep.equal(
      before,
    );
  });

  it('plan shows both, and drift in each of them', async () => {
    await write(SECOND, ({ metadata }) => {
      metadata.annotations = { ...metadata.annotations, 'run.googleapis.com/ingress': 'internal' };
    });
    const plan = (...more: string[]) =>
      stage.run(
        ...(['plan', '--service', 'ui', ...IMAGES, '--revision', 'bbbbbbb', '--exit-code'] as const),
        ...['--api', `${stage.api.url}/{region}`, ...more],
      );
    const both = await plan();
    expect(both.code, both.said).to.equal(3);
    const [first = '', second = ''] = both.said.split(`${SECOND}:\n`);
    expect(first).to.match(new RegExp(`^${FIRST}:\\n${SERVICE}: \\d+ changes`));
    expect(first).not.to.include('Drift');
    expect(second).to.match(
      /Drift[^]*run\.googleapis\.com\/ingress: "internal" → "internal-and-cloud-load-balancing"/,
    );
    const one = await plan('--region', FIRST);
    expect(one.code, one.said).to.equal(0);
    expect(one.said).not.to.include(SECOND);
    expect(served(), 'a plan changes nothing').to.deep.equal([OLD, OLD]);
  });
});
