/** Arithmetic on `#rrggbb` colours. Short forms (`#rgb`) and the few names that occur in icons are understood too. */

type Rgb = readonly [number, number, number];

const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  none: '#000000',
};

const clampByte = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));

/** Red, green, blue in 0..255; mid grey for an invalid colour, so that odd art still draws. */
export function toRgb(colour: string): Rgb {
  const named = NAMED[colour] ?? colour;
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(named);
  const full = short
    ? `#${short
        .slice(1)
        .flatMap((digit) => [digit, digit])
        .join('')}`
    : named;
  if (!/^#[\da-f]{6}/i.test(full)) return [128, 128, 128];
  return [
    Number.parseInt(full.slice(1, 3), 16),
    Number.parseInt(full.slice(3, 5), 16),
    Number.parseInt(full.slice(5, 7), 16),
  ];
}

export function fromRgb([red, green, blue]: Rgb): string {
  return `#${[red, green, blue].map((part) => clampByte(part).toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of the second colour in the first: 0 keeps the first, 1 gives the second. */
export function mix(first: string, second: string, share: number): string {
  const a = toRgb(first);
  const b = toRgb(second);
  return fromRgb([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]);
}

export const lighter = (colour: string, share: number): string => mix(colour, '#ffffff', share);
export const darker = (colour: string, share: number): string => mix(colour, '#000000', share);

export function withAlpha(colour: string, alpha: number): string {
  const [red, green, blue] = toRgb(colour);
  return `rgba(${red},${green},${blue},${alpha})`;
}

/** Perceived lightness in 0..1 (Rec. 601 weights on the encoded values). */
export function lightness(colour: string): number {
  const [red, green, blue] = toRgb(colour);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** Hue in degrees, saturation and level (HSL) in 0..1. */
export function toHsl(colour: string): readonly [number, number, number] {
  const [r, g, b] = toRgb(colour).map((part) => part / 255) as [number, number, number];
  const high = Math.max(r, g, b);
  const low = Math.min(r, g, b);
  const level = (high + low) / 2;
  const spread = high - low;
  if (spread === 0) return [0, 0, level];
  const saturation = spread / (1 - Math.abs(2 * level - 1));
  const sixth =
    high === r ? ((g - b) / spread + 6) % 6 : high === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return [sixth * 60, Math.min(1, saturation), level];
}

export function fromHsl(hue: number, saturation: number, level: number): string {
  const turn = ((hue % 360) + 360) % 360;
  const reach = saturation * Math.min(level, 1 - level);
  const part = (offset: number): number => {
    const k = (offset + turn / 30) % 12;
    return 255 * (level - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return fromRgb([part(0), part(8), part(4)]);
}

/** The colour without its hue, as light as before. */
export function greyed(colour: string, share: number): string {
  const level = Math.round(lightness(colour) * 255);
  return mix(colour, fromRgb([level, level, level]), share);
}

/** How far two hues stand apart, 0..180 degrees. */
export function hueDistance(first: number, second: number): number {
  const apart = Math.abs(first - second) % 360;
  return apart > 180 ? 360 - apart : apart;
}

/**
 * The colour moved to the hue of `target` while its own light and shade stay readable: what turns an orange octopus
 * blue without flattening it. Blacks and whites (eyes, teeth) stay as they are.
 */
export function tinted(colour: string, target: string): string {
  const [, saturation, level] = toHsl(colour);
  const plain = saturation < 0.12;
  if (level < (plain ? 0.3 : 0.14) || level > (plain ? 0.86 : 0.95)) return colour;
  const [hue, wanted, wantedLevel] = toHsl(target);
  const shifted = Math.max(0.08, Math.min(0.94, level + (wantedLevel - 0.55) * 0.75));
  return fromHsl(hue, plain ? wanted * 0.75 : Math.min(wanted, saturation + 0.1), shifted);
}

/** The tint that stands for "without colour". */
export const GREY = '#8a949c';

/** A motif's colour changed to the one asked for. */
export function recoloured(colour: string, tint: string): string {
  return tint === GREY ? greyed(colour, 0.92) : tinted(colour, tint);
}
