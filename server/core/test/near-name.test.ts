import { expect } from 'chai';
import { nearName } from '../index.ts';

describe('the name that is meant', () => {
  for (const [given, names, meant] of [
    ['Níght Owl', ['night-owl', 'night'], 'night-owl'],
    ['nora', ['nora', 'NORA'], undefined],
    ['norra', ['nora', 'idris'], 'nora'],
    ['elma', ['emma', 'ella'], undefined],
    ['es', ['en', 'de'], undefined],
    ['9X16', ['9:16', '16:9'], '9:16'],
    ['1:2', ['1:1'], undefined],
    ['', ['en'], undefined],
    ['x'.repeat(1_000_000), ['nora'], undefined],
  ] as const)
    it(`of “${given.slice(0, 12)}” among ${names.join(', ')} is ${meant ?? 'not known'}`, () => {
      expect(nearName(given, names)).to.equal(meant);
    });
});
