import type { PersonSession } from '@shortfactory/access';
import { sessionListJson, sessionRequest, sessionStateJson } from '@shortfactory/contract';
import type { SessionJson } from '@shortfactory/contract';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';

const NO_STORE = { 'Cache-Control': 'no-store' };
const TAG = 'Sessions';
/** 128 random bits. */
const SESSION_ID = z.strictObject({ id: z.string().regex(/^[0-9a-f]{32}$/) });

/** Where a person is signed in, as the web interface tells and asks. No key may ask for any of it. */
export function sessionRoutes({ sessions }: Pick<AppDeps, 'sessions'>): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/api/sessions',
        id: 'listSessions',
        tag: TAG,
        summary: 'Where one is signed in, the latest use first',
        access: 'person',
        bucket: 'read',
        answers: { 200: { description: 'Those under way', schema: sessionListJson } },
      },
      async ({ owner }) => ({
        status: 200,
        body: { sessions: (await sessions.list(owner)).map(shown) },
        headers: NO_STORE,
      }),
    ),
    route(
      {
        method: 'PUT',
        path: '/api/sessions/:id',
        id: 'noteSession',
        tag: TAG,
        summary: 'Tell that a session is used, and hear whether it goes on',
        access: 'person',
        // Asked beside the pages of people, who are counted there.
        bucket: 'none',
        params: SESSION_ID,
        body: sessionRequest,
        answers: { 200: { description: 'Whether it goes on', schema: sessionStateJson } },
      },
      async ({ params: { id }, body: { begunAt, endsAt, ...told }, owner }) => ({
        status: 200,
        body: {
          live: await sessions.note(owner, {
            ...told,
            ...{ id, begunMs: Date.parse(begunAt), endsMs: Date.parse(endsAt) },
          }),
        },
        headers: NO_STORE,
      }),
    ),
    route(
      {
        method: 'DELETE',
        path: '/api/sessions/:id',
        id: 'endSession',
        tag: TAG,
        summary: 'End a session for good',
        access: 'person',
        bucket: 'read',
        params: SESSION_ID,
        answers: { 204: { description: 'Refused everywhere within 5 seconds' } },
      },
      async ({ params: { id }, owner }) => {
        await sessions.end(owner, id);
        return { status: 204 };
      },
    ),
    route(
      {
        method: 'DELETE',
        path: '/api/sessions/:id/others',
        id: 'endOtherSessions',
        tag: TAG,
        summary: 'End all sessions but this one for good',
        access: 'person',
        bucket: 'read',
        params: SESSION_ID,
        answers: { 204: { description: 'Refused everywhere within 5 seconds' } },
      },
      async ({ params: { id }, owner }) => {
        await sessions.endOthers(owner, id);
        return { status: 204 };
      },
    ),
  ];
}

function shown({ begunMs, usedMs, endsMs, ...facts }: PersonSession): SessionJson {
  return { ...facts, begunAt: time(begunMs), lastUsedAt: time(usedMs), endsAt: time(endsMs) };
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}
