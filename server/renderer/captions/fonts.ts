import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { primaryLanguage } from '@shortfactory/core';
import type { CaptionStyle } from '@shortfactory/core';
import { openSync } from 'fontkit';
import type { Font } from 'fontkit';
import { hasEmoji, isEmoji, isPictograph } from './emoji.ts';

const require = createRequire(import.meta.url);

/** A font file that ships with the product; nothing depends on the fonts of the machine. */
export interface Face {
  readonly family: string;
  readonly pack: string;
  readonly file: string;
  /** Languages whose text prefers this face over those before it. */
  readonly languages?: readonly string[];
  /** The only script whose characters it is asked for, by Unicode's name. */
  readonly script?: string;
}

const NOTO = '@expo-google-fonts/noto-sans';

/** In order of preference: the identity's own face, then one for every script that it lacks. */
export const FACES: readonly Face[] = [
  gothic('latin'),
  gothic('latin-ext'),
  noto('SF Sans', '', '800ExtraBold/NotoSans_800ExtraBold.ttf'),
  noto('SF Arabic', '-arabic', '800ExtraBold/NotoSansArabic_800ExtraBold.ttf'),
  noto('SF Hebrew', '-hebrew', '800ExtraBold/NotoSansHebrew_800ExtraBold.ttf'),
  noto('SF Devanagari', '-devanagari', '800ExtraBold/NotoSansDevanagari_800ExtraBold.ttf'),
  noto('SF Bengali', '-bengali', '800ExtraBold/NotoSansBengali_800ExtraBold.ttf'),
  noto('SF Thai', '-thai', '800ExtraBold/NotoSansThai_800ExtraBold.ttf'),
  // Of these one is opened for letters of its script only: nobody else pays for it.
  ...[
    ...['Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Gujarati', 'Gurmukhi', 'Sinhala'],
    ...['Khmer', 'Lao', 'Myanmar', 'Georgian', 'Armenian', 'Ethiopic'],
  ].map((script) => ofScript(script)),
  { family: 'SF Han', pack: '@embedpdf/fonts-sc', file: 'fonts/NotoSansHans-Bold.otf', languages: ['zh'] },
  { family: 'SF Kana', pack: '@embedpdf/fonts-jp', file: 'fonts/NotoSansJP-Black.otf', languages: ['ja'] },
  { family: 'SF Hangul', pack: '@embedpdf/fonts-kr', file: 'fonts/NotoSansKR-Black.otf', languages: ['ko'] },
];

function gothic(subset: string): Face {
  const file = `files/special-gothic-${subset}-wdth-normal.woff2`;
  return { family: `SF Gothic ${subset}`, pack: '@fontsource-variable/special-gothic', file };
}

function noto(family: string, suffix: string, file: string): Face {
  return { family, pack: `${NOTO}${suffix}`, file };
}

function ofScript(script: string): Face {
  const file = `800ExtraBold/NotoSans${script}_800ExtraBold.ttf`;
  return { ...noto(`SF ${script}`, `-${script.toLowerCase()}`, file), script };
}

/** Every font file, as `package/path`: what has to be there where the product runs. */
export const FONT_FILES: readonly string[] = FACES.map(({ pack, file }) => `${pack}/${file}`);

/** Invisible characters that need no glyph: joiners, variation selectors, bidi marks, soft hyphen, spaces. */
const INVISIBLE = /^[\s\u00ad\u034f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]$/u;

/** A stretch of text that one face draws, or one emoji. */
export type Run = { readonly family: string; readonly text: string } | { readonly emoji: string };

/** What a word is drawn with. */
export interface Itemized {
  readonly runs: readonly Run[];
  /** Characters that no face has, each once. They are drawn as boxes. */
  readonly missing: readonly string[];
}

/** The product's fonts: which face draws what, and what none can draw. Files are opened when first needed. */
export class Fonts {
  readonly #opened = new Map<Face, Font>();
  readonly #registered = new Set<Face>();

  /** Cuts text into runs of one face each, preferring the typeface, then the faces of its language. Deterministic. */
  itemize(text: string, language: string, typeface: CaptionStyle['typeface'] = 'gothic'): Itemized {
    const faces = facesFor(language, typeface);
    const runs: Run[] = [];
    const missing = new Set<string>();
    for (const { segment } of new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(text)) {
      if (isEmoji(segment) && hasEmoji(segment)) {
        runs.push({ emoji: segment });
        continue;
      }
      const covering = isEmoji(segment) ? undefined : this.#faceOf(segment, faces, runs.at(-1));
      if (!covering && isPictograph(segment)) {
        // As a picture, or not at all: a box says nothing.
        if (hasEmoji(segment)) runs.push({ emoji: segment });
        continue;
      }
      if (!covering) for (const char of this.#missing(segment, faces)) missing.add(char);
      const family = this.#register(covering ?? (FACES[2] as Face));
      const last = runs.at(-1);
      if (last && 'family' in last && last.family === family) {
        runs[runs.length - 1] = { family, text: last.text + segment };
      } else {
        runs.push({ family, text: segment });
      }
    }
    return { runs, missing: [...missing] };
  }

  #faceOf(grapheme: string, faces: readonly Face[], last: Run | undefined): Face | undefined {
    const covers = (face: Face): boolean => this.#uncovered(grapheme, [face]).length === 0;
    const fitting = faces.find((face) => isFor(face, grapheme) && covers(face));
    // Punctuation and digits stay in the face of the letters that they follow.
    if (fitting && last && 'family' in last && !/\p{L}/u.test(grapheme)) {
      const current = FACES.find((face) => face.family === last.family);
      if (current && covers(current)) return current;
    }
    return fitting;
  }

  #missing(grapheme: string, faces: readonly Face[]): string[] {
    return this.#uncovered(
      grapheme,
      faces.filter((face) => isFor(face, grapheme)),
    );
  }

  #uncovered(grapheme: string, faces: readonly Face[]): string[] {
    return [...grapheme].filter(
      (char) =>
        !INVISIBLE.test(char) &&
        !faces.some((face) => this.#open(face).hasGlyphForCodePoint(char.codePointAt(0) as number)),
    );
  }

  #open(face: Face): Font {
    let font = this.#opened.get(face);
    if (!font) {
      font = openSync(fontPath(face)) as Font;
      this.#opened.set(face, font);
    }
    return font;
  }

  #register(face: Face): string {
    if (!this.#registered.has(face)) {
      if (!GlobalFonts.registerFromPath(fontPath(face), face.family)) {
        throw new Error(`The font ${face.file} of ${face.pack} cannot be read; run npm ci again.`);
      }
      this.#registered.add(face);
    }
    return face.family;
  }
}

/** The file of a face on this machine; throws when its package is not installed. */
export function fontPath(face: Face): string {
  // Not by require.resolve: some font packages export neither their files nor their package.json.
  const folder = (require.resolve.paths(face.pack) ?? []).find((path) => existsSync(join(path, face.pack)));
  if (folder === undefined)
    throw new Error(`The font package ${face.pack} is not installed; run npm ci again.`);
  return join(folder, face.pack, face.file);
}

const SCRIPTS = new Map(
  FACES.flatMap(({ script }) =>
    script === undefined ? [] : [[script, new RegExp(`\\p{Script_Extensions=${script}}`, 'u')] as const],
  ),
);

function isFor({ script }: Face, text: string): boolean {
  return script === undefined || (SCRIPTS.get(script)?.test(text) ?? false);
}

/** From here on the order depends on the language: Chinese, Japanese and Korean share letters. */
const FIRST_OWN = FACES.findIndex(({ languages }) => languages !== undefined);

/** The identity's own face is the first, in two files. */
const GOTHIC_FACES = 2;

function facesFor(language: string, typeface: CaptionStyle['typeface']): readonly Face[] {
  const faces = facesOf(language);
  return typeface === 'gothic'
    ? faces
    : [...faces.slice(GOTHIC_FACES, FIRST_OWN), ...faces.slice(0, GOTHIC_FACES), ...faces.slice(FIRST_OWN)];
}

function facesOf(language: string): readonly Face[] {
  const primary = primaryLanguage(language);
  const own = FACES.filter((face) => face.languages?.includes(primary));
  return own.length === 0
    ? FACES
    : [...FACES.slice(0, FIRST_OWN), ...own, ...FACES.slice(FIRST_OWN).filter((f) => !own.includes(f))];
}
