/** A picture reduced to brightness and colour, row by row: enough to see where something is. */
export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  /** RGBA, as a canvas returns it. */
  readonly pixels: Uint8ClampedArray;
}

/** Share of the interest that counts everywhere, so that a plain picture is cut in its middle. */
const EVENNESS = 0.15;

/**
 * How much there is to see in each pixel: how it differs from its neighbours, and from the picture's average colour.
 * Sums to 1.
 */
export function interestOf({ width, height, pixels }: Thumbnail): Float64Array {
  const at = (x: number, y: number, channel: number): number => pixels[(y * width + x) * 4 + channel] ?? 0;
  const mean = [0, 1, 2].map((channel) => {
    let sum = 0;
    for (let i = channel; i < pixels.length; i += 4) sum += pixels[i] ?? 0;
    return sum / (width * height);
  });
  const interest = new Float64Array(width * height);
  let total = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let value = 0;
      for (let channel = 0; channel < 3; channel++) {
        const here = at(x, y, channel);
        const right = at(Math.min(x + 1, width - 1), y, channel);
        const below = at(x, Math.min(y + 1, height - 1), channel);
        value +=
          Math.abs(here - right) + Math.abs(here - below) + 0.5 * Math.abs(here - (mean[channel] ?? 0));
      }
      interest[y * width + x] = value;
      total += value;
    }
  }
  const even = 1 / (width * height);
  return interest.map((value) => (1 - EVENNESS) * (total > 0 ? value / total : even) + EVENNESS * even);
}

/** Where the middle of a window of `length` has to be so that it holds the most, along a row of sums. */
export function bestMiddle(sums: readonly number[], length: number): number {
  const size = sums.length;
  const window = Math.min(size, Math.max(1, Math.round(length)));
  const middle = (size - window) / 2;
  let inside = sums.slice(0, window).reduce((sum, value) => sum + value, 0);
  let best = { start: 0, inside };
  for (let start = 1; start + window <= size; start++) {
    inside += (sums[start + window - 1] ?? 0) - (sums[start - 1] ?? 0);
    const nearer = Math.abs(start - middle) < Math.abs(best.start - middle);
    if (inside > best.inside + 1e-9 || (inside > best.inside - 1e-9 && nearer)) best = { start, inside };
  }
  return best.start + window / 2;
}

/** The middle of the interest, as fractions of width and height. */
export function centreOf(interest: Float64Array, width: number, height: number): { x: number; y: number } {
  let [x, y, sum] = [0, 0, 0];
  interest.forEach((value, i) => {
    // Squared, so that a small bright subject outweighs a wide dull ground.
    const weight = value * value;
    x += weight * ((i % width) + 0.5);
    y += weight * (Math.floor(i / width) + 0.5);
    sum += weight;
  });
  return { x: x / sum / width, y: y / sum / height };
}

/** Sums of the columns (`x`) or rows (`y`). */
export function sumsAlong(axis: 'x' | 'y', interest: Float64Array, width: number, height: number): number[] {
  const sums = new Array<number>(axis === 'x' ? width : height).fill(0);
  interest.forEach((value, i) => {
    const at = axis === 'x' ? i % width : Math.floor(i / width);
    sums[at] = (sums[at] ?? 0) + value;
  });
  return sums;
}
