import { VIDEO_EVENTS, WEBHOOK_EVENTS } from '@shortfactory/core';
import { z } from 'zod';
import { RECEIVER_URL, WEBHOOK_SECRET } from './patterns.ts';
import { expected } from './script-json.ts';

const URL_CHARS = 1000;
const AN_ADDRESS = 'an address such as https://example.org/hook';
const A_SECRET = 'a secret such as whsec_ and 24 to 64 bytes in base64';

const receiverUrl = z
  .string({ error: expected(AN_ADDRESS) })
  .max(URL_CHARS, { error: `has more than ${URL_CHARS} characters` })
  .regex(RECEIVER_URL, { error: `is not ${AN_ADDRESS}` })
  .describe('https (http and other machines of one’s own network where the installation allows them)');

function eventList<const Names extends readonly string[]>(names: Names) {
  const said = names.map((name) => `"${name}"`).join(', ');
  return z
    .array(z.enum(names, { error: expected(`one of ${said}`) }), { error: expected(`a list of ${said}`) })
    .min(1, { error: `is empty (expected at least one of ${said})` })
    .max(names.length, { error: `has more than ${names.length} entries` })
    .refine((given) => new Set(given).size === given.length, { error: 'names an event twice' })
    .meta({ uniqueItems: true })
    .describe('what it is told of; everything without it');
}

/** The webhook of one video, whose secret is the caller's own. */
export const jobWebhook = z
  .strictObject(
    {
      url: receiverUrl,
      secret: z
        .string({ error: expected(A_SECRET) })
        .regex(WEBHOOK_SECRET, { error: `is not ${A_SECRET}` })
        .describe('signs what is sent; it is not shown again'),
      events: eventList(VIDEO_EVENTS).exactOptional(),
    },
    { error: expected('an object with url and secret') },
  )
  .meta({
    id: 'VideoWebhook',
    description: 'told when this video is done, has failed or was cancelled, besides standing webhooks',
  });

export const webhookRequest = z
  .strictObject(
    { url: receiverUrl, events: eventList(WEBHOOK_EVENTS).exactOptional() },
    { error: expected('an object with url') },
  )
  .meta({ id: 'WebhookRequest' });
export type WebhookRequestJson = z.input<typeof webhookRequest>;
