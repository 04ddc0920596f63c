import type { CanvasGradient, Path2D, SKRSContext2D } from '@napi-rs/canvas';
import { darker, lighter, mix, recoloured, withAlpha } from '../colour.ts';
import { PAGE_HEIGHT, PAGE_WIDTH } from '../geometry.ts';
import { onPage, figureScale } from './figure-path.ts';
import type { Fill, Figure, Painter, PainterMood } from './painter.ts';

/** Full colour, soft gradients, no outlines. */
export function flatPainter(context: SKRSContext2D, mood: PainterMood): Painter {
  const colourIn = (path: Path2D, fill: Fill): string | CanvasGradient => {
    if (typeof fill === 'string') return fill;
    const [, top, , bottom] = path.getBounds();
    const gradient = context.createLinearGradient(0, top, 0, Math.min(bottom, PAGE_HEIGHT));
    gradient.addColorStop(0, fill[0]);
    gradient.addColorStop(1, fill[1]);
    return gradient;
  };
  const glow = (x: number, y: number, radius: number, colour: string, alpha: number): void => {
    const shine = context.createRadialGradient(x, y, 0, x, y, radius);
    shine.addColorStop(0, withAlpha(colour, alpha));
    shine.addColorStop(0.5, withAlpha(colour, alpha * 0.35));
    shine.addColorStop(1, withAlpha(colour, 0));
    context.fillStyle = shine;
    context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  };
  return {
    backdrop(top, bottom) {
      const sky = context.createLinearGradient(0, 0, 0, PAGE_HEIGHT);
      sky.addColorStop(0, top);
      sky.addColorStop(1, bottom);
      context.fillStyle = sky;
      context.fillRect(0, 0, PAGE_WIDTH, PAGE_HEIGHT);
    },
    shape(path, fill) {
      context.fillStyle = colourIn(path, fill);
      context.fill(path);
    },
    line(path, colour, widthPx, alpha = 1) {
      context.strokeStyle = withAlpha(colour, alpha);
      context.lineWidth = widthPx;
      context.lineCap = 'round';
      context.lineJoin = 'round';
      context.stroke(path);
    },
    light(path, colour, alpha) {
      const [, top, , bottom] = path.getBounds();
      const fade = context.createLinearGradient(0, Math.max(0, top), 0, Math.min(PAGE_HEIGHT, bottom));
      fade.addColorStop(0, withAlpha(colour, alpha));
      fade.addColorStop(1, withAlpha(colour, alpha * 0.45));
      context.fillStyle = fade;
      context.fill(path);
    },
    glow,
    groundShadow(x, y, halfWidth, colour) {
      context.save();
      context.translate(x, y);
      context.scale(1, 0.16);
      const shade = darker(colour, 0.55);
      const soft = context.createRadialGradient(0, 0, halfWidth * 0.25, 0, 0, halfWidth * 1.12);
      soft.addColorStop(0, withAlpha(shade, 0.5));
      soft.addColorStop(0.7, withAlpha(shade, 0.3));
      soft.addColorStop(1, withAlpha(shade, 0));
      context.fillStyle = soft;
      context.fillRect(-halfWidth * 1.2, -halfWidth * 1.2, halfWidth * 2.4, halfWidth * 2.4);
      context.restore();
    },
    figure(figure: Figure) {
      const scale = figureScale(figure);
      for (const shape of figure.art.shapes) {
        const own = figure.tint === undefined ? shape.colour : recoloured(shape.colour, figure.tint);
        const colour = withAlpha(
          mix(own, mood.air, mood.airShare * (1.15 - figure.weight * 0.5)),
          shape.opacity,
        );
        const path = onPage(shape.path, figure);
        if (shape.lineWidth === undefined) {
          context.fillStyle = colour;
          context.fill(path);
        } else {
          context.strokeStyle = colour;
          context.lineWidth = shape.lineWidth * scale;
          context.lineCap = 'round';
          context.stroke(path);
        }
      }
      shadeFromBelow(context, figure);
    },
    finish() {
      const edge = context.createRadialGradient(540, 860, 700, 540, 900, 1350);
      edge.addColorStop(0, withAlpha(mood.key, 0));
      edge.addColorStop(1, withAlpha(darker(mood.key, 0.75), 0.28));
      context.fillStyle = edge;
      context.fillRect(0, 0, PAGE_WIDTH, PAGE_HEIGHT);
    },
  };

  /** Light falls from above: without it a flat icon looks pasted on. */
  function shadeFromBelow(target: SKRSContext2D, figure: Figure): void {
    if (figure.size < 150) return;
    const outline = onPage(figure.art.outline, figure);
    const [, top, , bottom] = outline.getBounds();
    const fade = target.createLinearGradient(0, top, 0, bottom);
    fade.addColorStop(0, withAlpha(lighter(mood.key, 0.85), 0.1));
    fade.addColorStop(0.45, withAlpha(mood.key, 0));
    fade.addColorStop(1, withAlpha(darker(mood.key, 0.6), 0.2));
    target.fillStyle = fade;
    target.fill(outline);
  }
}
