import { expect } from 'chai';
import { IMAGES, SERVICE } from './stage.ts';
import type { Stage } from './stage.ts';

const OLD = `${SERVICE}-aaaaaaa`;
const NEW = `${SERVICE}-bbbbbbb`;
const OTHER = `${SERVICE}-ccccccc`;

/** Judged by the state read back: nothing that a run did not make is ever changed or gone. */
export function unharmed(start: () => Promise<Stage>): void {
  let stage: Stage;

  beforeEach(async () => {
    stage = await start();
  });
  afterEach(() => stage.close());

  it('a refused first look is not an absence: it stops with the sentence, without its colours', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    const before = stage.standing();
    stage.mishap('read', 'refused', 99);
    const { code, said } = await stage.deploy('bad');
    expect(code, said).to.equal(1);
    expect(said).to.include(stage.words.refused).and.not.to.include('\u001b');
    expect(stage.standing()).to.equal(before);
    const back = await stage.rollback();
    expect(back.code, back.said).to.equal(1);
    expect(stage.standing()).to.equal(before);
  });

  it('a stray 404 is not an absence: there are revisions, so it looks again', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    stage.mishap('read', 'stray', 1);
    const { code, said } = await stage.deploy('bad');
    expect(stage.exists(), said).to.equal(true);
    expect(stage.shares(), said).to.deep.equal({ [OLD]: 100 });
    expect(code, said).to.equal(1);
    expect(said).to.include('but 1 revisions of it');
    expect(stage.writes().filter(({ method }) => method === 'DELETE' || method === 'POST')).to.deep.equal([]);
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
    const green = stage.pause();
    const ended = stage.deploy('bbbbbbb', '--steps', '10,100');
    await green.arrived;
    const shift = stage.pause();
    green.release();
    await shift.arrived;
    // Back to blue by hand, while the first step is on its way.
    await stage.edit(({ spec }) => {
      const blue = spec.traffic?.find(({ tag }) => tag === 'blue')?.revisionName ?? '';
      spec.traffic = [{ revisionName: blue, percent: 100, tag: 'blue' }];
    });
    const before = stage.standing();
    shift.release();
    const { code, said } = await ended;
    expect(code, said).to.equal(1);
    expect(said).to.include('the tag green from').and.to.include('operator@example.com');
    expect(stage.standing()).to.equal(before);
  });

  it('a tag that is added during a deploy stays', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    stage.beforeVerdict = async () => {
      stage.beforeVerdict = () => Promise.resolve();
      await stage.edit(({ spec }) => {
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
    await stage.edit(({ metadata }) => (metadata.labels = { team: 'billing' }));
    const before = stage.standing();
    const refused = await stage.deploy('bbbbbbb');
    expect(refused.code, refused.said).to.equal(2);
    expect(refused.said).to.include('label app=shortfactory was expected, it has none');
    expect((await stage.rollback()).code).to.equal(2);
    expect(stage.standing()).to.equal(before);
    const { code, said } = await stage.deploy('bbbbbbb', '--adopt');
    expect(code, said).to.equal(0);
    expect(said).to.include('metadata.labels.team: "billing" → absent');
    expect(stage.shares()).to.deep.equal({ [NEW]: 100 });
  });

  it('polls that are answered 429 are asked again, on the way back too, and it is said once', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    stage.beforeVerdict = async () => {
      stage.errorRatio = 0.2;
      stage.mishap('read', 'exhausted', 2);
      stage.beforeVerdict = () => Promise.resolve();
      return Promise.resolve();
    };
    const { code, said } = await stage.deploy('bbbbbbb', '--ready-seconds', String(4 * stage.readySeconds));
    expect(code, said).to.equal(1);
    expect(said.match(/Asking again/g)).to.have.length(1);
    expect(said).to.include(`${OLD} serves 100 % again`);
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
  });

  it('a way back that fails for one Service does not keep the others from theirs', async () => {
    const [worker, server] = ['shortfactory-worker', 'shortfactory-server'];
    for (const service of [worker, server]) await stage.deployed({ revision: 'aaaaaaa' }, service);
    const green = stage.pause(server);
    const ready = ['--ready-seconds', String(2 * stage.readySeconds)];
    const quick = ['--steps', '100', '--bake-seconds', '0', '--prometheus', stage.prometheus, ...ready];
    const ended = stage.run('deploy', ...IMAGES, '--revision', 'bbbbbbb', ...quick);
    await green.arrived;
    expect(stage.shares(worker)).to.deep.equal({ [`${worker}-bbbbbbb`]: 100 });
    // The server's smoke test fails here: what answers is not an API. Its traffic cannot be written any more.
    stage.mishap('write', 'refused', 99, server);
    green.release();
    const { code, said } = await ended;
    expect(code, said).to.equal(1);
    expect(said).to.include('The way back failed: ');
    expect(stage.shares(worker)).to.deep.equal({ [`${worker}-aaaaaaa`]: 100 });
    expect(stage.shares(server)).to.deep.equal({ [`${server}-aaaaaaa`]: 100 });
  });

  it('the same commit is deployed with another configuration, and again without one it does nothing', async () => {
    const first = await stage.deploy('aaaaaaa');
    expect(first.code, first.said).to.equal(0);
    const image = ['--ui-image', 'us-docker.pkg.dev/p/r/ui:1.2.4'];
    const { code, said } = await stage.deploy('aaaaaaa', ...image);
    expect(code, said).to.equal(0);
    expect(stage.revisions()).to.equal(2);
    const again = await stage.deploy('aaaaaaa', ...image);
    expect(again.code, again.said).to.equal(0);
    expect(again.said).to.include('serves already; nothing to do');
    expect(stage.revisions()).to.equal(2);
    // What lies on the Service alone is set right without a revision, and the traffic stays.
    const tags = stage.tags();
    await stage.edit(({ metadata }) => {
      metadata.annotations = { ...metadata.annotations, 'example.com/contact': 'nobody' };
    });
    const settled = await stage.deploy('aaaaaaa', ...image);
    expect(settled.code, settled.said).to.equal(0);
    expect(settled.said).to.include('example.com/contact: "nobody" → absent');
    expect(stage.plane.get(SERVICE).metadata.annotations).not.to.have.property('example.com/contact');
    expect(stage.revisions()).to.equal(2);
    expect(stage.tags()).to.deep.equal(tags);
    const back = await stage.rollback('--to', 'aaaaaaa');
    expect(back.code, back.said).to.equal(0);
  });
}
