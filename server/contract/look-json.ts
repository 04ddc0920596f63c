import {
  CAPTION_STYLES,
  IMAGE_STYLES,
  InputInvalid,
  LOOK_LIMITS,
  LOOK_VERSION,
  TRACK_CHOICES,
  TRANSITIONS,
} from '@shortfactory/core';
import type { CaptionStyleName, Look } from '@shortfactory/core';
import { z } from 'zod';
import chalkboard from './looks/chalkboard.json' with { type: 'json' };
import fieldNotes from './looks/field-notes.json' with { type: 'json' };
import libraryCard from './looks/library-card.json' with { type: 'json' };
import matchday from './looks/matchday.json' with { type: 'json' };
import midnight from './looks/midnight.json' with { type: 'json' };
import newsstand from './looks/newsstand.json' with { type: 'json' };
import playground from './looks/playground.json' with { type: 'json' };
import silentFilm from './looks/silent-film.json' with { type: 'json' };
import { inOneSentence } from './json-problems.ts';
import { between, expected, speed, visibleText, voiceId } from './script-json.ts';

const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

function oneOf<const Names extends readonly [string, ...string[]]>(names: Names) {
  return z.enum(names, { error: expected(`one of ${list(names)}`) });
}

function within([least, most]: readonly [least: number, most: number]): z.ZodNumber {
  return between(least, most, 'a number');
}

const COLOUR = 'a colour such as "#FFC81E"';
const colour = z
  .string({ error: expected(COLOUR) })
  .regex(/^#[0-9A-Fa-f]{6}$/, { error: `is not ${COLOUR}` });

const { opacity, outlineEm, blurEm, offsetEm } = LOOK_LIMITS;
const SPOKEN_AS = 'one of "block", "colour", "underline", "plain"';

const captionChoice = z
  .strictObject(
    {
      style: z.enum(Object.keys(CAPTION_STYLES) as [CaptionStyleName, ...CaptionStyleName[]], {
        error: expected(`one of ${list(Object.keys(CAPTION_STYLES))}`),
      }),
      typeface: oneOf(['gothic', 'sans']).exactOptional(),
      weight: within(LOOK_LIMITS.weight).exactOptional(),
      widthPercent: within(LOOK_LIMITS.widthPercent).exactOptional(),
      size: within(LOOK_LIMITS.size).describe("against the named style's own").exactOptional(),
      case: oneOf(['as-written', 'capitals']).exactOptional(),
      fill: colour.exactOptional(),
      outline: z
        .strictObject(
          { colour, em: within(outlineEm) },
          { error: expected('an object with colour and em, or null') },
        )
        .nullable()
        .exactOptional(),
      shadow: z
        .strictObject(
          {
            ...{ colour, opacity: within(opacity), blurEm: within(blurEm) },
            ...{ xEm: within(offsetEm), yEm: within(offsetEm) },
          },
          { error: expected('an object with colour, opacity, blurEm, xEm and yEm, or null') },
        )
        .nullable()
        .exactOptional(),
      plate: z
        .strictObject(
          { colour, opacity: within(opacity) },
          { error: expected('an object with colour and opacity, or null') },
        )
        .nullable()
        .exactOptional(),
      spoken: z
        .discriminatedUnion(
          'as',
          [
            z.strictObject({ as: z.literal('block'), colour, letters: colour }),
            z.strictObject({ as: z.literal('colour'), colour }),
            z.strictObject({ as: z.literal('underline'), colour }),
            z.strictObject({ as: z.literal('plain') }),
          ],
          {
            error: (issue) =>
              issue.code === 'invalid_union'
                ? `is not ${SPOKEN_AS}`
                : `is not an object with as, ${SPOKEN_AS}`,
          },
        )
        .exactOptional(),
      shows: oneOf(['cue', 'word', 'nothing']).exactOptional(),
      entrance: oneOf(['none', 'fade', 'pop']).exactOptional(),
      tiltDegrees: within(LOOK_LIMITS.tiltDegrees).exactOptional(),
      lines: within(LOOK_LIMITS.lines).int({ error: 'is not a whole number' }).exactOptional(),
      position: oneOf(['top', 'middle', 'lower']).exactOptional(),
    },
    { error: expected('an object with style') },
  )
  .describe('a named style, and what of it is another way; null takes away what the style has')
  .meta({ id: 'CaptionChoice' });

/** A look as JSON, with one sentence for everything that it cannot be. */
export const lookJson = z
  .strictObject(
    {
      version: z.literal(LOOK_VERSION, {
        error: (issue) =>
          issue.input === undefined
            ? `is missing (expected ${LOOK_VERSION})`
            : `is not a version that this release reads (expected ${LOOK_VERSION})`,
      }),
      name: visibleText(LOOK_LIMITS.nameChars).exactOptional(),
      captions: captionChoice.exactOptional(),
      colours: z
        .strictObject(
          {
            spoken: colour.describe('of the spoken word, its block or its line').exactOptional(),
            letters: colour.describe('of the other words').exactOptional(),
          },
          { error: expected('an object with spoken and letters') },
        )
        .exactOptional(),
      imageStyle: oneOf(IMAGE_STYLES).exactOptional(),
      transition: oneOf(TRANSITIONS)
        .describe('from scene to scene; mixed is a fade or a slide by the picture, as without it')
        .exactOptional(),
      music: z
        .strictObject(
          {
            track: oneOf([...TRACK_CHOICES, 'none']).exactOptional(),
            levelDb: within(LOOK_LIMITS.musicDb).describe('against the usual level').exactOptional(),
          },
          { error: expected('an object with track and levelDb') },
        )
        .exactOptional(),
      voice: voiceId.exactOptional(),
      speed: speed.exactOptional(),
    },
    { error: expected('an object with version') },
  )
  .describe('what it leaves open is as without a look, and the request comes first')
  .meta({ id: 'Look' });

/** The looks that come with the product, by the name that requests call them. */
export const LOOKS = {
  newsstand,
  midnight,
  playground,
  'field-notes': fieldNotes,
  'library-card': libraryCard,
  'silent-film': silentFilm,
  chalkboard,
  matchday,
} as unknown as Readonly<Record<LookName, Look & { readonly name: string }>>;
export const LOOK_NAMES = [
  'newsstand',
  'midnight',
  'playground',
  'field-notes',
  'library-card',
  'silent-film',
  'chalkboard',
  'matchday',
] as const;
export type LookName = (typeof LOOK_NAMES)[number];

/** A look, or one of ours by its name. */
export const lookField = z
  .union([z.enum(LOOK_NAMES), lookJson], {
    error: expected(`one of ${list(LOOK_NAMES)}, or a look as an object`),
  })
  .describe('captions, colours, transition, music, voice and pace as one');

/** The look that a request means. */
export function lookOf(given: LookName | Look): Look {
  return typeof given === 'string' ? LOOKS[given] : given;
}

/**
 * A look of ours by its name.
 * @returns undefined for a name that none has.
 */
export function lookNamed(name: string): Look | undefined {
  const known = LOOK_NAMES.find((each) => each === name);
  return known && LOOKS[known];
}

/**
 * The look in a JSON value.
 * @throws InputInvalid at `where`, naming every field that is wrong, missing or unknown by JSON pointer.
 */
export function parseLook(json: unknown, where: string): Look {
  const parsed = lookJson.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new InputInvalid(where, `${inOneSentence(parsed.error, lookJson)}.`);
}
