import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '@shortfactory/command-line';
import { seeded } from '@shortfactory/testing/seeded';
import { expect } from 'chai';
import { arrivals } from '../../simulate/fleet/arrivals.ts';
import { percentile, runFleet } from '../../simulate/fleet/fleet.ts';
import type { Fleet } from '../../simulate/fleet/fleet.ts';

const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['--import=tsx', 'scripts/lab/simulate.ts', ...args], { cwd: ROOT });

/** Workers that start at once and take ten seconds for each job. */
const PLAIN: Fleet = {
  maxInstances: 1,
  concurrentDispatches: 1,
  dispatchesPerSecond: 500,
  coldStartSeconds: 0,
  startsPerSecond: 1000,
  idleSeconds: 900,
  serviceSeconds: () => 10,
};
const at = (...seconds: number[]): Float64Array => Float64Array.from(seconds);

describe('npm run simulate -- --fleet', () => {
  it('agrees with the mean wait that Pollaczek and Khinchine proved for one worker and random arrivals', () => {
    const [rate, seconds, days] = [0.05, 10, 400];
    const times = arrivals('steady', rate * 86_400 * 1, seeded(3));
    const many = Float64Array.from({ length: times.length * days }, (_, i) => {
      const day = Math.floor(i / times.length);
      return (times[i % times.length] ?? 0) + day * 86_400;
    });
    const { waits } = runFleet(many, { ...PLAIN, idleSeconds: Infinity });
    const load = rate * seconds;
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    expect(mean).to.be.closeTo((load * seconds) / (2 * (1 - load)), 0.6);
  });

  it('works a burst off in rounds, and lets nobody wait longer than the last round begins', () => {
    const fleet = { ...PLAIN, maxInstances: 4, concurrentDispatches: 4, dispatchesPerSecond: 1e9 };
    const { waits, seconds, peakInstances, coldStarts, peakWaiting } = runFleet(new Float64Array(12), fleet);
    expect([...waits].map(Math.round)).to.deep.equal([0, 0, 0, 0, 10, 10, 10, 10, 20, 20, 20, 20]);
    expect({ seconds: Math.round(seconds), peakInstances, coldStarts }).to.deep.equal({
      seconds: 30,
      peakInstances: 4,
      coldStarts: 4,
    });
    expect(peakWaiting).to.be.within(8, 12);
  });

  it('starts a worker anew after it was idle for too long, and not before', () => {
    const cold = { ...PLAIN, coldStartSeconds: 5 };
    expect([...runFleet(at(0, 100, 2000), cold).waits]).to.deep.equal([0, 5, 5]);
    expect(runFleet(at(0, 100, 200), cold).coldStarts).to.equal(1);
  });

  it('hands out no more than the queue’s rate allows, however many workers there are', () => {
    const wide = { ...PLAIN, maxInstances: 1000, concurrentDispatches: 1000, dispatchesPerSecond: 2 };
    const { waits } = runFleet(new Float64Array(100), wide);
    expect(percentile(waits, 1)).to.be.closeTo(49.5, 0.01);
  });

  it('counts jobs that no worker took in time, which the platform answers with 429', () => {
    const slow = { ...PLAIN, maxInstances: 50, concurrentDispatches: 50, startsPerSecond: 1 };
    const { refused } = runFleet(new Float64Array(50), { ...slow, serviceSeconds: () => 1000 });
    expect(refused).to.be.closeTo(39, 1);
  });

  it('puts as many videos into a day’s wave as into a steady day, most of them in its middle', () => {
    const times = arrivals('day', 20_000, seeded(5));
    expect(times.length).to.be.closeTo(20_000, 500);
    const middle = times.filter((time) => time > 21_600 && time < 64_800).length;
    expect(middle / times.length).to.be.closeTo(0.5 + 0.8 / Math.PI, 0.02);
  });

  it('prints waits, workers and costs for an environment, the same each time', async () => {
    const args = ['--fleet', '--per-day', '2000', '--burst', '300', '--json'];
    const [first, second] = await Promise.all([run(...args), run(...args)]);
    expect(first.stdout).to.equal(second.stdout);
    const { studies } = JSON.parse(first.stdout) as {
      studies: { pattern: string; instancesNeeded: number; waitSeconds: { p50: number; most: number } }[];
    };
    expect(studies.map(({ pattern }) => pattern)).to.deep.equal(['steady', 'day', 'burst']);
    for (const { instancesNeeded, waitSeconds } of studies.slice(0, 2)) {
      expect(instancesNeeded).to.be.within(1, 10);
      expect(waitSeconds.p50).to.be.at.most(waitSeconds.most);
    }
  });

  it('refuses options of the fleet without --fleet', async () => {
    const failure: unknown = await run('--per-day', '10').catch((error: unknown) => error);
    expect(failure).to.include({ code: 2 });
    expect(String((failure as { stderr: string }).stderr)).to.include(
      '--per-day: belongs to --fleet, which was not given.',
    );
  });
});
