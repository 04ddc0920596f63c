import type { PersonKey } from '@shortfactory/access';
import { keyJson, keyListJson, keyRenewal, keyRequest, keyWithTextJson } from '@shortfactory/contract';
import type { KeyJson } from '@shortfactory/contract';
import { KEY_LIMITS } from '@shortfactory/core';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';

const NO_STORE = { 'Cache-Control': 'no-store' };
const TAG = 'Keys';
const KEY_ID = z.strictObject({ id: z.string().regex(/^[0-9a-f]{16}$/) });

/** The keys of the person who has signed in. No key may ask for any of it. */
export function keyRoutes({ keys }: Pick<AppDeps, 'keys'>): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/api/keys',
        id: 'listKeys',
        tag: TAG,
        summary: "One's keys, oldest first, with those that were over in the last 90 days",
        access: 'person',
        bucket: 'read',
        answers: { 200: { description: 'Without the keys themselves', schema: keyListJson } },
      },
      async ({ owner }) => ({
        status: 200,
        body: { keys: (await keys.list(owner)).map(shown) },
        headers: NO_STORE,
      }),
    ),
    route(
      {
        method: 'POST',
        path: '/api/keys',
        id: 'makeKey',
        tag: TAG,
        summary: 'Make a key',
        access: 'person',
        bucket: 'make',
        body: keyRequest,
        answers: { 201: { description: 'The key, which is not shown again', schema: keyWithTextJson } },
        problems: ['limit-reached'],
      },
      async ({ body: { name, scopes, days = KEY_LIMITS.defaultDays }, owner }) => {
        const { key, text } = await keys.make(owner, { name, scopes, days });
        return { status: 201, body: { ...shown(key), key: text }, headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/keys/:id/renew',
        id: 'renewKey',
        tag: TAG,
        summary: 'Let a key end later, also one that has ended',
        access: 'person',
        bucket: 'make',
        params: KEY_ID,
        body: keyRenewal,
        answers: { 200: { description: 'The key', schema: keyJson } },
        problems: ['conflict', 'limit-reached'],
      },
      async ({ params: { id }, body: { days = KEY_LIMITS.defaultDays }, owner }) => ({
        status: 200,
        body: shown(await keys.renew(owner, id, days)),
        headers: NO_STORE,
      }),
    ),
    route(
      {
        method: 'DELETE',
        path: '/api/keys/:id',
        id: 'revokeKey',
        tag: TAG,
        summary: 'Revoke a key for good',
        access: 'person',
        bucket: 'read',
        params: KEY_ID,
        answers: { 204: { description: 'Refused everywhere within 5 seconds' } },
      },
      async ({ params: { id }, owner }) => {
        await keys.revoke(owner, id);
        return { status: 204 };
      },
    ),
  ];
}

function shown({ id, name, prefix, scopes, createdMs, endsMs, usedMs, revokedMs }: PersonKey): KeyJson {
  return {
    ...{ id, name, prefix, scopes: [...scopes] },
    state: revokedMs !== undefined ? 'revoked' : endsMs > Date.now() ? 'live' : 'ended',
    createdAt: time(createdMs),
    endsAt: time(endsMs),
    ...(usedMs === undefined ? {} : { lastUsedAt: time(usedMs) }),
    ...(revokedMs === undefined ? {} : { revokedAt: time(revokedMs) }),
  };
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}
