export type { Fate } from './revisions.ts';
export type { Fault } from './faults.ts';
export type { Answer } from './front.ts';
export { Gcloud, installed, needs } from './gcloud.ts';
export type { Run } from './gcloud.ts';
export type { Revision, Service, TrafficTarget } from './objects.ts';
export { RunApi } from './run-api.ts';
export type { PausedCall, RunApiOptions, Seen } from './run-api.ts';
