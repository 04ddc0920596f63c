export { NO_RUNTIME, runtimeHere } from './speech/runtime.ts';
export { asRecorded, installedVoices, problemOf, recorded } from './voices/installed.ts';
export { VOICES, WEIGHTS, filesOf, withWeights } from './voices/table.ts';
export type { NaturalVoice, PublishedFile, Weights } from './voices/table.ts';
