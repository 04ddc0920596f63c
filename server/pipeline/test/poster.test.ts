import { FPS } from '@shortfactory/core';
import { posterPlan } from '@shortfactory/renderer';
import { expect } from 'chai';
import { posterSeconds } from '../stages/compose.ts';

describe('the poster', () => {
  it('is a frame that its clip has, however short the clip and however long its first words', () => {
    for (let toFrame = 1; toFrame <= 400; toFrame += 1) {
      const cue = { startMs: 150, endMs: 30_000, words: [] };
      const { inputs } = posterPlan('clip', posterSeconds({ cues: [cue], toFrame }), 'poster');
      const sought = Number(inputs[0]?.options.at(-1));
      // ffmpeg gives the first frame that is not before the place that is sought.
      expect(sought, `${toFrame} frames`).to.be.at.most((toFrame - 1) / FPS);
    }
  });
});
