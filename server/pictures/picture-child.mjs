// Reads one untrusted picture in a process of its own that ends afterwards: one request over
// Node's IPC channel, one reply. PictureReader sets its limits on memory, time and what may be read.
import sharp from 'sharp';

/** Decoders by the media types that are read. Every other decoder of libvips is off, those that read other files too. */
const LOADERS = {
  'image/png': 'VipsForeignLoadPng',
  'image/jpeg': 'VipsForeignLoadJpeg',
  'image/webp': 'VipsForeignLoadWebp',
  'image/gif': 'VipsForeignLoadNsgif',
  'image/avif': 'VipsForeignLoadHeif',
  'image/tiff': 'VipsForeignLoadTiff',
};
const OPAQUE = 255;

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });

process.once('disconnect', () => process.exit(0));
process.once('message', async (request) => {
  sharp.unblock({ operation: [LOADERS[request.mediaType]] });
  const reply = await (request.look ? look(request) : take(request)).catch((error) => ({
    failed: String(error?.message ?? error).slice(0, 300),
  }));
  process.send(reply, () => process.disconnect());
});

/** The header alone. */
async function look({ source, strict }) {
  // A beginning of a file is enough, and is cut short as a matter of course.
  const image = sharp(source, { limitInputPixels: false, failOn: strict ? 'error' : 'none', pages: 1 });
  const { width, height, pageHeight, pages = 1, autoOrient } = await image.metadata();
  const turned = autoOrient.width !== width;
  const seen = pageHeight ?? height;
  return { widthPx: turned ? seen : width, heightPx: turned ? width : seen, frames: pages };
}

/**
 * The first frame: upright, in sRGB, 8 bits, no larger than is needed to cover a square of `coverPx`, with nothing else
 * of the file. PNG when it is to be lossless or something shines through, else JPEG.
 */
async function take({ source, maxPixels, seconds, coverPx, lossless }) {
  const seen = await look({ source, strict: true });
  if (!(seen.widthPx * seen.heightPx <= maxPixels)) return { seen };
  const { data, info } = await sharp(source, { limitInputPixels: maxPixels, failOn: 'error', pages: 1 })
    .timeout({ seconds })
    .autoOrient()
    .resize({ width: coverPx, height: coverPx, fit: 'outside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const clean = sharp(data, { raw: { width, height, channels } });
  const opaque = channels < 4 || isOpaque(data);
  const shown = opaque ? clean.removeAlpha() : clean;
  const asPng = lossless || !opaque;
  const bytes = await (
    asPng
      ? shown.png({ compressionLevel: lossless ? 1 : 6 })
      : shown.jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
  ).toBuffer();
  return {
    seen,
    clean: { bytes, mediaType: asPng ? 'image/png' : 'image/jpeg', widthPx: width, heightPx: height },
  };
}

function isOpaque(rgba) {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== OPAQUE) return false;
  return true;
}
