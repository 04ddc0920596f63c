// The sound kernel: what is done to every sample of a mix, in WebAssembly. Tracks are f32 samples of one channel in the
// module's memory, PCM is i16; pointers are bytes, counts are samples. Callers hand over a part of a track at a time, and
// what goes on from one part to the next is returned or kept in memory that they name. Tracks and PCM begin on 16 bytes and
// have room up to the next 16: samples are taken four at a time.

/** Every `stride` bytes one sample of PCM → a track, times `gain`. */
export function take(out: usize, pcm: usize, stride: usize, count: usize, gain: f32): void {
  for (let i: usize = 0; i < count; i++) store<f32>(out + 4 * i, f32(load<i16>(pcm + i * stride)) * gain);
}

/** Adds samples of PCM to a track, from the `at`th of `all` on, of which the first and last `fade` come and go. */
export function add(
  out: usize,
  pcm: usize,
  stride: usize,
  count: usize,
  gain: f64,
  at: f64,
  all: f64,
  fade: f64,
): void {
  for (let i: usize = 0; i < count; i++) {
    const place = at + f64(i);
    const level = gain * min(1.0, min(place / fade, (all - place) / fade));
    const to = out + 4 * i;
    store<f32>(to, f32(f64(load<f32>(to)) + f64(load<i16>(pcm + i * stride)) * level));
  }
}

/** a += b × weight */
export function sum(a: usize, b: usize, count: usize, weight: f32): void {
  for (let i: usize = 0; i < 4 * count; i += 4) store<f32>(a + i, load<f32>(a + i) + weight * load<f32>(b + i));
}

/** Multiplies a track by what begins as `level` and grows by `slope` each sample. */
export function ramp(track: usize, count: usize, level: f64, slope: f64): void {
  for (let i: usize = 0; i < count; i++) {
    const at = track + 4 * i;
    store<f32>(at, f32(f64(load<f32>(at)) * (level + slope * f64(i))));
  }
}

// The K-weighting at 48 kHz (ITU-R BS.1770-5, annex 1, tables 1 and 2): a shelf for the head, then a high-pass.
const B0: f64 = 1.53512485958697;
const B1: f64 = -2.69169618940638;
const B2: f64 = 1.19839281085285;
const A1: f64 = -1.69065929318241;
const A2: f64 = 0.73248077421585;
const C1: f64 = -1.99004745483398;
const C2: f64 = 0.99007225036621;

/**
 * The energy of one or two tracks (`b` is 0 for one) times `gain`, less what `cut` (0 for nothing) takes of them, K-weighted.
 * `state` are 64 bytes that are zero at first. Both channels are filtered side by side, in transposed direct form II.
 */
export function energy(a: usize, b: usize, count: usize, gain: f64, cut: usize, state: usize): f64 {
  const other = b === 0 ? a : b;
  let s1 = v128.load(state);
  let s2 = v128.load(state, 16);
  let h1 = v128.load(state, 32);
  let h2 = v128.load(state, 48);
  let sums = f64x2.splat(0);
  for (let i: usize = 0; i < 4 * count; i += 4) {
    const level = cut === 0 ? gain : gain * (1 - f64(load<f32>(cut + i)));
    const both = f64x2.replace_lane(f64x2.splat(f64(load<f32>(a + i))), 1, f64(load<f32>(other + i)));
    const x = f64x2.mul(both, f64x2.splat(level));
    const y = f64x2.add(f64x2.mul(f64x2.splat(B0), x), s1);
    s1 = f64x2.add(f64x2.sub(f64x2.mul(f64x2.splat(B1), x), f64x2.mul(f64x2.splat(A1), y)), s2);
    s2 = f64x2.sub(f64x2.mul(f64x2.splat(B2), x), f64x2.mul(f64x2.splat(A2), y));
    const z = f64x2.add(y, h1);
    h1 = f64x2.sub(f64x2.sub(h2, f64x2.add(y, y)), f64x2.mul(f64x2.splat(C1), z));
    h2 = f64x2.sub(y, f64x2.mul(f64x2.splat(C2), z));
    sums = f64x2.add(sums, f64x2.mul(z, z));
  }
  v128.store(state, s1);
  v128.store(state, s2, 16);
  v128.store(state, h1, 32);
  v128.store(state, h2, 48);
  return f64x2.extract_lane(sums, 0) + (b === 0 ? 0 : f64x2.extract_lane(sums, 1));
}

/** What is missing of a gain of 1 so that no sample of one or two tracks times `gain` is over the ceiling; whether any is. */
export function peaks(cut: usize, a: usize, b: usize, count: usize, gain: f32, ceiling: f32): bool {
  const other = b === 0 ? a : b;
  const most = f32x4.splat(ceiling);
  let any = false;
  for (let i: usize = 0; i < 4 * count; i += 16) {
    const loudest = f32x4.pmax(f32x4.abs(v128.load(a + i)), f32x4.abs(v128.load(other + i)));
    const level = f32x4.mul(f32x4.splat(gain), loudest);
    const over = f32x4.gt(level, most);
    if (!v128.any_true(over)) {
      v128.store(cut + i, i32x4.splat(0));
      continue;
    }
    any = true;
    v128.store(cut + i, v128.and(over, f32x4.sub(f32x4.splat(1), f32x4.div(most, level))));
  }
  return any;
}

/** Bends what is cut towards the peak after it; goes backwards. Takes and returns what is held at the part's ends. */
export function fall(cut: usize, count: usize, held: f64, decay: f64): f64 {
  for (let i = i32(count) - 1; i >= 0; i--) {
    held = max(f64(load<f32>(cut + 4 * usize(i))), held * decay);
    store<f32>(cut + 4 * usize(i), f32(held));
  }
  return held;
}

/** The same behind a peak, forwards. */
export function back(cut: usize, count: usize, held: f64, decay: f64): f64 {
  for (let i: usize = 0; i < 4 * count; i += 4) {
    held = max(f64(load<f32>(cut + i)), held * decay);
    store<f32>(cut + i, f32(held));
  }
  return held;
}

/** Takes of a track what is cut. */
export function dip(track: usize, cut: usize, count: usize): void {
  for (let i: usize = 0; i < 4 * count; i += 4)
    store<f32>(track + i, load<f32>(track + i) * (1 - load<f32>(cut + i)));
}

/** How the power of a track goes on from `held`: it follows faster upwards (`attack`) than down (`release`). */
export function power(track: usize, count: usize, held: f64, attack: f64, release: f64): f64 {
  for (let i: usize = 0; i < 4 * count; i += 4) {
    const sample = f64(load<f32>(track + i));
    const above = sample * sample - held;
    held += above * (above > 0 ? attack : release);
  }
  return held;
}

/** One or two tracks (`b` is 0 for one) times `gain`, less what `cut` takes, as PCM; what is over full scale is cut off. */
export function interleave(out: usize, a: usize, b: usize, count: usize, gain: f32, cut: usize): void {
  const full = f32x4.splat(32768 * gain);
  for (let i: usize = 0; i < 4 * count; i += 16) {
    const level = cut === 0 ? full : f32x4.mul(full, f32x4.sub(f32x4.splat(1), v128.load(cut + i)));
    const left = rounded(v128.load(a + i), level);
    if (b === 0) {
      v128.store64_lane(out + i / 2, i16x8.narrow_i32x4_s(left, left), 0);
    } else {
      const both = i16x8.narrow_i32x4_s(left, rounded(v128.load(b + i), level));
      v128.store(out + i, v128.shuffle<i16>(both, both, 0, 4, 1, 5, 2, 6, 3, 7));
    }
  }
}

// @ts-ignore: decorator
@inline
function rounded(samples: v128, level: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.floor(f32x4.add(f32x4.mul(samples, level), f32x4.splat(0.5))));
}
