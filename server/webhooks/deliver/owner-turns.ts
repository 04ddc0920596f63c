import pLimit from 'p-limit';

/** Tries at a time in this process, and of those of one owner: slow receivers of one do not hold up another's. */
const AT_A_TIME = 16;
const OF_ONE_OWNER = 4;

/** Runs work side by side, a few of each owner. */
export class OwnerTurns {
  readonly #all = pLimit(AT_A_TIME);
  readonly #owners = new Map<string, ReturnType<typeof pLimit>>();

  run<T>(owner: string, work: () => Promise<T>): Promise<T> {
    const mine = this.#owners.get(owner) ?? pLimit(OF_ONE_OWNER);
    this.#owners.set(owner, mine);
    return mine(() => this.#all(work)).finally(() => {
      if (mine.activeCount + mine.pendingCount === 0) this.#owners.delete(owner);
    });
  }
}
