import { expect } from 'chai';
import { needs } from '@shortfactory/manifests/run-api';
import { IMAGES, SERVICE, Stage } from '../support/stage.ts';

const FIRST = `${SERVICE}-9999999`;
const OLD = `${SERVICE}-aaaaaaa`;
const NEW = `${SERVICE}-bbbbbbb`;

/**
 * Judged by what the platform serves afterwards, read from it and not from what the command said; and whatever a deploy
 * came to, a rollback from there.
 */
describe('npm run deploy, with the real gcloud', function () {
  this.timeout(180_000);
  let stage: Stage;
  const rolledBackTo = async (revision: string): Promise<void> => {
    const { code, said } = await stage.rollback();
    expect(code, said).to.equal(0);
    expect(stage.shares()).to.deep.equal({ [revision]: 100 });
  };
  /** What a finished second deploy leaves. */
  const secondDeployed = async (): Promise<void> => {
    await stage.deployed({ revision: '9999999' });
    await stage.deployed({ revision: 'aaaaaaa', 'live-revision': [FIRST], 'canary-percent': '100' });
  };

  needs('gcloud', 'nothing was deployed with it');
  beforeEach(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.close());

  it('the first deploy serves the new revision, and there is nothing to roll back to', async () => {
    const { code, said } = await stage.deploy('aaaaaaa');
    expect(code, said).to.equal(0);
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
    const before = JSON.stringify(stage.api.service(SERVICE));
    const back = await stage.rollback();
    expect(back).to.deep.equal({
      code: 2,
      said: `${SERVICE} has no earlier revision that is ready; nothing was changed.\n`,
    });
    expect(JSON.stringify(stage.api.service(SERVICE))).to.equal(before);
  });

  it('the second goes from blue to green in steps and keeps the tags of others; so does its rollback', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    await stage.deployed({ revision: 'a2', 'live-revision': [OLD], 'keep-tag': [`preview=${OLD}`] });
    const { code, said } = await stage.deploy('bbbbbbb', '--steps', '50,100');
    expect(code, said).to.equal(0);
    expect(said).to.include(`${NEW} serves 50 %`);
    expect(stage.shares()).to.deep.equal({ [NEW]: 100 });
    expect(stage.tags()).to.deep.equal({ blue: OLD, green: NEW, preview: OLD });
    await rolledBackTo(OLD);
    expect(stage.tags()).to.deep.equal({ blue: OLD, preview: OLD });
  });

  it('a green that fails its smoke test gets no request, and its tag is cleaned up', async () => {
    await secondDeployed();
    const { code, said } = await stage.deploy('sick');
    expect(code, said).to.equal(1);
    expect(said).to.include('answered 500');
    expect(said).not.to.include('to-revisions=shortfactory-ui-sick');
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
    expect(stage.tags()).to.deep.equal({ blue: FIRST, green: OLD });
    await rolledBackTo(FIRST);
  });

  it('a revision that does not get ready is given up, with the reason', async () => {
    await secondDeployed();
    const { code, said } = await stage.deploy('bad');
    expect(code, said).to.equal(1);
    expect(said).to.include('The container exited with code 78.');
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
    expect(stage.tags()).to.deep.equal({ blue: FIRST, green: OLD });
    await rolledBackTo(FIRST);
  });

  it('a revision that never gets ready is waited for only so long', async () => {
    await secondDeployed();
    const { code, said } = await stage.deploy('slow', '--ready-seconds', '3');
    expect(code, said).to.equal(1);
    expect(said).to.include(`${SERVICE}-slow is not ready: it did not become ready in time`);
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
    expect(stage.tags()).to.deep.equal({ blue: FIRST, green: OLD });
    await rolledBackTo(FIRST);
    const again = await stage.deploy('bbbbbbb');
    expect(again.code, again.said).to.equal(0);
    expect(stage.shares()).to.deep.equal({ [NEW]: 100 });
  });

  it('Ctrl-C on the way takes every request back', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    const what = ['--service', 'ui', ...IMAGES, '--revision', 'bbbbbbb', '--prometheus', stage.prometheus];
    const { code, said } = await stage.interrupted('serves 10 %', 'deploy', ...what);
    expect(code, said).to.equal(130);
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
  });

  it('too many errors take every request back; the same commit can be deployed again under the next name', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    stage.errorRatio = 0.2;
    const failed = await stage.deploy('bbbbbbb');
    expect(failed.code, failed.said).to.equal(1);
    expect(failed.said).to.include('20.00 % of its requests failed, at most 1.00 % may');
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
    stage.errorRatio = 0.001;
    const { code, said } = await stage.deploy('bbbbbbb');
    expect(code, said).to.equal(0);
    expect(stage.shares()).to.deep.equal({ [`${NEW}-2`]: 100 });
  });

  for (const [kind, what] of [
    ['lost', 'a lost answer'],
    ['conflict', 'an answer of 409'],
    ['unavailable', 'an answer of 503'],
  ] as const) {
    it(`${what} is got over, and in its rollback too: what stands is looked at`, async () => {
      await stage.deployed({ revision: 'aaaaaaa' });
      stage.api.fault({ method: 'PUT', path: SERVICE, kind, times: 1 });
      const { code, said } = await stage.deploy('bbbbbbb');
      expect(code, said).to.equal(0);
      expect(stage.shares()).to.deep.equal({ [NEW]: 100 });
      stage.api.fault({ method: 'PUT', path: SERVICE, kind, times: 1 });
      await rolledBackTo(OLD);
      expect(stage.tags()).to.deep.equal({ blue: OLD });
    });
  }

  it('a first deploy that fails deletes nothing, says what stands, and the same commit can be tried again', async () => {
    const { code, said } = await stage.deploy('bad');
    expect(code, said).to.equal(1);
    expect(said).to.include('is not ready, so no request is served. Nothing was deleted');
    expect(stage.exists()).to.equal(true);
    expect(stage.shares()).to.deep.equal({});
    expect(stage.api.seen.filter(({ method }) => method === 'DELETE')).to.deep.equal([]);
    // As if the secret that was missing had been added: the next revision of the same template gets ready.
    stage.mended = true;
    const again = await stage.deploy('bad');
    expect(again.code, again.said).to.equal(0);
    expect(stage.shares()).to.deep.equal({ [`${SERVICE}-bad-2`]: 100 });
  });

  it('a dry run prints what it would run and changes nothing', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    const { code, said } = await stage.deploy('bbbbbbb', '--dry-run');
    expect(code, said).to.equal(0);
    expect(said).to.match(
      /gcloud run services replace \S+shortfactory-ui\.yaml --region=us-central1 --async/,
    );
    expect(said).to.include(`--to-revisions=${NEW}=100`);
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
    expect(
      stage.api.seen.filter(({ method, query }) => method === 'PUT' && !query.includes('dryRun')),
    ).to.deep.equal([]);
  });

  it('a divided rollout is not deployed over', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    await stage.deployed({ revision: 'bbbbbbb', 'live-revision': [OLD], 'canary-percent': '10' });
    const { code, said } = await stage.deploy('ccccccc');
    expect(code).to.equal(1);
    expect(said).to.include('an earlier deploy is not finished');
    expect(stage.shares()).to.deep.equal({ [OLD]: 90, [NEW]: 10 });
  });
});
