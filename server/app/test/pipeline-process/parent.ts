import { loadConfig } from '@shortfactory/config';
import { NO_TRACES } from '@shortfactory/core';
import type { Log } from '@shortfactory/core';
import { EnvSecrets } from '@shortfactory/secrets';
import { PipelineProcess } from '../../pipeline-process/pipeline-process.ts';

/** A process that has a pipeline process and reports its pid; to be killed by a test. */
const quiet = (): void => undefined;
const log: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet, with: () => log };
const { DATA_DIR, SCRATCH_DIR, PATH } = process.env;
const pipelineProcess = new PipelineProcess({
  config: loadConfig({ DATA_DIR, SCRATCH_DIR, PATH }),
  script: process.argv[2] ?? '',
  env: { PATH },
  secrets: new EnvSecrets({}, () => undefined),
  log,
  telemetry: { record: quiet },
  traces: NO_TRACES,
  scrub: (message) => message,
});
await pipelineProcess.studio.about();
process.send?.(pipelineProcess.pid);
