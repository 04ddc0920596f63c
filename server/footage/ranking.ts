import { UsedFootage } from '@shortfactory/core';
import type { FootageFile, FootageOrientation, FootageQuery, FoundFootage } from '@shortfactory/core';

/** Pixels of a vertical frame, with room for a camera that moves over a photo. */
const FRAME = { widthPx: 1080, heightPx: 1920 };
const ROOM = { photo: 1.2, clip: 1 } as const;
/** Less of a frame than this looks blurred. */
const LEAST_SHARE = 0.6;

function orientationOf({
  widthPx,
  heightPx,
}: Pick<FoundFootage, 'widthPx' | 'heightPx'>): FootageOrientation {
  const ratio = widthPx / heightPx;
  return ratio > 1.1 ? 'landscape' : ratio < 1 / 1.1 ? 'portrait' : 'square';
}

/** How much of a vertical frame's pixels there are when it is filled; 1 and more is sharp. */
function sharpness({ widthPx, heightPx }: Pick<FootageFile, 'widthPx' | 'heightPx'>): number {
  return Math.min(widthPx / FRAME.widthPx, heightPx / FRAME.heightPx);
}

/** In the source's own order, but first what fits in orientation, size and length; too small ones and doubles left out. */
export function ranked(
  items: readonly FoundFootage[],
  {
    orientation,
    leastPx = 0,
    leastSeconds = 0,
  }: Pick<FootageQuery, 'orientation' | 'leastPx' | 'leastSeconds'>,
): FoundFootage[] {
  const seen = new UsedFootage();
  const misfit = (item: FoundFootage): number =>
    (orientation !== undefined && orientationOf(item) !== orientation ? 4 : 0) +
    (sharpness(item) < LEAST_SHARE ? 2 : 0) +
    (item.kind === 'clip' && (item.seconds ?? 0) < leastSeconds ? 1 : 0);
  return items
    .filter((item) => Math.min(item.widthPx, item.heightPx) >= leastPx && seen.take(item))
    .map((item) => ({ item, misfit: misfit(item) }))
    .sort((a, b) => a.misfit - b.misfit)
    .map(({ item }) => item);
}

/** Files in the order in which they are to be tried: the smallest that fills the frame, then ever smaller ones. */
export function bestFirst({ kind, files }: FoundFootage): FootageFile[] {
  const isEnough = (file: FootageFile): boolean => sharpness(file) >= ROOM[kind];
  const area = ({ widthPx, heightPx }: FootageFile): number => widthPx * heightPx;
  return [...files].sort((a, b) => {
    if (isEnough(a) !== isEnough(b)) return isEnough(a) ? -1 : 1;
    return isEnough(a) ? area(a) - area(b) : area(b) - area(a);
  });
}
