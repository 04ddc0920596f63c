import type {
  AuditListJson,
  ChangedManyJson,
  FailuresJson,
  OperateJobListJson,
  OperateOverviewJson,
  OperateUsageJson,
} from '@shortfactory/contract';

/** What a terminal might obey is not printed: words of failures come from services. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
}

/** Columns, as wide as what stands in them. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, i) => plain(cell).padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const usd = (value: number): string => `$${value.toFixed(2)}`;

function ago(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

function atLeast(isAll: boolean): string[] {
  return isAll ? [] : ['There are more than were counted: every number is at least so.'];
}

export function overviewLines({
  jobs,
  today,
  wait,
  spent,
  checks,
  instances,
  maintenance,
}: OperateOverviewJson): string[] {
  const rows = jobs.rows.map(({ state, byAge, all, oldestSeconds }) => [
    ...[state, ...byAge.map(String), String(all)],
    oldestSeconds === undefined ? '' : ago(oldestSeconds),
  ]);
  const { halfSeconds = 0, most95Seconds = 0 } = wait;
  return [
    maintenance.on ? `No new work is taken: “${plain(maintenance.sentence ?? '')}”` : 'New work is taken.',
    ...columns([['', '<1 min', '<5', '<15', '<60', 'older', 'all', 'oldest'], ...rows]),
    `Today: ${today.done} done, ${today.failed} failed, ${today.cancelled} stopped, ${usd(today.costUsd)}; ${today.standIns} with something else than was asked for.`,
    wait.count === 0
      ? 'Nothing has begun in 24 hours.'
      : `In 24 hours half began within ${ago(halfSeconds)}, 95 of 100 within ${ago(most95Seconds)}.`,
    ...(spent.capUsd === undefined
      ? []
      : [`Withdrawn today: ${usd(spent.usd ?? 0)} of ${usd(spent.capUsd)}.`]),
    ...Object.entries(checks).map(([name, { state, detail }]) => plain(`${name}: ${state}, ${detail}`)),
    ...instances.map(({ role, version, revision, running }) =>
      plain(`${role} ${version} (${revision}): ${running} running`),
    ),
    ...atLeast(jobs.isAll && today.isAll),
  ];
}

export function jobLines({ jobs, next }: OperateJobListJson): string[] {
  const rows = jobs.map(({ id, owner, state, stage = '', since, costUsd, error, attempts = '' }) => [
    ...[id, owner, state, stage, since, String(attempts), usd(costUsd)],
    error ? error.title : '',
  ]);
  return [
    ...(rows.length === 0
      ? ['There is none.']
      : columns([['id', 'owner', 'state', 'where', 'since', 'tries', 'cost', ''], ...rows])),
    ...(next === undefined ? [] : [`More: --cursor ${next}`]),
  ];
}

export function failureLines({ reasons, failed, ended, since, isAll }: FailuresJson): string[] {
  return [
    `${failed} of ${ended} that ended since ${since} failed.`,
    ...reasons.flatMap(({ reason, count, owners, example: { id, error } }) => [
      plain(
        `${reason}  ${count} of ${owners} ${owners === 1 ? 'owner' : 'owners'}: ${error ? `${error.stage}, ${error.title}` : 'not known any more'}`,
      ),
      plain(`            ${id}${error ? `: ${error.detail}` : ''}`),
    ]),
    ...atLeast(isAll),
  ];
}

export function usageLines({ days, capUsd, isAll }: OperateUsageJson): string[] {
  const rows = days.map(({ day, done, failed, cancelled, owners, costUsd, spentUsd }) => [
    ...[day, String(done), String(failed), String(cancelled), String(owners), usd(costUsd)],
    spentUsd === undefined ? '' : usd(spentUsd),
  ]);
  return [
    ...columns([['day', 'done', 'failed', 'stopped', 'owners', 'cost', 'withdrawn'], ...rows]),
    ...(capUsd === undefined ? [] : [`A day may cost ${usd(capUsd)}.`]),
    ...atLeast(isAll),
  ];
}

export function logLines({ entries, next }: AuditListJson): string[] {
  const rows = entries.map(({ at, as, who, did, of = '', why = '', by = '' }) => [
    at,
    as,
    who,
    by,
    did,
    of,
    why,
  ]);
  return [
    ...(rows.length === 0 ? ['There is nothing in it.'] : columns(rows)),
    ...(next === undefined ? [] : [`More: --cursor ${next}`]),
  ];
}

export function changedLines({ done, refused, more }: ChangedManyJson): string[] {
  return [
    `${done.length} done, ${refused.length} refused.`,
    ...refused.map(({ id, why }) => plain(`${id}: ${why}`)),
    ...(more ? ['More match; ask again for the next.'] : []),
  ];
}
