import { RecordUnreadable, STAGES, isTerminal } from '@shortfactory/core';
import type { Job, EvictableObjects, ObjectInfo } from '@shortfactory/core';
import pLimit from 'p-limit';
import {
  ACTIVE,
  jobOfMarker,
  OWNERS,
  outputPrefix,
  partsPrefix,
  readOwnerEntry,
} from '../store/job-names.ts';
import type { Stored } from '../store/job-store.ts';
import type { JobsDeps } from '../deps.ts';
import { UploadGarbage } from './upload-garbage.ts';

/** Objects unused for this long may be removed. */
export const GARBAGE_MS = 48 * 60 * 60 * 1000;
/** A job that has ended names its artifacts for this long: well within the time for which they stand. */
export const NAMED_MS = 24 * 60 * 60 * 1000;

export type GarbageDeps = Pick<JobsDeps, 'store' | 'jobs' | 'clock' | 'log' | 'random'>;

const AT_A_TIME = 4;
/** Names that one pass looks at, of artifacts and of jobs. */
const MOST = 500;
const MOST_ACTIVE = 5000;
const ADDRESS = /^artifacts\/[a-z]+\/[0-9a-f]{64}/;

/**
 * Garbage collection: artifacts that are old and that no job under way names, outputs and uploads that no
 * job names, and what is left of removed jobs. A pass is small and begins where the last one stopped, the first one
 * anywhere: of many short-lived processes each does a little. Nothing young is ever removed, so a write that is still
 * on its way finds what it names.
 */
export class Garbage {
  readonly #deps: GarbageDeps;
  readonly #evictable: EvictableObjects;
  readonly #uploads: UploadGarbage;
  #artifactsAfter: string;
  #ownersAfter: string | undefined;

  constructor(deps: GarbageDeps, evictable: EvictableObjects) {
    this.#deps = deps;
    this.#evictable = evictable;
    this.#uploads = new UploadGarbage(deps, evictable);
    const stage = STAGES[Math.floor(deps.random() * STAGES.length)] ?? STAGES[0];
    this.#artifactsAfter = `artifacts/${stage}/${Math.floor(deps.random() * 256)
      .toString(16)
      .padStart(2, '0')}`;
  }

  async pass(signal: AbortSignal): Promise<void> {
    const artifacts = await this.#clearArtifacts(signal);
    const jobs = await this.#clearJobs(signal);
    const removed = artifacts + jobs + (await this.#uploads.pass(signal));
    if (removed > 0) this.#deps.log.info('Garbage was cleared away.', { objects: removed });
  }

  async #clearArtifacts(signal: AbortSignal): Promise<number> {
    const { store } = this.#deps;
    const names = await store.list('artifacts/', { limit: MOST, after: this.#artifactsAfter });
    const groups = byAddress(names);
    // The last group may go on beyond this page.
    if (names.length === MOST && groups.size > 1) groups.delete([...groups.keys()].at(-1) as string);
    this.#artifactsAfter = names.length === MOST ? ([...groups.values()].at(-1)?.at(-1) ?? '') : '';
    if (names.length === 0) return 0;
    const named = await this.#namedByActive();
    const atATime = pLimit(AT_A_TIME);
    const removed = await Promise.all(
      [...groups.values()].map((group) =>
        atATime(async () =>
          signal.aborted || group.some((name) => named.has(name)) ? 0 : this.#clearGroup(group),
        ),
      ),
    );
    return removed.reduce((sum, each) => sum + each, 0);
  }

  /** An artifact and what it names: both old, or neither goes. The one that names goes first. */
  async #clearGroup(group: readonly string[]): Promise<number> {
    const infos = await Promise.all(group.map((name) => this.#deps.store.head(name)));
    const standing = infos.filter((info) => info !== undefined);
    if (standing.some((info) => !this.#isOld(info))) return 0;
    let removed = 0;
    for (const info of standing.sort((a, b) => a.name.length - b.name.length)) {
      if (!(await this.#evictable.evict(info))) break;
      removed += 1;
    }
    return removed;
  }

  /** Artifacts that jobs under way show. */
  async #namedByActive(): Promise<ReadonlySet<string>> {
    const { store, jobs } = this.#deps;
    const markers = await store.list(ACTIVE, { limit: MOST_ACTIVE });
    const atATime = pLimit(AT_A_TIME);
    const named = await Promise.all(
      markers.map((marker) =>
        atATime(async () => {
          const id = jobOfMarker(marker);
          const stored = id === undefined ? undefined : await jobs.read(id).catch(unreadableAsNone);
          return (stored?.record.job.scenes ?? []).flatMap(({ illustration }) => illustration ?? []);
        }),
      ),
    );
    return new Set(named.flat());
  }

  async #clearJobs(signal: AbortSignal): Promise<number> {
    const { store, log } = this.#deps;
    if (this.#ownersAfter === undefined) this.#uploads.begin();
    const entries = await store.list(OWNERS, {
      limit: MOST,
      ...(this.#ownersAfter === undefined ? {} : { after: this.#ownersAfter }),
    });
    this.#ownersAfter = entries.length === MOST ? entries.at(-1) : undefined;
    const atATime = pLimit(AT_A_TIME);
    const removed = await Promise.all(
      entries.map((entry) =>
        atATime(async () => {
          if (signal.aborted) {
            this.#uploads.spoil();
            return 0;
          }
          return this.#clearJob(entry).catch((error: unknown) => {
            this.#uploads.spoil();
            log.warn('What a job left behind could not be cleared away.', { entry, error });
            return 0;
          });
        }),
      ),
    );
    if (this.#ownersAfter === undefined) this.#uploads.end();
    return removed.reduce((sum, each) => sum + each, 0);
  }

  async #clearJob(entry: string): Promise<number> {
    const { store, jobs } = this.#deps;
    const named = readOwnerEntry(entry);
    if (!named) return 0;
    const stored = await jobs.read(named.id);
    // Without a job, or of one that was made at another time under the same id.
    if (!stored || stored.record.job.createdMs !== named.createdMs) {
      const info = await store.head(entry);
      if (!info || !this.#isOld(info)) return 0;
      await store.remove(entry);
      return 1;
    }
    if (!stored.record.removed) this.#uploads.note(stored.record.job);
    if (!isTerminal(stored.record.job.status) || stored.silentMs < GARBAGE_MS) return 0;
    const outputs = await this.#clearOutputs(named.id, stored);
    if (!stored.record.removed || outputs.left > 0) return outputs.removed;
    // Nothing is left of it. A concurrent write to the record makes this fail and keeps it.
    if (await jobs.discard(named.id, stored)) await store.remove(entry);
    return outputs.removed + 1;
  }

  async #clearOutputs(id: string, { record }: Stored): Promise<{ removed: number; left: number }> {
    const { store } = this.#deps;
    const names = [
      ...(await store.list(outputPrefix(id), { limit: MOST })),
      // Of no use without the artifacts that they name, which are as old.
      ...(await store.list(partsPrefix(id), { limit: MOST })),
    ];
    const wanted = record.removed ? new Set<string>() : namedOutputs(record.job);
    let removed = 0;
    for (const name of names.filter((each) => !wanted.has(each))) {
      const info = await store.head(name);
      if (!info || !this.#isOld(info)) continue;
      await store.remove(name);
      removed += 1;
    }
    return { removed, left: names.length - removed };
  }

  #isOld({ updatedMs }: ObjectInfo): boolean {
    return this.#deps.clock.nowMs() - updatedMs > GARBAGE_MS;
  }
}

/** A record that this version cannot read is not run by it, and must not keep everything else from being cleared. */
function unreadableAsNone(error: unknown): undefined {
  if (!(error instanceof RecordUnreadable)) throw error;
  return undefined;
}

/** Names of one artifact and of what it names begin alike, and so stand together. */
function byAddress(names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const address = ADDRESS.exec(name)?.[0] ?? name;
    groups.set(address, [...(groups.get(address) ?? []), name]);
  }
  return groups;
}

/** A job as it may be shown: one that has ended some time ago names no artifact, for that may be gone. */
export function withoutGone(job: Job, nowMs: number): Job {
  const isDone = job.status === 'done';
  if (isDone || !isTerminal(job.status) || nowMs - (job.finishedMs ?? nowMs) < NAMED_MS) return job;
  return {
    ...job,
    scenes: job.scenes.map((scene) => {
      const { illustration, ...rest } = scene;
      return illustration?.startsWith('artifacts/') ? rest : scene;
    }),
  };
}

function namedOutputs({ short, outputs }: Job): Set<string> {
  return new Set([
    ...outputs.map(({ object }) => object),
    ...Object.values(short?.captions ?? {}),
    ...(short?.scenes ?? []).map(({ illustration }) => illustration),
    ...(short ? [short.poster] : []),
  ]);
}
