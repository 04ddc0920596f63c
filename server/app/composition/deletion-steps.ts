import type { PersonKeys, PersonSessions, VideoLinks } from '@shortfactory/access';
import type { Batches } from '@shortfactory/batches';
import { isTerminal } from '@shortfactory/core';
import type { Job, ObjectStore, VersionedObjects } from '@shortfactory/core';
import type { Jobs } from '@shortfactory/jobs';
import type { DeletionStep, Leaving } from '@shortfactory/own-data';
import { idOf } from '@shortfactory/publishing';
import type { Publications } from '@shortfactory/publishing';
import type { Webhooks } from '@shortfactory/webhooks';

interface Parts {
  readonly jobs: Pick<Jobs, 'list' | 'cancel' | 'remove'>;
  readonly batches: Pick<Batches, 'list' | 'forget'>;
  readonly webhooks: Pick<Webhooks, 'list' | 'remove'>;
  readonly publications?: Pick<Publications, 'account' | 'disconnect' | 'of' | 'stop'>;
  readonly keys: Pick<PersonKeys, 'forget'>;
  readonly sessions: Pick<PersonSessions, 'forget'>;
  readonly links: Pick<VideoLinks, 'drop'>;
  readonly store: Pick<ObjectStore, 'list'>;
  readonly objects: Pick<VersionedObjects, 'get' | 'discard'>;
}

const PAGE = 100;

/**
 * All that an owner has, what makes new things before what it makes: keys, sessions and channels, batches, webhooks,
 * videos. Uploads and artifacts may be another owner's, too: what nobody names any more goes with the garbage, within days.
 */
export function deletionSteps(parts: Parts): readonly DeletionStep[] {
  const { batches, webhooks, publications, keys, sessions } = parts;
  return [
    { what: 'keys', run: ({ owner }) => keys.forget(owner) },
    { what: 'sessions', run: ({ owner }) => sessions.forget(owner) },
    {
      what: 'channels',
      run: async ({ owner, ownerHash }, signal) => {
        if (await publications?.account(owner)) await publications?.disconnect(owner, signal);
        return discardAll(parts, `publishers/${ownerHash}.`, signal);
      },
    },
    {
      what: 'batches',
      run: async ({ owner }, signal) => {
        let [cursor, found]: [string | undefined, boolean] = [undefined, false];
        do {
          const page = await batches.list(owner, {
            limit: PAGE,
            ...(cursor === undefined ? {} : { cursor }),
          });
          for (const { id } of page.batches) {
            signal.throwIfAborted();
            await batches.forget(id, owner);
            found = true;
          }
          cursor = page.next;
        } while (cursor !== undefined);
        return found;
      },
    },
    {
      what: 'webhooks',
      run: async ({ owner, ownerHash }, signal) => {
        for (const { id } of await webhooks.list(owner)) await webhooks.remove(owner, id);
        return discardAll(parts, `webhooks/${ownerHash}`, signal);
      },
    },
    { what: 'videos', run: (who, signal) => deleteVideos(parts, who, signal) },
    { what: 'usage', run: ({ ownerHash }, signal) => discardAll(parts, `usage/${ownerHash}/`, signal) },
  ];
}

async function deleteVideos(parts: Parts, { owner }: Leaving, signal: AbortSignal): Promise<boolean> {
  let [cursor, found]: [string | undefined, boolean] = [undefined, false];
  do {
    const at: { cursor?: string } = cursor === undefined ? {} : { cursor };
    const page = await parts.jobs.list(owner, { limit: PAGE, ...at }, signal);
    for (const job of page.jobs) {
      signal.throwIfAborted();
      await deleteVideo(parts, job, owner, signal);
      found = true;
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

/** The video goes last: as long as it stands, what belongs to it is found. */
async function deleteVideo(parts: Parts, job: Job, owner: string, signal: AbortSignal): Promise<void> {
  const { jobs, links, publications } = parts;
  const { id } = job;
  if (!isTerminal(job.status)) await jobs.cancel(id, owner);
  await links.drop(id);
  for (const each of (await publications?.of(id)) ?? [])
    await publications?.stop(idOf(each)).catch(asStopped);
  const told = [`publications/${id}/`, `deliveries/${id}/`];
  for (const prefix of told) await discardAll(parts, prefix, signal);
  await jobs.remove(id, owner);
  // Its end may have been told only now.
  for (const prefix of told) await discardAll(parts, prefix, signal);
}

/** What is there already stays there; that it was sent is forgotten. */
function asStopped(): void {
  // Only one that is on its way can be stopped.
}

/** Whether there was any. */
async function discardAll(
  { store, objects }: Pick<Parts, 'store' | 'objects'>,
  prefix: string,
  signal: AbortSignal,
): Promise<boolean> {
  for (let found = false; ; found = true) {
    let gone = 0;
    for (const name of await store.list(prefix, { limit: PAGE })) {
      signal.throwIfAborted();
      const object = await objects.get(name);
      if (object && (await objects.discard(name, object.generation))) gone += 1;
    }
    // What another process was faster with is none of ours.
    if (gone === 0) return found;
  }
}
