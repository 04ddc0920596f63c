export { assemble } from './composition/composition.ts';
export type { Assembled } from './composition/composition.ts';
export { errorToWire } from './pipeline-process/wire-errors.ts';
