import { expect } from 'chai';
import { CloudRunStage } from '../support/rollout/cloud-run-stage.ts';
import { IMAGES, SERVICE } from '../support/rollout/stage.ts';

const OLD = `${SERVICE}-aaaaaaa`;

describe('npm run plan', function () {
  this.timeout(60_000);
  let stage: CloudRunStage;
  const plan = (...more: string[]) =>
    stage.run('plan', '--service', 'ui', ...IMAGES, '--revision', 'bbbbbbb', '--api', stage.api.url, ...more);

  beforeEach(async () => {
    stage = await CloudRunStage.start();
  });
  afterEach(() => stage.close());

  it('says that a Service would be made', async () => {
    const { code, said } = await plan();
    expect(code, said).to.equal(0);
    expect(said).to.equal(`${SERVICE}: is not there yet; it would be made.\n`);
    expect(stage.exists()).to.equal(false);
  });

  describe('of a Service that is there', function () {
    it('shows what a deploy changes, and no drift where there is none', async () => {
      await stage.deployed({ revision: 'aaaaaaa' });
      const { code, said } = await plan();
      expect(code, said).to.equal(0);
      expect(said).to.match(/containers\[ui\]\.image: "\S+" → "us-docker\.pkg\.dev\/p\/r\/ui:1\.2\.3"/);
      expect(said).to.include(`spec.template.metadata.name: "${OLD}" → "${SERVICE}-bbbbbbb"`);
      expect(said).not.to.include('Drift');
      expect(said).not.to.include('ingress-status');
      expect((await plan('--exit-code')).code).to.equal(0);
    });

    it('names what was changed in the console', async () => {
      await stage.deployed({ revision: 'aaaaaaa' });
      await stage.edit(({ metadata }) => {
        metadata.annotations = { ...metadata.annotations, 'run.googleapis.com/ingress': 'internal' };
      });
      const { said } = await plan();
      expect(said).to.match(/Drift[\s\S]*run\.googleapis\.com\/ingress: "internal" → "all"/);
      expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
      expect((await plan('--exit-code')).code).to.equal(3);
    });

    it('takes neither a refusal nor a stray 404 for its absence', async () => {
      await stage.deployed({ revision: 'aaaaaaa' });
      for (const kind of ['denied', 'stray', 'exhausted'] as const) {
        stage.api.fault({ method: 'GET', path: `services/${SERVICE}`, kind, times: 1 });
        const { code, said } = await plan();
        expect(code, said).to.equal(1);
        expect(said).not.to.include('it would be made');
      }
    });
  });
});
