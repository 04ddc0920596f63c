import { isOffline, providerOf } from '@shortfactory/core';
import { expect } from 'chai';

export function faultOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** Work that is given up in its middle ends with the signal's reason, or was faster. */
export async function givesUp(work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const run = new AbortController();
  const reason = new Error('given up in the middle');
  const fault = faultOf(work(run.signal));
  setImmediate(() => run.abort(reason));
  expect([undefined, reason]).to.include(await fault);
}

/** An id says who it is, and whether a service is asked. */
export function expectId(id: string, paid: boolean): void {
  expect(id).to.match(/^[a-z]+:\S+$/);
  expect(providerOf(id)).to.match(/^[a-z]+$/);
  expect(isOffline(id)).to.equal(!paid);
}
