/** What the commands need: environments, what is synthesized of them, names of revisions, the emitted folders. */
export { readRevisionName, revisionName, shortCommit } from './constructs/index.ts';
export { MOST_TRIES } from './constructs/revision-name.ts';
export * from './environments/index.ts';
export { drift, writeFolder } from './output.ts';
export { synthesize, SynthRefused } from './synth.ts';
export type { Files } from './synth.ts';
