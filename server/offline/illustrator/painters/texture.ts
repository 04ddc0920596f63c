import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { seededRandom } from '../random.ts';

const TILE_PX = 256;
const tiles = new Map<string, Canvas>();

/**
 * A square of grain that repeats without a seam anyone notices. Made once: drawing it is cheap, making it is not.
 * `paper` is fine fibre in grey, `chalk` holes of varying depth as alpha, to be cut out of strokes.
 */
export function grainTile(kind: 'paper' | 'chalk'): Canvas {
  const known = tiles.get(kind);
  if (known) return known;
  const canvas = createCanvas(TILE_PX, TILE_PX);
  const context = canvas.getContext('2d');
  const image = context.createImageData(TILE_PX, TILE_PX);
  const random = seededRandom(kind === 'paper' ? 11 : 29);
  const noise = Float32Array.from({ length: TILE_PX * TILE_PX }, () => random.next());
  const at = (x: number, y: number): number =>
    noise[((y + TILE_PX) % TILE_PX) * TILE_PX + ((x + TILE_PX) % TILE_PX)] ?? 0;
  for (let y = 0; y < TILE_PX; y++) {
    for (let x = 0; x < TILE_PX; x++) {
      const offset = (y * TILE_PX + x) * 4;
      const soft = (at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x - 1, y) + at(x + 2, y)) / 5;
      if (kind === 'paper') {
        const level = soft > 0.5 ? 255 : 0;
        image.data.set([level, level, level, Math.round(Math.abs(soft - 0.5) * 120)], offset);
      } else {
        const grit = soft * 0.6 + at(x, y) * 0.4;
        image.data.set([0, 0, 0, grit > 0.6 ? Math.min(215, Math.round((grit - 0.6) * 800)) : 0], offset);
      }
    }
  }
  context.putImageData(image, 0, 0);
  tiles.set(kind, canvas);
  return canvas;
}
