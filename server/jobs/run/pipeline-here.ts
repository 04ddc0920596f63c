import { makeShort } from '@shortfactory/pipeline';
import type { PipelineDeps } from '@shortfactory/pipeline';
import type { PipelineClient } from '../create-jobs.ts';
import { inspector } from './inspect.ts';

/** The pipeline in this process. Not in the package's face: who keeps jobs alone need not load what makes videos. */
export function pipelineHere(deps: PipelineDeps): PipelineClient {
  return {
    store: deps.store,
    make: (request, options) => makeShort(deps, request, options),
    inspect: inspector(deps),
  };
}
