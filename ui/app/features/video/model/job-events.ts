import type { JobEventName } from '@shortfactory/contract';

/** The contract's names; the contract itself, with its schemas, stays out of the browser. */
export const JOB_EVENTS = [
  'progress',
  'done',
  'failed',
  'cancelled',
] as const satisfies readonly JobEventName[];
