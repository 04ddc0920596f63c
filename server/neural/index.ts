export { NO_RUNTIME, runtimeHere } from './speech/runtime.ts';
export { installedVoices, problemOf, recorded } from './voices/installed.ts';
export { VOICES, filesOf } from './voices/table.ts';
export type { NaturalVoice, PublishedFile } from './voices/table.ts';
