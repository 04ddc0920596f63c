// The frame kernel: the things done to every pixel of every frame, in WebAssembly SIMD.
// All pictures are 8 bit planes in the module's one (shared) memory; pointers and sizes are bytes and pixels.
// The caller keeps 32 readable bytes after every plane, because rows are read 16 bytes at a time.
//
// A weight is a fraction of 1 in 15 bits (0..32767): q15mulr_sat gives a rounded product in one instruction.

const GROUP: i32 = 8; // pixels a column group
const GROUP_BYTES: usize = 64; // source offset (16), mask of the left taps (16), of the right taps (16), weights (16)

/**
 * Column table of a plane: for every 8 output pixels where their source pixels stand and how they mix.
 * Pixel i is sampled at x0 + i * step in source pixels; 8 neighbours must lie within 15 bytes (step < 1.9).
 * The last group is moved left to end at width, so no pixel outside is written.
 */
export function columns(table: usize, width: i32, sourceWidth: i32, x0: f64, step: f64): void {
  const limit = f64(sourceWidth - 1);
  let at = table;
  let first: i32 = 0;
  while (true) {
    const origin = clamp(x0 + f64(first) * step, limit);
    const base = i32(Math.floor(origin));
    store<i32>(at, base);
    store<i32>(at, first, 4);
    for (let i: i32 = 0; i < GROUP; i++) {
      const x = clamp(x0 + f64(first + i) * step, limit);
      const left = i32(Math.floor(x));
      const right = left < sourceWidth - 1 ? left + 1 : left;
      const lane = at + 16 + usize(i) * 2;
      store<u16>(lane, u16(0xff00 | (left - base)));
      store<u16>(lane, u16(0xff00 | (right - base)), 16);
      store<u16>(lane, u16(Math.round((x - f64(left)) * 32767)), 32);
    }
    at += GROUP_BYTES;
    if (first + GROUP >= width) break;
    first = min(first + GROUP, width - GROUP);
  }
}

// @ts-ignore: decorator
@inline
function clamp(value: f64, limit: f64): f64 {
  return value < 0 ? 0 : value > limit ? limit : value;
}

// @ts-ignore: decorator
@inline
function mixLow(a: v128, b: v128, weight: v128): v128 {
  const wide = v128.extend_low<u8>(a);
  return i16x8.add(wide, i16x8.q15mulr_sat_s(i16x8.sub(v128.extend_low<u8>(b), wide), weight));
}

// @ts-ignore: decorator
@inline
function mixHigh(a: v128, b: v128, weight: v128): v128 {
  const wide = v128.extend_high<u8>(a);
  return i16x8.add(wide, i16x8.q15mulr_sat_s(i16x8.sub(v128.extend_high<u8>(b), wide), weight));
}

/**
 * Draws a plane of width × height from a source plane by bilinear sampling at y0 + j * step and the columns of `table`.
 * `row` is scratch of sourceWidth + 32 bytes. Subpixel in both directions, so slow moves do not jitter.
 */
export function sample(
  target: usize,
  width: i32,
  height: i32,
  source: usize,
  sourceWidth: i32,
  sourceHeight: i32,
  table: usize,
  row: usize,
  y0: f64,
  step: f64,
): void {
  const groups = (width + GROUP - 1) / GROUP;
  const firstColumn = usize(load<i32>(table)) & ~15;
  const lastColumn = usize(load<i32>(table + usize(groups - 1) * GROUP_BYTES)) + 16;
  const limit = f64(sourceHeight - 1);
  for (let j: i32 = 0; j < height; j++) {
    const y = clamp(y0 + f64(j) * step, limit);
    const top = i32(Math.floor(y));
    const upper = source + usize(top) * usize(sourceWidth);
    const lower = top < sourceHeight - 1 ? upper + usize(sourceWidth) : upper;
    const weight = i16x8.splat(i16(Math.round((y - f64(top)) * 32767)));
    for (let x = firstColumn; x < lastColumn; x += 16) {
      const a = v128.load(upper + x);
      const b = v128.load(lower + x);
      v128.store(row + x, i8x16.narrow_i16x8_u(mixLow(a, b, weight), mixHigh(a, b, weight)));
    }
    const out = target + usize(j) * usize(width);
    let at = table;
    for (let g: i32 = 0; g < groups; g++) {
      const pixels = v128.load(row + usize(load<i32>(at)));
      const left = i8x16.swizzle(pixels, v128.load(at, 16));
      const right = i8x16.swizzle(pixels, v128.load(at, 32));
      const mixed = i16x8.add(left, i16x8.q15mulr_sat_s(i16x8.sub(right, left), v128.load(at, 48)));
      v128.store64_lane(out + usize(load<i32>(at, 4)), i8x16.narrow_i16x8_u(mixed, mixed), 0);
      at += GROUP_BYTES;
    }
  }
}

/** Copies the window of a plane whose corner is its pixel x, y; the window lies wholly inside. */
export function copy(
  target: usize,
  width: i32,
  height: i32,
  source: usize,
  sourceWidth: i32,
  x: i32,
  y: i32,
): void {
  let from = source + usize(y) * usize(sourceWidth) + usize(x);
  for (let j: i32 = 0; j < height; j++) {
    memory.copy(target, from, usize(width));
    target += usize(width);
    from += usize(sourceWidth);
  }
}

/** target = a + (b - a) * weight for `bytes` bytes; target may be a or b. Reads and writes up to 15 bytes past the end. */
export function mix(target: usize, a: usize, b: usize, bytes: i32, weight: i32): void {
  const w = i16x8.splat(i16(weight));
  for (let i: usize = 0; i < usize(bytes); i += 16) {
    const from = v128.load(a + i);
    const to = v128.load(b + i);
    v128.store(target + i, i8x16.narrow_i16x8_u(mixLow(from, to, w), mixHigh(from, to, w)));
  }
}

/**
 * Lays `colour` over a plane by `alpha` (0..255 a pixel), both width × height with rows `width` apart; width is a
 * multiple of 16. Blocks of 16 pixels that are wholly transparent are skipped: most of a caption's box is.
 */
export function overlay(target: usize, stride: i32, colour: usize, alpha: usize, width: i32, height: i32): void {
  for (let j: i32 = 0; j < height; j++) {
    const out = target + usize(j) * usize(stride);
    const at = usize(j) * usize(width);
    for (let x: usize = 0; x < usize(width); x += 16) {
      const cover = v128.load(alpha + at + x);
      if (!v128.any_true(cover)) continue;
      const below = v128.load(out + x);
      const above = v128.load(colour + at + x);
      v128.store(
        out + x,
        i8x16.narrow_i16x8_u(
          mixLow(below, above, q15(v128.extend_low<u8>(cover))),
          mixHigh(below, above, q15(v128.extend_high<u8>(cover))),
        ),
      );
    }
  }
}

/** 0..255 → 0..32767 */
// @ts-ignore: decorator
@inline
function q15(alpha: v128): v128 {
  return v128.or(i16x8.shl(alpha, 7), i16x8.shr_u(alpha, 1));
}

// Luma of BT.709 in limited range from 8 bit colours, in 16 bits after the point; black with what rounds.
const LUMA_RED: u32 = 11966;
const LUMA_GREEN: u32 = 40254;
const LUMA_BLUE: u32 = 4064;
const LUMA_BLACK: u32 = (16 << 16) + (1 << 15);

/**
 * RGBA (not premultiplied) → y, u, v and alpha planes as `overlay` takes them, in BT.709 limited range. Both sides are
 * even; `target` is all zeros. Chroma is the mean of four pixels weighted by their alpha, so that no dark fringe grows at
 * an edge. Four pixels that are wholly transparent are passed over: most of a caption's box is.
 */
export function planes(target: usize, rgba: usize, width: i32, height: i32): void {
  const row = usize(width);
  const full = row * usize(height);
  const chroma = target + full;
  const alpha = chroma + full / 2;
  const alphaHalf = alpha + full;
  for (let y: usize = 0; y < usize(height); y += 2) {
    for (let x: usize = 0; x < row; x += 2) {
      const first = y * row + x;
      if ((load<u64>(rgba + first * 4) | load<u64>(rgba + (first + row) * 4)) === 0) continue;
      let red: u32 = 0;
      let green: u32 = 0;
      let blue: u32 = 0;
      let cover: u32 = 0;
      for (let corner: usize = 0; corner < 4; corner++) {
        const at = first + (corner >> 1) * row + (corner & 1);
        const a = u32(load<u8>(rgba + at * 4, 3));
        if (a === 0) continue;
        const r = u32(load<u8>(rgba + at * 4));
        const g = u32(load<u8>(rgba + at * 4, 1));
        const b = u32(load<u8>(rgba + at * 4, 2));
        store<u8>(target + at, u8((LUMA_RED * r + LUMA_GREEN * g + LUMA_BLUE * b + LUMA_BLACK) >> 16));
        store<u8>(alpha + at, u8(a));
        red += r * a;
        green += g * a;
        blue += b * a;
        cover += a;
      }
      if (cover === 0) continue;
      const at = ((y / 2) * row) / 2 + x / 2;
      const scale = 1 / (f64(cover) * 255);
      const u = 128.5 + (-25.664 * f64(red) - 86.336 * f64(green) + 112 * f64(blue)) * scale;
      const v = 128.5 + (112 * f64(red) - 101.73 * f64(green) - 10.27 * f64(blue)) * scale;
      store<u8>(chroma + at, u8(u));
      store<u8>(chroma + full / 4 + at, u8(v));
      store<u8>(alphaHalf + at, u8(cover / 4));
    }
  }
}
