import { WEBHOOK_EVENTS } from '@shortfactory/core';
import { z } from 'zod';
import { RECEIVER_URL, WEBHOOK_SECRET } from './patterns.ts';
import { expected } from './script-json.ts';

const URL_CHARS = 1000;
const AN_ADDRESS = 'an address such as https://example.org/hook';
const A_SECRET = 'a secret such as whsec_ and 24 to 64 bytes in base64';
const names = WEBHOOK_EVENTS.map((name) => `"${name}"`).join(', ');

const receiverUrl = z
  .string({ error: expected(AN_ADDRESS) })
  .max(URL_CHARS, { error: `has more than ${URL_CHARS} characters` })
  .regex(RECEIVER_URL, { error: `is not ${AN_ADDRESS}` })
  .describe('https (http and other machines of one’s own network where the installation allows them)');

const events = z
  .array(z.enum(WEBHOOK_EVENTS, { error: expected(`one of ${names}`) }), {
    error: expected(`a list of ${names}`),
  })
  .min(1, { error: `is empty (expected at least one of ${names})` })
  .max(WEBHOOK_EVENTS.length, { error: `has more than ${WEBHOOK_EVENTS.length} entries` })
  .refine((given) => new Set(given).size === given.length, { error: 'names an event twice' })
  .meta({ uniqueItems: true })
  .describe('what it is told of; everything without it');

/** The webhook of one video, whose secret is the caller's own. */
export const jobWebhook = z
  .strictObject(
    {
      url: receiverUrl,
      secret: z
        .string({ error: expected(A_SECRET) })
        .regex(WEBHOOK_SECRET, { error: `is not ${A_SECRET}` })
        .describe('signs what is sent; it is not shown again'),
      events: events.exactOptional(),
    },
    { error: expected('an object with url and secret') },
  )
  .meta({
    id: 'VideoWebhook',
    description: 'told when this video is done, has failed or was cancelled, besides standing webhooks',
  });

export const webhookRequest = z
  .strictObject(
    { url: receiverUrl, events: events.exactOptional() },
    { error: expected('an object with url') },
  )
  .meta({ id: 'WebhookRequest' });
export type WebhookRequestJson = z.input<typeof webhookRequest>;
