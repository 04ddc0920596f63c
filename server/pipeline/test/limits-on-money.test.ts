import type { Assembled } from '@shortfactory/app';
import { LimitReached, SpendAccount, visualsOf } from '@shortfactory/core';
import { expect } from 'chai';
import { illustrate } from '../stages/illustrate.ts';
import { faultOf } from '@shortfactory/testing/contracts/port';
import { scenesOf } from '@shortfactory/testing/fakes/providers/gemini';
import { scripted, servicesAndProducts } from '@shortfactory/testing/pipeline/product';
import { newContext } from '@shortfactory/testing/pipeline/stage-context';

const { services, product, drawn } = servicesAndProducts();

describe('a limit on money', () => {
  it('of a video stops before the call that would pass it, and keeps what is finished', async () => {
    const { run } = await product({
      MAX_COST_PER_VIDEO_USD: '0.13',
      PROVIDER_CONCURRENCY: '1',
      RENDER_CONCURRENCY: '1',
    });
    const sums: number[] = [];
    const error = await faultOf(run(scripted(8), { onSpent: (usd) => sums.push(usd) }));
    expect(error).to.be.instanceOf(LimitReached);
    expect((error as Error).message).to.match(
      /^The next call would bring this video to about \$0\.1\d; MAX_COST_PER_VIDEO_USD allows \$0\.13\. What is finished is kept\.$/,
    );
    expect(sums.at(-1)).to.be.at.most(0.13);
    expect(sums.at(-1)).to.be.greaterThan(0.05);
    expect(drawn()).to.be.within(1, 2);
  });

  it('of a video counts what its earlier runs cost', async () => {
    const { run } = await product({ MAX_COST_PER_VIDEO_USD: '0.13' });
    const error = await faultOf(run(scripted(2), { spentUsd: 0.13 }));
    expect(error).to.be.instanceOf(LimitReached);
    expect(services.all.every(({ works }) => works.length === 0)).to.equal(true);
  });

  it('of a day holds for all videos and all processes', async () => {
    const { parts, open } = await product({
      MAX_COST_PER_DAY_USD: '0.20',
      RENDER_CONCURRENCY: '1',
      PROVIDER_CONCURRENCY: '1',
    });
    const draw = async (assembled: Pick<Assembled, 'parts'>, from: number) => {
      const account = new SpendAccount();
      const context = newContext(assembled.parts.store, assembled.parts, account);
      const visuals = visualsOf({ scenes: scenesOf(from + 3) }).slice(from);
      const error = await faultOf(illustrate(context, visuals, { imageStyle: 'flat', characters: [] }));
      return { error, usd: account.usd };
    };
    const first = await draw({ parts }, 0);
    const second = await draw(await open(), 3);
    expect(first.error).to.equal(undefined);
    expect(second.error).to.be.instanceOf(LimitReached);
    expect((second.error as Error).message).to.match(
      /MAX_COST_PER_DAY_USD allows \$0\.20\. It begins anew at 00:00 UTC\.$/,
    );
    expect(first.usd + second.usd).to.be.at.most(0.2);
    expect(drawn()).to.be.within(3, 4);
  });
});
