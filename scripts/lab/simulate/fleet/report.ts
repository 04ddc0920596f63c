import { ASSUMED, LIMITS } from './limits.ts';
import type { Pressure } from './pressure.ts';
import { WANTED_SECONDS } from './study.ts';
import type { Deployment, Study } from './study.ts';

/** What comes near its limit is worth a line. */
const NEAR = 0.5;

/** The figures as text: a table of waits, then what was near or over a limit, then what was assumed. */
export function report(env: string, deployment: Deployment, studies: readonly Study[]): string {
  return [
    `${env}: up to ${deployment.maxInstances} workers of ${deployment.workerVcpu} vCPU, one video each.`,
    '',
    table([
      ['arrivals', 'waits p50', 'p95', 'p99', 'most', 'workers', 'cold', 'needed', 'workers $', 'store $'],
      ...studies.map(row),
    ]),
    '',
    `Waits are from the request to a worker’s start on it. needed: the fewest workers with which 95 of 100 videos begin within ${WANTED_SECONDS} s; none: not with ${LIMITS.concurrentDispatches}. $: for a thousand videos; the store as if its busiest time lasted.`,
    ...studies.flatMap(near),
    '',
    `Documented: ${pairs(LIMITS)}.`,
    `Assumed: ${pairs(ASSUMED)}.`,
    `Measured: ${deployment.cpuSecondsPerVideoSecond.toFixed(2)} CPU seconds for a second of video (scripts/operate/cost/measured.json).`,
  ].join('\n');
}

function row({ waitSeconds: waits, run, instancesNeeded, usdPerThousand, ...scenario }: Study): string[] {
  return [
    name(scenario),
    ...[waits.p50, waits.p95, waits.p99, waits.most].map(duration),
    String(run.peakInstances),
    `${((100 * run.coldStarts) / Math.max(1, run.videos)).toFixed(1)} %`,
    instancesNeeded === undefined ? 'none' : String(instancesNeeded),
    usdPerThousand.workers.toFixed(2),
    usdPerThousand.store.toFixed(2),
  ];
}

function near({ pressures, readsPerSecond, run, ...scenario }: Study): string[] {
  const shown = pressures.filter(({ used, limit }) => used / limit >= NEAR);
  const refused = run.refused === 0 ? [] : [`  ${run.refused} tasks were sent again after a 429`];
  if (shown.length + refused.length === 0) return [];
  const byWhat = Object.entries(readsPerSecond).map(([what, rate]) => `${what} ${Math.round(rate)}`);
  return [
    '',
    `${name(scenario)}, busiest time (reads/s: ${byWhat.join(', ')}):`,
    ...shown.map(pressure),
    ...refused,
  ];
}

function pressure({ what, used, limit, unit, kind }: Pressure): string {
  const kinds = { hard: 'the platform’s limit', grows: 'grows with load', ours: 'set in the environment' };
  const share = (used / limit).toFixed(used / limit < 10 ? 2 : 0);
  return `  ${share.padStart(5)} × ${what}: ${compact(used)} of ${compact(limit)}${unit} (${kinds[kind]})`;
}

function name({ pattern, videos }: Pick<Study, 'pattern' | 'videos'>): string {
  return pattern === 'burst' ? `burst of ${compact(videos)}` : `${compact(videos)}/day, ${pattern}`;
}

/** "12 s", "3.5 min", "7.2 h". */
function duration(seconds: number): string {
  if (seconds < 120) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  return seconds < 7200 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function compact(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value < 100 ? 2 : 4 });
}

function pairs(values: object): string {
  return Object.entries(values)
    .map(
      ([key, value]) =>
        `${key} ${typeof value === 'object' ? Object.values(value as object).join(' to ') : String(value)}`,
    )
    .join(', ');
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((each) => each[column]?.length ?? 0)),
  );
  return rows
    .map((each) =>
      each
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
