import { FRAME_PX } from '@shortfactory/core';
import type { Aspect } from '@shortfactory/core';

/** A rectangle of the frame. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The smallest box around the edges that the kernel can lay: width a multiple of 32, all else even, inside the frame. */
export function evenBox(left: number, top: number, right: number, bottom: number, aspect: Aspect): Box {
  const frame = FRAME_PX[aspect];
  const widest = frame.widthPx - (frame.widthPx % 32);
  const widthPx = Math.min(widest, Math.ceil((right - left + 2) / 32) * 32);
  const x = Math.max(0, Math.min(frame.widthPx - widthPx, Math.floor((left + right - widthPx) / 4) * 2));
  const y = Math.max(0, Math.floor(top / 2) * 2);
  const heightPx = Math.min(frame.heightPx - y, Math.ceil((bottom - y) / 2) * 2);
  return { x, y, widthPx, heightPx };
}

/**
 * RGBA (not premultiplied) → y, u, v and alpha planes in BT.709 limited range. Chroma is the mean of four pixels
 * weighted by their alpha, so that no dark fringe grows at an edge.
 */
export function toPlanes(rgba: Uint8ClampedArray, width: number, height: number): Uint8Array {
  const full = width * height;
  const planes = new Uint8Array(full * 2.75);
  const [u, v, alpha, alphaHalf] = [full, full * 1.25, full * 1.5, full * 2.5];
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      let [red, green, blue, cover] = [0, 0, 0, 0];
      for (const at of [y * width + x, y * width + x + 1, (y + 1) * width + x, (y + 1) * width + x + 1]) {
        const a = rgba[at * 4 + 3] as number;
        if (a === 0) continue;
        const [r, g, b] = [rgba[at * 4] as number, rgba[at * 4 + 1] as number, rgba[at * 4 + 2] as number];
        planes[at] = Math.round(16 + (46.559 * r + 156.629 * g + 15.812 * b) / 255);
        planes[alpha + at] = a;
        red += r * a;
        green += g * a;
        blue += b * a;
        cover += a;
      }
      if (cover === 0) continue;
      const at = (y / 2) * (width / 2) + x / 2;
      const scale = 1 / (cover * 255);
      planes[u + at] = Math.round(128 + (-25.664 * red - 86.336 * green + 112 * blue) * scale);
      planes[v + at] = Math.round(128 + (112 * red - 101.73 * green - 10.27 * blue) * scale);
      planes[alphaHalf + at] = cover / 4;
    }
  }
  return planes;
}

/** The same planes, seen through: alpha of both sizes is multiplied. */
export function faded(planes: Uint8Array, { widthPx, heightPx }: Box, opacity: number): Uint8Array {
  const out = planes.slice();
  for (let at = widthPx * heightPx * 1.5; at < out.length; at++)
    out[at] = Math.round((out[at] as number) * opacity);
  return out;
}
