import {
  FOOTAGE_ID,
  FOOTAGE_PAGE,
  footageJson,
  footageQuery,
  foundFootageJson,
} from '@shortfactory/contract';
import { FOOTAGE_SOURCES, NotFound } from '@shortfactory/core';
import type { FoundFootage } from '@shortfactory/core';
import { HTTP_LIMITS } from '@shortfactory/http-server';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import { addressOf, pathsOf } from '../footage/looked-at.ts';
import { defined } from '../videos/job-answer.ts';
import type { Answer, Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';

const NAME = z.strictObject({ name: z.string().regex(/^[A-Za-z0-9_-]{24,4000}$/) });
/** One range of bytes, as players ask for it. */
const RANGE = /^bytes=(\d{1,15}-\d{0,15}|-\d{1,15})$/;
const ITEM = z.strictObject({
  source: z.enum(FOOTAGE_SOURCES),
  id: z.string().regex(FOOTAGE_ID),
});
const TAG = 'Footage';
/** Sources may be asked anew after a day, and what is at an address does not change. */
const SHOWN = {
  'Cache-Control': 'private, max-age=86400',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  // A page of another origin may show it, as with uploads.
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** Photos and clips of others: searched, and looked at. */
export function footageRoutes({ footage, signingKey, limits }: AppDeps): Route[] {
  const shown = (item: FoundFootage) => {
    const { files: _files, ...about } = item;
    return { ...about, ...pathsOf(signingKey, item) };
  };
  return [
    route(
      {
        method: 'GET',
        path: '/api/footage',
        id: 'searchFootage',
        tag: TAG,
        summary: 'Search photos and clips whose licences allow their use',
        description:
          'The first source that has any answers; one that fails is left out with a sentence in `failures`. Nothing is fetched. It costs nothing.',
        access: 'maker',
        bucket: 'make',
        query: footageQuery,
        answers: { 200: { description: 'What was found', schema: footageJson } },
      },
      async ({ query: { q, kind = 'photo', language = 'en', page = 1, ...others }, signal }) => {
        const { items, more, failures } = await footage.search(
          { words: q, kind, language, page, count: FOOTAGE_PAGE.items, ...defined(others) },
          signal,
        );
        return {
          status: 200,
          headers: { 'Cache-Control': 'private, max-age=600' },
          body: {
            sources: [...footage.sources],
            items: items.map(shown),
            ...(more && page < FOOTAGE_PAGE.most ? { next: page + 1 } : {}),
            failures: [...failures],
          },
        };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/api/footage/previews/:name',
        id: 'getFootagePreview',
        tag: TAG,
        summary: 'A small picture of what was found',
        description: 'The `preview` of a search: fetched from its source by this API, and kept for a while.',
        access: 'anyone',
        bucket: 'file',
        params: NAME,
        gives: [],
        answers: { 200: { description: 'The picture', type: 'image/*' } },
        problems: ['provider-failed'],
      },
      async ({ params, signal }) => {
        const address = addressOf(signingKey, 'preview', params.name);
        if (!address) throw nothingFound();
        const { bytes, mediaType } = await footage.preview(address, signal);
        return { status: 200, body: Buffer.from(bytes), type: mediaType, headers: SHOWN };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/api/footage/films/:name',
        id: 'getFootageFilm',
        tag: TAG,
        summary: 'A clip that was found, to look at',
        description:
          'The `film` of a search, passed on as its source sends it. It is not what a video is made of.',
        access: 'anyone',
        bucket: 'file',
        params: NAME,
        headers: { Range: 'One range of bytes' },
        gives: [],
        answers: {
          200: { description: 'The film', type: 'video/*' },
          206: {
            description: 'The part that Range asks for',
            type: 'video/*',
            headers: { 'Content-Range': 'Which part' },
          },
        },
        problems: ['provider-failed'],
      },
      async ({ params, header, signal, ctx }): Promise<Answer> => {
        const address = addressOf(signingKey, 'film', params.name);
        if (!address) throw nothingFound();
        const asked = header('Range');
        const film = await footage.film(address, RANGE.test(asked) ? asked : undefined, signal);
        // As with files of our own, who stops reading keeps nothing open.
        ctx.res.setTimeout(limits?.idleWriteMs ?? HTTP_LIMITS.idleWriteMs, () => ctx.res.destroy());
        return {
          status: film.range === undefined ? 200 : 206,
          body: film.body,
          type: film.mediaType,
          headers: {
            ...SHOWN,
            'Accept-Ranges': 'bytes',
            ...(film.bytes === undefined ? {} : { 'Content-Length': String(film.bytes) }),
            ...(film.range === undefined ? {} : { 'Content-Range': film.range }),
          },
        };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/api/footage/:source/:id',
        id: 'getFootage',
        tag: TAG,
        summary: 'A photo or clip that a script names, as its source says it now',
        access: 'maker',
        bucket: 'make',
        params: ITEM,
        answers: { 200: { description: 'What it is', schema: foundFootageJson } },
        problems: ['provider-failed'],
      },
      async ({ params, signal }) => ({
        status: 200,
        headers: { 'Cache-Control': 'private, max-age=600' },
        body: shown(await footage.item(params, signal)),
      }),
    ),
  ];
}

function nothingFound(): NotFound {
  return new NotFound('This is not an address that GET /api/footage gave.');
}
