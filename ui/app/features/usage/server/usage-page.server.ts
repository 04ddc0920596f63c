import type { LoaderFunctionArgs } from '@remix-run/node';
import { orFailure } from '../../../shared/api/failures.server.ts';
import { offeredPeriods, periodOf } from '../model/period.ts';
import { plotOf } from '../model/plot.ts';

/** What one has used in the period that the address asks for. */
export async function loadUsagePage({ request, context }: LoaderFunctionArgs) {
  const nowMs = Date.now();
  const asked = new URL(request.url).searchParams.get('period');
  const { days: dates, ...period } = periodOf(asked, nowMs);
  const usage = await orFailure(context.api.usage(period.from, period.to));
  return {
    period,
    offered: offeredPeriods(nowMs),
    quotas: usage.quotas,
    bytes: usage.total.bytes,
    plot: plotOf(usage, dates),
    nowMs,
  };
}

/** The same as a table for other programs. */
export async function loadUsageCsv({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const period = periodOf(new URL(request.url).searchParams.get('period'), Date.now());
  const { days, total } = await orFailure(context.api.usage(period.from, period.to));
  const providers = total.providers.map(({ provider }) => provider);
  const rows = days.map((day) => [
    day.date,
    ...[day.done + day.open, day.failed, day.cancelled].map(String),
    day.minutes.toFixed(2),
    day.usd.toFixed(4),
    ...providers.map((name) =>
      (day.providers.find(({ provider }) => provider === name)?.usd ?? 0).toFixed(4),
    ),
    String(day.bytes),
  ]);
  const head = ['day (UTC)', 'videos', 'failed', 'stopped', 'minutes', 'usd'];
  const names = providers.map((name) => `usd ${name}`);
  const text = [[...head, ...names, 'bytes'], ...rows]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="usage-${period.name}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}

/** As RFC 4180 has it. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
