/**
 * Windows bitmaps, which libvips does not read without ImageMagick: 1, 4, 8, 16, 24 and 32 bits, palettes, bit masks and
 * run lengths, top-down too. Throws an Error for what is none or is cut short; nothing is allocated before the size is
 * known to be allowed.
 */
const RGB = 0;
const RLE8 = 1;
const RLE4 = 2;
const BITFIELDS = 3;
const ALPHA_BITFIELDS = 6;

/** What the header says. A height below zero means that the first row is the uppermost. */
export function bmpSize(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = view.getUint32(14, true);
  // The header of OS/2 has sides of 16 bits.
  const old = headerBytes === 12;
  const width = old ? view.getUint16(18, true) : view.getInt32(18, true);
  const height = old ? view.getUint16(20, true) : view.getInt32(22, true);
  if (width <= 0 || height === 0) throw new Error('a BMP without a size');
  return { view, headerBytes, old, width, height: Math.abs(height), topDown: height < 0 };
}

/** RGBA, upper row first. */
export function decodeBmp(bytes) {
  const { view, headerBytes, old, width, height, topDown } = bmpSize(bytes);
  const bits = view.getUint16(old ? 24 : 28, true);
  const compression = old ? RGB : view.getUint32(30, true);
  const start = view.getUint32(10, true);
  const masks = masksOf(view, bits, compression, headerBytes);
  const palette = masks ? undefined : paletteOf(bytes, view, bits, headerBytes, old, start);
  const rgba = new Uint8Array(width * height * 4);
  const rowAt = (row) => (topDown ? row : height - 1 - row) * width * 4;
  if (compression === RLE8 || compression === RLE4) {
    const runs = readRuns(bytes, start, compression === RLE4, width, height);
    for (let row = 0; row < height; row++)
      for (let x = 0; x < width; x++) putColour(rgba, rowAt(row) + x * 4, palette, runs[row * width + x]);
    return { width, height, data: rgba };
  }
  if (![RGB, BITFIELDS, ALPHA_BITFIELDS].includes(compression))
    throw new Error('a BMP of another compression');
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  if (start + rowBytes * (height - 1) + Math.ceil((width * bits) / 8) > bytes.length)
    throw new Error('a BMP that is cut short');
  for (let row = 0; row < height; row++) {
    const from = start + row * rowBytes;
    for (let x = 0; x < width; x++) {
      const at = rowAt(row) + x * 4;
      if (bits === 24)
        putPixel(rgba, at, bytes[from + x * 3 + 2], bytes[from + x * 3 + 1], bytes[from + x * 3]);
      else if (masks)
        putMasked(
          rgba,
          at,
          bits === 16 ? view.getUint16(from + x * 2, true) : view.getUint32(from + x * 4, true),
          masks,
        );
      else putColour(rgba, at, palette, indexAt(bytes, from, x, bits));
    }
  }
  if (masks?.alpha && !rgba.some((value, at) => at % 4 === 3 && value > 0))
    for (let at = 3; at < rgba.length; at += 4) rgba[at] = 255;
  return { width, height, data: rgba };
}

function indexAt(bytes, from, x, bits) {
  const at = x * bits;
  return (bytes[from + (at >> 3)] >> (8 - bits - (at & 7))) & ((1 << bits) - 1);
}

function paletteOf(bytes, view, bits, headerBytes, old, start) {
  if (bits === 24) return undefined;
  if (![1, 2, 4, 8].includes(bits)) throw new Error(`a BMP of ${bits} bits`);
  const size = old ? 3 : 4;
  const stated = old ? 0 : view.getUint32(46, true);
  const at = 14 + headerBytes;
  const colours = Math.min(stated || 1 << bits, 256, Math.floor((start - at) / size));
  return Array.from({ length: Math.max(0, colours) }, (_, i) => {
    const colour = at + i * size;
    return [bytes[colour + 2] ?? 0, bytes[colour + 1] ?? 0, bytes[colour] ?? 0];
  });
}

function masksOf(view, bits, compression, headerBytes) {
  if (bits !== 16 && bits !== 32) return undefined;
  const stated = compression === BITFIELDS || compression === ALPHA_BITFIELDS;
  const usual = bits === 16 ? [0x7c00, 0x3e0, 0x1f] : [0xff0000, 0xff00, 0xff];
  const [red, green, blue] = stated ? [54, 58, 62].map((at) => view.getUint32(at, true)) : usual;
  const withAlpha = (stated && headerBytes >= 56) || compression === ALPHA_BITFIELDS;
  const alpha = withAlpha ? view.getUint32(66, true) : 0;
  return { channels: [red, green, blue].map(maskOf), alpha: alpha === 0 ? undefined : maskOf(alpha) };
}

function maskOf(mask) {
  const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
  return { mask, shift, most: mask >>> shift || 1 };
}

function putMasked(rgba, at, value, { channels, alpha }) {
  const part = ({ mask, shift, most }) => Math.round((((value & mask) >>> shift) * 255) / most);
  putPixel(rgba, at, ...channels.map(part), alpha ? part(alpha) : 255);
}

function putColour(rgba, at, palette, index) {
  const [red, green, blue] = palette?.[index] ?? [0, 0, 0];
  putPixel(rgba, at, red, green, blue);
}

function putPixel(rgba, at, red, green, blue, alpha = 255) {
  rgba[at] = red;
  rgba[at + 1] = green;
  rgba[at + 2] = blue;
  rgba[at + 3] = alpha;
}

/** Run lengths as one colour's index a pixel, lower row first; what they leave out is the first colour. */
function readRuns(bytes, start, halves, width, height) {
  const pixels = new Uint8Array(width * height);
  let [x, y, at] = [0, 0, start];
  const put = (index) => {
    if (x < width && y < height) pixels[y * width + x] = index;
    x++;
  };
  while (at + 1 < bytes.length && y < height) {
    const [count, value] = [bytes[at], bytes[at + 1]];
    at += 2;
    if (count > 0) {
      for (let i = 0; i < count; i++) put(halves ? (i % 2 ? value & 15 : value >> 4) : value);
    } else if (value === 0) {
      [x, y] = [0, y + 1];
    } else if (value === 1) {
      return pixels;
    } else if (value === 2) {
      x += bytes[at] ?? 0;
      y += bytes[at + 1] ?? 0;
      at += 2;
    } else {
      for (let i = 0; i < value; i++) {
        const byte = bytes[at + (halves ? i >> 1 : i)] ?? 0;
        put(halves ? (i % 2 ? byte & 15 : byte >> 4) : byte);
      }
      const read = halves ? Math.ceil(value / 2) : value;
      at += read + (read % 2);
    }
  }
  if (y < height && at >= bytes.length) throw new Error('a BMP that is cut short');
  return pixels;
}
