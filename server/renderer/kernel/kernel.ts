import { readFileSync } from 'node:fs';

/** The compiled module's exports; see assembly/index.ts for what each does. */
interface KernelExports {
  columns(table: number, width: number, sourceWidth: number, x0: number, step: number): void;
  sample(
    target: number,
    width: number,
    height: number,
    source: number,
    sourceWidth: number,
    sourceHeight: number,
    table: number,
    row: number,
    y0: number,
    step: number,
  ): void;
  copy(
    target: number,
    width: number,
    height: number,
    source: number,
    sourceWidth: number,
    x: number,
    y: number,
  ): void;
  mix(target: number, a: number, b: number, bytes: number, weight: number): void;
  overlay(target: number, stride: number, colour: number, alpha: number, width: number, height: number): void;
  planes(target: number, rgba: number, width: number, height: number): void;
}

/** A yuv420p picture in the kernel's memory. */
export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Luma, then both chroma planes of half the size, without gaps. */
  readonly at: number;
  readonly bytes: number;
}

/** A picture with transparency that is laid over frames; width a multiple of 32, height even. */
export interface Layer {
  readonly widthPx: number;
  readonly heightPx: number;
  /** y, u, v, then alpha in luma size, then alpha in chroma size. */
  readonly at: number;
}

/** A window of a picture in its own pixels; its aspect is that of the frame it is drawn to. */
export interface Window {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const PAGE = 65536;
const PADDING = 64;
/** The first page stays free, so that no plane is read before address 0. */
const ORIGIN = PAGE;
const FULL = 32767;

let compiled: WebAssembly.Module | undefined;

/** The compiled module's own file. */
export const KERNEL_FILE = new URL('./kernel.wasm', import.meta.url);

function kernelModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(readFileSync(KERNEL_FILE));
  return compiled;
}

/** Size in bytes of a yuv420p picture; both sides are even. */
export function pictureBytes(widthPx: number, heightPx: number): number {
  return (widthPx * heightPx * 3) / 2;
}

/**
 * One frame kernel with its own memory, for one clip at a time. Pictures and layers live until `reset`.
 * Not shared between clips: two kernels draw two clips without knowing of each other.
 */
export class Kernel {
  readonly #memory = new WebAssembly.Memory({ initial: 256, maximum: 4096, shared: true });
  readonly #exports: KernelExports;
  #top = ORIGIN;

  constructor() {
    const instance = new WebAssembly.Instance(kernelModule(), {
      env: {
        memory: this.#memory,
        abort: () => {
          throw new Error('frame kernel aborted');
        },
      },
    });
    this.#exports = instance.exports as unknown as KernelExports;
  }

  /** Forgets every picture and layer; their addresses must not be used again. */
  reset(): void {
    this.#top = ORIGIN;
    this.#scratches.length = 0;
  }

  picture(widthPx: number, heightPx: number): Picture {
    const bytes = pictureBytes(widthPx, heightPx);
    return { widthPx, heightPx, bytes, at: this.#allocate(bytes) };
  }

  layer(widthPx: number, heightPx: number, planes: Uint8Array): Layer {
    const at = this.#allocate(planes.byteLength);
    this.view(at, planes.byteLength).set(planes);
    return { widthPx, heightPx, at };
  }

  /** RGBA (not premultiplied, both sides even) as a layer's planes in BT.709 limited range. Forgets as `reset` does. */
  planes(rgba: Uint8ClampedArray, widthPx: number, heightPx: number): Uint8Array {
    this.reset();
    const source = this.#allocate(rgba.byteLength);
    const bytes = widthPx * heightPx * 2.75;
    const target = this.#allocate(bytes);
    this.view(source, rgba.byteLength).set(rgba);
    const planes = this.view(target, bytes).fill(0);
    this.#exports.planes(target, source, widthPx, heightPx);
    return new Uint8Array(planes);
  }

  /** The bytes at an address; valid until the next allocation grows the memory, and shared with what is drawn later. */
  view(at: number, bytes: number): Buffer {
    return Buffer.from(this.#memory.buffer, at, bytes);
  }

  /** Draws a window of `source` over all of `target`; one of the target's size that begins on a pixel is copied. */
  sample(target: Picture, source: Picture, window: Window): void {
    const step = wholePixel(window.width) / target.widthPx;
    for (const plane of [0, 1, 2] as const) {
      const half = plane === 0 ? 1 : 2;
      const [width, height] = [target.widthPx / half, target.heightPx / half];
      const [sourceWidth, sourceHeight] = [source.widthPx / half, source.heightPx / half];
      const [to, from] = [target.at + planeOffset(target, plane), source.at + planeOffset(source, plane)];
      const [x, y] = [wholePixel(window.x / half), wholePixel(window.y / half)];
      const inside = x >= 0 && y >= 0 && x + width <= sourceWidth && y + height <= sourceHeight;
      if (step === 1 && Number.isInteger(x) && Number.isInteger(y) && inside) {
        this.#exports.copy(to, width, height, from, sourceWidth, x, y);
        continue;
      }
      const table = this.#scratch(64 * (Math.ceil(target.widthPx / 8) + 1), 0);
      const row = this.#scratch(source.widthPx + 64, 1);
      this.#exports.columns(table, width, sourceWidth, x, step);
      this.#exports.sample(to, width, height, from, sourceWidth, sourceHeight, table, row, y, step);
    }
  }

  /** target = a at weight 0 … b at weight 1. */
  mix(target: Picture, a: Picture, b: Picture, weight: number): void {
    this.#exports.mix(target.at, a.at, b.at, target.bytes, Math.round(weight * FULL));
  }

  /** Slides `previous` out to the left and `target`'s own picture in from the right; progress 0 … 1. */
  push(target: Picture, previous: Picture, progress: number): void {
    // Whole pairs of pixels, so that chroma moves with luma; a slide is too fast for the eye to see the rounding.
    const shift = Math.round((progress * target.widthPx) / 2) * 2;
    for (const plane of [0, 1, 2] as const) {
      const half = plane === 0 ? 1 : 2;
      const [width, height, left] = [
        target.widthPx / half,
        target.heightPx / half,
        (target.widthPx - shift) / half,
      ];
      const to = this.view(target.at + planeOffset(target, plane), width * height);
      const from = this.view(previous.at + planeOffset(previous, plane), width * height);
      for (let row = 0; row < width * height; row += width) {
        to.copyWithin(row + left, row, row + width - left);
        from.copy(to, row, row + width - left, row + width);
      }
    }
  }

  /** Lays a layer over a frame with its top left corner at x, y (both even, wholly inside). */
  overlay(target: Picture, layer: Layer, x: number, y: number): void {
    const { widthPx, heightPx } = layer;
    const full = widthPx * heightPx;
    const alpha = layer.at + full * 1.5;
    this.#exports.overlay(
      target.at + y * target.widthPx + x,
      target.widthPx,
      layer.at,
      alpha,
      widthPx,
      heightPx,
    );
    for (const plane of [1, 2] as const) {
      this.#exports.overlay(
        target.at + planeOffset(target, plane) + ((y / 2) * target.widthPx) / 2 + x / 2,
        target.widthPx / 2,
        layer.at + full + (plane - 1) * (full / 4),
        alpha + full,
        widthPx / 2,
        heightPx / 2,
      );
    }
  }

  readonly #scratches: { at: number; bytes: number }[] = [];

  /** Working memory that every call reuses. */
  #scratch(bytes: number, slot: number): number {
    const held = this.#scratches[slot];
    if (held && held.bytes >= bytes) return held.at;
    const made = { at: this.#allocate(bytes), bytes };
    this.#scratches[slot] = made;
    return made.at;
  }

  #allocate(bytes: number): number {
    const at = this.#top;
    this.#top = (at + bytes + PADDING + 63) & ~63;
    const missing = this.#top - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    return at;
  }
}

/** A place in pixels without what fractions of a picture's side are off by. */
function wholePixel(place: number): number {
  const whole = Math.round(place);
  return Math.abs(place - whole) < 1e-6 ? whole : place;
}

function planeOffset(picture: Picture, plane: 0 | 1 | 2): number {
  const luma = picture.widthPx * picture.heightPx;
  return plane === 0 ? 0 : luma + (plane - 1) * (luma / 4);
}
