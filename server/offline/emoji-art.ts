import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Art, parseArt } from './illustrator/art.ts';

/**
 * Icons of Fluent Emoji Flat (MIT, Microsoft) as drawable art. The package is read on the first call, once in a
 * process; what is never drawn (flags, the other skin tones of a person) is dropped so that it can be freed.
 */
interface IconPackage {
  readonly bodies: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, string>;
}

const SKIN_TONE =
  /-(dark|medium-dark|medium|medium-light|light)(-(dark|medium-dark|medium|medium-light|light))?$/;

/** Pictures that the package lacks and its icons make together: each icon with its place in the box. */
const GROUPS: Readonly<Record<string, readonly (readonly [icon: string, place: string])[]>> = {
  'two-people': [
    ['woman-standing', 'translate(-5.5 0)'],
    ['man-standing', 'translate(5.5 0)'],
  ],
  people: [
    ['woman-standing', 'translate(-7 1.6) scale(0.95)'],
    ['man-standing', 'translate(8.6 1.6) scale(0.95)'],
    ['person-standing', 'translate(0 0)'],
  ],
  // The icons have children's heads only: a head of theirs on a smaller body.
  'child-standing': [
    ['person-standing', 'translate(4.32 8.64) scale(0.73)'],
    ['child', 'translate(7.36 0) scale(0.54)'],
  ],
};

let loaded: IconPackage | undefined;
const parsed = new Map<string, Art>();

/** True for a person drawn in one of the five skin tones: the default (yellow) one stands for all. */
export function isSkinToneVariant(name: string): boolean {
  return SKIN_TONE.test(name);
}

function readPackage(file: string): unknown {
  const require = createRequire(import.meta.url);
  return JSON.parse(readFileSync(require.resolve(`@iconify-json/fluent-emoji-flat/${file}`), 'utf8'));
}

function load(): IconPackage {
  if (loaded) return loaded;
  const { icons } = readPackage('icons.json') as { icons: Record<string, { body: string }> };
  const { categories } = readPackage('metadata.json') as { categories: Record<string, string[]> };
  const bodies = new Map<string, string>();
  const categoryOf = new Map<string, string>();
  for (const [category, names] of Object.entries(categories)) {
    if (category === 'Flags') continue;
    for (const name of names) {
      const body = icons[name]?.body;
      if (body === undefined || isSkinToneVariant(name)) continue;
      bodies.set(name, body);
      categoryOf.set(name, category);
    }
  }
  for (const [name, parts] of Object.entries(GROUPS)) {
    const body = parts
      .map(([icon, place]) => `<g transform="${place}">${bodies.get(icon) ?? ''}</g>`)
      .join('');
    bodies.set(name, body);
    categoryOf.set(name, 'People & Body');
  }
  loaded = { bodies, categories: categoryOf };
  return loaded;
}

let emojis: ReadonlyMap<string, string> | undefined;

/** The icon of an emoji, whatever its variation selectors; undefined for one that is not drawn. */
export function emojiOf(emoji: string): string | undefined {
  emojis ??= new Map(Object.entries(readPackage('chars.json') as Record<string, string>));
  const code = [...emoji]
    .map((character) => (character.codePointAt(0) ?? 0).toString(16))
    .filter((hex) => hex !== 'fe0f')
    .join('-');
  return emojis.get(code);
}

/** Icon name → category, for every icon that may be drawn. */
export function emojiCategories(): ReadonlyMap<string, string> {
  return load().categories;
}

/** The icon's shapes in its 32 × 32 box; undefined when the icon does not exist or cannot be read. */
export function emojiArt(name: string): Art | undefined {
  const known = parsed.get(name);
  if (known) return known;
  const body = load().bodies.get(name);
  if (body === undefined) return undefined;
  const art = parseArt(name, body);
  if (art) parsed.set(name, art);
  return art;
}
