import { expect } from 'chai';
import { posterFrame } from '../stages/compose.ts';

describe('the poster', () => {
  it('is a frame that its clip has, in the middle of its first words or as near to it as the clip reaches', () => {
    for (let toFrame = 1; toFrame <= 400; toFrame += 1) {
      const cue = { startMs: 150, endMs: 10_150, words: [] };
      expect(posterFrame({ cues: [cue], toFrame }), `${toFrame} frames`).to.equal(Math.min(155, toFrame - 1));
    }
  });
});
