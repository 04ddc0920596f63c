import { expect } from 'chai';
import {
  MIDDLE,
  clipWith,
  focusAt,
  movedEnd,
  partOf,
  windowOf,
} from '../../app/features/editor/model/clip-use.ts';

describe('what of a clip is shown', () => {
  it('is said only where it is not all of it as it is', () => {
    const cut = clipWith({}, { fromSeconds: 1.5, toSeconds: 4, fit: 'fit', sound: 'under', speed: 1.2 }, 9);
    expect(cut).to.deep.equal({ fromSeconds: 1.5, toSeconds: 4, fit: 'fit', sound: 'under', speed: 1.2 });
    const whole = {
      fromSeconds: 0,
      toSeconds: 9,
      fit: 'fill',
      sound: 'off',
      speed: 1,
      focus: MIDDLE,
    } as const;
    expect(clipWith(cut, whole, 9)).to.deep.equal({});
  });

  it('lies inside the clip, and its ends do not pass each other', () => {
    expect(partOf({ fromSeconds: 20, toSeconds: 40 }, 9)).to.deep.equal([8.5, 9]);
    for (const [end, at, from, to] of [
      ['from', 3.14, 3.1, 5],
      ['from', 7, 4.5, 5],
      ['from', -2, 0, 5],
      ['to', 1, 2, 2.5],
      ['to', 99, 2, 9],
    ] as const)
      expect(movedEnd([2, 5], end, at, 9), `${end} ${at}`).to.deep.equal({
        fromSeconds: from,
        toSeconds: to,
      });
  });
});

describe('the window of a frame over a picture', () => {
  const upright = 9 / 16;

  it('follows the focus as far as the picture goes', () => {
    const wide = (x: number) => windowOf(16 / 9, upright, { x, y: 0.5 }, false);
    expect(wide(0.5).width).to.be.closeTo(0.3164, 0.0001);
    expect(wide(0.5)).to.deep.include({ top: 0, height: 1 });
    expect(wide(0.5).left).to.be.closeTo(0.3418, 0.0001);
    expect(wide(0.02).left).to.equal(0);
    expect(wide(1).left).to.be.closeTo(1 - 0.3164, 0.0001);
    const tall = windowOf(upright / 2, upright, { x: 0.5, y: 1 }, false);
    expect(tall).to.deep.equal({ left: 0, top: 0.5, width: 1, height: 0.5 });
  });

  it('is a square over a photo of which a frame would keep less than half', () => {
    const photo = windowOf(2, upright, MIDDLE, true);
    expect(photo).to.deep.equal({ left: 0.25, top: 0, width: 0.5, height: 1 });
  });

  it('has its focus in hundredths, inside the picture', () => {
    expect(focusAt(0.4567, 1.3)).to.deep.equal({ x: 0.46, y: 1 });
  });
});
