// Reads one untrusted picture in a process of its own that ends afterwards: one request over
// Node's IPC channel, one reply. PictureReader sets its limits on memory, time and what may be read.
import sharp from 'sharp';
import { bmpSize, decodeBmp } from './bmp.mjs';

/** Decoders by the media types that are read. Every other decoder of libvips is off, those that read other files too. */
const LOADERS = {
  'image/png': 'VipsForeignLoadPng',
  'image/jpeg': 'VipsForeignLoadJpeg',
  'image/webp': 'VipsForeignLoadWebp',
  'image/gif': 'VipsForeignLoadNsgif',
  'image/avif': 'VipsForeignLoadHeif',
  'image/tiff': 'VipsForeignLoadTiff',
};
/** Those that libvips does not read: the size by the header, and the pixels as RGBA. */
const OWN = {
  'image/bmp': { size: bmpSize, decode: decodeBmp },
  // libheif in WebAssembly turns and mirrors as the file says.
  'image/heic': {
    size: heicSize,
    decode: async (bytes) => (await import('heic-decode')).default({ buffer: bytes }),
  },
};
const OPAQUE = 255;
/** Mean brightness from which ink is light. */
const LIGHT_INK = 170;
/** Around what stands on a ground, as a share of its longer side. */
const MARGIN = 0.18;
/** What a picture that can be seen through stands on, from the top to the bottom: light, and for light ink dark. */
const LIGHT_GROUND = [
  [0xfb, 0xf7, 0xee],
  [0xe3, 0xec, 0xe8],
];
const DARK_GROUND = [
  [0x2a, 0x45, 0x3d],
  [0x12, 0x21, 0x1c],
];

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });

process.once('disconnect', () => process.exit(0));
process.once('message', async (request) => {
  const loader = LOADERS[request.mediaType];
  if (loader) sharp.unblock({ operation: [loader] });
  const reply = await (request.look ? look(request) : take(request)).catch((error) => ({
    failed: String(error?.message ?? error).slice(0, 300),
  }));
  process.send(reply, () => process.disconnect());
});

/** The header alone. */
async function look({ source, mediaType, strict }) {
  const own = OWN[mediaType];
  if (own) {
    const { width, height } = await own.size(source);
    return { widthPx: width, heightPx: height, frames: 1 };
  }
  // A beginning of a file is enough, and is cut short as a matter of course.
  const image = sharp(source, { limitInputPixels: false, failOn: strict ? 'error' : 'none', pages: 1 });
  const { width, height, pageHeight, pages = 1, autoOrient } = await image.metadata();
  const turned = autoOrient.width !== width;
  const seen = pageHeight ?? height;
  return { widthPx: turned ? seen : width, heightPx: turned ? width : seen, frames: pages };
}

/**
 * The first frame: upright, in sRGB, 8 bits, no larger than is needed to cover a square of `coverPx`, on a ground where
 * something would shine through, with nothing else of the file. PNG when it is to be lossless, else JPEG.
 */
async function take(request) {
  const { maxPixels, seconds, coverPx, lossless } = request;
  const seen = await look({ ...request, strict: true });
  if (!(seen.widthPx * seen.heightPx <= maxPixels)) return { seen };
  const image = await opened(request);
  const { data, info } = await image
    .timeout({ seconds })
    .autoOrient()
    .resize({ width: coverPx, height: coverPx, fit: 'outside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const ground = info.channels === 4 ? onGround(data, info.width, info.height) : undefined;
  const { width, height, channels } = ground ?? info;
  const clean = sharp(ground?.data ?? data, { raw: { width, height, channels } }).removeAlpha();
  // Edges of a logo show what JPEG does to them.
  const asPng = lossless || ground !== undefined;
  const bytes = await (
    asPng
      ? clean.png({ compressionLevel: lossless ? 1 : 6 })
      : clean.jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
  ).toBuffer();
  return {
    seen,
    clean: { bytes, mediaType: asPng ? 'image/png' : 'image/jpeg', widthPx: width, heightPx: height },
  };
}

async function opened({ source, mediaType, maxPixels }) {
  const own = OWN[mediaType];
  if (!own) return sharp(source, { limitInputPixels: maxPixels, failOn: 'error', pages: 1 });
  const { width, height, data } = await own.decode(source);
  return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: maxPixels });
}

/** Only the header is read; the pixels are decoded by `decode`. */
async function heicSize(bytes) {
  const { all } = (await import('heic-decode')).default;
  const images = await all({ buffer: bytes });
  const [{ width, height }] = images;
  images.dispose();
  return { width, height };
}

/**
 * A picture with an alpha channel on a ground that its ink shows against, as RGB; undefined when nothing shines through.
 * One that is mostly ground, as a logo is, gets more of it on all sides, so that no frame cuts it.
 */
function onGround(rgba, width, height) {
  let [light, cover, through] = [0, 0, 0];
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3];
    if (alpha < OPAQUE) through++;
    light += alpha * (0.299 * rgba[at] + 0.587 * rgba[at + 1] + 0.114 * rgba[at + 2]);
    cover += alpha;
  }
  if (through === 0) return undefined;
  const [top, bottom] = cover > 0 && light / cover > LIGHT_INK ? DARK_GROUND : LIGHT_GROUND;
  const margin = through > (width * height) / 10 ? Math.round(Math.max(width, height) * MARGIN) : 0;
  const [wide, high] = [width + 2 * margin, height + 2 * margin];
  const data = new Uint8Array(wide * high * 3);
  for (let y = 0, to = 0; y < high; y++) {
    const ground = top.map((value, i) => value + ((bottom[i] - value) * y) / high);
    for (let x = 0; x < wide; x++, to += 3) {
      const [px, py] = [x - margin, y - margin];
      const inside = px >= 0 && px < width && py >= 0 && py < height;
      const at = (py * width + px) * 4;
      const alpha = inside ? rgba[at + 3] / OPAQUE : 0;
      for (let i = 0; i < 3; i++)
        data[to + i] = Math.round((inside ? rgba[at + i] : 0) * alpha + ground[i] * (1 - alpha));
    }
  }
  return { data, width: wide, height: high, channels: 3 };
}
