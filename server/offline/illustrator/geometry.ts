import { Path2D, type PathOp } from '@napi-rs/canvas';
import type { Random } from './random.ts';

/** Paths in page units (1080 × 1920, origin at the top left). Nothing here draws. */

export type Point = readonly [x: number, y: number];

export const PAGE_WIDTH = 1080;
export const PAGE_HEIGHT = 1920;

export function circle(x: number, y: number, radius: number): Path2D {
  const path = new Path2D();
  path.arc(x, y, radius, 0, Math.PI * 2);
  path.closePath();
  return path;
}

export function ellipse(x: number, y: number, radiusX: number, radiusY: number, turn = 0): Path2D {
  const path = new Path2D();
  path.ellipse(x, y, radiusX, radiusY, turn, 0, Math.PI * 2);
  path.closePath();
  return path;
}

export function box(x: number, y: number, width: number, height: number, radius = 0): Path2D {
  const path = new Path2D();
  if (radius > 0) path.roundRect(x, y, width, height, radius);
  else path.rect(x, y, width, height);
  return path;
}

export function polygon(points: readonly Point[]): Path2D {
  const path = new Path2D();
  points.forEach(([x, y], index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
  return path;
}

export function polyline(points: readonly Point[]): Path2D {
  const path = new Path2D();
  points.forEach(([x, y], index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  return path;
}

/** A soft curve through points (midpoint quadratics), open. */
export function curve(points: readonly Point[]): Path2D {
  const path = new Path2D();
  const first = points[0] ?? [0, 0];
  path.moveTo(first[0], first[1]);
  for (let index = 1; index < points.length - 1; index++) {
    const here = points[index] ?? first;
    const after = points[index + 1] ?? here;
    const last = index === points.length - 2;
    path.quadraticCurveTo(
      here[0],
      here[1],
      last ? after[0] : (here[0] + after[0]) / 2,
      last ? after[1] : (here[1] + after[1]) / 2,
    );
  }
  return path;
}

/** Land from edge to edge with a soft skyline, closed along the bottom of the page (or `floor`). */
export function softRidge(heights: readonly number[], floor = PAGE_HEIGHT + 40): Path2D {
  const step = (PAGE_WIDTH + 160) / (heights.length - 1);
  const points = heights.map((y, index): Point => [-80 + index * step, y]);
  const path = curve(points);
  path.lineTo(PAGE_WIDTH + 80, floor);
  path.lineTo(-80, floor);
  path.closePath();
  return path;
}

/** Random heights for softRidge: neighbours alternate above and below `y`, so a ridge always rolls. */
export function rollingHeights(random: Random, y: number, swing: number, count = 5): number[] {
  const lift = random.chance(0.5) ? 1 : -1;
  return Array.from(
    { length: count },
    (_, index) => y + lift * (index % 2 === 0 ? 1 : -1) * random.between(swing * 0.35, swing),
  );
}

/** A straight-edged skyline of peaks, closed along the bottom. */
export function jaggedRidge(points: readonly Point[], floor = PAGE_HEIGHT + 40): Path2D {
  return polygon([[-80, floor], ...points, [PAGE_WIDTH + 80, floor]]);
}

/** A flat-bottomed cloud of `width`, its base centre at (x, y). */
export function cloud(x: number, y: number, width: number): Path2D {
  const unit = width / 10;
  const path = new Path2D();
  path.moveTo(x - 4 * unit, y);
  path.arc(x - 3.6 * unit, y - 1.2 * unit, 1.25 * unit, Math.PI * 0.6, Math.PI * 1.5);
  path.arc(x - 1.4 * unit, y - 2.3 * unit, 1.9 * unit, Math.PI * 1.0, Math.PI * 1.8);
  path.arc(x + 1.5 * unit, y - 2.0 * unit, 1.6 * unit, Math.PI * 1.25, Math.PI * 1.95);
  path.arc(x + 3.6 * unit, y - 1.15 * unit, 1.2 * unit, Math.PI * 1.4, Math.PI * 0.5);
  path.closePath();
  return path;
}

export function star(x: number, y: number, radius: number, points = 5, waist = 0.45): Path2D {
  return polygon(
    Array.from({ length: points * 2 }, (_, index): Point => {
      const reach = index % 2 === 0 ? radius : radius * waist;
      const angle = (index * Math.PI) / points - Math.PI / 2;
      return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
    }),
  );
}

/** A leaf or petal from its stalk at (x, y) towards `angle`. */
export function leaf(x: number, y: number, length: number, width: number, angle: number): Path2D {
  const along: Point = [Math.cos(angle), Math.sin(angle)];
  const across: Point = [-along[1], along[0]];
  const at = (forward: number, side: number): Point => [
    x + along[0] * forward + across[0] * side,
    y + along[1] * forward + across[1] * side,
  ];
  const tip = at(length, 0);
  const left = at(length * 0.45, width);
  const right = at(length * 0.45, -width);
  const path = new Path2D();
  path.moveTo(x, y);
  path.quadraticCurveTo(left[0], left[1], tip[0], tip[1]);
  path.quadraticCurveTo(right[0], right[1], x, y);
  path.closePath();
  return path;
}

/** A wedge of light from (x, y) between two angles. */
export function wedge(x: number, y: number, from: number, to: number, radius: number): Path2D {
  return polygon([
    [x, y],
    [x + Math.cos(from) * radius, y + Math.sin(from) * radius],
    [x + Math.cos(to) * radius, y + Math.sin(to) * radius],
  ]);
}

/** A band that sways as it rises: seaweed, smoke, a ribbon of grass. */
export function ribbon(
  x: number,
  base: number,
  height: number,
  width: number,
  sway: number,
  bends = 3,
): Path2D {
  const steps = bends * 6;
  const side = (sign: number): Point[] =>
    Array.from({ length: steps + 1 }, (_, index): Point => {
      const up = index / steps;
      const thickness = (width / 2) * (1 - up * 0.85);
      return [
        x + Math.sin(up * Math.PI * bends) * sway * (0.4 + up * 0.6) + sign * thickness,
        base - height * up,
      ];
    });
  return polygon([...side(-1), ...side(1).reverse()]);
}

/** A heart whose widest span is `size`, centred on (x, y). */
export function heart(x: number, y: number, size: number): Path2D {
  const half = size / 2;
  const path = new Path2D();
  path.moveTo(x, y + half * 0.92);
  path.bezierCurveTo(x - half * 1.5, y - half * 0.05, x - half * 0.95, y - half * 1.15, x, y - half * 0.42);
  path.bezierCurveTo(x + half * 0.95, y - half * 1.15, x + half * 1.5, y - half * 0.05, x, y + half * 0.92);
  path.closePath();
  return path;
}

/** Several paths as one, for drawing them in one go. */
export function joined(paths: readonly Path2D[]): Path2D {
  const whole = new Path2D();
  for (const path of paths) whole.addPath(path);
  return whole;
}

const DIFFERENCE: PathOp = 0;

/** The first path with the second cut out of it. */
export function without(path: Path2D, hole: Path2D): Path2D {
  return new Path2D(path).op(hole, DIFFERENCE).asWinding();
}
