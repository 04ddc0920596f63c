import { FOOTAGE_KINDS, FOOTAGE_LICENCES, FOOTAGE_ORIENTATIONS, FOOTAGE_SOURCES } from '@shortfactory/core';
import { z } from 'zod';
import { languageTag, visibleText } from './script-json.ts';

/** What a search may be asked for at once, and how far it goes. */
export const FOOTAGE_PAGE = { items: 20, most: 50 } as const;
const WORDS_CHARS = 200;

const oneOf = <const T extends readonly [string, ...string[]]>(names: T) =>
  z.enum(names, { error: `is not one of ${names.join(', ')}` });

/** A search, as a query of an address. */
export const footageQuery = z.strictObject({
  q: visibleText(WORDS_CHARS).trim().describe('words for what is to be seen'),
  kind: oneOf(FOOTAGE_KINDS).optional().describe('photo without it'),
  orientation: oneOf(FOOTAGE_ORIENTATIONS).optional(),
  language: languageTag.optional().describe('of the words; `en` without it'),
  source: oneOf(FOOTAGE_SOURCES)
    .optional()
    .describe('only this one is asked; without it the first one that has any'),
  page: z
    .string()
    .regex(/^([1-9]|[1-4][0-9]|50)$/, { error: `is not a whole number from 1 to ${FOOTAGE_PAGE.most}` })
    .transform(Number)
    .optional()
    .describe(`from 1 to ${FOOTAGE_PAGE.most}`),
});

export const footageSource = z.enum(FOOTAGE_SOURCES);

export const foundFootageJson = z
  .strictObject({
    source: footageSource,
    id: z.string(),
    kind: z.enum(FOOTAGE_KINDS),
    title: z.string(),
    widthPx: z.number().describe('of the largest file that can be had'),
    heightPx: z.number(),
    seconds: z.number().describe('of a clip').exactOptional(),
    previewUrl: z
      .string()
      .describe('a small picture at the source, for showing what was found and nothing else'),
    preview: z.string().describe('the same picture by this API: a path for pages that ask nobody else'),
    film: z
      .string()
      .describe('of a clip: its smallest file that can be looked at, as a path on this API')
      .exactOptional(),
    pageUrl: z.string().describe('its page at the source'),
    author: z.string(),
    authorUrl: z.string().exactOptional(),
    licence: z.strictObject({
      id: z.enum(FOOTAGE_LICENCES),
      version: z.string().exactOptional(),
      url: z.string(),
    }),
    attribution: z.string().describe('the line of credit that the licence asks for'),
  })
  .meta({ id: 'FoundFootage' });

export const footageJson = z
  .strictObject({
    sources: z.array(footageSource).describe('that are configured, in the order in which they are asked'),
    items: z.array(foundFootageJson).describe('best first'),
    next: z.number().describe('another page, where there may be one').exactOptional(),
    failures: z.array(z.string()).describe('sentences: which source did not answer, and why'),
  })
  .meta({ id: 'Footage' });
export type FootageJson = z.infer<typeof footageJson>;
