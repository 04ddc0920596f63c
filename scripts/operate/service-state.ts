import { z } from 'zod';

/** The part of a Service, as the Admin API gives it (serving.knative.dev/v1), that a rollout goes by. */
const condition = z.object({
  type: z.string(),
  status: z.string().optional(),
  reason: z.string().optional(),
  message: z.string().optional(),
});
const target = z.object({
  revisionName: z.string().optional(),
  latestRevision: z.boolean().optional(),
  percent: z.number().optional(),
  tag: z.string().optional(),
  url: z.string().optional(),
});

const service = z.object({
  metadata: z.object({
    name: z.string(),
    generation: z.number().optional(),
    resourceVersion: z.string().optional(),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
  spec: z.object({ traffic: z.array(target).optional() }).loose(),
  status: z
    .object({
      observedGeneration: z.number().optional(),
      latestReadyRevisionName: z.string().optional(),
      latestCreatedRevisionName: z.string().optional(),
      url: z.string().optional(),
      conditions: z.array(condition).optional(),
      traffic: z.array(target).optional(),
    })
    .optional(),
});
export type ServiceState = z.infer<typeof service>;

const revision = z.object({
  metadata: z.object({ name: z.string(), creationTimestamp: z.string().optional() }),
  status: z.object({ conditions: z.array(condition).optional() }).optional(),
});
export type RevisionState = z.infer<typeof revision>;

/** Throws when the answer has not the shape of a Service. */
export function readService(answer: unknown): ServiceState {
  return service.parse(answer);
}

export function readRevisions(answer: unknown): RevisionState[] {
  return z.array(revision).parse(answer ?? []);
}

export function isReady(state: {
  readonly status?: { readonly conditions?: readonly z.infer<typeof condition>[] | undefined } | undefined;
}): boolean {
  return state.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
}

/** Why it is not ready, in the platform's words. */
export function whyNotReady(state: ServiceState | RevisionState): string {
  const failed = state.status?.conditions?.find(({ type, status }) => type === 'Ready' && status === 'False');
  return failed?.message ?? failed?.reason ?? 'it did not become ready in time';
}

/** Percent by revision, as requests are really divided: what status says, not what was asked for. */
export function servedPercents(state: ServiceState): Map<string, number> {
  const percents = new Map<string, number>();
  for (const { revisionName, latestRevision, percent } of state.status?.traffic ?? []) {
    const name = revisionName ?? (latestRevision ? state.status?.latestReadyRevisionName : undefined);
    if (name !== undefined && (percent ?? 0) > 0)
      percents.set(name, (percents.get(name) ?? 0) + (percent ?? 0));
  }
  return percents;
}

/** The one revision that takes all requests; undefined when they are divided or there are none. */
export function soleRevision(state: ServiceState): string | undefined {
  const percents = [...servedPercents(state)];
  return percents.length === 1 && percents[0]?.[1] === 100 ? percents[0][0] : undefined;
}

/** Tags and the revisions that they name: as they were asked for last, and those that are only served still. */
export function tagsOf(state: ServiceState): Map<string, string> {
  const tags = new Map<string, string>();
  for (const { tag, revisionName, latestRevision } of [
    ...(state.status?.traffic ?? []),
    ...(state.spec.traffic ?? []),
  ]) {
    const { latestReadyRevisionName, latestCreatedRevisionName } = state.status ?? {};
    const latest = latestReadyRevisionName ?? latestCreatedRevisionName;
    const name = revisionName ?? (latestRevision ? latest : undefined);
    if (tag !== undefined && name !== undefined) tags.set(tag, name);
  }
  return tags;
}

/** Address of a tag, once the platform serves it. */
export function tagUrl(state: ServiceState, tag: string): string | undefined {
  return state.status?.traffic?.find((entry) => entry.tag === tag)?.url;
}

/** True when the traffic that somebody asked for last is exactly this, whether it is served yet or not. */
export function asksFor(
  state: ServiceState,
  percents: ReadonlyMap<string, number>,
  tags: ReadonlyMap<string, string>,
): boolean {
  const sums = new Map<string, number>();
  const named = new Map<string, string>();
  for (const { revisionName = '', percent = 0, tag } of state.spec.traffic ?? []) {
    if (percent > 0) sums.set(revisionName, (sums.get(revisionName) ?? 0) + percent);
    if (tag !== undefined) named.set(tag, revisionName);
  }
  return sameEntries(sums, percents) && sameEntries(named, tags);
}

/** True when what is served is exactly what was asked for, and the platform has seen the last change. */
export function servesWhatWasAsked(state: ServiceState, asked: ReadonlyMap<string, number>): boolean {
  const { generation } = state.metadata;
  if (generation !== undefined && state.status?.observedGeneration !== generation) return false;
  return sameEntries(servedPercents(state), new Map([...asked].filter(([, percent]) => percent > 0)));
}

function sameEntries<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
