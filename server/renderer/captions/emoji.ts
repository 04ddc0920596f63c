import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadImage } from '@napi-rs/canvas';
import type { Image } from '@napi-rs/canvas';
import { CAPTION_LOOK, lazily } from '@shortfactory/core';

const require = createRequire(import.meta.url);

const EMOJI = lazily(() => new RegExp('^\\p{RGI_Emoji}$', 'v'));
/** A sign that is a picture by nature, also where it is not written as Unicode recommends. */
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3|\p{Emoji_Modifier}/u;

/** Every file of emoji pictures that is read below, as `package/path`. */
export const EMOJI_FILES: readonly string[] = [
  '@iconify-json/fluent-emoji-flat/chars.json',
  '@iconify-json/fluent-emoji-flat/icons.json',
  '@iconify-json/flag/icons.json',
  '@iconify-json/noto/chars.json',
  '@iconify-json/noto/icons.json',
];

interface IconSet {
  readonly icons: Record<string, { readonly body: string }>;
}

/** A set of emoji's pictures, and the side of a picture in its own units. */
interface EmojiSet {
  readonly chars: () => Record<string, string>;
  readonly iconsPath: () => string;
  readonly side: number;
}

/** In order of preference: the product's own style, then one that has what it lacks (families, couples, 👉). */
const SETS: readonly EmojiSet[] = [
  {
    chars: () => require('@iconify-json/fluent-emoji-flat/chars.json') as Record<string, string>,
    iconsPath: () => require.resolve('@iconify-json/fluent-emoji-flat/icons.json'),
    side: 32,
  },
  {
    chars: () => require('@iconify-json/noto/chars.json') as Record<string, string>,
    iconsPath: () => require.resolve('@iconify-json/noto/icons.json'),
    side: 128,
  },
];

const names = new Map<EmojiSet, ReadonlyMap<string, string>>();
const bodies = new Map<EmojiSet, ReadonlyMap<string, string>>();
let flags: IconSet | undefined;

/** Code points in hex joined by '-', without variation selectors: the key under which icon sets file an emoji. */
function key(emoji: string): string {
  return [...emoji]
    .map((char) => (char.codePointAt(0) as number).toString(16))
    .filter((code) => code !== 'fe0f')
    .join('-');
}

/** An icon set pads codes to four digits and has some with a variation selector. */
function namesOf(set: EmojiSet): ReadonlyMap<string, string> {
  let known = names.get(set);
  if (!known) {
    const plain = (code: string): string => code.replaceAll('-fe0f', '').replace(/(?<=^|-)0+/g, '');
    names.set(set, (known = new Map(Object.entries(set.chars()).map(([code, name]) => [plain(code), name]))));
  }
  return known;
}

/** Hands that the first set has for one side only, 👉 as 👈: drawn as their mirror image. */
const MIRRORED = { is: '1f449', of: '1f448' } as const;

interface Named {
  readonly set: EmojiSet;
  readonly name: string;
  readonly mirrored: boolean;
}

/** The first set that has an emoji, and its name there. */
function named(emoji: string): Named | undefined {
  const mirrored = key(emoji).startsWith(MIRRORED.is);
  const wanted = key(emoji).replace(MIRRORED.is, MIRRORED.of);
  for (const set of SETS) {
    const name = namesOf(set).get(wanted);
    if (name !== undefined) return { set, name, mirrored };
  }
  return undefined;
}

/** The pictures of a set by name; of a later set only those that no earlier one has, as it is large. */
function bodiesOf(set: EmojiSet): ReadonlyMap<string, string> {
  let known = bodies.get(set);
  if (!known) {
    const { icons } = JSON.parse(readFileSync(set.iconsPath(), 'utf8')) as IconSet;
    const earlier = SETS.slice(0, SETS.indexOf(set)).map(namesOf);
    const wanted = [...namesOf(set)].filter(([code]) => !earlier.some((others) => others.has(code)));
    known = new Map(wanted.map(([, name]) => [name, icons[name]?.body ?? '']));
    bodies.set(set, known);
  }
  return known;
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

function flagBody(emoji: string): string | undefined {
  const flag = flagOf(emoji);
  if (flag === undefined || !EMOJI().test(emoji)) return undefined;
  flags ??= require('@iconify-json/flag/icons.json') as IconSet;
  return flags.icons[`${flag}-4x3`]?.body;
}

/** Units of a side of every picture as it is given out. */
const SIDE = 32;

/** An emoji's vector picture of SIDE units a side, or undefined when there is none. */
function pictureOf(emoji: string): string | undefined {
  const flag = flagBody(emoji);
  if (flag !== undefined) return framedFlag(flag);
  const found = named(emoji);
  const body = found && bodiesOf(found.set).get(found.name);
  if (found === undefined || body === undefined) return undefined;
  const scale = SIDE / found.set.side;
  const place = found.mirrored ? `translate(${SIDE} 0) scale(${-scale} ${scale})` : `scale(${scale})`;
  return `<g transform="${place}">${body}</g>`;
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

/**
 * True for one emoji as Unicode recommends it for interchange, joined sequences and skin tones included, and for one
 * that asks for its picture with a variation selector that it does not need.
 */
export function isEmoji(grapheme: string): boolean {
  return EMOJI().test(grapheme) || (grapheme.endsWith('\ufe0f') && PICTURE.test(grapheme));
}

/** True for what people write as an emoji, recommended or not: what is left out where no picture or letter draws it. */
export function isPictograph(grapheme: string): boolean {
  return PICTURE.test(grapheme);
}

/** True if there is a picture for this emoji. */
export function hasEmoji(grapheme: string): boolean {
  return flagBody(grapheme) !== undefined || named(grapheme) !== undefined;
}

const drawn = new Map<string, Promise<Image>>();

/** The emoji's picture as a vector image of 32 units a side; kept for the life of the process (they are few and small). */
export function emojiImage(grapheme: string): Promise<Image> {
  let image = drawn.get(grapheme);
  if (!image) {
    const body = pictureOf(grapheme);
    if (body === undefined) throw new Error(`no picture for the emoji ${grapheme}`);
    // Drawn large, so that it is scaled down rather than up.
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 ${SIDE} ${SIDE}">${body}</svg>`;
    image = loadImage(Buffer.from(svg));
    drawn.set(grapheme, image);
  }
  return image;
}
