import {
  ADDRESS_REFUSED,
  ASPECTS,
  BRIEF_LIMITS,
  CLIP_TYPES,
  DEFAULT_SECONDS,
  IMAGE_STYLES,
  PICTURE_TYPES,
  SCRIPT_LIMITS,
  SHORT_LIMITS,
  TOPIC_KINDS,
  TRACK_CHOICES,
  VISUALS,
  isAddress,
  isSpeakable,
} from '@shortfactory/core';
import type { RequestOptions, TopicBrief } from '@shortfactory/core';
import { z } from 'zod';
import { lookField } from './look-json.ts';
import { SPEAKABLE_PATTERN, UPLOAD_NAME } from './patterns.ts';
import {
  expected,
  givenScript,
  languageTag,
  narrationField,
  outlineKind,
  pitch,
  pronunciations,
  speed,
  spokenText,
  emojiReading,
  text,
  visibleText,
  voiceId,
} from './script-json.ts';
import { jobWebhook } from './webhook-request.ts';

const { minSeconds, maxSeconds, topicChars } = SHORT_LIMITS;
const secondsWanted = `a number of seconds from ${minSeconds} to ${maxSeconds}`;
const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** Object name of an upload. Untrusted input cannot name any other object in the store. */
export const uploadName = z
  .string({ error: expected('the name of an upload') })
  .regex(UPLOAD_NAME, { error: 'is not the name of an upload' })
  .describe('what POST /api/uploads answered as `upload`');

export const topicField = visibleText(topicChars).refine((topic) => !isAddress(topic), {
  error: ADDRESS_REFUSED,
});
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
const aspects = z
  .array(z.enum(ASPECTS, { error: expected(`one of ${list(ASPECTS)}`) }), {
    error: expected(`a list of ${list(ASPECTS)}`),
  })
  .min(1, { error: `is empty (expected at least one of ${list(ASPECTS)})` })
  .max(ASPECTS.length, { error: `has more than ${ASPECTS.length} entries` })
  .refine((given) => new Set(given).size === given.length, { error: 'names an aspect twice' })
  .meta({ uniqueItems: true });

/** A page's HTML is longer than its article. */
const SOURCE_CHARS = 100_000;
/** A text that a topic comes with. */
const topicSource = z
  .strictObject(
    {
      title: visibleText(BRIEF_LIMITS.sourceTitleChars).exactOptional(),
      text: text(SOURCE_CHARS).describe('plain text, Markdown or HTML, which is read to its article'),
    },
    { error: expected('an object with text') },
  )
  .meta({ id: 'TopicSource' });

/** How a topic is to be written, besides its words. */
const brief = {
  kind: z
    .enum(TOPIC_KINDS, { error: expected(`one of ${list(TOPIC_KINDS)}`) })
    .describe('what the script is built like; without it as the words of the topic show')
    .exactOptional(),
  callToAction: spokenText(BRIEF_LIMITS.callToActionChars)
    .describe('said at the end, as it stands')
    .exactOptional(),
  sources: z
    .array(topicSource, { error: expected('a list of objects with text') })
    .min(1, { error: `is empty (expected 1 to ${BRIEF_LIMITS.sources} texts)` })
    .max(BRIEF_LIMITS.sources, { error: `has more than ${BRIEF_LIMITS.sources} entries` })
    .describe(
      `what the script is to stay within, in its language, at most ${BRIEF_LIMITS.sourceChars} characters in all; no address is fetched`,
    )
    .exactOptional(),
} satisfies Record<keyof TopicBrief, z.ZodType>;
const { kind: kindField, callToAction: callToActionField } = brief;
/** What a job shows of it. Of its sources how many there are: their text is in the scenes that rest on it. */
export const briefJson = z.strictObject({
  kind: kindField,
  callToAction: callToActionField,
  sources: z.array(z.strictObject({ title: z.string().exactOptional(), chars: z.number() })).exactOptional(),
});

/** A script whose pictures and recordings are uploads of ours; the CLI's may name files instead. */
export const apiScript = givenScript
  .superRefine((script, context) => {
    const check = (name: string | undefined, path: readonly (string | number)[]): void => {
      if (name === undefined || uploadName.safeParse(name).success) return;
      context.addIssue({ code: 'custom', path: [...path], message: 'is not the name of an upload' });
    };
    script.scenes.forEach(({ upload, recording, cuts = [] }, index) => {
      check(upload, ['scenes', index, 'upload']);
      check(recording, ['scenes', index, 'recording']);
      cuts.forEach((cut, at) => check(cut.upload, ['scenes', index, 'cuts', at, 'upload']));
    });
  })
  .meta({ id: 'ScriptInput' });

/** Seven hundred words in any language, and the labels, tables and times around them. */
const SCRIPT_TEXT_CHARS = 50_000;
/** A script as people and chat models write it. */
const scriptText = text(SCRIPT_TEXT_CHARS)
  .refine(isSpeakable, { error: 'holds nothing that can be spoken' })
  .meta({ pattern: SPEAKABLE_PATTERN })
  .describe('plain text, Markdown or subtitles; what is not spoken of it is said in `degraded`');

export const storyRequest = z
  .strictObject(
    {
      topic: topicField,
      ...brief,
      language: language.exactOptional(),
      imageStyle: imageStyle.exactOptional(),
    },
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
    kind: outlineKind.exactOptional(),
  })
  .meta({ id: 'Story' });

/** Asks what a topic would become, without asking any service. */
export const topicCheckRequest = z
  .strictObject(
    { topic: topicField, language: language.exactOptional() },
    { error: expected('an object with topic') },
  )
  .meta({ id: 'TopicCheckRequest' });
export const topicCheckAnswer = z
  .strictObject({ kind: outlineKind.exactOptional() })
  .describe('empty where the writer has something to say, and where a service writes')
  .meta({ id: 'TopicCheckAnswer' });

export const scriptRequest = z
  .union(
    [
      z.strictObject({
        topic: topicField,
        ...brief,
        language: language.exactOptional(),
        imageStyle: imageStyle.exactOptional(),
        seconds: seconds.default(DEFAULT_SECONDS),
      }),
      z.strictObject({
        story: storyJson,
        topic: topicField.exactOptional(),
        ...brief,
        seconds: seconds.default(DEFAULT_SECONDS),
      }),
    ],
    { error: expected('an object with topic or story') },
  )
  .meta({ id: 'ScriptRequest' });

/** Options of both a topic and a script request; language and seconds differ between the two. */
const options = {
  imageStyle: imageStyle.exactOptional(),
  voice: voiceId.exactOptional(),
  speed: speed.exactOptional(),
  pitch: pitch.exactOptional(),
  emoji: emojiReading.exactOptional(),
  aspects: aspects.default(['9:16']),
  music: uploadName.exactOptional(),
  track: z
    .enum(TRACK_CHOICES, { error: expected(`one of ${list(TRACK_CHOICES)}`) })
    .describe('music of the shelf; auto is the track that suits the script')
    .exactOptional(),
  visuals: z
    .enum(VISUALS, { error: expected(`one of ${list(VISUALS)}`) })
    .describe(
      'what scenes show that bring nothing of their own: drawings (as without it), photos or clips of others, or clips and photos; where none is found, a drawing',
    )
    .exactOptional(),
  look: lookField.exactOptional(),
} satisfies Record<Exclude<keyof RequestOptions, 'language' | 'seconds' | 'narration'>, z.ZodType>;
const narration = uploadName.describe(
  'an upload: the whole script as a person says it, in the order of its scenes, heard in place of a voice',
);
export const videoRequest = z
  .union(
    [
      z.strictObject({
        topic: topicField,
        ...brief,
        language: language.exactOptional(),
        seconds: seconds.default(DEFAULT_SECONDS),
        ...options,
        webhook: jobWebhook.exactOptional(),
      }),
      z.strictObject({
        script: apiScript,
        seconds: scriptSeconds.exactOptional(),
        narration: narration.exactOptional(),
        ...options,
        webhook: jobWebhook.exactOptional(),
      }),
      z.strictObject({
        script: scriptText,
        language: language.describe('of the text; found out without it').exactOptional(),
        seconds: scriptSeconds.exactOptional(),
        narration: narration.exactOptional(),
        ...options,
        webhook: jobWebhook.exactOptional(),
      }),
    ],
    { error: expected('an object with topic or script') },
  )
  .meta({ id: 'VideoRequest' });
/** As the clients of this repository send it: a script as JSON, or a topic. */
export type VideoRequestJson = Exclude<z.input<typeof videoRequest>, { script: string }>;

export const UPLOAD_TYPES = {
  image: { types: [...PICTURE_TYPES, 'image/heif'], maxBytes: 30_000_000 },
  music: {
    types: [
      'audio/mpeg',
      'audio/wav',
      'audio/x-wav',
      'audio/flac',
      'audio/ogg',
      'audio/mp4',
      'audio/x-m4a',
      'audio/webm',
    ],
    maxBytes: 100_000_000,
  },
  clip: { types: [...CLIP_TYPES], maxBytes: 250_000_000 },
} as const;
const uploadTypes = [
  ...UPLOAD_TYPES.image.types,
  ...UPLOAD_TYPES.music.types,
  ...UPLOAD_TYPES.clip.types,
] as const;

/** What a media type is taken for. */
export function uploadKind(contentType: string): keyof typeof UPLOAD_TYPES {
  if (contentType.startsWith('image/')) return 'image';
  return contentType.startsWith('video/') ? 'clip' : 'music';
}

export const uploadRequest = z
  .strictObject(
    {
      filename: text(255),
      contentType: z.enum(uploadTypes, { error: expected(`one of ${list(uploadTypes)}`) }),
      bytes: z
        .number({ error: expected('the size in bytes') })
        .int({ error: 'is not the size in bytes' })
        .min(1, { error: 'is not the size in bytes' })
        .meta({ maximum: UPLOAD_TYPES.clip.maxBytes }),
    },
    { error: expected('an object with filename, contentType and bytes') },
  )
  .superRefine((upload, context) => {
    const { maxBytes } = UPLOAD_TYPES[uploadKind(upload.contentType)];
    if (upload.bytes > maxBytes)
      context.addIssue({
        code: 'custom',
        path: ['bytes'],
        message: `is ${upload.bytes} (the most is ${maxBytes})`,
      });
  })
  .meta({
    id: 'UploadRequest',
    allOf: (['image', 'audio'] as const).map((type) => ({
      if: { properties: { contentType: { pattern: `^${type}/` } } },
      then: {
        properties: { bytes: { maximum: UPLOAD_TYPES[type === 'image' ? 'image' : 'music'].maxBytes } },
      },
    })),
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
    voice: voiceId.exactOptional(),
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

/** A sentence or two to hear, or a scene's narration. */
export const speechRequest = z
  .strictObject(
    {
      text: narrationField,
      language: language.describe('found out without it').exactOptional(),
      voice: voiceId.exactOptional(),
      speed: speed.exactOptional(),
      pitch: pitch.exactOptional(),
      pronunciations: pronunciations.exactOptional(),
    },
    { error: expected('an object with text') },
  )
  .meta({ id: 'SpeechRequest' });
export const speechAnswer = z
  .strictObject({
    language: z.string(),
    voice: z.string(),
    seconds: z.number(),
    words: z.array(z.strictObject({ text: z.string(), startMs: z.number(), endMs: z.number() })),
    audio: z.strictObject({
      contentType: z.literal('audio/wav'),
      base64: z.string().describe('mono, 16 bit'),
    }),
    degraded: z.array(z.string()).describe('why it is not the voice that was asked for'),
    costUsd: z.number(),
  })
  .meta({ id: 'Speech' });

/** A narration, and a person's recording of it. */
export const recordingRequest = z
  .strictObject(
    { text: narrationField, language, recording: uploadName },
    { error: expected('an object with text, language and recording') },
  )
  .meta({ id: 'RecordingRequest' });
export const recordingAnswer = z
  .strictObject({
    seconds: z.number().describe('from the first word to the last, with a little silence'),
    words: z.array(z.strictObject({ text: z.string(), startMs: z.number(), endMs: z.number() })),
    missing: z
      .array(z.string())
      .describe('words that were not found, in order; captions show them all the same'),
  })
  .meta({ id: 'Recording' });

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
