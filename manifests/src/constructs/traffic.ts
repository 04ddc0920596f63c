import type { TrafficTarget } from './shapes.ts';

export interface BlueGreen {
  /** The revision that takes the traffic now. Without one (the first deploy) the newest ready revision takes it all. */
  readonly live?: string;
  /** The revision that this file makes. */
  readonly next: string;
  /** What the new revision gets of the traffic; the live one keeps the rest. */
  readonly canaryPercent?: number;
  /** Other tags and the revisions that they stay on. */
  readonly keepTags?: Readonly<Record<string, string>>;
}

/**
 * Traffic targets in which blue is what users see and green is what comes next, each reachable by its tag's address.
 * Percents sum to 100. Kept tags get no traffic of their own.
 */
export function blueGreen({ live, next, canaryPercent = 0, keepTags = {} }: BlueGreen): TrafficTarget[] {
  const kept = Object.entries(keepTags)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, revisionName]) => ({ revisionName, percent: 0, tag }));
  if (live === undefined) {
    return [
      { latestRevision: true, percent: 100, tag: 'blue' },
      { latestRevision: true, percent: 0, tag: 'green' },
      ...kept,
    ];
  }
  return [
    { revisionName: live, percent: 100 - canaryPercent, tag: 'blue' },
    { revisionName: next, percent: canaryPercent, tag: 'green' },
    ...kept,
  ];
}
