import { setTimeout as sleep } from 'node:timers/promises';
import { LimitReached, SpendAccount } from '@shortfactory/core';
import type { TelemetryEvent } from '@shortfactory/core';
import { expect } from 'chai';
import { CallFailed, CallRefused } from '../../calls/failure.ts';
import { ProviderCalls } from '../../calls/provider-calls.ts';
import type { ProviderCallsOptions } from '../../calls/provider-calls.ts';

const never = new AbortController().signal;
const down = (): CallFailed =>
  new CallFailed('down', 'Gemini has a fault of its own at the moment (HTTP 500).');

function callsWith(options: Partial<ProviderCallsOptions> = {}) {
  const events: TelemetryEvent[] = [];
  const calls = new ProviderCalls({
    ...{ provider: 'gemini', label: 'Gemini', kind: 'image' },
    ...{ timeoutMs: 200, deadlineMs: 1000, tries: 3, concurrency: 2, backoffMs: 2, maxPauseMs: 200 },
    ...{ faultsInARow: 5, restMs: 150, telemetry: { record: (event) => void events.push(event) } },
    ...options,
  });
  return { calls, events };
}

/** Work that throws these faults, one a try, and then succeeds. */
function failing(...faults: Error[]) {
  const at: number[] = [];
  const work = async () => {
    at.push(performance.now());
    const fault = faults[at.length - 1];
    if (fault) throw fault;
    return { value: 'a picture', usd: 0.03 };
  };
  return { work, at };
}

function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a call to a provider', () => {
  it('is retried while the fault may be temporary, and no longer', async () => {
    const { calls } = callsWith();
    const passing = failing(down(), down());
    expect(await calls.call({ signal: never, usd: 0.05 }, passing.work)).to.equal('a picture');
    const lasting = failing(down(), down(), down(), down());
    expect(await thrownBy(calls.call({ signal: never, usd: 0.05 }, lasting.work))).to.have.property(
      'kind',
      'down',
    );
    expect([passing.at.length, lasting.at.length]).to.deep.equal([3, 3]);
  });

  it('is not retried when that would change nothing', async () => {
    const { calls } = callsWith();
    for (const fault of [
      new CallFailed('key', 'Gemini did not accept the key.'),
      new CallFailed('request', 'Gemini did not accept the request.'),
      new CallRefused('Gemini declined.', 0),
      new Error('a bug of ours'),
    ]) {
      const { work, at } = failing(fault, fault);
      expect(await thrownBy(calls.call({ signal: never, usd: 0 }, work))).to.equal(fault);
      expect(at, fault.message).to.have.length(1);
    }
  });

  it('is retried once after an unusable response, because each was paid for', async () => {
    const { calls } = callsWith();
    const useless = new CallFailed('unusable', 'Gemini sent something that is not a picture.');
    const { work, at } = failing(useless, useless, useless);
    await thrownBy(calls.call({ signal: never, usd: 0 }, work));
    expect(at).to.have.length(2);
  });

  it('waits as long as the provider asks, and so do all other calls', async () => {
    const { calls } = callsWith();
    const busy = new CallFailed('busy', 'Gemini gets too many requests.', { retryAfterMs: 120 });
    const first = failing(busy);
    const done = calls.call({ signal: never, usd: 0 }, first.work);
    await sleep(20);
    const second = failing();
    await Promise.all([done, calls.call({ signal: never, usd: 0 }, second.work)]);
    const asked = first.at[0] ?? 0;
    expect((first.at[1] ?? 0) - asked).to.be.at.least(115);
    expect((second.at[0] ?? 0) - asked, 'the other call').to.be.at.least(115);
  });

  it('fails at once when the provider asks for a longer pause than the limit', async () => {
    const { calls } = callsWith();
    const { work, at } = failing(
      new CallFailed('busy', 'Gemini gets too many requests.', { retryAfterMs: 3600_000 }),
    );
    const started = performance.now();
    expect(await thrownBy(calls.call({ signal: never, usd: 0 }, work))).to.have.property('kind', 'busy');
    expect(at).to.have.length(1);
    expect(performance.now() - started).to.be.lessThan(1000);
  });

  it('is not retried when the run has used up its retries', async () => {
    const { calls } = callsWith({ faultsInARow: 100 });
    const account = new SpendAccount({ retries: 3 });
    const works = [1, 2, 3].map(() => failing(down(), down(), down()));
    for (const { work } of works) await thrownBy(calls.call({ signal: never, usd: 0, account }, work));
    expect(works.map(({ at }) => at.length)).to.deep.equal([3, 2, 1]);
  });

  it('ends in time when the provider does not answer', async () => {
    const { calls } = callsWith({ timeoutMs: 60, tries: 2 });
    const started = performance.now();
    const error = await thrownBy(calls.call({ signal: never, usd: 0 }, () => new Promise(() => undefined)));
    expect(error).to.have.property('message', 'Gemini did not answer within 0.1 s.');
    expect(performance.now() - started).to.be.lessThan(2000);
  });

  it('ends at its deadline, however many tries are left', async () => {
    const { calls } = callsWith({ timeoutMs: 60, deadlineMs: 100, tries: 50, faultsInARow: 100 });
    const started = performance.now();
    await thrownBy(calls.call({ signal: never, usd: 0 }, () => new Promise(() => undefined)));
    expect(performance.now() - started).to.be.within(90, 2000);
  });

  it('ends at once when its run is aborted, also while it is queued', async () => {
    const { calls } = callsWith({ concurrency: 1, timeoutMs: 5000, deadlineMs: 10_000 });
    const other = calls.call({ signal: never, usd: 0 }, () => sleep(1000, { value: 1, usd: 0 }));
    const run = new AbortController();
    const waiting = thrownBy(calls.call({ signal: run.signal, usd: 0 }, failing().work));
    const reason = new Error('the job was cancelled');
    const started = performance.now();
    run.abort(reason);
    expect(await waiting).to.equal(reason);
    expect(performance.now() - started).to.be.lessThan(500);
    await other;
  });

  it('counts against the concurrency limit', async () => {
    const { calls } = callsWith({ concurrency: 2 });
    let [now, most] = [0, 0];
    const work = async () => {
      most = Math.max(most, ++now);
      await sleep(10);
      now -= 1;
      return { value: 1, usd: 0 };
    };
    await Promise.all(Array.from({ length: 8 }, () => calls.call({ signal: never, usd: 0 }, work)));
    expect(most).to.equal(2);
  });
});

describe('a provider that fails again and again', () => {
  it('is not called for a while, then by one call', async () => {
    const { calls } = callsWith({ tries: 1, faultsInARow: 3, restMs: 80 });
    const lasting = failing(...Array.from({ length: 20 }, down));
    for (let i = 0; i < 6; i++) await thrownBy(calls.call({ signal: never, usd: 0 }, lasting.work));
    expect(lasting.at, 'asked until the circuit opened').to.have.length(3);
    expect(await thrownBy(calls.call({ signal: never, usd: 0 }, lasting.work))).to.have.property(
      'message',
      'Gemini failed 3 times in a row and is left alone for 1 s.',
    );
    await sleep(100);
    const well = failing();
    expect(await calls.call({ signal: never, usd: 0 }, well.work)).to.equal('a picture');
    expect(await calls.call({ signal: never, usd: 0 }, well.work)).to.equal('a picture');
  });

  it('is still called after a busy response, or after a rejected request', async () => {
    const { calls } = callsWith({ tries: 1, faultsInARow: 2 });
    const busy = failing(...Array.from({ length: 5 }, () => new CallFailed('busy', 'Too many requests.')));
    const wrong = failing(...Array.from({ length: 5 }, () => new CallRefused('Declined.', 0)));
    for (let i = 0; i < 5; i++) await thrownBy(calls.call({ signal: never, usd: 0 }, busy.work));
    for (let i = 0; i < 5; i++) await thrownBy(calls.call({ signal: never, usd: 0 }, wrong.work));
    expect([busy.at.length, wrong.at.length]).to.deep.equal([5, 5]);
  });
});

describe('the money of a call', () => {
  it('is what the answer says it cost', async () => {
    const { calls, events } = callsWith();
    const account = new SpendAccount();
    await calls.call({ signal: never, usd: 0.05, account }, failing().work);
    expect(account.usd).to.equal(0.03);
    expect(events).to.have.length(1);
    expect(events[0]).to.deep.include({
      ...{ type: 'provider-called', kind: 'image', provider: 'gemini', outcome: 'ok', costUsd: 0.03 },
    });
  });

  it('is zero for an error response, and the estimate where it is unknown', async () => {
    const { calls, events } = callsWith({ timeoutMs: 30, tries: 2 });
    const account = new SpendAccount();
    await calls.call({ signal: never, usd: 0.05, account }, failing(down()).work);
    expect(account.usd).to.equal(0.03);
    const lost = new CallFailed('down', 'The answer broke off.', { charged: true });
    await calls.call({ signal: never, usd: 0.05, account }, failing(lost).work);
    expect(account.usd).to.equal(0.11);
    await thrownBy(calls.call({ signal: never, usd: 0.05, account }, () => new Promise(() => undefined)));
    expect(account.usd).to.equal(0.21);
    expect(events.map((event) => 'costUsd' in event && event.costUsd)).to.deep.equal([
      0, 0.03, 0.05, 0.03, 0.05, 0.05,
    ]);
  });

  it('stops the call before it is made when a limit would be passed', async () => {
    const { calls } = callsWith();
    const account = new SpendAccount({ maxUsd: 0.04 });
    const { work, at } = failing();
    expect(await thrownBy(calls.call({ signal: never, usd: 0.05, account }, work))).to.be.instanceOf(
      LimitReached,
    );
    expect(at).to.deep.equal([]);
  });

  it('is returned to the video when the day has no more', async () => {
    const day = {
      reserve: () => Promise.reject(new LimitReached('The day is over.')),
      settle: () => undefined,
      release: async () => undefined,
    };
    const { calls } = callsWith({ day });
    const account = new SpendAccount({ maxUsd: 0.05 });
    await thrownBy(calls.call({ signal: never, usd: 0.05, account }, failing().work));
    expect(account.usd).to.equal(0);
    expect(() => account.reserve(0.05)).not.to.throw();
  });
});
