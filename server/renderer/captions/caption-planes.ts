import { FRAME_PX } from '@shortfactory/core';
import type { Aspect } from '@shortfactory/core';
import { Kernel } from '../kernel/kernel.ts';

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

let kernel: Kernel | undefined;

/** RGBA (not premultiplied) → y, u, v and alpha planes (see kernel's Layer). */
export function toPlanes(rgba: Uint8ClampedArray, width: number, height: number): Uint8Array {
  kernel ??= new Kernel();
  return kernel.planes(rgba, width, height);
}

/** The same planes, seen through: alpha of both sizes is multiplied. */
export function faded(planes: Uint8Array, { widthPx, heightPx }: Box, opacity: number): Uint8Array {
  const out = planes.slice();
  for (let at = widthPx * heightPx * 1.5; at < out.length; at++)
    out[at] = Math.round((out[at] as number) * opacity);
  return out;
}
