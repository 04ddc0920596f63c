import {
  auditListJson,
  cancelManyRequest,
  changedManyJson,
  failuresJson,
  JOB_STATES,
  maintenanceJson,
  maintenanceRequest,
  openJobRequest,
  operateJobListJson,
  operateOverviewJson,
  operateUsageJson,
  retryManyRequest,
  storeSizesJson,
} from '@shortfactory/contract';
import { isReason } from '@shortfactory/operations';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import { changeMany, jobsToRetry } from '../operate/change-many.ts';
import { jobPage } from '../operate/job-page.ts';
import { maintenanceOf } from '../operate/maintenance-answer.ts';
import { overviewOf } from '../operate/overview.ts';
import { usageOf } from '../operate/usage.ts';
import type { HttpContext } from '../routing/context.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { VIDEO_ID, jobOf } from './videos.ts';

const NO_STORE = { 'Cache-Control': 'no-store' };
const SHAPE = { tag: 'Operate', access: 'operator' } as const;
const DEFAULT_LIMIT = 50;
const SENTENCE = 'The server is being updated. New videos can be made again soon.';
const DAY_MS = 24 * 60 * 60 * 1000;

const PAGE = {
  cursor: z.string().min(1).max(200).exactOptional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(100)).exactOptional(),
};
const DAYS = z.strictObject({ days: z.enum(['1', '7', '30']).exactOptional() });

/** What whoever runs the deployment sees and does. No route of it scans the store. */
export function operateRoutes(deps: AppDeps): Route[] {
  const { operations, jobs } = deps;
  const actor = ({ state }: Pick<HttpContext, 'state'>) => {
    if (!state.operator) throw new Error('A route for operators was reached by somebody else.');
    return state.operator;
  };
  return [
    route(
      {
        ...SHAPE,
        method: 'GET',
        path: '/api/operate',
        id: 'getOperate',
        summary: 'What is under way, how today went, and what runs',
        bucket: 'read',
        answers: { 200: { description: 'Now', schema: operateOverviewJson } },
      },
      async ({ signal }) => ({ status: 200, body: await overviewOf(deps, signal), headers: NO_STORE }),
    ),
    route(
      {
        ...SHAPE,
        method: 'GET',
        path: '/api/operate/jobs',
        id: 'listOperateJobs',
        summary: 'Jobs of everybody, without what they are about',
        bucket: 'read',
        query: z.strictObject({
          ...PAGE,
          state: z.enum(JOB_STATES).exactOptional(),
          reason: z.string().refine(isReason, { error: 'is none that the failures have' }).exactOptional(),
        }),
        answers: { 200: { description: 'A page', schema: operateJobListJson } },
      },
      async ({ query: { limit = DEFAULT_LIMIT, ...query }, signal }) => ({
        status: 200,
        body: await jobPage(deps, { limit, ...query }, signal),
        headers: NO_STORE,
      }),
    ),
    route(
      {
        ...SHAPE,
        method: 'GET',
        path: '/api/operate/failures',
        id: 'listFailures',
        summary: 'Failures by their reason, most first, with an example each',
        bucket: 'read',
        query: DAYS,
        answers: { 200: { description: 'The reasons', schema: failuresJson } },
      },
      async ({ query: { days = '1' }, signal }) => {
        const sinceMs = Date.now() - Number(days) * DAY_MS;
        const { jobs: ended, isAll } = await operations.ended.since(sinceMs, signal);
        const reasons = (await operations.ended.failures(ended)).map(({ firstMs, lastMs, ...group }) => ({
          ...group,
          first: time(firstMs),
          last: time(lastMs),
        }));
        const failed = ended.filter(({ state }) => state === 'failed').length;
        return {
          status: 200,
          body: { since: time(sinceMs), isAll, failed, ended: ended.length, reasons },
          headers: NO_STORE,
        };
      },
    ),
    route(
      {
        ...SHAPE,
        method: 'GET',
        path: '/api/operate/usage',
        id: 'getOperateUsage',
        summary: 'What was made and spent, by day',
        bucket: 'read',
        query: DAYS,
        answers: { 200: { description: 'The days, oldest first', schema: operateUsageJson } },
      },
      async ({ query: { days = '7' }, signal }) => ({
        status: 200,
        body: await usageOf(deps, Number(days), signal),
        headers: NO_STORE,
      }),
    ),
    route(
      {
        ...SHAPE,
        method: 'GET',
        path: '/api/operate/store',
        id: 'getOperateStore',
        summary: 'How much of each kind is stored',
        bucket: 'read',
        answers: { 200: { description: 'As counted in the last ten minutes', schema: storeSizesJson } },
      },
      async () => {
        const { countedMs, kinds } = await operations.sizes.now();
        return { status: 200, body: { countedAt: time(countedMs), kinds }, headers: NO_STORE };
      },
    ),
    route(
      {
        ...SHAPE,
        method: 'GET',
        path: '/api/operate/log',
        id: 'listAuditLog',
        summary: 'Who did what, newest first',
        bucket: 'read',
        query: z.strictObject(PAGE),
        answers: { 200: { description: 'A page', schema: auditListJson } },
      },
      async ({ query: { limit = DEFAULT_LIMIT, ...query }, signal }) => {
        const { entries, ...rest } = await operations.audit.list({ limit, ...query }, signal);
        const shown = entries.map(({ atMs, ...entry }) => ({ at: time(atMs), ...entry }));
        return { status: 200, body: { entries: shown, ...rest }, headers: NO_STORE };
      },
    ),
    route(
      {
        ...SHAPE,
        method: 'POST',
        path: '/api/operate/jobs/retry',
        id: 'retryManyJobs',
        summary: 'Try failed jobs again, by id or by reason',
        bucket: 'make',
        within: 'makingMs',
        body: retryManyRequest,
        answers: { 200: { description: 'What became of each', schema: changedManyJson } },
      },
      async ({ body, ctx, signal }) => {
        const { ids, more } = await jobsToRetry(deps, body, signal);
        const changed = await changeMany(deps, { ids, did: 'job.retry', by: actor(ctx) }, signal);
        return { status: 200, body: { ...changed, more }, headers: NO_STORE };
      },
    ),
    route(
      {
        ...SHAPE,
        method: 'POST',
        path: '/api/operate/jobs/cancel',
        id: 'cancelManyJobs',
        summary: 'Stop jobs that wait or are being made',
        bucket: 'make',
        within: 'makingMs',
        body: cancelManyRequest,
        answers: { 200: { description: 'What became of each', schema: changedManyJson } },
      },
      async ({ body: { ids }, ctx, signal }) => {
        const changed = await changeMany(deps, { ids, did: 'job.cancel', by: actor(ctx) }, signal);
        return { status: 200, body: { ...changed, more: false }, headers: NO_STORE };
      },
    ),
    route(
      {
        ...SHAPE,
        method: 'POST',
        path: '/api/operate/jobs/:id/open',
        id: 'openJob',
        summary: 'Enter in the log why somebody looks at a video that is not theirs',
        bucket: 'read',
        params: VIDEO_ID,
        body: openJobRequest,
        answers: { 204: { description: 'It is entered' } },
      },
      async ({ params: { id }, body: { why }, ctx }) => {
        await jobOf({ jobs }, id);
        await operations.audit.enter({ ...actor(ctx), did: 'job.open', of: id, why });
        return { status: 204 };
      },
    ),
    route(
      {
        ...SHAPE,
        method: 'PUT',
        path: '/api/operate/maintenance',
        id: 'setMaintenance',
        summary: 'Take no new work, or take it again',
        bucket: 'read',
        body: maintenanceRequest,
        answers: { 200: { description: 'As it is now', schema: maintenanceJson } },
      },
      async ({ body: { on, sentence = SENTENCE, minutes }, ctx }) => {
        const who = actor(ctx);
        await operations.audit.enter(
          on ? { ...who, did: 'maintenance.on', why: sentence } : { ...who, did: 'maintenance.off' },
        );
        if (on) {
          const endsMs = minutes === undefined ? {} : { endsMs: Date.now() + minutes * 60_000 };
          await operations.maintenance.switchOn({ sentence, ...endsMs });
        } else await operations.maintenance.switchOff();
        return { status: 200, body: maintenanceOf(await operations.maintenance.now()), headers: NO_STORE };
      },
    ),
  ];
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}
