import {
  deliveryJson,
  deliveryListJson,
  webhookListJson,
  webhookRequest,
  webhookWithSecretJson,
} from '@shortfactory/contract';
import type { DeliveryJson } from '@shortfactory/contract';
import { NotYours } from '@shortfactory/core';
import type { DeliveryRecord, StandingWebhook } from '@shortfactory/webhooks';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { BATCH_ID } from './batches.ts';
import { VIDEO_ID, jobOf } from './videos.ts';

const TAG = 'Webhooks';
const NO_STORE = { 'Cache-Control': 'no-store' };
const WEBHOOK_ID = z.strictObject({ id: z.string().regex(/^[0-9a-f]{32}$/) });

/** Standing webhooks of an owner, and what was delivered of the ends of videos and batches. */
export function webhookRoutes({ jobs, batches, webhooks }: AppDeps): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/api/webhooks',
        id: 'listWebhooks',
        tag: TAG,
        summary: "The caller's own webhooks, oldest first",
        access: 'owner',
        bucket: 'read',
        answers: { 200: { description: 'All of them, without their secrets', schema: webhookListJson } },
      },
      async ({ owner }) => ({
        status: 200,
        body: { webhooks: (await webhooks.list(owner)).map(shown) },
        headers: NO_STORE,
      }),
    ),
    route(
      {
        method: 'POST',
        path: '/api/webhooks',
        id: 'addWebhook',
        tag: TAG,
        summary: 'Be told of every video of yours that ends',
        description:
          'By the Standard Webhooks specification. The answer has the secret that signs what is sent; it is not shown again.',
        access: 'maker',
        bucket: 'make',
        body: webhookRequest,
        bodyExample: { url: 'https://localhost:5678/hook', events: ['video.done', 'video.failed'] },
        answers: {
          201: {
            description: 'The webhook with its secret',
            schema: webhookWithSecretJson,
            links: {
              removeWebhook: { operationId: 'removeWebhook', parameters: { id: '$response.body#/id' } },
              renewWebhookSecret: {
                operationId: 'renewWebhookSecret',
                parameters: { id: '$response.body#/id' },
              },
            },
          },
        },
        problems: ['limit-reached'],
      },
      async ({ body, owner }) => {
        const { webhook, secret } = await webhooks.add(owner, body);
        return { status: 201, body: { ...shown(webhook), secret }, headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/webhooks/:id/secret',
        id: 'renewWebhookSecret',
        tag: TAG,
        summary: 'Another secret for a webhook',
        description:
          'For 24 hours the secret before it signs as well, so that a receiver can change over; an older one does not.',
        access: 'maker',
        bucket: 'make',
        params: WEBHOOK_ID,
        answers: { 200: { description: 'The webhook with its new secret', schema: webhookWithSecretJson } },
      },
      async ({ params: { id }, owner }) => {
        const { webhook, secret } = await webhooks.renewSecret(owner, id);
        return { status: 200, body: { ...shown(webhook), secret }, headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'DELETE',
        path: '/api/webhooks/:id',
        id: 'removeWebhook',
        tag: TAG,
        summary: 'Be told no more',
        description: 'What was to be delivered to it still is dropped.',
        access: 'owner',
        bucket: 'read',
        params: WEBHOOK_ID,
        answers: { 204: { description: 'Removed' } },
      },
      async ({ params: { id }, owner }) => {
        await webhooks.remove(owner, id);
        return { status: 204 };
      },
    ),
    ...deliveryRoutes(webhooks, {
      path: '/api/videos/:id',
      params: VIDEO_ID,
      ids: ['listDeliveries', 'redeliver'],
      what: 'video',
      wantOwn: async (id, owner) => {
        if (!jobs.owns(await jobOf({ jobs }, id), owner))
          throw new NotYours('Only its owner can see who was told of a video.');
      },
    }),
    ...deliveryRoutes(webhooks, {
      path: '/api/batches/:id',
      params: BATCH_ID,
      ids: ['listBatchDeliveries', 'redeliverBatch'],
      what: 'batch',
      wantOwn: async (id, owner) => void (await batches.get(id, owner)),
    }),
  ];
}

/** What ends and is told of. */
interface Ending {
  readonly path: string;
  readonly params: typeof VIDEO_ID | typeof BATCH_ID;
  readonly ids: readonly [list: string, redeliver: string];
  readonly what: 'video' | 'batch';
  /** Throws NotFound or NotYours for everybody but its owner. */
  readonly wantOwn: (id: string, owner: string) => Promise<void>;
}

/** The log of what was delivered of an end, and a way to deliver it once more. */
function deliveryRoutes(
  webhooks: AppDeps['webhooks'],
  { path, params, ids, what, wantOwn }: Ending,
): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: `${path}/deliveries`,
        id: ids[0],
        tag: TAG,
        summary: `Who was told that a ${what} ended, newest first`,
        description: 'Only its owner may see it. An entry goes 30 days after its last change.',
        access: 'owner',
        bucket: 'read',
        params,
        answers: { 200: { description: 'The log of deliveries', schema: deliveryListJson } },
        problems: ['forbidden'],
      },
      async ({ params: { id }, owner }) => {
        await wantOwn(id, owner);
        const deliveries = await webhooks.deliveriesOf(id);
        return { status: 200, body: { deliveries: deliveries.map(delivery) }, headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'POST',
        path: `${path}/deliveries/:delivery/redeliver`,
        id: ids[1],
        tag: TAG,
        summary: what === 'video' ? 'Deliver once more' : 'Deliver the end of a batch once more',
        description: 'With the same `webhook-id`; tried at once, and for 24 hours where that fails.',
        access: 'maker',
        bucket: 'make',
        params: params.extend({ delivery: z.string().regex(/^[0-9a-f]{32}$/) }),
        answers: { 202: { description: 'The delivery, pending', schema: deliveryJson } },
        problems: ['forbidden', 'conflict'],
      },
      async ({ params: { id, delivery: which }, owner }) => {
        await wantOwn(id, owner);
        return { status: 202, body: delivery(await webhooks.redeliver(id, which)), headers: NO_STORE };
      },
    ),
  ];
}

function shown({ id, url, events, createdMs, secrets }: StandingWebhook) {
  const untilMs = secrets[1]?.untilMs;
  return {
    id,
    url,
    events: [...events],
    createdAt: time(createdMs),
    ...(untilMs === undefined ? {} : { previousSecretUntil: time(untilMs) }),
  };
}

function delivery({
  id,
  event,
  messageId,
  url,
  by,
  state,
  createdMs,
  dueMs,
  attempts,
}: DeliveryRecord): DeliveryJson {
  return {
    ...{ id, event, messageId, url },
    ...('webhook' in by ? { webhook: by.webhook } : {}),
    state,
    createdAt: time(createdMs),
    ...(state === 'pending' ? { nextTryAt: time(Math.max(dueMs, createdMs)) } : {}),
    attempts: attempts.map(({ atMs, seconds, status, problem }) => ({
      at: time(atMs),
      seconds,
      ...(status === undefined ? {} : { status }),
      ...(problem === undefined ? {} : { problem }),
    })),
  };
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}
