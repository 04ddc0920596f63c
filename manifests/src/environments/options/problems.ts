import type { CloudEnvironment } from '../schema.ts';
import { encryptionProblems } from './encryption.ts';
import { iapProblems } from './iap.ts';
import { networkProblems } from './network.ts';
import { previewProblems } from './preview.ts';
import { regionHealthProblems } from './region-health.ts';
import { regionProblems } from './regions.ts';
import { scratchProblems } from './scratch.ts';
import { traceProblems } from './traces.ts';

/** What contradicts itself in the options of an environment on Cloud Run. `path: sentence` each. */
export function optionProblems(environment: CloudEnvironment): string[] {
  return [
    ...scratchProblems(environment),
    ...networkProblems(environment),
    ...encryptionProblems(environment),
    ...traceProblems(environment),
    ...iapProblems(environment),
    ...previewProblems(environment),
    ...regionProblems(environment),
    ...regionHealthProblems(environment),
  ];
}
