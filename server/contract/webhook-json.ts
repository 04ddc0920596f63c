import { VIDEO_EVENTS, WEBHOOK_EVENTS } from '@shortfactory/core';
import { z } from 'zod';
import { batchCounts } from './batch-json.ts';
import { jobErrorJson, jobOutputJson } from './job-json.ts';

const time = z.iso.datetime().describe('RFC 3339, UTC');
const webhookFields = {
  id: z.string(),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  createdAt: time,
  previousSecretUntil: time.optional().describe('until then the secret before this one signs as well'),
};
export const webhookJson = z.strictObject(webhookFields).meta({ id: 'Webhook' });
export const webhookListJson = z.strictObject({ webhooks: z.array(webhookJson) }).meta({ id: 'WebhookList' });
export const webhookWithSecretJson = z
  .strictObject({ ...webhookFields, secret: z.string().describe('shown this once') })
  .meta({ id: 'WebhookWithSecret' });

export const deliveryJson = z
  .strictObject({
    id: z.string(),
    event: z.enum(WEBHOOK_EVENTS),
    messageId: z.string().describe('`webhook-id` of every try'),
    url: z.string(),
    webhook: z.string().optional().describe('id of the standing webhook; without it the video’s own'),
    state: z
      .enum(['pending', 'delivered', 'failed', 'dropped'])
      .describe('failed: given up after 24 hours; dropped: its webhook was removed first'),
    createdAt: time,
    nextTryAt: time.optional().describe('about; while it is pending'),
    attempts: z.array(
      z.strictObject({
        at: time,
        seconds: z.number(),
        status: z.number().optional(),
        problem: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Delivery' });
export const deliveryListJson = z
  .strictObject({ deliveries: z.array(deliveryJson) })
  .meta({ id: 'DeliveryList' });
export type WebhookJson = z.infer<typeof webhookJson>;
export type WebhookListJson = z.infer<typeof webhookListJson>;
export type WebhookWithSecretJson = z.infer<typeof webhookWithSecretJson>;
export type DeliveryJson = z.infer<typeof deliveryJson>;
export type DeliveryListJson = z.infer<typeof deliveryListJson>;

/** What a receiver is sent. */
export const videoEventJson = z
  .strictObject({
    type: z.enum(VIDEO_EVENTS),
    timestamp: time.describe('when the video ended'),
    data: z.strictObject({
      id: z.string(),
      url: z.string().describe("the video's path; every `url` is on the API's own host"),
      status: z.enum(['done', 'failed', 'cancelled']),
      title: z.string(),
      createdAt: time,
      finishedAt: time,
      outputs: z.array(jobOutputJson),
      captions: z.strictObject({ srt: z.string(), vtt: z.string() }).optional(),
      poster: z.string().optional(),
      degraded: z.array(z.string()),
      costUsd: z.number(),
      error: jobErrorJson.optional(),
    }),
  })
  .meta({ id: 'VideoEvent' });
export type VideoEventJson = z.infer<typeof videoEventJson>;

/** What a receiver is sent when a batch has ended. */
export const batchEventJson = z
  .strictObject({
    type: z.literal('batch.done'),
    timestamp: time.describe('when its last row ended'),
    data: z.strictObject({
      id: z.string(),
      url: z.string().describe("the batch's path; every `url` is on the API's own host"),
      manifest: z.string().describe('path of the list of its rows with their videos'),
      status: z.enum(['done', 'cancelled']),
      name: z.string().optional(),
      counts: batchCounts,
      createdAt: time,
      finishedAt: time,
      costUsd: z.number(),
    }),
  })
  .meta({ id: 'BatchEvent' });
export type BatchEventJson = z.infer<typeof batchEventJson>;
