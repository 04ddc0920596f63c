import type { CaptionStyle } from './caption-style.ts';

/** Red, green and blue, 0 … 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Large letters read well from this contrast on. @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const READS_WELL = 3;
/** An outline as wide as this holds what is behind it off the letters. */
const HOLDS_OFF_EM = 0.08;

/** '#RRGGBB' as numbers. */
export function rgbOf(colour: string): Rgb {
  const part = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

/** 1 … 21. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Rgb, other: Rgb): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) =>
    value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The least contrast of a style's letters, spoken ones too, with what touches them where the picture has this colour.
 * A shadow is not counted: how dark it is beside a letter depends on the letter.
 */
export function contrastOver(style: CaptionStyle, picture: Rgb): number {
  const { spoken, shows, fill, plate } = style;
  if (shows === 'nothing') return Infinity;
  const ground = plate ? laidOver(rgbOf(plate.colour), picture, plate.opacity) : picture;
  const letters = (colour: string): number => contrastOfLetters(rgbOf(colour), style, ground);
  const marked =
    spoken.as === 'block'
      ? contrast(rgbOf(spoken.letters), rgbOf(spoken.colour))
      : letters(spoken.as === 'colour' ? spoken.colour : fill);
  return shows === 'word' ? marked : Math.min(marked, letters(fill));
}

/** Letters stand out from their outline, or, where both are alike, with it from the ground. */
function contrastOfLetters(letters: Rgb, { outline }: CaptionStyle, ground: Rgb): number {
  const alone = contrast(letters, ground);
  if (!outline || outline.em < HOLDS_OFF_EM) return alone;
  return Math.max(alone, contrast(letters, rgbOf(outline.colour)));
}

function laidOver(colour: Rgb, below: Rgb, opacity: number): Rgb {
  return colour.map((value, i) => value * opacity + (below[i] ?? 0) * (1 - opacity)) as [
    number,
    number,
    number,
  ];
}

/** Whether a style reads well over any picture, white and black ones included. */
export function readsOnAnything(style: CaptionStyle): boolean {
  const greys = Array.from({ length: 18 }, (_, i): Rgb => [i * 15, i * 15, i * 15]);
  // Contrast depends on luminance alone, and greys have every one.
  return greys.every((grey) => contrastOver(style, grey) >= READS_WELL);
}

/** What is read worst of what is under the words: the contrast that nine tenths of these colours reach. */
export function contrastOverMost(style: CaptionStyle, under: readonly Rgb[]): number {
  const ratios = under.map((colour) => contrastOver(style, colour)).sort((a, b) => a - b);
  return ratios[Math.floor(ratios.length / 10)] ?? Infinity;
}
