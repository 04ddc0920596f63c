export { createJobs } from './create-jobs.ts';
export type { PipelineClient } from './create-jobs.ts';
export { JobService } from './job-service.ts';
export type { JobsDeps } from './deps.ts';
export { publishShort } from './run/finish.ts';
export type { Inspected } from './run/inspect.ts';
export { OPERATOR } from './service.ts';
export type { Jobs, Operator, RunOutcome } from './service.ts';
export {
  ACTIVE,
  OWNER_ENTRY,
  Signer,
  jobIdFrom,
  jobOfMarker,
  markerName,
  outputName,
  ownerEntry,
  ownerPrefix,
  recordName,
} from './store/job-names.ts';
export { notedParts, noteParts } from './store/edit-parts.ts';
export { JobStore } from './store/job-store.ts';
export { decodeRecord, encodeRecord } from './store/record-json.ts';
export { keepUploads } from './upkeep/upload-garbage.ts';
export { TIMING } from './timing.ts';
export type { Timing } from './timing.ts';
