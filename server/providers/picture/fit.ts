import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Image } from '@napi-rs/canvas';
import { imageKind } from '@shortfactory/core';
import type { IllustrationImage } from '@shortfactory/core';
import { PictureUnusable } from '@shortfactory/pictures';
import type { PictureReader } from '@shortfactory/pictures';
import { bestMiddle, centreOf, interestOf, sumsAlong } from './interest.ts';

/** A shorter side would be visibly upscaled. */
const MIN_SIDE_PX = 320;
/** Larger pictures are scaled down: the largest frame has 1920. */
const COVER_PX = 2400;
const THUMBNAIL_PX = 64;
const JPEG_QUALITY = 95;

/**
 * Scales a picture of any size to cover exactly the size asked for, cropped where there is least to see. The reader
 * re-encodes what a service sent before anything else decodes it. Throws PictureUnusable for bytes that are not a
 * picture, too small or too large.
 */
export async function fitPicture(
  pictures: Pick<PictureReader, 'take'>,
  bytes: Uint8Array,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  signal: AbortSignal,
): Promise<IllustrationImage> {
  if (!imageKind(bytes)) throw new PictureUnusable('something that is not a picture');
  const clean = await pictures
    .take(bytes, { signal, coverPx: COVER_PX, lossless: true })
    .catch((error: unknown) => {
      throw error instanceof PictureUnusable
        ? new PictureUnusable(`a picture that cannot be used: ${error.message}`)
        : error;
    });
  if (Math.min(clean.widthPx, clean.heightPx) < MIN_SIDE_PX)
    throw new PictureUnusable(`a picture that is too small (${clean.widthPx} × ${clean.heightPx})`);
  const image = await loadImage(Buffer.from(clean.bytes));
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
