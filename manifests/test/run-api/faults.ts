import { GoogleError, notFound } from './objects.ts';

/** A call that goes wrong on its way, though nothing is wrong with what it asks. A dry run is never such a call. */
export interface Fault {
  /** Which calls: a method, and what is somewhere in the path. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /**
   * unavailable: 503, nothing happened. lost: it happened, and the connection broke before the answer. conflict:
   * another write was first, so 409. denied: 403, in the words that leave open whether there is such a thing.
   * exhausted: 429. stray: 404, though the thing is there. coloured: 403 with a terminal's colours in its words.
   */
  readonly kind: 'unavailable' | 'lost' | 'conflict' | 'denied' | 'exhausted' | 'stray' | 'coloured';
  /** How many such calls, from now on. */
  times: number;
}

/** The answer of a fault; a lost one has none. */
export function faultAnswer(kind: Exclude<Fault['kind'], 'lost'>, path: string): GoogleError {
  const resource = path.split('/').at(-1) ?? '';
  const denied = `Permission 'run.services.get' denied on resource '${resource}' (or resource may not exist).`;
  switch (kind) {
    case 'unavailable':
      return new GoogleError(503, 'UNAVAILABLE', 'The service is currently unavailable.');
    case 'denied':
      return new GoogleError(403, 'PERMISSION_DENIED', denied);
    case 'coloured':
      return new GoogleError(403, 'PERMISSION_DENIED', `\u001b[1;31m${denied}\u001b[0m`);
    case 'conflict':
      return new GoogleError(409, 'ABORTED', 'Conflict: it was changed by another request first.');
    case 'exhausted':
      return new GoogleError(429, 'RESOURCE_EXHAUSTED', "Quota exceeded for quota metric 'Read requests'.");
    case 'stray':
      return notFound(`Resource '${resource}' of kind 'SERVICE' does not exist.`);
  }
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
