import type { VersionedObjects } from '@shortfactory/core';
import type { Sabotage } from './world.ts';

function objectsWith(right: VersionedObjects, wrong: Partial<VersionedObjects>): VersionedObjects {
  return {
    get: (name) => right.get(name),
    swap: (name, expected, bytes) => right.swap(name, expected, bytes),
    discard: (name, generation) => right.discard(name, generation),
    ...wrong,
  };
}

/** Ways to break one line of the protocol. Each has to be noticed, or the simulation proves nothing. */
export const SABOTAGES: Readonly<Record<string, Sabotage>> = {
  'a worker that never fences itself': { timing: { fenceMs: 1e9 } },
  'a takeover before the holder has stopped': { timing: { takeoverMs: 20_000 } },
  'a sweep that does not offer what was never enqueued': {
    timing: { enqueueGraceMs: 1e12, offerAgainMs: 1e12 },
  },
  'leases judged by the local clock': {
    objects: (right, process) =>
      objectsWith(right, {
        get: async (name) => {
          const found = await right.get(name);
          return found && { ...found, nowMs: process.nowMs() };
        },
      }),
  },
  'a store where the last writer wins': {
    objects: (right) =>
      objectsWith(right, {
        swap: async (name, expected, bytes) => {
          const swap = await right.swap(name, expected, bytes);
          if (swap.swapped || expected === null) return swap;
          return right.swap(name, (await right.get(name))?.generation ?? null, bytes);
        },
      }),
  },
  'a lost answer taken for "not applied"': {
    objects: (right) =>
      objectsWith(right, {
        get: async (name) => {
          const found = await right.get(name);
          if (!found) return undefined;
          const record = JSON.parse(Buffer.from(found.bytes).toString('utf8')) as object;
          return { ...found, bytes: Buffer.from(JSON.stringify({ ...record, writeIds: [] })) };
        },
      }),
  },
  'a commit before the output stands': {
    delivery: (right, process) => ({
      publish: async (from, to, type) => {
        void process
          .sleep(500)
          .then(() => right.publish(from, to, type))
          .catch(() => undefined);
        return { name: to, bytes: 1, generation: '1', crc32c: '' };
      },
    }),
  },
  'a marker that goes before its end is told': {
    ends: (right, process) => ({
      ended: async (end) => {
        void process
          .sleep(500)
          .then(() => right.ended(end))
          .catch(() => undefined);
      },
      told: (id) => right.told(id),
    }),
  },
  'an end that is counted when there is time for it': {
    usage: (right, process) => ({
      admit: (...job) => right.admit(...job),
      ended: async (...end) => {
        void process
          .sleep(500)
          .then(() => right.ended(...end))
          .catch(() => undefined);
      },
      removed: (job) => right.removed(job),
    }),
  },
};
