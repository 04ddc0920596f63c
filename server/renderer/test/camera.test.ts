import { ASPECTS, FRAME_PX, TRANSITION_FRAMES } from '@shortfactory/core';
import type { Aspect } from '@shortfactory/core';
import { expect } from 'chai';
import { cameraPath, chooseMove, MOVES, viewAt } from '../frames/camera.ts';
import type { Focus, Move, View } from '../frames/camera.ts';
import { seeded, whole } from '@shortfactory/testing/seeded';

const FOCI: Focus[] = [0, 0.1, 0.2, 0.33, 0.44, 0.455, 0.47, 0.5, 0.53, 0.56, 0.7, 0.9, 1].flatMap((x) =>
  [0, 0.3, 0.45, 0.5, 0.62, 1].map((y) => ({ x, y })),
);
const LENGTHS = [15, 30, 59, 60, 61, 90, 134, 179, 180, 181, 239, 300, 400];
/** A fraction of a picture, for rounding alone. */
const NOTHING = 1e-9;

/** Every view of a scene, the transition into the next included. */
function views(move: Move, focus: Focus, frames: number, aspect: Aspect = '9:16'): View[] {
  const path = cameraPath(move, focus, frames, aspect);
  return Array.from({ length: frames + TRANSITION_FRAMES + 1 }, (_, frame) => viewAt(path, frame, frames));
}

for (const move of MOVES) {
  describe(`the camera move “${move}”`, () => {
    it('never looks past the edge of the picture, the transition after it included', () => {
      for (const focus of FOCI) {
        for (const [frames, aspect] of LENGTHS.flatMap((length) =>
          ASPECTS.map((a) => [length, a] as const),
        )) {
          const seen = views(move, focus, frames, aspect);
          const nearest = Math.min(...seen.map(({ x, y }) => Math.min(x, y)));
          const farthest = Math.max(...seen.map(({ x, y, size }) => Math.max(x, y) + size));
          const where = `focus ${focus.x}, ${focus.y}, ${frames} frames, ${aspect}`;
          expect(nearest, where).to.be.at.least(-NOTHING);
          expect(farthest, where).to.be.at.most(1 + NOTHING);
        }
      }
    });

    it('moves every point of the picture evenly: at most 0.05 px per frame² on 1080 px', () => {
      let largest = 0;
      for (const focus of FOCI) {
        for (const frames of LENGTHS) {
          const seen = views(move, focus, frames);
          for (const point of [0.15, 0.5, 0.85]) {
            for (const side of ['x', 'y'] as const) {
              const at = seen.map((view) => ((point - view[side]) / view.size) * 1080);
              for (let i = 1; i + 1 < at.length; i++) {
                const bend = (at[i + 1] ?? 0) - 2 * (at[i] ?? 0) + (at[i - 1] ?? 0);
                largest = Math.max(largest, Math.abs(bend));
              }
            }
          }
        }
      }
      expect(largest).to.be.at.most(0.05);
    });

    it('can be seen to move: 2 to 30 px a second', () => {
      for (const frames of LENGTHS) {
        const path = cameraPath(move, { x: 0.5, y: 0.5 }, frames, '9:16');
        const [a, b] = [viewAt(path, 0, frames), viewAt(path, 30, frames)];
        const { widthPx, heightPx } = FRAME_PX['9:16'];
        const travelled = Math.hypot(((b.x - a.x) / a.size) * widthPx, ((b.y - a.y) / a.size) * heightPx);
        expect(travelled, `${frames} frames`).to.be.within(2, 30 + NOTHING);
      }
    });

    it('ends where it ends whatever the scene’s length, within a step of two seconds', () => {
      for (const focus of FOCI) {
        for (const [from, to] of [
          [15, 180],
          [181, 240],
          [241, 300],
        ] as const) {
          const last = viewAt(cameraPath(move, focus, to, '9:16'), to, to);
          for (let frames = from; frames < to; frames += 7) {
            const { x, y, size } = viewAt(cameraPath(move, focus, frames, '9:16'), frames, frames);
            if (x !== last.x || y !== last.y || size !== last.size)
              expect({ x, y, size }, `focus ${focus.x}, ${focus.y}, ${frames} frames`).to.deep.equal(last);
          }
        }
      }
    });

    it('keeps a focus away from the edges in view', () => {
      for (const focus of FOCI.filter((at) => [at.x, at.y].every((side) => side >= 0.2 && side <= 0.8))) {
        const outside = views(move, focus, 150).filter(({ x, y, size }) =>
          [focus.x - x, focus.y - y].some((at) => at < -NOTHING || at > size + NOTHING),
        );
        expect(outside, `focus ${focus.x}, ${focus.y}`).to.deep.equal([]);
      }
    });
  });
}

describe('every move', () => {
  it('goes whole quarters of a pixel a frame, so that vectors of video codecs say it exactly, and one pixel at the most', () => {
    for (const [move, aspect] of MOVES.flatMap((each) => ASPECTS.map((a) => [each, a] as const))) {
      const { widthPx, heightPx } = FRAME_PX[aspect];
      for (const frames of LENGTHS) {
        const [a, b] = views(move, { x: 0.5, y: 0.5 }, frames, aspect) as [View, View];
        const steps = [((b.x - a.x) / a.size) * widthPx * 4, ((b.y - a.y) / a.size) * heightPx * 4].map(
          Math.abs,
        );
        const where = `${move}, ${aspect}, ${frames} frames`;
        expect(Math.round(Math.max(...steps)), where).to.be.within(1, 4);
        for (const step of steps) expect(Math.abs(step - Math.round(step)), where).to.be.below(1e-6);
      }
    }
  });
});

const chooseMoves = (seeds: readonly number[]) => seeds.map(chooseMove);

describe('the choice of moves', () => {
  it('never gives neighbours the same move', () => {
    const random = seeded(3);
    for (let run = 0; run < 500; run++) {
      const moves = chooseMoves(Array.from({ length: 12 }, () => whole(random, 0, 2 ** 32 - 1)));
      moves.forEach((move, i) => expect(move).not.to.equal(moves[i + 1]));
    }
  });

  it('stays as it is where another picture has changed', () => {
    const before = chooseMoves([11, 22, 33, 44]);
    const after = chooseMoves([11, 99, 33, 44]);
    expect([after[0], after[2], after[3]]).to.deep.equal([before[0], before[2], before[3]]);
  });

  it('uses every move', () => {
    expect(new Set(chooseMoves([0, 1, 2, 3, 4, 5, 6, 7]))).to.deep.equal(new Set(MOVES));
  });
});
