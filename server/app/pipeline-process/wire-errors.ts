import { failedIn, placeOf } from '@shortfactory/pipeline/failure-place';
import type { FailurePlace } from '@shortfactory/pipeline/failure-place';
import * as domain from '@shortfactory/core/errors';

/** An error as it crosses from one process to another. */
export interface WireError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  /** Own fields that are plain data: `retryable`, `where`, `code`. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly place?: FailurePlace;
  readonly cause?: WireError;
}

const MAX_DEPTH = 4;
const CLASSES = new Map<string, new (...given: never[]) => Error>(
  Object.values(domain).map((each) => [each.name, each as new (...given: never[]) => Error]),
);

export function errorToWire(error: unknown, depth = 0): WireError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), fields: {} };
  const place = placeOf(error);
  const plain = Object.entries(error).filter(([, value]) => value === null || typeof value !== 'object');
  return {
    name: classOf(error),
    message: error.message,
    fields: Object.fromEntries(plain.filter(([key, value]) => key !== 'name' && typeof value !== 'function')),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(place ? { place } : {}),
    ...(error.cause === undefined || depth === MAX_DEPTH
      ? {}
      : { cause: errorToWire(error.cause, depth + 1) }),
  };
}

/** The nearest class that the other process knows: an adapter's own error becomes the domain class that it extends. */
function classOf(error: Error): string {
  for (let at: object | null = Object.getPrototypeOf(error); at; at = Object.getPrototypeOf(at)) {
    const { name } = at.constructor;
    if (CLASSES.get(name)?.prototype === at) return name;
  }
  return error.name;
}

/** An error of the same domain class, with its fields, its place in the pipeline and its original stack. */
export function errorFromWire(wire: WireError): Error {
  const options = wire.cause ? { cause: errorFromWire(wire.cause) } : {};
  const error = Reflect.construct(Error, [wire.message, options], CLASSES.get(wire.name) ?? Error) as Error;
  Object.assign(error, wire.fields);
  error.name = wire.name;
  if (wire.stack !== undefined) error.stack = wire.stack;
  if (wire.place) failedIn(error, wire.place);
  return error;
}
