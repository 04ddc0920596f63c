import { expect } from 'chai';
import { installed } from '../../../manifests/test/run-api/index.ts';
import { SERVICE, Stage } from './stage.ts';

const OLD = `${SERVICE}-aaaaaaa`;
const NEW = `${SERVICE}-bbbbbbb`;

describe('npm run rollback, with the real gcloud', function () {
  this.timeout(120_000);
  let stage: Stage;
  const rollback = (...args: string[]) =>
    stage.run('rollback', '--service', 'ui', '--ready-seconds', '15', ...args);

  before(function () {
    if (installed('gcloud')) return;
    console.log('    gcloud is not installed here, so nothing was rolled back with it');
    this.skip();
  });
  beforeEach(async () => {
    stage = await Stage.open();
    await stage.deployed({ revision: 'aaaaaaa' });
  });
  afterEach(() => stage.close());

  it('after a finished deploy, blue serves everything again', async () => {
    expect((await stage.deploy('bbbbbbb')).code).to.equal(0);
    const { code, said } = await rollback();
    expect(code, said).to.equal(0);
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
  });

  it('in the middle of a rollout, the older revision serves everything again', async () => {
    await stage.deployed({ revision: 'bbbbbbb', 'live-revision': [OLD], 'canary-percent': '10' });
    expect((await rollback()).code).to.equal(0);
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
  });

  it('with a tag on a revision that failed, the tag goes and the good one serves', async () => {
    await stage.deployed({ revision: 'bad', 'live-revision': [OLD] }).catch(() => undefined);
    const { code, said } = await rollback('--to', OLD);
    expect(code, said).to.equal(0);
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
    expect(Object.values(stage.tags())).not.to.include(`${SERVICE}-bad`);
  });

  it('a lost answer is no failure', async () => {
    expect((await stage.deploy('bbbbbbb')).code).to.equal(0);
    stage.api.fault({ method: 'PUT', path: SERVICE, kind: 'lost', times: 1 });
    const { code, said } = await rollback();
    expect(code, said).to.equal(0);
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
  });

  it('to a revision that is not there, it says which are', async () => {
    const { code, said } = await rollback('--to', NEW);
    expect(code).to.equal(2);
    expect(said).to.include(`there is no revision “${NEW}”`).and.to.include(OLD);
  });

  it('without an earlier revision, it says so', async () => {
    const { code, said } = await rollback();
    expect(code).to.equal(2);
    expect(said).to.include('no earlier revision');
  });
});
