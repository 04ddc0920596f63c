import { StorageFailed } from '@shortfactory/core';
import { expect } from 'chai';
import { GcsAnswer } from '../gcs/failure.ts';
import { PATIENCE, patiently } from '../gcs/patience.ts';

const QUICK = { ...PATIENCE, pauseMs: 1 };

/** Fails with each of these in turn, then returns how often it was asked. */
function failing(...errors: Error[]): { act: () => Promise<number>; asked: () => number } {
  let asked = 0;
  return {
    act: () => {
      const error = errors[asked++];
      return error ? Promise.reject(error) : Promise.resolve(asked);
    },
    asked: () => asked,
  };
}

const busy = (): Error => new GcsAnswer(429, 'slow down');
const cutOff = (): Error => new TypeError('Premature close');

describe('a request to a bucket', () => {
  it('is made again after what may pass, up to its attempts', async () => {
    expect(await patiently(QUICK, failing(busy(), cutOff(), new GcsAnswer(503, 'later')).act)).to.equal(4);
  });

  it('fails with what the last attempt said', async () => {
    const last = busy();
    const { act, asked } = failing(busy(), busy(), busy(), last, busy());
    expect(await patiently(QUICK, act).catch((error: unknown) => error)).to.equal(last);
    expect(asked()).to.equal(PATIENCE.attempts);
  });

  for (const [what, error] of [
    ['it was refused', new GcsAnswer(403, 'no')],
    ['there is no such object', new GcsAnswer(404, 'no such object')],
    ['the fault is our own', new StorageFailed('The disk is full.')],
  ] as const)
    it(`is not made again when ${what}`, async () => {
      const { act, asked } = failing(error, error);
      expect(await patiently(QUICK, act).catch((reason: unknown) => reason)).to.equal(error);
      expect(asked()).to.equal(1);
    });

  it('that may not be done twice is made again only after the outcomes that allow it', async () => {
    const { act, asked } = failing(busy(), cutOff(), busy());
    const error = await patiently(QUICK, act, ['busy']).catch((reason: unknown) => reason);
    expect(error).to.have.property('message', 'Premature close');
    expect(asked()).to.equal(2);
  });
});
