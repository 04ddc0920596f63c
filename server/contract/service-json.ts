import { ASPECTS, CAPTION_STYLES, FOOTAGE_SOURCES, IMAGE_STYLES, TRACK_IDS } from '@shortfactory/core';
import type { CaptionStyleName } from '@shortfactory/core';
import { z } from 'zod';
import { LOOK_NAMES, lookJson } from './look-json.ts';

/** RFC 9457. `instance` is the request's id; `errors` names each bad value by JSON pointer into a part of the request. */
export const problemJson = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    instance: z.string(),
    errors: z
      .array(
        z.strictObject({
          in: z
            .enum(['body', 'query', 'header'])
            .describe('which part; of a query or header the pointer is its name'),
          pointer: z.string().describe('JSON pointer (RFC 6901); empty for the whole'),
          detail: z.string(),
        }),
      )
      .optional(),
    retryAfterSeconds: z.number().optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemJson = z.infer<typeof problemJson>;

export const HEALTH_CHECKS = ['storage', 'queue', 'ffmpeg', 'llm', 'image', 'voice', 'secrets'] as const;
export const healthCheckJson = z.strictObject({
  state: z.enum(['ok', 'slow', 'offline', 'broken']),
  detail: z.string().describe('a short text for operators; never a secret'),
  latencyMs: z.number(),
});
export const healthJson = z
  .strictObject({
    status: z.enum(['ok', 'broken']),
    checks: z.strictObject(
      Object.fromEntries(HEALTH_CHECKS.map((name) => [name, healthCheckJson])) as Record<
        (typeof HEALTH_CHECKS)[number],
        typeof healthCheckJson
      >,
    ),
    version: z.string(),
    revision: z.string(),
    environment: z.string(),
    runtime: z.string(),
    startedAt: z.iso.datetime(),
    checkedAt: z.iso.datetime(),
    jobs: z.strictObject({ running: z.number(), waiting: z.number() }),
    maintenance: z
      .strictObject({ sentence: z.string(), ends: z.iso.datetime().exactOptional() })
      .describe('no new work is taken')
      .exactOptional(),
  })
  .meta({ id: 'Health' });
export type HealthJson = z.infer<typeof healthJson>;

const voice = {
  id: z.string(),
  label: z.string(),
  languages: z.array(z.string()),
  natural: z.literal(true).describe('a model makes it, here or at a service').exactOptional(),
  licence: z.string().describe('of a natural voice on this machine').exactOptional(),
  setsPitch: z.literal(true).describe('`pitch` of a request is followed').exactOptional(),
};

/** Who can speak, and where each can be heard. */
export const voicesJson = z
  .strictObject({
    voices: z.array(
      z.strictObject({
        ...voice,
        sample: z.string().describe('a path; `?language=` takes another of its languages'),
      }),
    ),
    addable: z
      .array(
        z.strictObject({
          ...{ id: voice.id, label: voice.label, languages: voice.languages },
          licence: z.string(),
          bytes: z.number().describe('what is fetched'),
          adding: z.literal(true).describe('it is being added').exactOptional(),
        }),
      )
      .describe(
        'natural voices that `npm run voices -- add ID` or `POST /api/voices/ID/install` adds; only on the machine itself (APP_ENV=local)',
      )
      .exactOptional(),
  })
  .meta({ id: 'Voices' });

export type VoicesJson = z.infer<typeof voicesJson>;

/** How far a natural voice is that a person at the machine adds. */
export const voiceInstallJson = z
  .strictObject({
    voice: z.string(),
    state: z.enum(['absent', 'adding', 'installed', 'failed']),
    bytes: z.number().describe('that have arrived'),
    of: z.number().describe('what is fetched'),
    detail: z.string().describe('why it failed; what has arrived is kept').exactOptional(),
  })
  .meta({ id: 'VoiceInstall' });
export type VoiceInstallJson = z.infer<typeof voiceInstallJson>;

/** What the forms of a client need to offer. */
export const optionsJson = z
  .strictObject({
    voices: z.array(z.strictObject(voice)),
    languages: z.array(z.strictObject({ tag: z.string(), label: z.string() })),
    imageStyles: z.array(z.enum(IMAGE_STYLES)),
    aspects: z.array(z.enum(ASPECTS)),
    limits: z.strictObject({
      minSeconds: z.number(),
      maxSeconds: z.number(),
      topicChars: z.number(),
      scenes: z.number(),
      narrationChars: z.number(),
      visualChars: z.number(),
      titleChars: z.number(),
      totalWords: z.number(),
      imageBytes: z.number(),
      musicBytes: z.number(),
      clipBytes: z.number(),
    }),
    tracks: z
      .array(
        z.strictObject({
          id: z.enum(TRACK_IDS),
          label: z.string(),
          moods: z.array(z.string()),
          seconds: z.number().describe('of one round; it is repeated'),
        }),
      )
      .describe('music of the shelf'),
    captionStyles: z
      .array(z.enum(Object.keys(CAPTION_STYLES) as [CaptionStyleName, ...CaptionStyleName[]]))
      .describe('what `captions.style` of a look may be'),
    looks: z
      .array(z.strictObject({ id: z.enum(LOOK_NAMES), label: z.string(), look: lookJson }))
      .describe('looks that `look` of a request may name, and what they are'),
    footage: z
      .strictObject({ sources: z.array(z.enum(FOOTAGE_SOURCES)) })
      .describe('where photos and clips of others are searched; nowhere when it is empty'),
    offline: z.strictObject({ llm: z.boolean(), image: z.boolean(), voice: z.boolean() }),
    estimates: z.strictObject({
      makeSecondsPerSecond: z.number().describe('seconds of waiting for a second of video, about'),
      usdPerVideo: z.number(),
      usdPerSecond: z.number(),
      usdPerPicture: z.number().describe('for each cut whose picture is drawn'),
    }),
  })
  .meta({ id: 'Options' });
export type OptionsJson = z.infer<typeof optionsJson>;
