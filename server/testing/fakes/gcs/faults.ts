/** What a request to the fake is about. */
export type Operation =
  | 'bucket'
  | 'metadata'
  | 'media'
  | 'list'
  | 'insert'
  | 'session'
  | 'chunk'
  | 'status'
  | 'patch'
  | 'delete'
  | 'rewrite'
  | 'signed';

/**
 * What goes wrong with a request:
 * - `drop`: the connection breaks before anything is done.
 * - `lose`: it is done, and the connection breaks before the answer.
 * - `late`: the connection breaks, and it is done some time afterwards.
 * - `stall`: nothing is done and nothing is answered.
 * - `slow`: it is done and answered, but later.
 * - `status`: that status is answered; with `applied` after it was done.
 * - `truncate`: of the answer's body only so many bytes come, then the connection breaks.
 * - `corrupt`: one byte of the answer's body is another.
 * - `cut`: of the request's body only so many bytes are taken, then the connection breaks.
 */
export type Fault =
  | { readonly kind: 'drop' | 'lose' | 'stall' | 'corrupt' }
  | { readonly kind: 'late' | 'slow'; readonly ms: number }
  | { readonly kind: 'truncate' | 'cut'; readonly bytes: number }
  | { readonly kind: 'status'; readonly status: number; readonly applied?: boolean };

interface Planned {
  readonly operation: Operation;
  readonly fault: Fault;
  left: number;
}

/** Faults to come. Each takes the next `times` requests of its operation; the first that fits is taken. */
export class Faults {
  readonly #planned: Planned[] = [];

  plan(operation: Operation, fault: Fault, times = 1): void {
    this.#planned.push({ operation, fault, left: times });
  }

  next(operation: Operation): Fault | undefined {
    const planned = this.#planned.find(
      (candidate) => candidate.operation === operation && candidate.left > 0,
    );
    if (!planned) return undefined;
    planned.left -= 1;
    return planned.fault;
  }

  clear(): void {
    this.#planned.length = 0;
  }
}
