import type { ObjectStore } from '@shortfactory/core';
import pLimit from 'p-limit';
import { ownerPrefix, OWNERS } from './job-names.ts';

/** In place of an owner's hash: every owner of the store. No hash has this sign. */
export const EVERY_OWNER = '*';
/** Owners whose lists are put together; on one machine there is one for each browser that was used before. */
const MOST_OWNERS = 1000;
const LISTS_AT_A_TIME = 8;
/** Behind every entry of an owner, and before the next owner's. */
const BEHIND = '~';

type List = ObjectStore['list'];

/**
 * The store's list, where the entries of EVERY_OWNER are those of all owners, newest first: entries begin with their
 * time, so their lists are merged by name. Nothing is written.
 */
export function listingEveryOwner(store: Pick<ObjectStore, 'list'>): Pick<ObjectStore, 'list'> {
  const every = ownerPrefix(EVERY_OWNER);
  const list: List = async (prefix, { after, ...options }) => {
    if (prefix !== every)
      return store.list(prefix, { ...options, ...(after === undefined ? {} : { after }) });
    const atATime = pLimit(LISTS_AT_A_TIME);
    const owners = await ownersIn(store, options);
    const lists = await Promise.all(
      owners.map((owner) =>
        atATime(async () => {
          const from = after === undefined ? {} : { after: `${owner}${after.slice(every.length)}` };
          const names = await store.list(owner, { ...options, ...from });
          return names.map((name) => `${every}${name.slice(owner.length)}`);
        }),
      ),
    );
    return lists.flat().sort().slice(0, options.limit);
  };
  return { list };
}

/** The prefix of each owner's entries, found by one name of each. */
async function ownersIn(store: Pick<ObjectStore, 'list'>, options: Parameters<List>[1]): Promise<string[]> {
  const owners: string[] = [];
  while (owners.length < MOST_OWNERS) {
    const last = owners.at(-1);
    const [name] = await store.list(OWNERS, {
      ...options,
      limit: 1,
      ...(last === undefined ? {} : { after: `${last}${BEHIND}` }),
    });
    if (name === undefined) return owners;
    owners.push(name.slice(0, name.lastIndexOf('/') + 1));
  }
  return owners;
}
