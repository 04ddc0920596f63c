import { expect } from 'chai';
import { Kernel, pictureBytes } from '../kernel/kernel.ts';
import type { Picture, Window } from '../kernel/kernel.ts';
import { seeded, whole } from '@shortfactory/testing/seeded';

/** A plane of a yuv420p picture. */
interface Plane {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

function planesOf(bytes: Uint8Array, widthPx: number, heightPx: number): [Plane, Plane, Plane] {
  const luma = widthPx * heightPx;
  const chroma = (at: number): Plane => ({
    width: widthPx / 2,
    height: heightPx / 2,
    pixels: bytes.subarray(at, at + luma / 4),
  });
  return [
    { width: widthPx, height: heightPx, pixels: bytes.subarray(0, luma) },
    chroma(luma),
    chroma(luma * 1.25),
  ];
}

function noise(seed: number, bytes: number): Uint8Array {
  const random = seeded(seed);
  return Uint8Array.from({ length: bytes }, () => whole(random, 0, 255));
}

function drawn(kernel: Kernel, picture: Picture): Uint8Array {
  return Uint8Array.from(kernel.view(picture.at, picture.bytes));
}

function loaded(kernel: Kernel, widthPx: number, heightPx: number, pixels: Uint8Array): Picture {
  const picture = kernel.picture(widthPx, heightPx);
  kernel.view(picture.at, picture.bytes).set(pixels);
  return picture;
}

/** Plain bilinear sampling: output pixel i stands at x0 + i × step; outside, the edge goes on. */
function bilinear(
  source: Plane,
  width: number,
  height: number,
  x0: number,
  y0: number,
  step: number,
): number[] {
  const at = (x: number, y: number): number =>
    source.pixels[Math.min(y, source.height - 1) * source.width + Math.min(x, source.width - 1)] ?? 0;
  const within = (value: number, size: number): number => Math.min(Math.max(value, 0), size - 1);
  return Array.from({ length: width * height }, (_, i) => {
    const x = within(x0 + (i % width) * step, source.width);
    const y = within(y0 + Math.floor(i / width) * step, source.height);
    const [left, top, dx, dy] = [Math.floor(x), Math.floor(y), x % 1, y % 1];
    const upper = at(left, top) * (1 - dx) + at(left + 1, top) * dx;
    const lower = at(left, top + 1) * (1 - dx) + at(left + 1, top + 1) * dx;
    return upper * (1 - dy) + lower * dy;
  });
}

/** The largest difference; rounding in two directions may add up to one and a weight's last bit. */
function farthest(pixels: Uint8Array, wanted: readonly number[]): number {
  expect(pixels).to.have.length(wanted.length);
  return pixels.reduce((most, value, i) => Math.max(most, Math.abs(value - Math.round(wanted[i] ?? NaN))), 0);
}

describe('the frame kernel', () => {
  const windows: readonly [string, Window][] = [
    ['of its own size', { x: 0, y: 0, width: 96 }],
    ['of its own size from an odd pixel on', { x: 7, y: 12, width: 96 }],
    ['of its own size, a rounding beside a pixel', { x: 8 - 1e-9, y: 4 + 1e-9, width: 96 }],
    ['a third of a pixel aside', { x: 1 / 3, y: 2 / 3, width: 96 }],
    ['at an odd place of an odd width', { x: 13.71, y: 7.93, width: 71.37 }],
    ['that enlarges', { x: 5.5, y: 9.25, width: 30.1 }],
    ['of the whole picture', { x: 0, y: 0, width: 160 }],
    ['at the right and lower edge', { x: 160 - 88, y: 108 - 59.4, width: 88 }],
    ['past the left and upper edge', { x: -6.4, y: -3.3, width: 96 }],
    ['past the right and lower edge', { x: 80.2, y: 70.8, width: 96 }],
  ];
  for (const [what, window] of windows) {
    it(`draws a window ${what} as plain bilinear sampling does, luma and chroma`, () => {
      const kernel = new Kernel();
      const pixels = noise(1, pictureBytes(160, 108));
      const source = loaded(kernel, 160, 108, pixels);
      const target = kernel.picture(96, 64);
      kernel.sample(target, source, window);
      const step = window.width / 96;
      const wanted = planesOf(pixels, 160, 108);
      planesOf(drawn(kernel, target), 96, 64).forEach((plane, i) => {
        const half = i === 0 ? 1 : 2;
        const reference = bilinear(
          wanted[i] as Plane,
          plane.width,
          plane.height,
          window.x / half,
          window.y / half,
          step,
        );
        expect(farthest(plane.pixels, reference), `plane ${i}`).to.be.at.most(1);
      });
    });
  }

  it('draws widths that are not a multiple of eight to their last column', () => {
    const kernel = new Kernel();
    const pixels = noise(2, pictureBytes(100, 60));
    const source = loaded(kernel, 100, 60, pixels);
    const target = kernel.picture(76, 42);
    kernel.sample(target, source, { x: 2.2, y: 3.3, width: 90 });
    const [luma] = planesOf(drawn(kernel, target), 76, 42);
    const [wanted] = planesOf(pixels, 100, 60);
    expect(farthest(luma.pixels, bilinear(wanted, 76, 42, 2.2, 3.3, 90 / 76))).to.be.at.most(1);
  });

  it('leaves everything but its target alone', () => {
    const kernel = new Kernel();
    const before = loaded(kernel, 64, 64, noise(3, pictureBytes(64, 64)));
    const target = kernel.picture(64, 64);
    const after = loaded(kernel, 64, 64, noise(4, pictureBytes(64, 64)));
    kernel.sample(target, before, { x: 0.5, y: 0.5, width: 60 });
    kernel.mix(target, before, after, 0.5);
    kernel.push(target, before, 0.5);
    expect(drawn(kernel, before)).to.deep.equal(noise(3, pictureBytes(64, 64)));
    expect(drawn(kernel, after)).to.deep.equal(noise(4, pictureBytes(64, 64)));
  });

  it('mixes two pictures by weight, exactly at its ends', () => {
    const kernel = new Kernel();
    const [a, b] = [noise(5, pictureBytes(48, 32)), noise(6, pictureBytes(48, 32))];
    const [first, second] = [loaded(kernel, 48, 32, a), loaded(kernel, 48, 32, b)];
    for (const weight of [0, 0.1, 0.333, 0.5, 0.9, 1]) {
      const target = kernel.picture(48, 32);
      kernel.mix(target, first, second, weight);
      const wanted = Array.from(a, (value, i) => value + ((b[i] ?? 0) - value) * weight);
      const most = weight === 0 || weight === 1 ? 0 : 1;
      expect(farthest(drawn(kernel, target), wanted), `weight ${weight}`).to.be.at.most(most);
    }
  });

  it('mixes into one of its own pictures', () => {
    const kernel = new Kernel();
    const [a, b] = [noise(7, pictureBytes(48, 32)), noise(8, pictureBytes(48, 32))];
    const [first, second] = [loaded(kernel, 48, 32, a), loaded(kernel, 48, 32, b)];
    kernel.mix(second, first, second, 0.25);
    const wanted = Array.from(a, (value, i) => value + ((b[i] ?? 0) - value) * 0.25);
    expect(farthest(drawn(kernel, second), wanted)).to.be.at.most(1);
  });

  it('pushes the previous picture out to the left, chroma with luma', () => {
    const [a, b] = [noise(9, pictureBytes(64, 32)), noise(10, pictureBytes(64, 32))];
    for (const [progress, shift] of [
      [0, 0],
      [0.26, 16],
      [0.5, 32],
      [1, 64],
    ] as const) {
      const kernel = new Kernel();
      const previous = loaded(kernel, 64, 32, a);
      const target = loaded(kernel, 64, 32, b);
      kernel.push(target, previous, progress);
      const [from, to] = [planesOf(a, 64, 32), planesOf(b, 64, 32)];
      planesOf(drawn(kernel, target), 64, 32).forEach(({ width, pixels }, i) => {
        const by = i === 0 ? shift : shift / 2;
        const wanted = Array.from(pixels, (_, at) => {
          const [x, row] = [at % width, at - (at % width)];
          return x < width - by ? from[i]?.pixels[row + x + by] : to[i]?.pixels[row + x - (width - by)];
        });
        expect([...pixels], `plane ${i} at ${progress}`).to.deep.equal(wanted);
      });
    }
  });

  it('lays a layer over a frame by its alpha, and nothing outside it', () => {
    const kernel = new Kernel();
    const [width, height, x, y] = [64, 24, 10, 6];
    const below = noise(11, pictureBytes(128, 48));
    const full = width * height;
    const planes = noise(12, full * 2.75);
    const alphas = [planes.subarray(full * 1.5, full * 2.5), planes.subarray(full * 2.5)];
    // Wholly clear and wholly solid places among the others.
    for (const alpha of alphas) {
      alpha.fill(0, 0, alpha.length / 3);
      alpha.fill(255, alpha.length / 3, alpha.length / 2);
    }
    const target = loaded(kernel, 128, 48, below);
    kernel.overlay(target, kernel.layer(width, height, planes), x, y);
    const [frame, before] = [planesOf(drawn(kernel, target), 128, 48), planesOf(below, 128, 48)];
    const colours = planesOf(planes.subarray(0, full * 1.5), width, height);
    frame.forEach((plane, p) => {
      const half = p === 0 ? 1 : 2;
      const alpha = alphas[p === 0 ? 0 : 1] as Uint8Array;
      plane.pixels.forEach((value, i) => {
        const [column, row] = [(i % plane.width) - x / half, Math.floor(i / plane.width) - y / half];
        const was = before[p]?.pixels[i] ?? 0;
        const inside = column >= 0 && row >= 0 && column < width / half && row < height / half;
        const at = row * (width / half) + column;
        const cover = inside ? (alpha[at] ?? 0) : 0;
        const wanted = Math.round(was + ((colours[p]?.pixels[at] ?? 0) - was) * (cover / 255));
        const off = Math.abs(value - (cover === 0 ? was : wanted));
        if (off > (cover === 0 || cover === 255 ? 0 : 1)) {
          expect.fail(`plane ${p}, pixel ${i}: ${value} where ${wanted} was expected`);
        }
      });
    });
  });

  it('draws the same beside another kernel as alone', () => {
    const draw = (kernel: Kernel, seed: number): (() => Uint8Array) => {
      const source = loaded(kernel, 160, 120, noise(seed, pictureBytes(160, 120)));
      const target = kernel.picture(96, 64);
      let frame = 0;
      return () => {
        kernel.sample(target, source, { x: frame * 0.37, y: frame * 0.21, width: 90 + frame++ });
        return drawn(kernel, target);
      };
    };
    const [alone, alsoAlone] = [draw(new Kernel(), 20), draw(new Kernel(), 21)];
    const wanted = Array.from({ length: 5 }, alone);
    const alsoWanted = Array.from({ length: 5 }, alsoAlone);
    const [one, other] = [draw(new Kernel(), 20), draw(new Kernel(), 21)];
    for (let i = 0; i < 5; i++) {
      expect(one()).to.deep.equal(wanted[i]);
      expect(other()).to.deep.equal(alsoWanted[i]);
    }
  });

  it('draws the next clip as if it were new after a reset, larger pictures included', () => {
    const kernel = new Kernel();
    loaded(kernel, 64, 64, noise(30, pictureBytes(64, 64)));
    const small = kernel.picture(32, 32);
    kernel.sample(small, small, { x: 0, y: 0, width: 32 });
    kernel.reset();
    const large = noise(31, pictureBytes(2048, 64));
    const render = (fresh: Kernel): Uint8Array => {
      const source = loaded(fresh, 2048, 4096, Buffer.alloc(pictureBytes(2048, 4096), large));
      const target = fresh.picture(1080, 1920);
      fresh.sample(target, source, { x: 10.5, y: 20.25, width: 1300 });
      return drawn(fresh, target);
    };
    expect(Buffer.compare(render(kernel), render(new Kernel()))).to.equal(0);
  });

  it('makes planes of colours: luma of each pixel, chroma of four by how much of them is covered', () => {
    const [width, height] = [34, 6];
    const random = seeded(9);
    // A third of the pixels is not there, as around letters, and no colour is left of it.
    const rgba = new Uint8ClampedArray(4 * width * height);
    for (let i = 0; i < rgba.length; i += 4)
      if (random() > 0.33) for (let part = 0; part < 4; part++) rgba[i + part] = whole(random, 0, 255);
    const planes = new Kernel().planes(rgba, width, height);
    const full = width * height;
    const [u, v, alpha, alphaHalf] = [full, full * 1.25, full * 1.5, full * 2.5];
    for (let block = 0; block < full / 4; block++) {
      const [x, y] = [2 * (block % (width / 2)), 2 * Math.floor(block / (width / 2))];
      const places = [0, 1, width, width + 1].map((corner) => y * width + x + corner);
      const colours = places.map(
        (at) => [...rgba.subarray(4 * at, 4 * at + 4)] as [number, number, number, number],
      );
      colours.forEach(([r, g, b, a], i) => {
        const at = places[i] as number;
        expect(planes[alpha + at]).to.equal(a);
        if (a === 0) return;
        const [red, green, blue] = [0.2126 * r, 0.7152 * g, 0.0722 * b];
        expect(planes[at], 'luma').to.be.closeTo(16 + ((red + green + blue) * 219) / 255, 0.51);
      });
      const cover = colours.reduce((sum, [, , , a]) => sum + a, 0);
      expect(planes[alphaHalf + block]).to.equal(Math.floor(cover / 4));
      if (cover === 0) continue;
      const mean = (part: 0 | 1 | 2): number =>
        colours.reduce((sum, colour) => sum + colour[part] * colour[3], 0) / cover / 255;
      const luma = 0.2126 * mean(0) + 0.7152 * mean(1) + 0.0722 * mean(2);
      expect(planes[u + block], 'u').to.be.closeTo(128 + (224 * (mean(2) - luma)) / 1.8556, 0.6);
      expect(planes[v + block], 'v').to.be.closeTo(128 + (224 * (mean(0) - luma)) / 1.5748, 0.6);
    }
  });
});
