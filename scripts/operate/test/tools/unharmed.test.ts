import { expect } from 'chai';
import { needs } from '@shortfactory/manifests/run-api';
import { IMAGES, SERVICE, Stage } from '../support/stage.ts';

const OLD = `${SERVICE}-aaaaaaa`;
const NEW = `${SERVICE}-bbbbbbb`;
const OTHER = `${SERVICE}-ccccccc`;

/** Judged by the state read back: nothing that a run did not make is ever changed or gone. */
describe('npm run deploy harms nothing that it did not make, with the real gcloud', function () {
  this.timeout(240_000);
  let stage: Stage;

  needs('gcloud', 'nothing was deployed with it');
  beforeEach(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.close());

  /** Everything that stands, without what a reading alone may change. */
  const standing = (): string => JSON.stringify(stage.api.service(SERVICE));
  const revisions = (): number => stage.api.region.plane.revisions.all().length;
  const reads = { method: 'GET', path: `services/${SERVICE}` } as const;

  it('a refused first look is not an absence: it stops with the sentence, without its colours', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    const before = standing();
    stage.api.fault({ ...reads, kind: 'coloured', times: 99 });
    const { code, said } = await stage.deploy('bad');
    expect(code, said).to.equal(1);
    expect(said).to.include('or resource may not exist').and.not.to.include('\u001b');
    expect(standing()).to.equal(before);
    const back = await stage.rollback();
    expect(back.code, back.said).to.equal(1);
    expect(standing()).to.equal(before);
  });

  it('a stray 404 is not an absence: there are revisions, so it looks again', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    stage.api.fault({ ...reads, kind: 'stray', times: 1 });
    const { code, said } = await stage.deploy('bad');
    expect(stage.exists(), said).to.equal(true);
    expect(stage.shares(), said).to.deep.equal({ [OLD]: 100 });
    expect(code, said).to.equal(1);
    expect(said).to.include('but 1 revisions of it');
    expect(stage.api.seen.filter(({ method }) => method === 'DELETE' || method === 'POST')).to.deep.equal([]);
  });

  it('a deploy that another one overtook leaves it alone, though it fails', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    let asked: () => void = () => undefined;
    let answer: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (asked = resolve));
    const others = new Promise<void>((resolve) => (answer = resolve));
    stage.beforeVerdict = async () => {
      stage.beforeVerdict = () => Promise.resolve();
      asked();
      await others;
      stage.errorRatio = 0.2;
    };
    const overtaken = stage.deploy('bbbbbbb');
    await first;
    const second = await stage.deploy('ccccccc');
    expect(second.code, second.said).to.equal(0);
    answer();
    const { code, said } = await overtaken;
    expect(stage.shares(), said).to.deep.equal({ [OTHER]: 100 });
    expect(stage.tags()).to.deep.equal({ blue: NEW, green: OTHER });
    expect(code, said).to.equal(1);
    expect(said).to.include('another change was made during this deploy: the deploy that owns it from ');
  });

  it('a write that lost against a concurrent one is looked into, and the other change stays', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    const green = stage.api.pause('PUT', SERVICE);
    const ended = stage.deploy('bbbbbbb', '--steps', '10,100');
    await green.arrived;
    const shift = stage.api.pause('PUT', SERVICE);
    green.release();
    await shift.arrived;
    // Back to blue by hand, while the first step is on its way.
    await stage.api.edit(SERVICE, ({ spec }) => {
      const blue = spec.traffic?.find(({ tag }) => tag === 'blue')?.revisionName ?? '';
      spec.traffic = [{ revisionName: blue, percent: 100, tag: 'blue' }];
    });
    const before = standing();
    shift.release();
    const { code, said } = await ended;
    expect(code, said).to.equal(1);
    expect(said).to.include('the tag green from').and.to.include('operator@example.com');
    expect(standing()).to.equal(before);
  });

  it('a tag that is added during a deploy stays', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    stage.beforeVerdict = async () => {
      stage.beforeVerdict = () => Promise.resolve();
      await stage.api.edit(SERVICE, ({ spec }) => {
        const revisionName = spec.traffic?.find(({ tag }) => tag === 'blue')?.revisionName ?? '';
        spec.traffic?.push({ revisionName, tag: 'press' });
      });
    };
    const { code, said } = await stage.deploy('bbbbbbb', '--steps', '10,100');
    expect(code, said).to.equal(0);
    expect(stage.shares()).to.deep.equal({ [NEW]: 100 });
    expect(stage.tags()).to.deep.equal({ blue: OLD, green: NEW, press: OLD });
  });

  it('a Service of others with the same name is refused, by a rollback too, and taken over only with --adopt', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    await stage.api.edit(SERVICE, ({ metadata }) => (metadata.labels = { team: 'billing' }));
    const before = standing();
    const refused = await stage.deploy('bbbbbbb');
    expect(refused.code, refused.said).to.equal(2);
    expect(refused.said).to.include('label app=shortfactory was expected, it has none');
    expect((await stage.rollback()).code).to.equal(2);
    expect(standing()).to.equal(before);
    const { code, said } = await stage.deploy('bbbbbbb', '--adopt');
    expect(code, said).to.equal(0);
    expect(said).to.include('metadata.labels.team: "billing" → absent');
    expect(stage.shares()).to.deep.equal({ [NEW]: 100 });
  });

  it('polls that are answered 429 are asked again, on the way back too, and it is said once', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    stage.beforeVerdict = async () => {
      stage.errorRatio = 0.2;
      stage.api.fault({ ...reads, kind: 'exhausted', times: 2 });
      stage.beforeVerdict = () => Promise.resolve();
      return Promise.resolve();
    };
    const { code, said } = await stage.deploy('bbbbbbb', '--ready-seconds', '60');
    expect(code, said).to.equal(1);
    expect(said.match(/Asking again/g)).to.have.length(1);
    expect(said).to.include(`${OLD} serves 100 % again`);
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
  });

  it('a way back that fails for one Service does not keep the others from theirs', async () => {
    const [worker, server] = ['shortfactory-worker', 'shortfactory-server'];
    for (const service of [worker, server]) await stage.deployed({ revision: 'aaaaaaa' }, service);
    const green = stage.api.pause('PUT', `services/${server}`);
    const quick = ['--steps', '100', '--bake-seconds', '0', '--prometheus', stage.prometheus];
    const ended = stage.run('deploy', ...IMAGES, '--revision', 'bbbbbbb', ...quick);
    await green.arrived;
    expect(stage.shares(worker)).to.deep.equal({ [`${worker}-bbbbbbb`]: 100 });
    // The server's smoke test fails here: what answers is not an API. Its traffic cannot be written any more.
    stage.api.fault({ method: 'PUT', path: `services/${server}`, kind: 'denied', times: 99 });
    green.release();
    const { code, said } = await ended;
    expect(code, said).to.equal(1);
    expect(said).to.include('The way back failed: gcloud run services update-traffic');
    expect(stage.shares(worker)).to.deep.equal({ [`${worker}-aaaaaaa`]: 100 });
    expect(stage.shares(server)).to.deep.equal({ [`${server}-aaaaaaa`]: 100 });
  });

  it('the same commit is deployed with another configuration, and again without one it does nothing', async () => {
    const first = await stage.deploy('aaaaaaa');
    expect(first.code, first.said).to.equal(0);
    const image = ['--ui-image', 'us-docker.pkg.dev/p/r/ui:1.2.4'];
    const { code, said } = await stage.deploy('aaaaaaa', ...image);
    expect(code, said).to.equal(0);
    expect(revisions()).to.equal(2);
    const again = await stage.deploy('aaaaaaa', ...image);
    expect(again.code, again.said).to.equal(0);
    expect(again.said).to.include('serves already; nothing to do');
    expect(revisions()).to.equal(2);
    // What lies on the Service alone is set right without a revision, and the traffic stays.
    const tags = stage.tags();
    await stage.api.edit(SERVICE, ({ metadata }) => {
      metadata.annotations = { ...metadata.annotations, 'run.googleapis.com/minScale': '3' };
    });
    const settled = await stage.deploy('aaaaaaa', ...image);
    expect(settled.code, settled.said).to.equal(0);
    expect(settled.said).to.include('run.googleapis.com/minScale: "3" → "0"');
    expect(stage.api.service(SERVICE).metadata.annotations).to.include({
      'run.googleapis.com/minScale': '0',
    });
    expect(revisions()).to.equal(2);
    expect(stage.tags()).to.deep.equal(tags);
    const back = await stage.rollback('--to', 'aaaaaaa');
    expect(back.code, back.said).to.equal(0);
  });
});
