import { Readable } from 'node:stream';
import { isTerminal } from '@shortfactory/core';
import { HTTP_LIMITS, HttpProblem } from '@shortfactory/http-server';
import type { AppDeps } from '../deps.ts';
import type { EventSlots } from '../limits/event-slots.ts';
import { jobEvents } from '../videos/event-stream.ts';
import { jobAnswer } from '../videos/job-answer.ts';
import { Lifetimes } from '../limits/lifetimes.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { jobOf, VIDEO_ID } from './videos.ts';

/** A job's progress as server-sent events. */
export function videoEventRoutes(deps: AppDeps, slots: EventSlots): Route[] {
  const { jobs, closing, metrics } = deps;
  const limits = { ...HTTP_LIMITS, ...deps.limits };
  const lifetimes = new Lifetimes(closing);
  return [
    route(
      {
        method: 'GET',
        path: '/api/videos/:id/events',
        id: 'watchVideo',
        tag: 'Videos',
        summary: 'A video as it is made, as server-sent events',
        description:
          'Events `progress`, then one of `done`, `failed`, `cancelled`. The data of each is the whole job, its id the revision. With `Last-Event-ID` nothing is repeated; a finished job that is known is answered with 204, which ends an EventSource.',
        access: 'anyone',
        bucket: 'read',
        params: VIDEO_ID,
        headers: { 'Last-Event-ID': 'The revision that was seen last' },
        gives: ['text/event-stream'],
        within: 'unlimited',
        answers: {
          200: { description: 'Events until the end', type: 'text/event-stream' },
          204: { description: 'Nothing is to come' },
        },
        problems: ['rate-limited', 'unavailable', 'closing-down'],
      },
      async ({ params: { id }, owner, ctx }) => {
        const job = await jobOf(deps, id);
        const seen = /^\d{1,15}$/.exec(ctx.get('Last-Event-ID'))?.[0];
        const afterRev = seen === undefined ? undefined : Number(seen);
        if (isTerminal(job.status) && afterRev === job.rev) return { status: 204 };
        if (closing.aborted) {
          throw new HttpProblem('closing-down', 'The server is restarting.', { retryAfterSeconds: 2 });
        }
        if (ctx.method === 'HEAD') return { status: 200, body: '', type: 'text/event-stream; charset=utf-8' };
        const free = slots.take(ctx.state.client);
        metrics.eventStream(1);
        const lifetime = lifetimes.begin();
        const late = setTimeout(() => lifetime.abort(undefined), limits.streamMs);
        ctx.res.once('close', () => {
          lifetime.abort(undefined);
          lifetime.release();
          clearTimeout(late);
          free();
          metrics.eventStream(-1);
        });
        // Without a heartbeat read for this long the client is not reading.
        ctx.res.setTimeout(limits.idleWriteMs, () => ctx.res.destroy());
        const mine = owner !== undefined && jobs.owns(job, owner);
        const events = jobEvents({
          watch: (signal) => jobs.watch(id, signal, afterRev),
          answer: (each) => jobAnswer(each, mine),
          heartbeatMs: limits.heartbeatMs,
          stop: lifetime.signal,
        });
        return {
          status: 200,
          body: Readable.from(events, { objectMode: false, highWaterMark: 64 * 1024 }),
          type: 'text/event-stream; charset=utf-8',
          headers: { 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' },
        };
      },
    ),
  ];
}
