import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { Ahead } from '../frames/ahead.ts';

describe('what clips need, made ahead', () => {
  it('is made once, whether it is prepared, taken or both, and in whatever order', async () => {
    const made: string[] = [];
    const ahead = new Ahead(['a', 'b', 'c'], async (job) => {
      made.push(job);
      return `${job}!`;
    });
    ahead.prepare(1);
    ahead.prepare(1);
    expect(await ahead.take(0)).to.equal('a!');
    expect(await ahead.take(1)).to.equal('b!');
    ahead.prepare(1);
    ahead.prepare(3);
    await ahead.settled();
    expect(made).to.deep.equal(['b', 'a']);
  });

  it('fails for who takes it and for nobody else', async () => {
    const fault = new Error('the picture cannot be read');
    const ahead = new Ahead([1, 2], async (job) => {
      if (job === 2) throw fault;
      return job;
    });
    ahead.prepare(1);
    await ahead.settled();
    expect(await ahead.take(0)).to.equal(1);
    expect(await ahead.take(1).catch((error: unknown) => error)).to.equal(fault);
  });

  it('is waited for when nobody takes it, so that nothing of it outlives the work', async () => {
    let done = false;
    const ahead = new Ahead(['a'], async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      done = true;
    });
    ahead.prepare(0);
    await ahead.settled();
    expect(done).to.equal(true);
  });

  it('keeps nothing of what was taken', async () => {
    const ahead = new Ahead([1, 2], async (job) => ({ job, pixels: new Uint8Array(1000) }));
    ahead.prepare(1);
    // Kept by nobody else, also not by a variable of this function.
    const taken = await Promise.all([0, 1].map(async (place) => new WeakRef(await ahead.take(place))));
    for (let tries = 0; tries < 20 && taken.some((each) => each.deref() !== undefined); tries++) {
      await new Promise((resolve) => setImmediate(resolve));
      collectGarbage();
    }
    expect(taken.map((each) => each.deref())).to.deep.equal([undefined, undefined]);
    await ahead.settled();
  });
});

/** Collects garbage now, though Node was not started with the option for it. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
