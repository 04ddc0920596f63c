import type { Path2D } from '@napi-rs/canvas';
import { Path2D as PathOfCanvas } from '@napi-rs/canvas';
import type { Figure } from './painter.ts';

/** Page units for one unit of the figure's 32 × 32 art. */
export function figureScale({ art, size }: Figure): number {
  return size / Math.max(art.right - art.left, art.bottom - art.top);
}

/** A path of the figure's art, moved to its place on the page. The path given stays as it is. */
export function onPage(path: Path2D, figure: Figure): Path2D {
  const scale = figureScale(figure);
  const centreX = (figure.art.left + figure.art.right) / 2;
  const centreY = (figure.art.top + figure.art.bottom) / 2;
  const cos = Math.cos(figure.turn) * scale;
  const sin = Math.sin(figure.turn) * scale;
  const side = figure.flip ? -1 : 1;
  const a = cos * side;
  const b = sin * side;
  return new PathOfCanvas(path).transform({
    a,
    b,
    c: -sin,
    d: cos,
    e: figure.x - centreX * a + centreY * sin,
    f: figure.y - centreX * b - centreY * cos,
  });
}
