/** A call that goes wrong on its way, though nothing is wrong with what it asks. A dry run is never such a call. */
export interface Fault {
  /** Which calls: a method, and what is somewhere in the path. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /**
   * unavailable: 503, nothing happened. lost: it happened, and the connection broke before the answer. conflict:
   * somebody else wrote first, so 409. denied: 403.
   */
  readonly kind: 'unavailable' | 'lost' | 'conflict' | 'denied';
  /** How many such calls, from now on. */
  times: number;
}

export class Faults {
  readonly #faults: Fault[] = [];

  add(fault: Fault): void {
    this.#faults.push(fault);
  }

  /** The fault of a call, if it has one; it is used up by that. */
  take(method: string, path: string): Fault['kind'] | undefined {
    const fault = this.#faults.find(
      (each) => each.times > 0 && each.method === method && path.includes(each.path),
    );
    if (!fault) return undefined;
    fault.times -= 1;
    return fault.kind;
  }
}
