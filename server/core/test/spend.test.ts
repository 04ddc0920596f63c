import { expect } from 'chai';
import { LimitReached } from '../domain/errors.ts';
import { dollars, SpendAccount } from '../domain/money/spend.ts';

const picture = (usd: number) => ({ provider: 'gemini', kind: 'image', usd }) as const;

describe('SpendAccount', () => {
  it('stops before the call that would pass the limit, with both amounts', () => {
    const account = new SpendAccount({ maxUsd: 0.1 });
    account.reserve(0.04);
    account.settle(0.04, picture(0.04));
    account.reserve(0.04);
    expect(() => account.reserve(0.04)).to.throw(
      LimitReached,
      'The next call would bring this video to about $0.12; MAX_COST_PER_VIDEO_USD allows $0.10.',
    );
  });

  it('lets a call take exactly what is left, and sums that floating point cannot hold', () => {
    const account = new SpendAccount({ maxUsd: 0.3 });
    for (let i = 0; i < 3; i++) {
      account.reserve(0.1);
      account.settle(0.1, picture(0.1));
    }
    expect(account.usd).to.equal(0.3);
  });

  it('counts what earlier runs of the video cost', () => {
    const account = new SpendAccount({ maxUsd: 0.1, spentUsd: 0.08 });
    expect(() => account.reserve(0.04)).to.throw(LimitReached);
    expect(account.usd).to.equal(0.08);
  });

  it('gives back what a call did not cost', () => {
    const told: number[] = [];
    const account = new SpendAccount({ maxUsd: 0.1, onSpent: (usd) => told.push(usd) });
    account.reserve(0.1);
    account.settle(0.1, picture(0));
    account.reserve(0.1);
    account.settle(0.1, picture(0.03));
    expect(account.usd).to.equal(0.03);
    expect(told).to.deep.equal([0.03]);
    expect(account.lines).to.deep.equal([{ provider: 'gemini', kind: 'image', calls: 2, usd: 0.03 }]);
  });

  it('lets calls that cost nothing pass when the limit is reached', () => {
    const account = new SpendAccount({ maxUsd: 0, spentUsd: 1 });
    expect(() => account.reserve(0)).not.to.throw();
  });

  it('hands out as many tries as it has', () => {
    const account = new SpendAccount({ retries: 2 });
    expect([account.takeRetry(), account.takeRetry(), account.takeRetry()]).to.deep.equal([
      true,
      true,
      false,
    ]);
  });
});

describe('dollars', () => {
  it('shows cents, and smaller amounts as more than nothing', () => {
    expect([0, 0.01, 1.5, 0.0004].map(dollars)).to.deep.equal(['$0.00', '$0.01', '$1.50', '$0.0004']);
  });
});
