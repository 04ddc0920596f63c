import { expect } from 'chai';
import { SERVICE } from './stage.ts';
import type { Stage } from './stage.ts';

const FIRST = `${SERVICE}-9999999`;
const OLD = `${SERVICE}-aaaaaaa`;
const NEW = `${SERVICE}-bbbbbbb`;

/**
 * Judged by the Service read back. Rollbacks after deploys that came to their end, and through a lost answer, a 409 and a
 * 503, are beside those deploys.
 */
export function rollbacks(start: () => Promise<Stage>): void {
  let stage: Stage;
  /** What a deploy leaves that goes on after this test's first two revisions, at some percent. */
  const deployed = (revision: string, percent: number) =>
    stage.deployed({ revision, 'live-revision': [OLD], 'canary-percent': String(percent) });

  beforeEach(async () => {
    stage = await start();
    await stage.deployed({ revision: '9999999' });
    await stage.deployed({ revision: 'aaaaaaa', 'live-revision': [FIRST], 'canary-percent': '100' });
  });
  afterEach(() => stage.close());

  for (const [revision, percent, left] of [
    ['bbbbbbb', 0, 'before its first step'],
    ['bbbbbbb', 10, 'in the middle of its steps (and asked for twice, no further back)'],
    ['bad', 0, 'after its revision failed'],
    ['slow', 0, 'while its revision does not get ready'],
  ] as const) {
    it(`of a deploy that was killed ${left}, what was live before serves everything and nothing else is asked for`, async () => {
      await deployed(revision, percent);
      const { code, said } = await stage.rollback();
      expect(code, said).to.equal(0);
      expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
      expect(stage.named()).to.deep.equal([OLD]);
      expect(stage.tags()).to.deep.equal({ blue: OLD });
      if (percent === 0) return;
      const again = await stage.rollback();
      expect(again.code, again.said).to.equal(0);
      expect(again.said).to.include(`${OLD} serves everything already`);
      expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
    });
  }

  it('a change that is refused again and again is a failure, and nothing has changed', async () => {
    await deployed('bbbbbbb', 100);
    const before = stage.standing();
    stage.mishap('write', 'refused', 99);
    const { code, said } = await stage.rollback();
    expect(code, said).to.equal(1);
    expect(said).to.include(stage.words.refused);
    expect(stage.standing()).to.equal(before);
  });

  it('to a revision that is not there or not ready, it says which are', async () => {
    await deployed('bad', 0);
    const absent = await stage.rollback('--to', NEW);
    expect(absent.code).to.equal(2);
    expect(absent.said).to.include(`there is no revision “${NEW}”`).and.to.include(OLD);
    const bad = await stage.rollback('--to', `${SERVICE}-bad`);
    expect(bad.code).to.equal(2);
    expect(bad.said).to.include(`${SERVICE}-bad is not ready, so it cannot serve`);
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
  });

  it('of every Service, one that cannot go back does not keep the others from it', async () => {
    await deployed('bbbbbbb', 100);
    await stage.deployed({ revision: 'aaaaaaa' }, 'shortfactory-server');
    const { code, said } = await stage.rollback('--service', 'all');
    expect(code).to.equal(2);
    expect(said).to.include(
      'shortfactory-server has no earlier revision that is ready; nothing was changed.',
    );
    expect(said).to.include('There is no Service shortfactory-worker to roll back.');
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
  });
}
