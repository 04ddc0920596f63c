import type { Path2D, SKRSContext2D } from '@napi-rs/canvas';
import { darker, fromHsl, hueDistance, lightness, mix, recoloured, toHsl, withAlpha } from '../colour.ts';
import { PAGE_HEIGHT, PAGE_WIDTH } from '../geometry.ts';
import { onPage, figureScale } from './figure-path.ts';
import type { Fill, Figure, Painter, PainterMood } from './painter.ts';
import { grainTile } from './texture.ts';

const SHADOW = '#1d1a26';

/** Sheets of coloured paper, one on the other: few hues, soft shadows between the layers, a little fibre. */
export function paperPainter(context: SKRSContext2D, mood: PainterMood): Painter {
  const [keyHue, keySaturation] = toHsl(mood.key);
  const sheet = (colour: string): string => {
    const [hue, saturation] = toHsl(colour);
    const light = Math.round((0.12 + lightness(colour) * 0.82) * 9) / 9;
    const ramp = fromHsl(keyHue + (light - 0.5) * 24, Math.min(0.5, keySaturation * 0.55 + 0.14), light);
    // Another hue that speaks up (green land under a blue sky) keeps a part of itself.
    const share = saturation > 0.2 && hueDistance(hue, keyHue) > 45 ? 0.5 : 0.18;
    return mix(ramp, colour, share);
  };
  const single = (fill: Fill): string => (typeof fill === 'string' ? fill : mix(fill[0], fill[1], 0.35));

  const cast = (path: Path2D, depthPx: number): void => {
    for (const [spread, alpha] of [
      [2.1, 0.05],
      [1.4, 0.07],
      [0.8, 0.09],
      [0.35, 0.1],
    ] as const) {
      context.save();
      context.translate(depthPx * 0.18, depthPx * 0.42);
      context.lineJoin = 'round';
      context.strokeStyle = withAlpha(SHADOW, alpha);
      context.lineWidth = depthPx * spread;
      context.stroke(path);
      context.restore();
    }
  };
  const lay = (path: Path2D, colour: string, depthPx: number): void => {
    cast(path, depthPx);
    context.fillStyle = colour;
    context.fill(path);
    // The lit edge of the sheet's thickness.
    context.strokeStyle = withAlpha('#ffffff', 0.16);
    context.lineWidth = 2;
    context.stroke(path);
  };
  return {
    backdrop(top, bottom) {
      context.fillStyle = sheet(mix(top, bottom, 0.4));
      context.fillRect(0, 0, PAGE_WIDTH, PAGE_HEIGHT);
    },
    shape(path, fill, look = {}) {
      const depthPx = { far: 16, mid: 22, near: 28, detail: 8 }[look.depth ?? 'mid'];
      const colour = single(fill);
      lay(path, look.accent === true ? mix(colour, '#f6ead6', 0.14) : sheet(colour), depthPx);
    },
    line(path, colour, widthPx, alpha = 1) {
      const strip = path.toSVGString();
      if (strip === '') return;
      context.lineCap = 'round';
      context.lineJoin = 'round';
      if (alpha > 0.4 && widthPx > 6) {
        context.save();
        context.translate(2, 6);
        context.strokeStyle = withAlpha(SHADOW, 0.18);
        context.lineWidth = widthPx + 3;
        context.stroke(path);
        context.restore();
      }
      context.strokeStyle = withAlpha(mix(colour, '#f6ead6', 0.12), Math.min(1, alpha * 1.3));
      context.lineWidth = widthPx;
      context.stroke(path);
    },
    light(path, colour, alpha) {
      context.fillStyle = withAlpha(mix(colour, '#fff6e4', 0.3), Math.min(0.5, alpha));
      context.fill(path);
    },
    glow(x, y, radius, colour, alpha) {
      // Rings of translucent tissue in place of a gradient.
      for (const [share, strength] of [
        [0.8, 0.3],
        [0.6, 0.4],
      ] as const) {
        context.fillStyle = withAlpha(colour, alpha * strength);
        context.beginPath();
        context.arc(x, y, radius * share, 0, Math.PI * 2);
        context.fill();
      }
    },
    groundShadow(x, y, halfWidth) {
      context.fillStyle = withAlpha(SHADOW, 0.22);
      context.beginPath();
      context.ellipse(x, y, halfWidth, halfWidth * 0.13, 0, 0, Math.PI * 2);
      context.fill();
    },
    figure(figure: Figure) {
      const outline = onPage(figure.art.outline, figure);
      const depth = Math.max(6, figure.size * 0.03);
      cast(outline, depth);
      // A thin margin of white card around the cut-out.
      context.lineJoin = 'round';
      context.strokeStyle = '#fbf5e9';
      context.lineWidth = Math.max(4, figure.size * 0.022);
      context.stroke(outline);
      const scale = figureScale(figure);
      const whole = (figure.art.right - figure.art.left) * (figure.art.bottom - figure.art.top);
      for (const shape of figure.art.shapes) {
        const own = figure.tint === undefined ? shape.colour : recoloured(shape.colour, figure.tint);
        const card = mix(mix(own, mood.key, 0.1), '#f6ead6', 0.1);
        const path = onPage(shape.path, figure);
        if (shape.lineWidth !== undefined) {
          context.strokeStyle = withAlpha(card, shape.opacity);
          context.lineWidth = shape.lineWidth * scale;
          context.stroke(path);
          continue;
        }
        if (shape.area > whole * 0.035 && figure.size > 200) {
          context.save();
          context.clip(outline);
          cast(path, figure.size * 0.012);
          context.restore();
        }
        context.fillStyle = withAlpha(card, shape.opacity);
        context.fill(path);
      }
    },
    finish() {
      const grain = context.createPattern(grainTile('paper'), 'repeat');
      context.save();
      context.globalAlpha = 0.5;
      context.fillStyle = grain;
      context.fillRect(0, 0, PAGE_WIDTH, PAGE_HEIGHT);
      context.restore();
      const edge = context.createLinearGradient(0, 0, 0, PAGE_HEIGHT);
      edge.addColorStop(0, withAlpha('#fff4df', 0.1));
      edge.addColorStop(1, withAlpha(darker(mood.key, 0.7), 0.14));
      context.fillStyle = edge;
      context.fillRect(0, 0, PAGE_WIDTH, PAGE_HEIGHT);
    },
  };
}
