import { expect } from 'chai';
import { IMAGES, SERVICE } from './stage.ts';
import type { Stage } from './stage.ts';

const FIRST = `${SERVICE}-9999999`;
const OLD = `${SERVICE}-aaaaaaa`;
const NEW = `${SERVICE}-bbbbbbb`;

/**
 * Judged by what the platform serves afterwards, read from it and not from what the command said; and whatever a deploy
 * came to, a rollback from there.
 */
export function outcomes(start: () => Promise<Stage>): void {
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

  beforeEach(async () => {
    stage = await start();
  });
  afterEach(() => stage.close());

  it('the first deploy serves the new revision, and there is nothing to roll back to', async () => {
    const { code, said } = await stage.deploy('aaaaaaa');
    expect(code, said).to.equal(0);
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
    const before = stage.standing();
    const back = await stage.rollback();
    expect(back).to.deep.equal({
      code: 2,
      said: `${SERVICE} has no earlier revision that is ready; nothing was changed.\n`,
    });
    expect(stage.standing()).to.equal(before);
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
    expect(stage.askedFor(`${SERVICE}-sick`)).to.equal(false);
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
    const { code, said } = await stage.deploy('slow', '--ready-seconds', '1');
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
    const ready = ['--ready-seconds', String(stage.readySeconds)];
    const { code, said } = await stage.interrupted('serves 10 %', ...what, ...ready);
    expect(code, said).to.equal(130);
    expect(stage.shares()).to.deep.equal({ [OLD]: 100 });
  });
}
