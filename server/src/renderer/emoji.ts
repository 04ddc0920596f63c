import { createRequire } from 'node:module';
import { loadImage } from '@napi-rs/canvas';
import type { Image } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);

const EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');

interface IconSet {
  readonly icons: Record<
    string,
    { readonly body: string; readonly width?: number; readonly height?: number }
  >;
}

let names: Map<string, string> | undefined;
let icons: IconSet | undefined;

/** Code points in hex joined by '-', without variation selectors: the key under which icon sets file an emoji. */
function key(emoji: string): string {
  return [...emoji]
    .map((char) => (char.codePointAt(0) as number).toString(16))
    .filter((code) => code !== 'fe0f')
    .join('-');
}

function nameOf(emoji: string): string | undefined {
  if (!names) {
    const chars = require('@iconify-json/fluent-emoji-flat/chars.json') as Record<string, string>;
    names = new Map(Object.entries(chars).map(([code, name]) => [code.replaceAll('-fe0f', ''), name]));
  }
  return names.get(key(emoji));
}

/** True for one emoji as Unicode recommends it for interchange, joined sequences and skin tones included. */
export function isEmoji(grapheme: string): boolean {
  return EMOJI.test(grapheme);
}

/** True if there is a picture for this emoji. */
export function hasEmoji(grapheme: string): boolean {
  return nameOf(grapheme) !== undefined;
}

const drawn = new Map<string, Promise<Image>>();

/** The emoji's picture as a vector image of 32 units a side; kept for the life of the process (they are few and small). */
export function emojiImage(grapheme: string): Promise<Image> {
  const name = nameOf(grapheme);
  if (name === undefined) throw new Error(`no picture for the emoji ${grapheme}`);
  let image = drawn.get(name);
  if (!image) {
    icons ??= require('@iconify-json/fluent-emoji-flat/icons.json') as IconSet;
    const icon = icons.icons[name];
    const [width, height] = [icon?.width ?? 32, icon?.height ?? 32];
    // Drawn large, so that it is scaled down rather than up.
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 ${width} ${height}">${icon?.body ?? ''}</svg>`;
    image = loadImage(Buffer.from(svg));
    drawn.set(name, image);
  }
  return image;
}
