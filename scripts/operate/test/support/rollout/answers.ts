import { expect } from 'chai';
import { SERVICE } from './stage.ts';
import type { Stage } from './stage.ts';

const OLD = `${SERVICE}-aaaaaaa`;
const NEW = `${SERVICE}-bbbbbbb`;

/** A deploy and its rollback where answers get lost or are refusals, and what a deploy must not do. */
export function answers(start: () => Promise<Stage>): void {
  let stage: Stage;
  const rolledBackTo = async (revision: string): Promise<void> => {
    const { code, said } = await stage.rollback();
    expect(code, said).to.equal(0);
    expect(stage.shares()).to.deep.equal({ [revision]: 100 });
  };

  beforeEach(async () => {
    stage = await start();
  });
  afterEach(() => stage.close());
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
      stage.mishap('write', kind, 1);
      const { code, said } = await stage.deploy('bbbbbbb');
      expect(code, said).to.equal(0);
      expect(stage.shares()).to.deep.equal({ [NEW]: 100 });
      stage.mishap('write', kind, 1);
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
    expect(stage.writes().filter(({ method }) => method === 'DELETE')).to.deep.equal([]);
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
    for (const line of stage.words.dryRun(NEW)) expect(said).to.match(line);
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
    expect(stage.writes()).to.deep.equal([]);
  });

  it('a divided rollout is not deployed over', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    await stage.deployed({ revision: 'bbbbbbb', 'live-revision': [OLD], 'canary-percent': '10' });
    const { code, said } = await stage.deploy('ccccccc');
    expect(code).to.equal(1);
    expect(said).to.include('an earlier deploy is not finished');
    expect(stage.shares()).to.deep.equal({ [OLD]: 90, [NEW]: 10 });
  });
}
