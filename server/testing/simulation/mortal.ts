import type { ObjectStore, VersionedObjects } from '@shortfactory/core';
import type { StoreConnection } from './simulated-store.ts';
import type { SimulatedProcess } from './virtual-time.ts';

/** Kills a process at its so-many-th write or message: before it is made, or before it is answered. */
export interface KilledAt {
  readonly step: number;
  readonly when: 'before' | 'after';
}

/** Makes a write or a message of a process. */
export type Step = <T>(what: string, make: () => Promise<T>) => Promise<T>;

/** Steps of one process, each noted in `steps`; at one of them it may die. */
export function stepsOf(process: SimulatedProcess, steps: string[], killedAt: KilledAt | undefined): Step {
  let made = 0;
  return (what, make) => {
    if (process.isDead) return new Promise(() => undefined);
    made += 1;
    steps.push(what);
    if (killedAt?.step !== made) return make();
    // What is sent before the death is made; its answer reaches nobody.
    if (killedAt.when === 'after') void make();
    process.kill();
    return new Promise(() => undefined);
  };
}

/** The store with every write a step. */
export function mortal(right: StoreConnection, step: Step): ObjectStore & VersionedObjects {
  return {
    get: (name) => right.get(name),
    swap: (name, expected, bytes) => step(`swap ${name}`, () => right.swap(name, expected, bytes)),
    discard: (name, generation) => step(`discard ${name}`, () => right.discard(name, generation)),
    head: (name) => right.head(name),
    read: (name) => right.read(name),
    download: () => right.download(),
    create: (name, source) => step(`create ${name}`, () => right.create(name, source)),
    list: (prefix, options) => right.list(prefix, options),
    remove: (name) => step(`remove ${name}`, () => right.remove(name)),
  };
}
