import type { Path2D, SKRSContext2D } from '@napi-rs/canvas';
import { hueDistance, lightness, mix, recoloured, toHsl, withAlpha } from '../colour.ts';
import { box, PAGE_HEIGHT, PAGE_WIDTH } from '../geometry.ts';
import { onPage, figureScale } from './figure-path.ts';
import { handDrawn, hatching } from './hand.ts';
import type { Fill, Figure, Painter, PainterMood } from './painter.ts';
import { grainTile } from './texture.ts';

const PAPER = '#f6efe0';
const INK = '#1d1b1a';

/** Cream paper, black lines by an unsteady hand, hatching for shade, and one printed colour. */
export function inkPainter(context: SKRSContext2D, mood: PainterMood): Painter {
  // A dark scene is printed as a negative: light lines on a dark sheet.
  const [paper, ink] = mood.dark ? [INK, PAPER] : [PAPER, INK];
  const [accentHue] = toHsl(mood.accent);
  const average = (fill: Fill): string => (typeof fill === 'string' ? fill : mix(fill[0], fill[1], 0.5));
  const isAccent = (colour: string): boolean => {
    const [hue, saturation, level] = toHsl(colour);
    return saturation > 0.35 && level > 0.22 && level < 0.86 && hueDistance(hue, accentHue) < 32;
  };
  const stroke = (path: Path2D, widthPx: number, alpha = 1): void => {
    context.strokeStyle = withAlpha(ink, alpha);
    context.lineWidth = widthPx;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.stroke(path);
  };
  const hatch = (path: Path2D, spacingPx: number, angle: number, widthPx = 2.2, alpha = 0.85): void => {
    context.save();
    context.clip(path);
    const [left, top, right, bottom] = path.getBounds();
    const bounds = [
      Math.max(-20, left),
      Math.max(-20, top),
      Math.min(1100, right),
      Math.min(1940, bottom),
    ] as const;
    stroke(hatching(bounds, spacingPx, angle, mood.seed % 97), widthPx, alpha);
    context.restore();
  };
  /** The printed colour sits a little beside the line, as in a two-colour print. */
  const print = (path: Path2D, offsetPx: number): void => {
    context.save();
    context.translate(offsetPx, offsetPx * 0.7);
    context.fillStyle = mood.accent;
    context.fill(path);
    context.restore();
  };
  return {
    backdrop(top, bottom) {
      context.fillStyle = paper;
      context.fillRect(0, 0, PAGE_WIDTH, PAGE_HEIGHT);
      const level = lightness(mix(top, bottom, 0.3));
      if (level < 0.3) {
        // A dark sky: lines that thin out downwards.
        for (let y = -10, index = 0; y < 1250; index++) {
          const left = 30 + ((index * 137) % 90);
          const right = PAGE_WIDTH - 30 - ((index * 211) % 110);
          const row = handDrawn(box(left, y, right - left, 0.01), mood.seed + index, 2.4);
          stroke(row, Math.max(1.2, 3.6 - index * 0.05), 0.72);
          y += 13 + index * 0.75;
        }
      }
    },
    shape(path, fill, look = {}) {
      const drawn = handDrawn(path, mood.seed, look.depth === 'detail' ? 1.2 : 2.6);
      const colour = average(fill);
      const level = lightness(colour);
      context.fillStyle = mix(
        paper,
        mood.dark ? '#4a4440' : '#d9ccb4',
        look.depth === 'detail' ? 0 : Math.max(0, 0.75 - level) * 0.5,
      );
      context.fill(drawn);
      // Land that runs out of the page lies under the captions: its shade stays quiet.
      const quiet = drawn.getBounds()[3] > PAGE_HEIGHT - 20;
      if (look.accent === true) print(drawn, 5);
      else if (look.depth === 'detail') {
        if (level < 0.22) {
          context.fillStyle = ink;
          context.fill(drawn);
        }
      } else if (quiet && level < 0.42) hatch(drawn, level < 0.25 ? 26 : 38, Math.PI * 0.25, 1.8, 0.4);
      else if (level < 0.2) hatch(drawn, 13, Math.PI * 0.22);
      else if (level < 0.36) hatch(drawn, 20, Math.PI * 0.25);
      else if (level < 0.5) hatch(drawn, 34, Math.PI * 0.27, 1.8);
      stroke(drawn, { far: 3, mid: 4.2, near: 5.4, detail: 2.6 }[look.depth ?? 'mid']);
    },
    line(path, _colour, widthPx, alpha = 1) {
      stroke(
        handDrawn(path, mood.seed, 1.6),
        Math.max(2, Math.min(6, widthPx * 0.6)),
        Math.min(1, 0.35 + alpha * 0.65),
      );
    },
    light(path, _colour, alpha) {
      const drawn = handDrawn(path, mood.seed, 2);
      context.save();
      context.setLineDash([18, 16]);
      stroke(drawn, 2.2, Math.min(0.7, 0.25 + alpha));
      context.restore();
    },
    glow() {
      // Ink has no soft light; settings draw rays as shapes and lines.
    },
    groundShadow(x, y, halfWidth) {
      for (let index = 0; index < 5; index++) {
        const reach = halfWidth * (1.02 - index * 0.13);
        const shift = (index % 2 === 0 ? 1 : -1) * 12;
        const strokeY = y + index * 8 - 6;
        stroke(handDrawn(box(x - reach + shift, strokeY, reach * 2, 0.01), mood.seed + index, 2), 3, 0.8);
      }
    },
    figure(figure: Figure) {
      const outline = handDrawn(onPage(figure.art.outline, figure), mood.seed, 2);
      context.fillStyle = paper;
      context.fill(outline);
      const whole = (figure.art.right - figure.art.left) * (figure.art.bottom - figure.art.top);
      const pen = Math.max(2, Math.min(5, figure.size * 0.009));
      const printed = figure.size * 0.008;
      for (const shape of figure.art.shapes) {
        const own = figure.tint === undefined ? shape.colour : recoloured(shape.colour, figure.tint);
        const path = handDrawn(onPage(shape.path, figure), mood.seed, 2);
        const level = lightness(own);
        const share = shape.area / whole;
        if (shape.lineWidth !== undefined) {
          stroke(path, Math.max(pen, shape.lineWidth * figureScale(figure) * 0.7));
          continue;
        }
        if (level < 0.16) {
          context.fillStyle = ink;
          context.fill(path);
          continue;
        }
        context.fillStyle = paper;
        context.fill(path);
        if (isAccent(own)) {
          print(path, share > 0.03 ? printed : 0);
          if (level < 0.42 && share > 0.01)
            hatch(path, Math.max(9, figure.size * 0.022), Math.PI * 0.25, 1.9);
        } else if (level < 0.34) hatch(path, Math.max(7, figure.size * 0.016), Math.PI * 0.25);
        else if (level < 0.52 && share > 0.012)
          hatch(path, Math.max(10, figure.size * 0.028), Math.PI * 0.25, 1.9);
        stroke(path, share > 0.12 ? pen : pen * 0.62);
      }
      stroke(outline, pen * 1.35);
    },
    finish() {
      context.save();
      context.globalAlpha = 0.3;
      context.fillStyle = context.createPattern(grainTile('paper'), 'repeat');
      context.fillRect(0, 0, PAGE_WIDTH, PAGE_HEIGHT);
      context.restore();
    },
  };
}
