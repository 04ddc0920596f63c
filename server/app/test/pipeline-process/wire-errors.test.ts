import { InputInvalid, ProviderFailed } from '@shortfactory/core';
import { failedIn, placeOf } from '@shortfactory/pipeline/failure-place';
import { expect } from 'chai';
import { errorFromWire, errorToWire } from '../../pipeline-process/wire-errors.ts';

describe('an error between processes', () => {
  it('keeps its class, message, fields, place, stack and causes', () => {
    const cause = Object.assign(new RangeError('inner'), { code: 'E_INNER' });
    const error = new ProviderFailed('outer', { retryable: true, cause });
    failedIn(error, { stage: 'narrate', scene: 2 });
    const there = errorFromWire(structuredClone(errorToWire(error)));
    expect(there).to.be.instanceOf(ProviderFailed).and.include({ message: 'outer', retryable: true });
    expect(there.stack).to.equal(error.stack);
    expect(placeOf(there)).to.deep.equal({ stage: 'narrate', scene: 2 });
    expect(there.cause).to.include({ name: 'RangeError', message: 'inner', code: 'E_INNER' });
  });

  it('keeps where an input is wrong', () => {
    const there = errorFromWire(errorToWire(new InputInvalid('/scenes/0', 'is empty')));
    expect(there)
      .to.be.instanceOf(InputInvalid)
      .and.include({ where: '/scenes/0', message: '/scenes/0: is empty' });
  });

  it('takes anything that was thrown, and causes that go in a circle', () => {
    const circle = new Error('round');
    circle.cause = circle;
    for (const thrown of ['text', undefined, circle]) {
      expect(errorFromWire(structuredClone(errorToWire(thrown)))).to.be.instanceOf(Error);
    }
  });
});
