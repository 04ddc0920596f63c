import type { Stage } from '@shortfactory/core';

/** Where a run failed. */
export interface FailurePlace {
  readonly stage: Stage;
  /** Counted from 1. */
  readonly scene?: number;
}

const places = new WeakMap<object, FailurePlace>();

/** Notes where an error came up, unless a place nearer to it is known already; returns the same error. */
export function failedIn(error: unknown, place: FailurePlace): unknown {
  if (typeof error === 'object' && error !== null && !places.has(error)) places.set(error, place);
  return error;
}

/** Where an error that `makeShort` rejected with came up, or undefined when it was between the stages. */
export function placeOf(error: unknown): FailurePlace | undefined {
  return typeof error === 'object' && error !== null ? places.get(error) : undefined;
}
