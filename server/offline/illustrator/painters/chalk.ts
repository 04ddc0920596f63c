import { createCanvas, type Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { hueDistance, lightness, mix, recoloured, toHsl, withAlpha } from '../colour.ts';
import { box, PAGE_HEIGHT, PAGE_WIDTH } from '../geometry.ts';
import { seededRandom } from '../random.ts';
import { onPage, figureScale } from './figure-path.ts';
import { handDrawn, hatching } from './hand.ts';
import type { Fill, Figure, Painter, PainterMood } from './painter.ts';
import { grainTile } from './texture.ts';

const BOARD = '#20352d';
const STICKS = ['#f7a8a8', '#f6b98a', '#f5da82', '#a9dba0', '#9fd6d8', '#a5c4f2', '#e3aede'] as const;
const WHITE = '#f3f0e7';

/** The stick of chalk nearest to a colour; white for what has none. */
function stickFor(colour: string): string {
  const [hue, saturation, level] = toHsl(colour);
  if (saturation < 0.22 || level > 0.9 || level < 0.12) return WHITE;
  return STICKS.reduce((best, stick) =>
    hueDistance(toHsl(stick)[0], hue) < hueDistance(toHsl(best)[0], hue) ? stick : best,
  );
}

/** A dark green board; strokes of coloured chalk with a gritty edge, tints rubbed in with the flat of the stick. */
export function chalkPainter(board: SKRSContext2D, mood: PainterMood): Painter {
  const { width, height } = board.canvas;
  const layer = createCanvas(width, height);
  const context = layer.getContext('2d');
  context.setTransform(board.getTransform());
  const average = (fill: Fill): string => (typeof fill === 'string' ? fill : mix(fill[0], fill[1], 0.5));
  const wipe = (path: Path2D): void => {
    context.globalCompositeOperation = 'destination-out';
    context.fillStyle = '#000000';
    context.fill(path);
    context.globalCompositeOperation = 'source-over';
  };
  const stroke = (path: Path2D, colour: string, widthPx: number, alpha = 1): void => {
    context.strokeStyle = withAlpha(colour, alpha);
    context.lineWidth = widthPx;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.stroke(path);
  };
  const rub = (path: Path2D, colour: string, alpha: number, spacingPx: number): void => {
    context.fillStyle = withAlpha(colour, alpha * 0.8);
    context.fill(path);
    const [left, top, right, bottom] = path.getBounds();
    // Land that runs out of the page lies under the captions; it stays quiet, and hatching it costs the most.
    if (bottom > PAGE_HEIGHT - 20 && alpha < 0.15) return;
    context.save();
    context.clip(path);
    const bounds = [
      Math.max(-20, left),
      Math.max(-20, top),
      Math.min(1100, right),
      Math.min(1940, bottom),
    ] as const;
    stroke(hatching(bounds, spacingPx, -Math.PI * 0.2, mood.seed % 89), colour, spacingPx * 0.5, alpha);
    context.restore();
  };
  return {
    backdrop() {
      board.fillStyle = BOARD;
      board.fillRect(0, 0, PAGE_WIDTH, PAGE_HEIGHT);
      const random = seededRandom(mood.seed);
      // Old lessons, wiped away.
      for (let index = 0; index < 9; index++) {
        const x = random.between(0, PAGE_WIDTH);
        const y = random.between(0, PAGE_HEIGHT);
        const radius = random.between(260, 520);
        const smear = board.createRadialGradient(x, y, 0, x, y, radius);
        smear.addColorStop(0, withAlpha('#dfe9df', random.between(0.03, 0.075)));
        smear.addColorStop(1, withAlpha('#dfe9df', 0));
        board.fillStyle = smear;
        board.fillRect(x - radius, y - radius, radius * 2, radius * 2);
      }
    },
    shape(path, fill, look = {}) {
      const drawn = handDrawn(path, mood.seed, look.depth === 'detail' ? 1.4 : 3);
      const colour = average(fill);
      const stick = stickFor(colour);
      wipe(drawn);
      const level = lightness(colour);
      const strength = look.accent === true ? 0.62 : look.depth === 'detail' ? 0.3 : 0.04 + level * 0.09;
      rub(drawn, stick, strength, look.accent === true ? 11 : look.depth === 'detail' ? 12 : 26);
      stroke(
        drawn,
        stick,
        { far: 5, mid: 6.5, near: 8, detail: 5 }[look.depth ?? 'mid'],
        look.depth === 'far' ? 0.7 : 1,
      );
    },
    line(path, colour, widthPx, alpha = 1) {
      stroke(
        handDrawn(path, mood.seed, 2),
        stickFor(colour),
        Math.max(4, Math.min(10, widthPx)),
        Math.min(1, 0.3 + alpha * 0.7),
      );
    },
    light(path, colour, alpha) {
      context.save();
      context.clip(path);
      const [left, top, right, bottom] = path.getBounds();
      const bounds = [
        Math.max(-20, left),
        Math.max(-20, top),
        Math.min(1100, right),
        Math.min(1940, bottom),
      ] as const;
      stroke(hatching(bounds, 30, -Math.PI * 0.2, 3), stickFor(colour), 7, Math.min(0.13, alpha * 0.45));
      context.restore();
    },
    glow(x, y, radius, colour, alpha) {
      // A wide haze has no edge that chalk could draw; a lamp or a sun has rays.
      if (radius > 420) return;
      for (let index = 0; index < 16; index++) {
        const angle = (index * Math.PI) / 8;
        const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
        const reach = index % 2 === 0 ? 0.66 : 0.6;
        const ray = box(0, 0, 0.01, 0.01);
        ray.moveTo(x + dx * radius * 0.54, y + dy * radius * 0.54);
        ray.lineTo(x + dx * radius * reach, y + dy * radius * reach);
        stroke(handDrawn(ray, mood.seed, 2), stickFor(colour), 6, Math.min(0.8, alpha + 0.2));
      }
    },
    groundShadow(x, y, halfWidth) {
      for (let index = 0; index < 4; index++) {
        const reach = halfWidth * (1 - index * 0.16);
        const shift = (index % 2 === 0 ? 1 : -1) * 14;
        stroke(
          handDrawn(box(x - reach + shift, y + index * 10 - 6, reach * 2, 0.01), mood.seed + index, 2),
          WHITE,
          5,
          0.4,
        );
      }
    },
    figure(figure: Figure) {
      const outline = handDrawn(onPage(figure.art.outline, figure), mood.seed, 2.2);
      wipe(outline);
      const whole = (figure.art.right - figure.art.left) * (figure.art.bottom - figure.art.top);
      const pen = Math.max(3.5, Math.min(9, figure.size * 0.015));
      let edge = WHITE;
      let largest = 0;
      for (const shape of figure.art.shapes) {
        const own = figure.tint === undefined ? shape.colour : recoloured(shape.colour, figure.tint);
        const stick = stickFor(own);
        const path = handDrawn(onPage(shape.path, figure), mood.seed, 2.2);
        const share = shape.area / whole;
        const level = lightness(own);
        if (share > largest) [largest, edge] = [share, stick];
        if (shape.lineWidth !== undefined) {
          stroke(path, stick, Math.max(pen, shape.lineWidth * figureScale(figure) * 0.8));
          continue;
        }
        wipe(path);
        // On a board the dark parts are left bare and the bright ones are rubbed in.
        if (level < 0.2) {
          if (share < 0.012) {
            context.fillStyle = WHITE;
            context.fill(path);
          } else stroke(path, WHITE, pen * 0.8);
          continue;
        }
        rub(path, stick, 0.34 + level * 0.5, Math.max(9, figure.size * 0.022));
        stroke(path, share > 0.12 ? stick : mix(stick, WHITE, 0.35), share > 0.12 ? pen : pen * 0.6, 0.95);
      }
      stroke(outline, mix(edge, WHITE, 0.4), pen * 1.25);
    },
    finish() {
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.globalCompositeOperation = 'destination-out';
      context.fillStyle = context.createPattern(grainTile('chalk'), 'repeat');
      context.fillRect(0, 0, width, height);
      context.restore();
      board.save();
      board.setTransform(1, 0, 0, 1, 0, 0);
      board.drawImage(layer, 0, 0);
      board.restore();
    },
  };
}
