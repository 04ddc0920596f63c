import { Path2D } from '@napi-rs/canvas';

/**
 * The same path as a hand would draw it: every point is moved by a smooth field of small offsets, so edges that meet
 * still meet, and long straight lines are broken up so that they bend a little too.
 */
export function handDrawn(path: Path2D, seed: number, amplitudePx: number): Path2D {
  const phase = (seed % 628) / 100;
  const moveX = (x: number, y: number): number =>
    x + amplitudePx * (Math.sin(y * 0.021 + phase) + 0.6 * Math.sin(x * 0.043 + y * 0.017 + phase * 3));
  const moveY = (x: number, y: number): number =>
    y + amplitudePx * (Math.sin(x * 0.019 + phase * 2) + 0.6 * Math.sin(y * 0.041 - x * 0.015 + phase * 5));
  const drawn = new Path2D();
  let fromX = 0;
  let fromY = 0;
  let startX = 0;
  let startY = 0;

  const lineTo = (x: number, y: number): void => {
    const pieces = Math.min(24, Math.max(1, Math.round(Math.hypot(x - fromX, y - fromY) / 70)));
    for (let piece = 1; piece <= pieces; piece++) {
      const px = fromX + ((x - fromX) * piece) / pieces;
      const py = fromY + ((y - fromY) * piece) / pieces;
      drawn.lineTo(moveX(px, py), moveY(px, py));
    }
    fromX = x;
    fromY = y;
  };

  for (const [, command, list] of path.toSVGString().matchAll(/([MLQCZHV])([^MLQCZHV]*)/g)) {
    const numbers = (list ?? '').match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    if (command === 'M') {
      drawn.moveTo(moveX(a, b), moveY(a, b));
      [fromX, fromY, startX, startY] = [a, b, a, b];
    } else if (command === 'L') lineTo(a, b);
    else if (command === 'H') lineTo(a, fromY);
    else if (command === 'V') lineTo(fromX, a);
    else if (command === 'Q') {
      drawn.quadraticCurveTo(moveX(a, b), moveY(a, b), moveX(c, d), moveY(c, d));
      [fromX, fromY] = [c, d];
    } else if (command === 'C') {
      drawn.bezierCurveTo(moveX(a, b), moveY(a, b), moveX(c, d), moveY(c, d), moveX(e, f), moveY(e, f));
      [fromX, fromY] = [e, f];
    } else {
      lineTo(startX, startY);
      drawn.closePath();
    }
  }
  return drawn;
}

/** Parallel strokes over a box, for clipping to a shape. `angle` in radians. */
export function hatching(
  [left, top, right, bottom]: readonly [number, number, number, number],
  spacingPx: number,
  angle: number,
  seed: number,
): Path2D {
  const lines = new Path2D();
  const centreX = (left + right) / 2;
  const centreY = (top + bottom) / 2;
  const reach = Math.hypot(right - left, bottom - top) / 2;
  const along = [Math.cos(angle), Math.sin(angle)] as const;
  const count = Math.min(160, Math.ceil(reach / spacingPx));
  for (let index = -count; index <= count; index++) {
    // A little unevenness, the same for the same place.
    const jitter = Math.sin(index * 12.9898 + seed) * spacingPx * 0.16;
    const offset = index * spacingPx + jitter;
    const x = centreX - along[1] * offset;
    const y = centreY + along[0] * offset;
    const tilt = jitter * 0.6;
    lines.moveTo(x - along[0] * reach, y - along[1] * reach - tilt);
    lines.lineTo(x + along[0] * reach, y + along[1] * reach + tilt);
  }
  return lines;
}
