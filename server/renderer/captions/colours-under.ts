import { FRAME_PX } from '@shortfactory/core';
import type { Aspect, CaptionStyle, Rgb } from '@shortfactory/core';
import type { ScaledPicture } from '../frames/clip-frames.ts';
import { captionSizes, lineMetrics } from './caption-layout.ts';

/** Cells across and down; about a letter each. */
const [COLUMNS, ROWS] = [12, 4];

/** Mean colours of the part of a picture over which captions of a style stand, in cells of about a letter. */
export function coloursUnder(picture: ScaledPicture, aspect: Aspect, style: CaptionStyle): readonly Rgb[] {
  const area = captionArea(aspect, style);
  const [width, height] = [area.width / COLUMNS, area.height / ROWS];
  return Array.from({ length: COLUMNS * ROWS }, (_, cell) => {
    const [column, row] = [cell % COLUMNS, Math.floor(cell / COLUMNS)];
    return meanColour(picture, area.x + column * width, area.y + row * height, width, height);
  });
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where two lines stand, in shares of the frame. */
function captionArea(aspect: Aspect, style: CaptionStyle): Area {
  const { widthPx, heightPx } = FRAME_PX[aspect];
  const { fontPx, maxWidthPx, topPx, bottomPx } = captionSizes(aspect, style);
  const tall = Math.min(2, style.lines) * lineMetrics('').lineHeight * fontPx;
  const top = { top: topPx, middle: (topPx + bottomPx - tall) / 2, lower: bottomPx - tall }[style.position];
  const width = maxWidthPx / widthPx;
  return { x: (1 - width) / 2, y: top / heightPx, width, height: tall / heightPx };
}

/** Of a rectangle in shares of the picture; every second pixel each way is looked at. */
function meanColour(
  { widthPx, heightPx, pixels }: ScaledPicture,
  x: number,
  y: number,
  width: number,
  height: number,
): Rgb {
  const full = widthPx * heightPx;
  const half = widthPx / 2;
  let [luma, blueness, redness, count] = [0, 0, 0, 0];
  for (let row = Math.floor((y * heightPx) / 2); row < ((y + height) * heightPx) / 2; row++) {
    for (let column = Math.floor((x * widthPx) / 2); column < ((x + width) * widthPx) / 2; column++) {
      luma += pixels[row * 2 * widthPx + column * 2] ?? 0;
      blueness += pixels[full + row * half + column] ?? 0;
      redness += pixels[full * 1.25 + row * half + column] ?? 0;
      count++;
    }
  }
  return rgbFrom(luma / count, blueness / count, redness / count);
}

/** BT.709 in limited range. */
function rgbFrom(y: number, cb: number, cr: number): Rgb {
  const [luma, u, v] = [1.164384 * (y - 16), cb - 128, cr - 128];
  const clamp = (value: number): number => Math.max(0, Math.min(255, value));
  return [clamp(luma + 1.792741 * v), clamp(luma - 0.213249 * u - 0.532909 * v), clamp(luma + 2.112402 * u)];
}
