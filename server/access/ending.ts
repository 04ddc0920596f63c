/** What has an end, and may be revoked before it. Times in ms since 1970. */
export interface Ending {
  readonly endsMs: number;
  readonly revokedMs?: number;
}

/** One that has ended or was revoked stands in its list for so long, and at most so many of them do. */
const SHOWN_AFTER_MS = 90 * 24 * 60 * 60 * 1000;
const MOST_OVER = 50;

export function isLive({ endsMs, revokedMs }: Ending, nowMs: number): boolean {
  return revokedMs === undefined && endsMs > nowMs;
}

/** Whether it is live, or was over a short while ago. */
export function isShown(ending: Ending, nowMs: number): boolean {
  return nowMs - overMs(ending) < SHOWN_AFTER_MS;
}

/** Without what was over long ago, or more of it than anybody reads. */
export function withoutOld<T extends Ending>(all: readonly T[], nowMs: number): T[] {
  const over = all.filter((each) => !isLive(each, nowMs)).sort((a, b) => overMs(b) - overMs(a));
  const kept = new Set(over.filter((each) => isShown(each, nowMs)).slice(0, MOST_OVER));
  return all.filter((each) => isLive(each, nowMs) || kept.has(each));
}

function overMs({ endsMs, revokedMs }: Ending): number {
  return Math.min(endsMs, revokedMs ?? Infinity);
}
