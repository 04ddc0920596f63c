import { z } from 'zod';

/** The part of a Service (serving.knative.dev/v1, Knative's and the Admin API's) that a rollout goes by. */
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
export type TrafficTarget = z.infer<typeof target>;

const service = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    generation: z.number().optional(),
    resourceVersion: z.string().optional(),
    annotations: z.record(z.string(), z.string()).optional(),
    labels: z.record(z.string(), z.string()).optional(),
  }),
  spec: z.looseObject({
    traffic: z.array(target).optional(),
    template: z
      .looseObject({ metadata: z.looseObject({ name: z.string().optional() }).optional() })
      .optional(),
  }),
  status: z
    .looseObject({
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

export function isService(answer: unknown): answer is ServiceState {
  return service.safeParse(answer).success;
}

export function readRevisions(answer: unknown): RevisionState[] {
  return z.array(revision).parse(answer ?? []);
}

/** As a platform lists them, in whatever order, → newest first. */
export function newestFirst(revisions: readonly RevisionState[]): RevisionState[] {
  const created = (state: RevisionState): string => state.metadata.creationTimestamp ?? '';
  return [...revisions].sort((a, b) => (created(a) < created(b) ? 1 : -1));
}

export function isReady(state: {
  readonly status?: { readonly conditions?: readonly z.infer<typeof condition>[] | undefined } | undefined;
}): boolean {
  return state.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
}

/** It will not get ready by waiting. Where there is no room, a node may be on its way. */
export function hasFailed({ status }: RevisionState): boolean {
  return (
    status?.conditions?.some(
      (each) => each.type === 'Ready' && each.status === 'False' && each.reason !== 'Unschedulable',
    ) ?? false
  );
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

/** What takes all requests; undefined when nothing is served. Throws when they are divided. */
export function liveOf(state: ServiceState): string | undefined {
  const sole = soleRevision(state);
  const served = servedPercents(state);
  if (sole === undefined && served.size > 0) {
    throw new Error(
      `${state.metadata.name} divides its requests (${percentWords(served)}): an earlier deploy is not finished. Run npm run rollback first.`,
    );
  }
  return sole;
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

/** Name of the revision that the Service's template makes or made. */
export function templateName({ spec, status }: ServiceState): string | undefined {
  return spec.template?.metadata?.name ?? status?.latestCreatedRevisionName;
}

/** Percent by revision, as it was asked for last, whether it is served yet or not. */
export function askedPercents(state: ServiceState): Map<string, number> {
  const percents = new Map<string, number>();
  for (const { revisionName, latestRevision, percent = 0 } of state.spec.traffic ?? []) {
    const name = latestRevision ? templateName(state) : revisionName;
    if (name !== undefined && percent > 0) percents.set(name, (percents.get(name) ?? 0) + percent);
  }
  return percents;
}

/** Revision of a tag, as it was asked for last. */
export function askedTag(state: ServiceState, tag: string): string | undefined {
  const target = state.spec.traffic?.find((entry) => entry.tag === tag);
  return target?.latestRevision ? templateName(state) : target?.revisionName;
}

/** A change of traffic; tags that are in neither list stay where they are. */
export interface Shift {
  readonly percents: ReadonlyMap<string, number>;
  readonly tags?: ReadonlyMap<string, string>;
  readonly dropTags?: readonly string[];
}

/** True when this is what was asked for last. */
export function asksFor(state: ServiceState, { percents, tags, dropTags = [] }: Shift): boolean {
  return (
    sameEntries(askedPercents(state), new Map([...percents].filter(([, percent]) => percent > 0))) &&
    [...(tags ?? [])].every(([tag, name]) => askedTag(state, tag) === name) &&
    dropTags.every((tag) => askedTag(state, tag) === undefined)
  );
}

/** `name 90 %, other 10 %`. */
export function percentWords(percents: ReadonlyMap<string, number>): string {
  return [...percents].map(([name, percent]) => `${name} ${percent} %`).join(', ') || 'nothing';
}

/** True when what is served is exactly what was asked for, and the platform has seen the last change. */
export function servesWhatWasAsked(state: ServiceState, asked: ReadonlyMap<string, number>): boolean {
  const { generation } = state.metadata;
  if (generation !== undefined && state.status?.observedGeneration !== generation) return false;
  return sameEntries(servedPercents(state), new Map([...asked].filter(([, percent]) => percent > 0)));
}

export function sameEntries<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
