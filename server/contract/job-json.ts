import {
  ASPECTS,
  DIGITAL_SOURCE_TYPES,
  EMOJI_READINGS,
  IMAGE_STYLES,
  JOB_STATUSES,
  STAGES,
  TRACK_CHOICES,
  VISUALS,
} from '@shortfactory/core';
import type { RequestOptions } from '@shortfactory/core';
import { z } from 'zod';
import { foundFootageJson } from './footage-json.ts';
import { lookJson } from './look-json.ts';
import { briefJson } from './requests.ts';
import { outlineKind, scriptSchema } from './script-json.ts';

const time = z.iso.datetime().describe('RFC 3339, UTC');
const link = z.string().describe("path on this API's own host, beginning with /api/");
const stage = z.enum(STAGES);

export const jobOutputJson = z.strictObject({
  aspect: z.enum(ASPECTS),
  url: link,
  bytes: z.number(),
  seconds: z.number(),
  widthPx: z.number(),
  heightPx: z.number(),
});

export const jobSceneJson = z.strictObject({
  index: z.number().describe('from 0'),
  state: z.enum(['waiting', 'drawing', 'speaking', 'ready']),
  illustrationUrl: link.optional(),
  narrationSeconds: z.number().optional(),
  captioned: z.boolean(),
});

export const jobErrorJson = z.strictObject({
  stage,
  scene: z.number().optional().describe('from 1, as people count'),
  title: z.string(),
  detail: z.string(),
  retryable: z.boolean(),
});

export const creditJson = z
  .strictObject({
    scene: z.number().describe('from 0'),
    cut: z.number().optional().describe("the scene's cut that shows it, from 0; its own visual without it"),
    ...foundFootageJson.pick({
      source: true,
      id: true,
      title: true,
      author: true,
      authorUrl: true,
      pageUrl: true,
      licence: true,
      attribution: true,
    }).shape,
  })
  .meta({ id: 'Credit' });

/** A job, as every route returns it. */
export const jobJson = z
  .strictObject({
    id: z.string(),
    status: z.enum(JOB_STATUSES),
    stage: stage.optional(),
    percent: z.number().describe('0 to 100 of the whole'),
    title: z.string(),
    description: z.string().optional().describe('to go with the posted video; when done'),
    createdAt: time,
    updatedAt: time,
    startedAt: time.optional(),
    finishedAt: time.optional(),
    etaSeconds: z.number().optional(),
    topic: z.string().optional(),
    brief: briefJson.optional().describe('what came with the topic'),
    script: scriptSchema.optional().describe('as soon as it is written'),
    settings: z.strictObject({
      language: z.string().exactOptional(),
      imageStyle: z.enum(IMAGE_STYLES).exactOptional(),
      voice: z.string().exactOptional(),
      speed: z.number().exactOptional(),
      pitch: z.number().exactOptional(),
      emoji: z.enum(EMOJI_READINGS).exactOptional(),
      seconds: z.number().describe('that were asked for; of a script that said none, about how long it is'),
      aspects: z.array(z.enum(ASPECTS)),
      music: z.string().exactOptional(),
      track: z.enum(TRACK_CHOICES).exactOptional(),
      visuals: z.enum(VISUALS).exactOptional(),
      narration: z.string().exactOptional(),
      look: lookJson.exactOptional(),
    } satisfies Record<keyof RequestOptions, z.ZodType>),
    stages: z.array(
      z.strictObject({
        stage,
        state: z.enum(['waiting', 'running', 'done', 'failed']),
        percent: z.number(),
        seconds: z.number().optional(),
      }),
    ),
    frames: z.strictObject({ done: z.number(), total: z.number() }).optional(),
    scenes: z.array(jobSceneJson),
    outputs: z.array(jobOutputJson),
    captions: z.strictObject({ srt: link, vtt: link }).optional(),
    poster: link.optional(),
    kind: outlineKind.optional(),
    degraded: z.array(z.string()).describe('sentences: what is less than it could be'),
    offline: z.array(stage).describe('stages done without a service; when done'),
    digitalSourceType: z
      .enum(DIGITAL_SOURCE_TYPES)
      .optional()
      .describe('IPTC digital source type of the video; when done, and a trained model had part in it'),
    disclosure: z
      .string()
      .optional()
      .describe('sentence to post with the video: what of it was made with AI; beside digitalSourceType'),
    credits: z
      .array(creditJson)
      .optional()
      .describe('whose photos and clips it shows: each line goes with the posted video; when done'),
    costUsd: z.number(),
    error: jobErrorJson.optional(),
    mine: z.boolean().describe('whether the asker is its owner and may change it'),
  })
  .meta({ id: 'Job' });
export type JobJson = z.infer<typeof jobJson>;

export const jobListJson = z
  .strictObject({
    videos: z.array(jobJson),
    next: z.string().optional().describe('cursor of the following page'),
  })
  .meta({ id: 'JobList' });
export type JobListJson = z.infer<typeof jobListJson>;

/** SSE of GET /api/videos/:id/events: the event's data is always the whole job; `id` is its revision. */
export const JOB_EVENTS = ['progress', 'done', 'failed', 'cancelled'] as const;
export type JobEventName = (typeof JOB_EVENTS)[number];
