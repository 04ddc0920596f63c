import type { VideoLink } from '@shortfactory/access';
import { linkJson, linkListJson, linkRequest } from '@shortfactory/contract';
import type { LinkJson } from '@shortfactory/contract';
import { InputInvalid, LINK_LIMITS, NotFound, NotYours } from '@shortfactory/core';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { VIDEO_ID, finishedOf, jobOf } from './videos.ts';

const TAG = 'Links';
const NO_STORE = { 'Cache-Control': 'no-store' };
const LINK = VIDEO_ID.extend({ link: z.string().regex(/^[A-Za-z0-9_-]{16}$/) });
const DAY_MS = 24 * 60 * 60 * 1000;

/** Links by which anybody watches a video of the caller's. */
export function linkRoutes({ jobs, links }: Pick<AppDeps, 'jobs' | 'links'>): Route[] {
  const wantOwn = async (id: string, owner: string): Promise<void> => {
    if (!jobs.owns(await jobOf({ jobs }, id), owner)) throw new NotYours('Only its owner can share a video.');
  };
  const shown = (videoId: string, link: VideoLink): LinkJson => {
    const { id, createdMs, endsMs, revokedMs, download, watched, watchedMs } = link;
    const state = revokedMs !== undefined ? 'revoked' : endsMs > Date.now() ? 'live' : 'ended';
    return {
      ...{ id, state, download, watched },
      ...(state === 'live' ? { token: links.tokenOf(videoId, link) } : {}),
      createdAt: time(createdMs),
      endsAt: time(endsMs),
      ...(revokedMs === undefined ? {} : { revokedAt: time(revokedMs) }),
      ...(watchedMs === undefined ? {} : { lastWatchedAt: time(watchedMs) }),
    };
  };
  return [
    route(
      {
        method: 'GET',
        path: '/api/videos/:id/links',
        id: 'listLinks',
        tag: TAG,
        summary: 'The links to a video, oldest first',
        description: 'With those that were over in the last 90 days. Only its owner may see them.',
        access: 'owner',
        bucket: 'read',
        params: VIDEO_ID,
        answers: { 200: { description: 'The links', schema: linkListJson } },
        problems: ['forbidden'],
      },
      async ({ params: { id }, owner }) => {
        await wantOwn(id, owner);
        const all = await links.list(id);
        return { status: 200, body: { links: all.map((link) => shown(id, link)) }, headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/videos/:id/links',
        id: 'makeLink',
        tag: TAG,
        summary: 'Make a link by which anybody watches a video',
        description:
          'It cannot be guessed, is listed nowhere, lets nobody change anything, and ends on its day, when it is revoked, and with the video. 50 may be live.',
        access: 'owner',
        bucket: 'make',
        params: VIDEO_ID,
        body: linkRequest,
        bodyExample: { days: 14, download: true },
        answers: { 201: { description: 'The link', schema: linkJson } },
        problems: ['forbidden', 'limit-reached'],
      },
      async ({ params: { id }, body, owner }) => {
        await wantOwn(id, owner);
        await finishedOf({ jobs }, id);
        const link = await links.make(id, { endsMs: endOf(body), download: body.download ?? false });
        return { status: 201, body: shown(id, link), headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'DELETE',
        path: '/api/videos/:id/links/:link',
        id: 'revokeLink',
        tag: TAG,
        summary: 'Revoke a link for good',
        access: 'owner',
        bucket: 'read',
        params: LINK,
        answers: { 204: { description: 'Whoever opens it reads that it has ended' } },
        problems: ['forbidden'],
      },
      async ({ params: { id, link }, owner }) => {
        await wantOwn(id, owner);
        await links.revoke(id, link);
        return { status: 204 };
      },
    ),
  ];
}

/** The same words for a link that ended, was revoked, lost its video or never was one. */
export function linkEnded(): NotFound {
  return new NotFound('This link has ended.');
}

/** The last moment of the last day in UTC. Throws InputInvalid. */
function endOf({ days, until }: z.output<typeof linkRequest>): number {
  if (days !== undefined && until !== undefined)
    throw new InputInvalid('/until', 'cannot be given beside days (expected one of the two)');
  const lastMs =
    until === undefined ? Date.now() + (days ?? LINK_LIMITS.defaultDays) * DAY_MS : Date.parse(until);
  const endMs = Math.floor(lastMs / DAY_MS) * DAY_MS + DAY_MS - 1;
  if (endMs <= Date.now()) throw new InputInvalid('/until', 'is over already (expected today or later)');
  if (endMs - Date.now() > (LINK_LIMITS.days + 1) * DAY_MS)
    throw new InputInvalid('/until', `is more than a year away (${LINK_LIMITS.days} days are the most)`);
  return endMs;
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}
