import {
  connectJson,
  connectRequest,
  connectedJson,
  connectionAnswer,
  disconnectedJson,
  publisherListJson,
} from '@shortfactory/contract';
import { NotFound } from '@shortfactory/core';
import type { Account } from '@shortfactory/publishing';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';

export const TAG = 'Publishing';
export const NO_STORE = { 'Cache-Control': 'no-store' };

/** Who sends videos on. Throws NotFound where nobody does. */
export function publicationsIn({ publications }: AppDeps): NonNullable<AppDeps['publications']> {
  if (publications) return publications;
  throw new NotFound('Nothing is sent from here: YOUTUBE_CLIENT_ID is not set.');
}

/** The channels that an owner has connected. */
export function publisherRoutes(deps: AppDeps): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/api/publishers',
        id: 'listPublishers',
        tag: TAG,
        summary: 'Where videos can be sent, and the caller’s channel there',
        access: 'owner',
        bucket: 'read',
        answers: { 200: { description: 'Those that are set up here', schema: publisherListJson } },
      },
      async ({ owner }) => {
        const account = await deps.publications?.account(owner);
        const publishers = deps.publications ? [{ name: 'youtube', ...shown(account) }] : [];
        return { status: 200, body: { publishers }, headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/publishers/youtube/connect',
        id: 'connectYoutube',
        tag: TAG,
        summary: 'Begin to connect a channel',
        description:
          'The owner of the channel says yes on the page at `url`; within 15 minutes the browser comes back with `code` and `state`.',
        access: 'maker',
        bucket: 'make',
        body: connectRequest,
        bodyExample: { redirectUri: 'http://localhost:3000/youtube/callback' },
        answers: { 200: { description: 'Where to go', schema: connectJson } },
        problems: ['not-found'],
      },
      async ({ owner, body: { redirectUri, video: videoId } }) => {
        const url = publicationsIn(deps).connectAddress(owner, { redirectUri, videoId });
        return { status: 200, body: { url }, headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/publishers/youtube/connection',
        id: 'connectedYoutube',
        tag: TAG,
        summary: 'Connect the channel of who said yes',
        description: 'In place of the one before. What Google gives is stored sealed, and shown to nobody.',
        access: 'maker',
        bucket: 'make',
        body: connectionAnswer,
        bodyExample: { code: 'the code', state: 'the state' },
        answers: { 200: { description: 'The channel', schema: connectedJson } },
        problems: ['not-found', 'conflict', 'provider-failed'],
      },
      async ({ owner, body, signal }) => {
        const { account, videoId } = await publicationsIn(deps).connect(owner, body, signal);
        const video = videoId === undefined ? {} : { video: videoId };
        return { status: 200, body: { name: 'youtube', ...shown(account), ...video }, headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'DELETE',
        path: '/api/publishers/youtube',
        id: 'disconnectYoutube',
        tag: TAG,
        summary: 'Disconnect the channel',
        description: 'Takes the access back at Google and forgets it. What is under way stops.',
        access: 'owner',
        bucket: 'read',
        answers: { 200: { description: 'It is forgotten here', schema: disconnectedJson } },
        problems: ['not-found'],
      },
      async ({ owner, signal }) => {
        const revoked = await publicationsIn(deps).disconnect(owner, signal);
        return { status: 200, body: { revoked }, headers: NO_STORE };
      },
    ),
  ];
}

function shown(account: Account | undefined) {
  if (!account) return {};
  const { channel, connectedMs } = account;
  return { channel: { name: channel.name, connectedAt: new Date(connectedMs).toISOString() } };
}
