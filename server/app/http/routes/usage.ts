import { usageJson } from '@shortfactory/contract';
import type { UsageJson } from '@shortfactory/contract';
import { HttpProblem, rateLimitFields } from '@shortfactory/http-server';
import { dayOf } from '@shortfactory/usage';
import type { DayUsage } from '@shortfactory/usage';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_DAYS = 93;
const USUAL_DAYS = 30;
/** Of answers that say what is left of a day. */
export const QUOTA_HEADERS = {
  'RateLimit-Policy': 'What one may have in a day, where that is limited',
  RateLimit: 'What is left of it',
};
const date = z.iso.date({ error: 'is not a day such as 2026-11-28' }).optional();
const QUERY = z.strictObject({
  from: date.describe(`first day (UTC); ${USUAL_DAYS} days up to the last one without it`),
  to: date.describe('last day; today without it'),
});

/** What the asker has made, day by day, and what is left of today. */
export function usageRoutes({ usage, ownerHash }: Pick<AppDeps, 'usage' | 'ownerHash'>): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/api/usage',
        id: 'getUsage',
        tag: 'Usage',
        summary: 'What one has made and used, day by day, and what is left of today',
        description: `Videos count on the day on which they were asked for, what they cost when they have ended. At most ${MOST_DAYS} days at a time.`,
        access: 'owner',
        bucket: 'read',
        query: QUERY,
        answers: {
          200: {
            description: 'Usage and quotas',
            schema: usageJson,
            headers: QUOTA_HEADERS,
          },
        },
      },
      async ({ query, owner }) => {
        const nowMs = Date.now();
        const to = query.to ?? dayOf(nowMs);
        const from = query.from ?? dayOf(Date.parse(to) - (USUAL_DAYS - 1) * DAY_MS);
        if (from > to) throw notARange('/from', `is after the last day, ${to}`);
        if (Date.parse(to) - Date.parse(from) >= MOST_DAYS * DAY_MS)
          throw notARange('/from', `is more than ${MOST_DAYS} days before the last day, ${to}`);
        const hash = ownerHash(owner);
        const [days, quotas] = await Promise.all([usage.days(hash, from, to), usage.quotas(owner, hash)]);
        const body: UsageJson = {
          ...{ from, to },
          quotas: quotas.map(({ name, limit, used, renewsMs }) => ({
            ...{ name, limit, used, left: Math.max(0, limit - used) },
            renewsAt: new Date(renewsMs).toISOString(),
          })),
          total: shown(sum(days)),
          days: days.map((day) => ({ date: day.date, ...shown(day) })),
        };
        const headers = { 'Cache-Control': 'no-store', ...rateLimitFields(quotas, nowMs) };
        return { status: 200, body, headers };
      },
    ),
  ];
}

function notARange(pointer: string, detail: string): HttpProblem {
  return new HttpProblem('invalid-input', `${pointer} ${detail}.`, {
    errors: [{ in: 'query', pointer, detail }],
  });
}

type Amounts = Omit<DayUsage, 'date'>;

function shown({ seconds, providers, ...counted }: Amounts): UsageJson['total'] {
  const { open, done, failed, cancelled, usd, bytes } = counted;
  return {
    ...{ open, done, failed, cancelled, usd, bytes },
    minutes: seconds / 60,
    providers: Object.entries(providers)
      .map(([provider, cost]) => ({ provider, usd: cost }))
      .sort((a, b) => b.usd - a.usd || (a.provider < b.provider ? -1 : 1)),
  };
}

function sum(days: readonly DayUsage[]): Amounts {
  const total = { open: 0, done: 0, failed: 0, cancelled: 0, seconds: 0, usd: 0, bytes: 0 };
  const providers: Record<string, number> = {};
  for (const day of days) {
    for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += day[name];
    for (const [provider, usd] of Object.entries(day.providers))
      providers[provider] = (providers[provider] ?? 0) + usd;
  }
  return { ...total, providers };
}
