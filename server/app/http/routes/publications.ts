import {
  PUBLICATION_ID,
  publicationJson,
  publicationListJson,
  publicationRequest,
} from '@shortfactory/contract';
import type { PublicationJson } from '@shortfactory/contract';
import { NotFound } from '@shortfactory/core';
import type { Job } from '@shortfactory/core';
import { idOf } from '@shortfactory/publishing';
import type { PublicationRecord } from '@shortfactory/publishing';
import { postKitOf } from '@shortfactory/text';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { postOf } from '../videos/post-of.ts';
import { NO_STORE, TAG, publicationsIn } from './publishers.ts';
import { VIDEO_ID, finishedOf, jobOf, outputOf } from './videos.ts';

const PUBLICATION = z.strictObject({ id: z.string().regex(PUBLICATION_ID) });
const ONE = {
  tag: TAG,
  params: PUBLICATION,
  problems: ['not-found'],
} as const;

/** Videos of an owner on their way to a channel. Those of others look as if they were not there. */
export function publicationRoutes(deps: AppDeps): Route[] {
  const ownVideo = async (id: string, owner: string): Promise<Job> => {
    const job = await jobOf(deps, id);
    if (!deps.jobs.owns(job, owner)) throw new NotFound('There is no video with this id.');
    return job;
  };
  const own = async (id: string, owner: string): Promise<PublicationRecord> => {
    const publications = publicationsIn(deps);
    const publication = await publications.get(id);
    if (publications.isOf(publication, owner)) return publication;
    // Whose video it is by now.
    const job = await deps.jobs.get(publication.videoId);
    if (job && deps.jobs.owns(job, owner)) return publication;
    throw new NotFound('There is no publication with this id.');
  };
  return [
    route(
      {
        method: 'POST',
        path: '/api/videos/:id/publications',
        id: 'publishVideo',
        tag: TAG,
        summary: 'Send a finished video to the connected channel',
        description:
          'In the background, and once: the same request again is the same publication. What was refused or stopped begins anew with what is asked for now.',
        access: 'maker',
        bucket: 'make',
        params: VIDEO_ID,
        body: publicationRequest,
        bodyExample: { privacy: 'private', title: 'Why octopuses have three hearts' },
        answers: { 202: { description: 'The publication', schema: publicationJson } },
        problems: ['not-found', 'conflict'],
      },
      async ({ params: { id }, owner, body }) => {
        const publications = publicationsIn(deps);
        await ownVideo(id, owner);
        const { job, short } = await finishedOf(deps, id);
        const { aspect, object: name, bytes } = outputOf(job, body.aspect);
        const publication = await publications.publish(owner, {
          ...{ videoId: id, aspect, file: { name, bytes, mediaType: 'video/mp4' } },
          post: postOf(postKitOf(short), body),
          ...(body.thumbnail && { thumbnail: short.poster }),
          ...(body.at !== undefined && { atMs: Date.parse(body.at) }),
        });
        return { status: 202, body: shown(publication), headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/api/videos/:id/publications',
        id: 'listPublications',
        tag: TAG,
        summary: 'Where a video was sent, newest first',
        access: 'owner',
        bucket: 'read',
        params: VIDEO_ID,
        answers: { 200: { description: 'Its publications', schema: publicationListJson } },
        problems: ['not-found'],
      },
      async ({ params: { id }, owner }) => {
        await ownVideo(id, owner);
        const publications = deps.publications ? await deps.publications.of(id) : [];
        return { status: 200, body: { publications: publications.map(shown) }, headers: NO_STORE };
      },
    ),
    route(
      {
        ...ONE,
        method: 'GET',
        path: '/api/publications/:id',
        id: 'getPublication',
        summary: 'How far a video has come on its way',
        access: 'owner',
        bucket: 'read',
        answers: { 200: { description: 'The publication', schema: publicationJson } },
      },
      async ({ params: { id }, owner }) => ({
        status: 200,
        body: shown(await own(id, owner)),
        headers: NO_STORE,
      }),
    ),
    route(
      {
        ...ONE,
        method: 'DELETE',
        path: '/api/publications/:id',
        id: 'stopPublication',
        summary: 'Stop a video on its way',
        description: 'Until its last byte is sent; what is published is deleted where it is.',
        access: 'owner',
        bucket: 'read',
        answers: { 200: { description: 'The publication, stopped', schema: publicationJson } },
        problems: ['not-found', 'conflict'],
      },
      async ({ params: { id }, owner }) => {
        await own(id, owner);
        return { status: 200, body: shown(await publicationsIn(deps).stop(id)), headers: NO_STORE };
      },
    ),
    route(
      {
        ...ONE,
        method: 'POST',
        path: '/api/publications/:id/retry',
        id: 'retryPublication',
        summary: 'Go on with what was refused, stopped or is unsure',
        description: 'For one that is unsure: its owner has looked, and the video is not there.',
        access: 'maker',
        bucket: 'make',
        answers: { 202: { description: 'The publication, waiting', schema: publicationJson } },
        problems: ['not-found', 'conflict'],
      },
      async ({ params: { id }, owner }) => {
        await own(id, owner);
        return { status: 202, body: shown(await publicationsIn(deps).retry(id)), headers: NO_STORE };
      },
    ),
  ];
}

function shown(publication: PublicationRecord): PublicationJson {
  const { videoId, publisher, channel, state, file, post, createdMs, dueMs, problem, sent } = publication;
  return {
    id: idOf(publication),
    ...{ video: videoId, publisher, channel: channel.name, state },
    percent: Math.floor((100 * publication.keptBytes) / file.bytes),
    bytes: file.bytes,
    ...{ title: post.title, privacy: post.privacy },
    ...(post.publishAtMs === undefined ? {} : { publishAt: time(post.publishAtMs) }),
    createdAt: time(createdMs),
    ...(state === 'waiting' ? { nextTryAt: time(Math.max(dueMs, createdMs)) } : {}),
    ...(problem && { problem: { ...problem } }),
    ...(sent && { url: sent.url, sentAt: time(sent.atMs) }),
  };
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}
