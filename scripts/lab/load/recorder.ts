/** Percentiles of one route, in ms. */
export interface RouteFigures {
  readonly route: string;
  readonly requests: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
}

export interface LoadReport {
  readonly users: number;
  readonly seconds: number;
  readonly routes: readonly RouteFigures[];
  /** How jobs ended; `unfinished` is one whose end was never seen. */
  readonly jobs: Readonly<Record<'done' | 'failed' | 'cancelled' | 'unfinished', number>>;
  /** Seconds from a user's submission to the finished video, the fastest, the middle one and the slowest. */
  readonly waitSeconds:
    { readonly least: number; readonly median: number; readonly most: number } | undefined;
  /** Sentences: what should not have happened, each with how often. */
  readonly faults: Readonly<Record<string, number>>;
  /** Refused with 429 and asked again after the time that the server named. */
  readonly limited: number;
  /** Of the server's event loop, 99th percentile over the whole run; only where it was started by us. */
  readonly eventLoopLagP99Ms?: number;
}

/** What users saw, as it happens. */
export class Recorder {
  readonly #times = new Map<string, number[]>();
  readonly #statuses = new Map<string, Map<string, number>>();
  readonly #faults = new Map<string, number>();
  readonly #jobs = { done: 0, failed: 0, cancelled: 0, unfinished: 0 };
  readonly #waits: number[] = [];
  #limited = 0;
  readonly #began = performance.now();

  answered(route: string, status: number, ms: number): void {
    const times = this.#times.get(route) ?? [];
    times.push(ms);
    this.#times.set(route, times);
    const statuses = this.#statuses.get(route) ?? new Map<string, number>();
    statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
    this.#statuses.set(route, statuses);
    if (status === 429) this.#limited += 1;
    else if (status >= 400) this.fault(`${route} answered ${status}`);
  }

  fault(sentence: string): void {
    this.#faults.set(sentence, (this.#faults.get(sentence) ?? 0) + 1);
  }

  ended(status: 'done' | 'failed' | 'cancelled' | 'unfinished', waitedMs: number): void {
    this.#jobs[status] += 1;
    if (status === 'done') this.#waits.push(waitedMs / 1000);
    else this.fault(`a job ended ${status}`);
  }

  report(users: number): LoadReport {
    const waits = [...this.#waits].sort((a, b) => a - b);
    return {
      users,
      seconds: round((performance.now() - this.#began) / 1000),
      routes: [...this.#times].map(([route, times]) => figures(route, times, this.#statuses.get(route))),
      jobs: { ...this.#jobs },
      waitSeconds:
        waits.length === 0
          ? undefined
          : {
              least: round(waits[0] ?? NaN),
              median: round(percentile(waits, 50)),
              most: round(waits.at(-1) ?? NaN),
            },
      faults: Object.fromEntries(this.#faults),
      limited: this.#limited,
    };
  }
}

function figures(
  route: string,
  times: readonly number[],
  statuses?: ReadonlyMap<string, number>,
): RouteFigures {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    route,
    requests: sorted.length,
    p50Ms: round(percentile(sorted, 50)),
    p95Ms: round(percentile(sorted, 95)),
    p99Ms: round(percentile(sorted, 99)),
    maxMs: round(sorted.at(-1) ?? NaN),
    statuses: Object.fromEntries(statuses ?? []),
  };
}

/** Nearest rank: a time that was really measured. */
function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

/** A table for a terminal. */
export function reportText(report: LoadReport): string {
  const header = ['route', 'requests', 'p50', 'p95', 'p99', 'max ms', 'statuses'];
  const rows = report.routes.map((each) => [
    each.route,
    String(each.requests),
    ...[each.p50Ms, each.p95Ms, each.p99Ms, each.maxMs].map((ms) => ms.toFixed(1)),
    Object.entries(each.statuses)
      .map(([status, count]) => `${status} × ${count}`)
      .join(', '),
  ]);
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 || column === 6 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const { jobs, waitSeconds, eventLoopLagP99Ms: lag } = report;
  return [
    line(header),
    ...rows.map(line),
    '',
    `${report.users} users, ${report.seconds} s. Jobs: ${jobs.done} done, ${jobs.failed} failed, ${jobs.cancelled} cancelled, ${jobs.unfinished} unfinished.`,
    ...(waitSeconds
      ? [
          `From asking to the video: ${waitSeconds.least} s at least, ${waitSeconds.median} s the middle one, ${waitSeconds.most} s at most.`,
        ]
      : []),
    ...(lag === undefined
      ? []
      : [`Event loop of the server: 99 % of its turns came at most ${lag} ms late.`]),
    ...(report.limited > 0
      ? [`${report.limited} requests were refused with 429 and asked again later.`]
      : []),
    ...Object.entries(report.faults).map(
      ([sentence, times]) => `FAULT: ${sentence}${times > 1 ? ` (${times} times)` : ''}`,
    ),
  ].join('\n');
}
