import { GOLDEN_FRAMES } from '@shortfactory/pipeline';
import { expect } from 'chai';
import { FACES, Fonts } from '../../captions/fonts.ts';
import { expectPainted } from '@shortfactory/testing/support/golden';
import { framesHash, GOLDEN_PLANS } from './golden-plans.ts';

const WHAT_TO_DO =
  'write the new hash to GOLDEN_FRAMES in pipeline/stages/compose.ts: it is part of every clip’s address.';

describe('the frames of three fixed plans', () => {
  for (const golden of GOLDEN_PLANS) {
    const { aspect } = golden.plan;
    it(`in ${aspect} are what GOLDEN_FRAMES says`, async () => {
      expectPainted(await framesHash(golden), GOLDEN_FRAMES[aspect], WHAT_TO_DO);
    });
  }

  it('are painted with every face of the captions, and with an emoji and a flag', () => {
    const fonts = new Fonts();
    const used = new Set(
      GOLDEN_PLANS.flatMap(({ plan, language }) =>
        plan.cues.flatMap(({ words }) => words.flatMap(({ text }) => fonts.itemize(text, language).runs)),
      ).map((run) => ('family' in run ? run.family : run.emoji)),
    );
    expect([...used]).to.include.members([...FACES.map(({ family }) => family), '🦊', '🇫🇷']);
  });
});
