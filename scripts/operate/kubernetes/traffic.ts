import type { Shift, TrafficTarget } from '../services/service-state.ts';

/**
 * The traffic block after a change: percents as asked for, tags where they are unless the change names or drops them.
 * A revision with a tag takes its percent in the target of its first tag, so that no revision stands in two without one.
 */
export function shiftedTraffic(
  now: readonly TrafficTarget[],
  { percents, tags = new Map<string, string>(), dropTags = [] }: Shift,
): TrafficTarget[] {
  const left = new Map([...percents].filter(([, percent]) => percent > 0));
  const take = (revision: string | undefined): number => {
    const percent = left.get(revision ?? '') ?? 0;
    left.delete(revision ?? '');
    return percent;
  };
  const stay = now.flatMap(({ tag, revisionName, latestRevision }) =>
    tag === undefined || dropTags.includes(tag) || tags.has(tag)
      ? []
      : [{ tag, revisionName, latestRevision }],
  );
  const named = [...tags].map(([tag, revisionName]) => ({ tag, revisionName, latestRevision: undefined }));
  const tagged = [...named, ...stay].map(({ tag, revisionName, latestRevision }) =>
    latestRevision === true
      ? { latestRevision, percent: 0, tag }
      : { ...(revisionName === undefined ? {} : { revisionName }), percent: take(revisionName), tag },
  );
  return [...tagged, ...[...left].map(([revisionName, percent]) => ({ revisionName, percent }))];
}
