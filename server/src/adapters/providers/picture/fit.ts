import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Image } from '@napi-rs/canvas';
import { imageSize } from 'image-size';
import type { IllustrationImage } from '../../../ports/illustrator.ts';
import { bestMiddle, centreOf, interestOf, sumsAlong } from './interest.ts';

/** What makes a picture no picture that we can use, as the end of a sentence. */
export class PictureUnusable extends Error {}

/** Decoding is refused above it: a small file can hold a picture that fills the memory. */
const MAX_PIXELS = 40_000_000;
/** A side of less would be seen to be blown up. */
const MIN_SIDE_PX = 320;
const TYPES = new Set(['png', 'jpg', 'webp']);
const THUMBNAIL_PX = 64;
const JPEG_QUALITY = 95;

/**
 * A picture of any size as one of exactly the size asked for: scaled to cover it and cut where there is least to see.
 * Throws PictureUnusable for bytes that are no picture, too small or too large.
 */
export async function fitPicture(
  bytes: Uint8Array,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): Promise<IllustrationImage> {
  refuseUnusable(bytes);
  const image = await loadImage(Buffer.from(bytes)).catch(() => {
    throw new PictureUnusable('a picture that is damaged');
  });
  const small = thumbnail(image);
  const interest = interestOf(small);
  const scale = Math.max(widthPx / image.width, heightPx / image.height);
  // What of the source is seen, in its own pixels.
  const [seenWidth, seenHeight] = [widthPx / scale, heightPx / scale];
  const { width, height } = small;
  const middleX =
    (bestMiddle(sumsAlong('x', interest, width, height), (width * seenWidth) / image.width) / width) *
    image.width;
  const middleY =
    (bestMiddle(sumsAlong('y', interest, width, height), (height * seenHeight) / image.height) / height) *
    image.height;
  const left = within(middleX - seenWidth / 2, image.width - seenWidth);
  const top = within(middleY - seenHeight / 2, image.height - seenHeight);
  const canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, left, top, seenWidth, seenHeight, 0, 0, widthPx, heightPx);
  const centre = centreOf(interest, width, height);
  return {
    bytes: await canvas.encode('jpeg', JPEG_QUALITY),
    // Captions cover the lower third, and a focus at the edge would make every camera move lean on it.
    focus: {
      x: between((centre.x * image.width - left) / seenWidth, 0.25, 0.75),
      y: between((centre.y * image.height - top) / seenHeight, 0.25, 0.6),
    },
  };
}

function refuseUnusable(bytes: Uint8Array): void {
  let size: ReturnType<typeof imageSize>;
  try {
    size = imageSize(bytes);
  } catch {
    throw new PictureUnusable('something that is no picture');
  }
  const { width, height, type = '' } = size;
  // Decoders fill up what is missing with grey.
  if (!isWhole(Buffer.from(bytes), type)) throw new PictureUnusable('a picture that is cut short');
  if (!TYPES.has(type)) throw new PictureUnusable(`a picture of a kind that is not used (${type})`);
  if (width * height > MAX_PIXELS)
    throw new PictureUnusable(`a picture that is too large (${width} × ${height})`);
  if (Math.min(width, height) < MIN_SIDE_PX)
    throw new PictureUnusable(`a picture that is too small (${width} × ${height})`);
}

/** Whether the last bytes are those that end a file of its kind; more may follow. */
function isWhole(bytes: Buffer, type: string): boolean {
  switch (type) {
    case 'png':
      return bytes.includes('IEND', -32, 'latin1');
    case 'jpg':
      return bytes.includes(Buffer.from([0xff, 0xd9]), -32);
    case 'webp':
      return bytes.readUInt32LE(4) + 8 <= bytes.length;
    default:
      return true;
  }
}

function thumbnail(image: Image): { width: number; height: number; pixels: Uint8ClampedArray } {
  const scale = THUMBNAIL_PX / Math.max(image.width, image.height);
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  return { width, height, pixels: context.getImageData(0, 0, width, height).data };
}

function within(value: number, most: number): number {
  return between(value, 0, Math.max(0, most));
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
