import { createRequire } from 'node:module';
import { loadImage } from '@napi-rs/canvas';
import type { Image } from '@napi-rs/canvas';
import { CAPTION_LOOK } from '@shortfactory/core';

const require = createRequire(import.meta.url);

const EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');

/** Every file of emoji pictures that is read below, as `package/path`. */
export const EMOJI_FILES: readonly string[] = [
  '@iconify-json/fluent-emoji-flat/chars.json',
  '@iconify-json/fluent-emoji-flat/icons.json',
  '@iconify-json/flag/icons.json',
];

interface IconSet {
  readonly icons: Record<string, { readonly body: string }>;
}

let names: Map<string, string> | undefined;
let icons: IconSet | undefined;
let flags: IconSet | undefined;

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

/** Country code of a flag in two letters, or of a part of a country ('gb-sct'); undefined for anything else. */
function flagOf(emoji: string): string | undefined {
  const letters = (first: number): string =>
    [...emoji]
      .map((char) => (char.codePointAt(0) as number) - first)
      .filter((letter) => letter >= 0 && letter < 26)
      .map((letter) => String.fromCharCode(0x61 + letter))
      .join('');
  if (/^\p{Regional_Indicator}{2}$/u.test(emoji)) return letters(0x1f1e6);
  // A black flag with a code in invisible letters behind it.
  const part = emoji.startsWith('\u{1f3f4}') ? letters(0xe0061) : '';
  return part.length > 2 ? `${part.slice(0, 2)}-${part.slice(2)}` : undefined;
}

function flagSet(): IconSet {
  flags ??= require('@iconify-json/flag/icons.json') as IconSet;
  return flags;
}

/** An emoji's vector picture of 32 units a side, or undefined when the font has no picture for it. */
function pictureOf(emoji: string): string | undefined {
  const flag = flagOf(emoji);
  if (flag !== undefined) {
    const body = flagSet().icons[`${flag}-4x3`]?.body;
    return body === undefined ? undefined : framedFlag(body);
  }
  const name = nameOf(emoji);
  if (name === undefined) return undefined;
  icons ??= require('@iconify-json/fluent-emoji-flat/icons.json') as IconSet;
  return icons.icons[name]?.body;
}

/** A flag of 640 × 480 units as the other emoji are drawn: with round corners, and an edge that white shows against. */
function framedFlag(body: string): string {
  const { colour, opacity, width } = CAPTION_LOOK.flagEdge;
  const place = 'x="1" y="4.75" width="30" height="22.5" rx="3"';
  return (
    `<defs><clipPath id="shape"><rect ${place}/></clipPath></defs>` +
    `<g clip-path="url(#shape)"><g transform="translate(1 4.75) scale(0.046875)">${body}</g></g>` +
    `<rect ${place} fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-width="${width}"/>`
  );
}

/** True for one emoji as Unicode recommends it for interchange, joined sequences and skin tones included. */
export function isEmoji(grapheme: string): boolean {
  return EMOJI.test(grapheme);
}

/** True if there is a picture for this emoji. */
export function hasEmoji(grapheme: string): boolean {
  const flag = flagOf(grapheme);
  return flag === undefined ? nameOf(grapheme) !== undefined : flagSet().icons[`${flag}-4x3`] !== undefined;
}

const drawn = new Map<string, Promise<Image>>();

/** The emoji's picture as a vector image of 32 units a side; kept for the life of the process (they are few and small). */
export function emojiImage(grapheme: string): Promise<Image> {
  let image = drawn.get(grapheme);
  if (!image) {
    const body = pictureOf(grapheme);
    if (body === undefined) throw new Error(`no picture for the emoji ${grapheme}`);
    // Drawn large, so that it is scaled down rather than up.
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 32 32">${body}</svg>`;
    image = loadImage(Buffer.from(svg));
    drawn.set(grapheme, image);
  }
  return image;
}
