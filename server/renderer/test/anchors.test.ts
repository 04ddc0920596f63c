import { ASPECTS } from '@shortfactory/core';
import { seeded } from '@shortfactory/testing/seeded';
import { expect } from 'chai';
import { chooseAnchors } from '../frames/anchors.ts';
import { cameraPath, MOVES } from '../frames/camera.ts';
import { anchorRules, SKIPPING } from '../frames/skipping.ts';

const RULES = { gap: 4, tail: 2 };

describe('the frames of a clip that are coded', () => {
  it('are both ends of what stays, and none further apart than the gap', () => {
    const captions = [{ fromFrame: 10, toFrame: 20 }];
    expect(chooseAnchors({ fromFrame: 0, toFrame: 30 }, 0, captions, RULES)).to.deep.equal([
      ...[0, 3, 6, 9, 10, 13, 16, 19, 20, 24, 27, 28, 29],
    ]);
  });

  it('are all of a transition', () => {
    const anchors = chooseAnchors({ fromFrame: 0, toFrame: 30 }, 9, [], RULES);
    expect(anchors.slice(0, 11)).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 13]);
  });

  it('hold whatever the captions are: first, last two, every change, every frame that may not be skipped', () => {
    const random = seeded(92);
    const below = (limit: number): number => Math.floor(random() * limit);
    for (let round = 0; round < 300; round++) {
      const fromFrame = below(50);
      const toFrame = fromFrame + 1 + below(90);
      const captions = Array.from({ length: below(8) }, () => {
        const start = below(150);
        return { fromFrame: start, toFrame: start + 1 + below(30) };
      });
      const transition = below(2) * 10;
      const gap = 1 + below(9);
      const anchors = chooseAnchors({ fromFrame, toFrame }, transition, captions, { gap, tail: 2 });
      const seen = new Set(anchors);
      expect(anchors).to.deep.equal([...seen].sort((a, b) => a - b));
      expect(anchors[0]).to.equal(fromFrame);
      expect(anchors.at(-1)).to.equal(toFrame - 1);
      if (toFrame - fromFrame > 1) expect(anchors.at(-2)).to.equal(toFrame - 2);
      anchors.forEach((frame, i) => expect(frame - (anchors[i - 1] ?? frame)).to.be.at.most(gap));
      for (let frame = fromFrame; frame < toFrame; frame++) {
        const changes = captions.some((c) => c.fromFrame === frame || c.toFrame === frame);
        const held = frame < transition || changes;
        if (held) expect(seen.has(frame), `frame ${frame}`).to.equal(true);
        if (changes && frame > fromFrame) expect(seen.has(frame - 1), `before ${frame}`).to.equal(true);
      }
    }
  });

  it('are few where vectors say the move exactly, and more where a long scene makes it slower than a step', () => {
    const focus = { x: 0.5, y: 0.5 };
    for (const aspect of ASPECTS) {
      for (const move of MOVES) {
        const rulesOf = (sceneFrames: number): unknown[] => {
          const path = cameraPath(move, focus, sceneFrames, aspect);
          const shot = { picture: { image: 'a', focus }, path, sceneFrames };
          const { gap, kind } = anchorRules(SKIPPING, { aspect, fromFrame: 0, toFrame: 75, shot, cues: [] });
          return [gap, kind];
        };
        expect([150, 600, 1800].map(rulesOf), `${move}, ${aspect}`).to.deep.equal([
          [5, 'steady'],
          [5, 'sparse'],
          [2, 'sparse'],
        ]);
      }
    }
  });
});
