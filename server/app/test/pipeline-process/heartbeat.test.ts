import { expect } from 'chai';
import { Heartbeat } from '../../pipeline-process/heartbeat.ts';

describe('the heartbeat of a pipeline process', () => {
  const real = { setInterval: globalThis.setInterval };
  let tick: () => void;
  beforeEach(() => {
    globalThis.setInterval = ((callback: () => void) => {
      tick = callback;
      return real.setInterval(() => undefined, 1e6);
    }) as typeof setInterval;
  });
  afterEach(() => {
    globalThis.setInterval = real.setInterval;
  });

  it('is requested while it is needed, and missed after a minute of silence', () => {
    let pings = 0;
    let lost = 0;
    const heartbeat = new Heartbeat(
      () => (pings += 1),
      () => (lost += 1),
    );
    heartbeat.watch(true);
    for (let i = 0; i < 6; i++) tick();
    expect([pings, lost]).to.deep.equal([6, 0]);
    tick();
    expect([pings, lost]).to.deep.equal([6, 1]);
    heartbeat.watch(false);
  });

  it('is there when anything was heard', () => {
    let lost = 0;
    const heartbeat = new Heartbeat(
      () => undefined,
      () => (lost += 1),
    );
    heartbeat.watch(true);
    for (let i = 0; i < 30; i++) {
      tick();
      heartbeat.heard();
    }
    expect(lost).to.equal(0);
    heartbeat.watch(false);
  });
});
