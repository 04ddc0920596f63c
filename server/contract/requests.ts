import {
  ASPECTS,
  DEFAULT_SECONDS,
  IMAGE_STYLES,
  PICTURE_TYPES,
  SCRIPT_LIMITS,
  SHORT_LIMITS,
} from '@shortfactory/core';
import type { RequestOptions } from '@shortfactory/core';
import { z } from 'zod';
import { UPLOAD_NAME } from './patterns.ts';
import { expected, languageTag, scriptSchema, text, visibleText } from './script-json.ts';

const { minSeconds, maxSeconds, topicChars } = SHORT_LIMITS;
const secondsWanted = `a number of seconds from ${minSeconds} to ${maxSeconds}`;
const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** Object name of an upload. Untrusted input cannot name any other object in the store. */
export const uploadName = z
  .string({ error: expected('the name of an upload') })
  .regex(UPLOAD_NAME, { error: 'is not the name of an upload' })
  .describe('what POST /api/uploads answered as `upload`');

export const topicField = visibleText(topicChars);
const language = languageTag;
const imageStyle = z.enum(IMAGE_STYLES, { error: expected(`one of ${list(IMAGE_STYLES)}`) });
const seconds = z
  .number({ error: expected(secondsWanted) })
  .min(minSeconds, { error: `is not ${secondsWanted}` })
  .max(maxSeconds, { error: `is not ${secondsWanted}` });
const scriptSecondsWanted = `a number of seconds from 1 to ${SCRIPT_LIMITS.seconds}`;
const scriptSeconds = z
  .number({ error: expected(scriptSecondsWanted) })
  .min(1, { error: `is not ${scriptSecondsWanted}` })
  .max(SCRIPT_LIMITS.seconds, { error: `is not ${scriptSecondsWanted}` })
  .describe('what the script was written for; its words decide how long the video is');
const voice = z
  .string({ error: expected('the id of a voice') })
  .regex(/^[A-Za-z0-9_:-]{1,80}$/, { error: 'is not the id of a voice (GET /api/options lists them)' });
const aspects = z
  .array(z.enum(ASPECTS, { error: expected(`one of ${list(ASPECTS)}`) }), {
    error: expected(`a list of ${list(ASPECTS)}`),
  })
  .min(1, { error: `is empty (expected at least one of ${list(ASPECTS)})` })
  .max(ASPECTS.length, { error: `has more than ${ASPECTS.length} entries` })
  .refine((given) => new Set(given).size === given.length, { error: 'names an aspect twice' })
  .meta({ uniqueItems: true });

/** A script whose pictures are uploads of ours; the CLI's may name files instead. */
export const apiScript = scriptSchema.superRefine((script, context) => {
  script.scenes.forEach((scene, index) => {
    if (scene.upload !== undefined && !uploadName.safeParse(scene.upload).success) {
      context.addIssue({
        code: 'custom',
        path: ['scenes', index, 'upload'],
        message: 'is not the name of an upload',
      });
    }
  });
});

export const storyRequest = z
  .strictObject(
    { topic: topicField, language: language.exactOptional(), imageStyle: imageStyle.exactOptional() },
    { error: expected('an object with topic') },
  )
  .meta({ id: 'StoryRequest' });

export const storyJson = z
  .strictObject({
    title: text(160),
    summary: text(1000),
    imageStyle,
    characters: z
      .array(z.strictObject({ name: text(120), appearance: text(600) }), { error: expected('a list') })
      .max(12, { error: 'has more than 12 entries' }),
    language,
  })
  .meta({ id: 'Story' });

export const scriptRequest = z
  .union(
    [
      z.strictObject({
        topic: topicField,
        language: language.exactOptional(),
        imageStyle: imageStyle.exactOptional(),
        seconds: seconds.default(DEFAULT_SECONDS),
      }),
      z.strictObject({
        story: storyJson,
        topic: topicField.exactOptional(),
        seconds: seconds.default(DEFAULT_SECONDS),
      }),
    ],
    { error: expected('an object with topic or story') },
  )
  .meta({ id: 'ScriptRequest' });

/** Options of both a topic and a script request; language and seconds differ between the two. */
const options = {
  imageStyle: imageStyle.exactOptional(),
  voice: voice.exactOptional(),
  aspects: aspects.default(['9:16']),
  music: uploadName.exactOptional(),
} satisfies Record<Exclude<keyof RequestOptions, 'language' | 'seconds'>, z.ZodType>;
export const videoRequest = z
  .union(
    [
      z.strictObject({
        topic: topicField,
        language: language.exactOptional(),
        seconds: seconds.default(DEFAULT_SECONDS),
        ...options,
      }),
      z.strictObject({ script: apiScript, seconds: scriptSeconds.exactOptional(), ...options }),
    ],
    { error: expected('an object with topic or script') },
  )
  .meta({ id: 'VideoRequest' });
export type VideoRequestJson = z.input<typeof videoRequest>;

export const UPLOAD_TYPES = {
  image: { types: PICTURE_TYPES, maxBytes: 30_000_000 },
  music: {
    types: ['audio/mpeg', 'audio/wav', 'audio/x-wav', 'audio/flac', 'audio/ogg', 'audio/mp4', 'audio/x-m4a'],
    maxBytes: 100_000_000,
  },
} as const;
const uploadTypes = [...UPLOAD_TYPES.image.types, ...UPLOAD_TYPES.music.types] as const;

export const uploadRequest = z
  .strictObject(
    {
      filename: text(255),
      contentType: z.enum(uploadTypes, { error: expected(`one of ${list(uploadTypes)}`) }),
      bytes: z
        .number({ error: expected('the size in bytes') })
        .int({ error: 'is not the size in bytes' })
        .min(1, { error: 'is not the size in bytes' })
        .meta({ maximum: UPLOAD_TYPES.music.maxBytes }),
    },
    { error: expected('an object with filename, contentType and bytes') },
  )
  .superRefine((upload, context) => {
    const { maxBytes } = upload.contentType.startsWith('image/') ? UPLOAD_TYPES.image : UPLOAD_TYPES.music;
    if (upload.bytes > maxBytes)
      context.addIssue({
        code: 'custom',
        path: ['bytes'],
        message: `is ${upload.bytes} (the most is ${maxBytes})`,
      });
  })
  .meta({
    id: 'UploadRequest',
    if: { properties: { contentType: { pattern: '^image/' } } },
    then: { properties: { bytes: { maximum: UPLOAD_TYPES.image.maxBytes } } },
  });

/** Where to send the bytes: one PUT (or, on a bucket, a resumable session that takes one PUT or several). */
export const uploadAnswer = z
  .strictObject({
    upload: uploadName,
    url: z.string().describe('absolute for a bucket, else a path on this API'),
    method: z.literal('PUT'),
    headers: z.record(z.string(), z.string()),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Upload' });

/** Checks a script without making anything: duration, cost, and what would not look right. */
export const checkRequest = z
  .strictObject({
    script: apiScript,
    voice: voice.exactOptional(),
    aspects: aspects.default(['9:16']),
  })
  .meta({ id: 'CheckRequest' });
export const checkAnswer = z
  .strictObject({
    seconds: z.number().describe('about, of the finished video'),
    makeSeconds: z.number().describe('about, until it is ready'),
    costUsd: z.number(),
    scenes: z.array(
      z.strictObject({
        seconds: z.number(),
        warnings: z.array(
          z.strictObject({
            code: z.enum(['too-long', 'glyph']),
            title: z.string(),
            detail: z.string(),
            chars: z.array(z.string()).optional().describe('the characters that cannot be drawn'),
            splitAt: z
              .number()
              .optional()
              .describe('UTF-16 offset in the narration where a split reads well'),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'CheckAnswer' });

/** Draws one scene's picture now and stores it as an upload that the scene can name. */
export const illustrationRequest = z
  .strictObject({
    visual: text(600),
    narration: text(1200),
    language,
    imageStyle,
    take: z
      .number({ error: expected('a whole number from 0 to 99') })
      .int()
      .min(0)
      .max(99)
      .default(0),
  })
  .meta({ id: 'IllustrationRequest' });
export const illustrationAnswer = z
  .strictObject({ upload: uploadName, url: z.string() })
  .meta({ id: 'Illustration' });
