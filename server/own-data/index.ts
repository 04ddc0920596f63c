export { Deletions } from './deletions.ts';
export type { DeletionStep, Leaving } from './deletions.ts';
