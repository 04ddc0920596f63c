import { expect } from 'chai';
import { SABOTAGES } from '@shortfactory/testing/simulation/sabotage';
import { describeFailure, live } from '@shortfactory/testing/simulation/seeds';
import { World } from '@shortfactory/testing/simulation/world';

const SEEDS = 2000;
/** Each broken line shows within far fewer. */
const SEEDS_TO_NOTICE = 400;

describe('the protocol of durable jobs, simulated', () => {
  it(`keeps its word under ${SEEDS} seeds of lost answers, late writes, kills, freezes and shutdowns`, async () => {
    const { failures, seeds, runs } = await live(1, SEEDS);
    expect(failures.map(describeFailure).join('\n')).to.equal('');
    expect(seeds).to.equal(SEEDS);
    expect(runs).to.be.above(SEEDS);
  });

  it('is the same life every time a seed is lived', async () => {
    for (const seed of [3, 31, 314]) {
      const [one, other] = [await new World(seed).run(), await new World(seed).run()];
      expect(other).to.deep.equal(one);
    }
  });

  for (const [what, sabotage] of Object.entries(SABOTAGES)) {
    it(`notices ${what}, and a seed shows it again`, async () => {
      const { failures } = await live(1, SEEDS_TO_NOTICE, { sabotage, mostFailures: 1 });
      const [failure] = failures;
      if (!failure) throw new Error('it went unnoticed');
      expect(await new World(failure.seed, sabotage).run()).to.deep.equal(failure);
      expect((await new World(failure.seed).run()).violation).to.equal(undefined);
    });
  }
});
