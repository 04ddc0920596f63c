import { expect } from 'chai';
import { measureStore } from '../../bench/store.ts';

describe('the benchmark of stores', () => {
  it('finds that a page, and a sweep, cost a bucket the same requests however many jobs it holds', async function () {
    this.timeout(180_000);
    const { signal } = new AbortController();
    const { sizes, bucket } = await measureStore(3, process.env['PATH'], signal, [30, 600]);
    expect(sizes.map(({ jobs }) => jobs)).to.deep.equal([30, 600]);
    const [few, many] = bucket.sizes;
    expect(few?.pageRequests).to.be.greaterThan(20);
    expect(many?.pageRequests).to.equal(few?.pageRequests);
    expect(many?.sweepRequests).to.equal(few?.sweepRequests);
    for (const { pageMs, startMs, sweepMs } of [...sizes, ...bucket.sizes])
      for (const ms of [pageMs, startMs, sweepMs]) expect(ms).to.be.greaterThan(0);
  });
});
