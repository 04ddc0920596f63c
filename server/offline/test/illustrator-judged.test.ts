import { expect } from 'chai';
import { judge, type Judged } from './judged/judge.ts';

const told = (judged: readonly Judged[]): string =>
  judged.map(({ sentence, drawn }) => `${sentence} → ${drawn}`).join('\n');

describe('what the illustrator draws for everyday sentences', () => {
  for (const [list, wrongShare, neutralShare] of [
    ['everyday', 0.05, 0.15],
    ['held-out', 0.1, 0.25],
    ['languages', 0.05, 0.2],
    ['unseen', 0.12, 0.15],
  ] as const) {
    it(`is wrong in at most ${wrongShare * 100} % of the list "${list}"`, async () => {
      const judged = await judge(list);
      const of = (verdict: Judged['verdict']): Judged[] => judged.filter((one) => one.verdict === verdict);
      expect(of('wrong').length / judged.length, told(of('wrong'))).to.be.at.most(wrongShare);
      expect(of('neutral').length / judged.length, told(of('neutral'))).to.be.at.most(neutralShare);
    });
  }
});
