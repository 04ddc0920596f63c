import { isSum } from '@shortfactory/core';
import { z } from 'zod';

// Written out, as version 1 is: a name that the domain gets later is not one that this version knows.
const stage = z.enum(['story', 'script', 'illustrate', 'narrate', 'caption', 'compose', 'publish']);
const aspect = z.enum(['9:16', '1:1', '16:9']);
const imageStyle = z.enum(['flat', 'paper', 'ink', 'chalk']);
const emoji = z.enum(['silent', 'spoken']);
const track = z.enum([
  'auto',
  'morning',
  'lamplight',
  'rainy-window',
  'question',
  'hopscotch',
  'running-start',
  'countdown',
  'cellar-door',
  'letter',
  'first-light',
  'summit',
  'workbench',
]);
const digitalSource = z.enum([
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'digitalCreation',
]);
const status = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);
/** Not below zero. zod refuses NaN and infinity itself. */
const amount = z.number().nonnegative();
const count = z.int().nonnegative();
const percent = amount.max(100);
/** The last moment that a Date can stand for. */
const time = amount.max(8.64e15);
const size = { bytes: count, seconds: amount, widthPx: count, heightPx: count };
/** Release 0.1.0 could write a sum that is not one: null for NaN, or less than nothing. It is read as 0. */
const cost = z
  .number()
  .nullable()
  .transform((usd) => (isSum(usd) ? usd : 0));

const caption = z.strictObject({
  style: z.enum(['block', 'outline', 'pop', 'underline', 'calm', 'none']),
  typeface: z.enum(['gothic', 'sans']).exactOptional(),
  weight: amount.exactOptional(),
  widthPercent: amount.exactOptional(),
  size: amount.exactOptional(),
  case: z.enum(['as-written', 'capitals']).exactOptional(),
  fill: z.string().exactOptional(),
  outline: z.strictObject({ colour: z.string(), em: amount }).nullable().exactOptional(),
  shadow: z
    .strictObject({
      ...{ colour: z.string(), opacity: amount, blurEm: amount, xEm: z.number(), yEm: z.number() },
    })
    .nullable()
    .exactOptional(),
  plate: z.strictObject({ colour: z.string(), opacity: amount }).nullable().exactOptional(),
  spoken: z
    .union([
      z.strictObject({ as: z.literal('block'), colour: z.string(), letters: z.string() }),
      z.strictObject({ as: z.enum(['colour', 'underline']), colour: z.string() }),
      z.strictObject({ as: z.literal('plain') }),
    ])
    .exactOptional(),
  shows: z.enum(['cue', 'word', 'nothing']).exactOptional(),
  entrance: z.enum(['none', 'fade', 'pop']).exactOptional(),
  tiltDegrees: z.number().exactOptional(),
  lines: count.exactOptional(),
  position: z.enum(['top', 'middle', 'lower']).exactOptional(),
});
const look = z.strictObject({
  version: z.literal(1),
  name: z.string().exactOptional(),
  captions: caption.exactOptional(),
  colours: z
    .strictObject({ spoken: z.string().exactOptional(), letters: z.string().exactOptional() })
    .exactOptional(),
  imageStyle: imageStyle.exactOptional(),
  transition: z.enum(['mixed', 'cut', 'fade', 'slide']).exactOptional(),
  music: z
    .strictObject({
      track: z.enum([...track.options, 'none']).exactOptional(),
      levelDb: z.number().exactOptional(),
    })
    .exactOptional(),
  voice: z.string().exactOptional(),
  speed: amount.exactOptional(),
});

const footageSource = z.enum(['pexels', 'pixabay', 'openverse', 'wikimedia']);
const footageLicence = z.enum(['CC0', 'PDM', 'CC BY', 'CC BY-SA', 'Pexels', 'Pixabay']);
const footage = z.strictObject({
  ...{ source: footageSource, id: z.string(), licence: footageLicence.exactOptional() },
});
const credit = z.strictObject({
  ...{
    scene: count,
    cut: count.exactOptional(),
    source: footageSource,
    id: z.string(),
    title: z.string(),
    author: z.string(),
  },
  ...{ authorUrl: z.string().exactOptional(), pageUrl: z.string(), attribution: z.string() },
  licence: z.strictObject({ id: footageLicence, version: z.string().exactOptional(), url: z.string() }),
});

const shown = {
  visual: z.string(),
  searchWords: z.array(z.string()).exactOptional(),
  upload: z.string().exactOptional(),
  footage: footage.exactOptional(),
  clip: z
    .strictObject({
      fromSeconds: amount.exactOptional(),
      toSeconds: amount.exactOptional(),
      fit: z.enum(['fill', 'fit']).exactOptional(),
      focus: z.strictObject({ x: amount, y: amount }).exactOptional(),
      sound: z.enum(['off', 'under']).exactOptional(),
      speed: amount.exactOptional(),
    })
    .exactOptional(),
};

const script = z.strictObject({
  title: z.string(),
  language: z.string(),
  imageStyle: imageStyle.exactOptional(),
  description: z.string().exactOptional(),
  voices: z.record(z.string(), z.string()).exactOptional(),
  pronunciations: z.record(z.string(), z.string()).exactOptional(),
  speed: amount.exactOptional(),
  emoji: emoji.exactOptional(),
  scenes: z.array(
    z.strictObject({
      narration: z.string(),
      ...shown,
      cuts: z.array(z.strictObject({ at: z.string(), ...shown })).exactOptional(),
      restsOn: z.string().exactOptional(),
      recording: z.string().exactOptional(),
    }),
  ),
});

const request = z.strictObject({
  source: z.union([
    z.strictObject({
      topic: z.string(),
      kind: z.enum(['explain', 'list', 'story', 'how-to', 'news', 'ad', 'quiz']).exactOptional(),
      callToAction: z.string().exactOptional(),
      sources: z
        .array(z.strictObject({ title: z.string().exactOptional(), text: z.string() }))
        .exactOptional(),
    }),
    z.strictObject({ script, remarks: z.array(z.string()).exactOptional() }),
  ]),
  language: z.string().exactOptional(),
  imageStyle: imageStyle.exactOptional(),
  voice: z.string().exactOptional(),
  speed: amount.exactOptional(),
  pitch: z.number().exactOptional(),
  emoji: emoji.exactOptional(),
  seconds: amount,
  aspects: z.array(aspect),
  music: z.string().exactOptional(),
  track: track.exactOptional(),
  visuals: z.enum(['drawn', 'photos', 'clips', 'mixed']).exactOptional(),
  narration: z.string().exactOptional(),
  look: look.exactOptional(),
});

const short = z.strictObject({
  title: z.string(),
  description: z.string(),
  language: z.string(),
  voice: z.string(),
  script,
  scenes: z.array(z.strictObject({ index: count, illustration: z.string(), narrationSeconds: amount })),
  outputs: z.array(z.strictObject({ aspect, object: z.string(), ...size })),
  captions: z.strictObject({ srt: z.string(), vtt: z.string(), ass: z.string() }),
  poster: z.string(),
  loudnessLufs: z.number(),
  degraded: z.array(z.string()),
  offline: z.array(stage),
  credits: z.array(credit).exactOptional(),
  origin: z
    .strictObject({ video: digitalSource, poster: digitalSource, disclosure: z.string().exactOptional() })
    .exactOptional(),
});

const job = z.strictObject({
  id: z.string(),
  ownerHash: z.string(),
  rev: amount,
  status,
  request,
  title: z.string(),
  stage: stage.exactOptional(),
  percent,
  stages: z.array(
    z.strictObject({
      stage,
      state: z.enum(['waiting', 'running', 'done', 'failed']),
      percent,
      seconds: amount.exactOptional(),
    }),
  ),
  scenes: z.array(
    z.strictObject({
      index: count,
      illustration: z.string().exactOptional(),
      narrationSeconds: amount.exactOptional(),
      captioned: z.boolean(),
    }),
  ),
  frames: z.strictObject({ done: count, total: count }).exactOptional(),
  createdMs: time,
  updatedMs: time,
  startedMs: time.exactOptional(),
  finishedMs: time.exactOptional(),
  etaSeconds: amount.exactOptional(),
  attempts: count,
  script: script.exactOptional(),
  short: short.exactOptional(),
  outputs: z.array(
    z.strictObject({ aspect, object: z.string(), generation: z.string(), crc32c: z.string(), ...size }),
  ),
  degraded: z.array(z.string()),
  costUsd: cost,
  error: z
    .strictObject({
      stage,
      scene: count.exactOptional(),
      title: z.string(),
      detail: z.string(),
      retryable: z.boolean(),
    })
    .exactOptional(),
});

/**
 * A record of version 2: scripts with a description, voices, pronunciations, a speed, a pitch and a reading of emoji, recordings,
 * cuts, remarks on how a script was read, what a topic comes with, a look, and a webhook. Strict at every level.
 */
export const version2 = z.strictObject({
  job,
  epoch: count,
  lease: z.strictObject({ holder: z.string(), epoch: count }).exactOptional(),
  enqueue: z.enum(['pending', 'done']),
  marker: z.string(),
  requestHash: z.string(),
  webhook: z
    .strictObject({
      url: z.string(),
      secret: z.string(),
      events: z.array(z.enum(['video.done', 'video.failed', 'video.cancelled'])).exactOptional(),
    })
    .exactOptional(),
  removed: z.boolean().exactOptional(),
  writeId: z.string(),
  writeIds: z.array(z.string()),
});
