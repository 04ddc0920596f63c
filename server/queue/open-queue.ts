import type { Config } from '@shortfactory/config';
import { ConfigInvalid } from '@shortfactory/core';
import type { Clock, JobQueue, Log, RunOutcome, TraceHeaders } from '@shortfactory/core';
import { CloudTasksQueue } from './cloud-tasks.ts';
import { HttpQueue } from './http.ts';
import { InlineQueue } from './inline.ts';

export interface QueueDeps {
  readonly clock: Clock;
  readonly log: Log;
  /** The token that a worker requires; looked up before each delivery. */
  readonly token: () => Promise<string | undefined>;
  /** Runs a job in this process. */
  readonly run: (jobId: string, trace: TraceHeaders) => Promise<RunOutcome>;
}

/** Most concurrent requests to the worker: as many as a service scales to. */
const IN_FLIGHT = 100;

/**
 * The queue that the configuration names. Sends nothing over the network; Google's client is loaded only for
 * cloud-tasks.
 */
export async function openQueue(config: Config, { clock, log, token, run }: QueueDeps): Promise<JobQueue> {
  switch (config.QUEUE) {
    case 'inline':
      return new InlineQueue({ clock, concurrency: config.JOB_CONCURRENCY, run });
    case 'http':
      return new HttpQueue({
        clock,
        log,
        workerUrl: needed(config, 'WORKER_URL'),
        token,
        inFlight: IN_FLIGHT,
      });
    case 'cloud-tasks': {
      const { openTasksClient } = await import('./cloud-tasks-client.ts');
      return new CloudTasksQueue({
        client: openTasksClient(config.TASKS_EMULATOR_HOST),
        clock,
        projectId: needed(config, 'GCP_PROJECT_ID'),
        region: needed(config, 'GCP_REGION'),
        queue: needed(config, 'TASKS_QUEUE'),
        workerUrl: needed(config, 'WORKER_URL'),
        serviceAccount: needed(config, 'TASKS_SERVICE_ACCOUNT'),
      });
    }
  }
}

/** Set for every role that enqueues; a worker, which does not, may lack them. */
function needed<Name extends keyof Config>(config: Config, name: Name): NonNullable<Config[Name]> {
  const value = config[name];
  if (value === undefined || value === null)
    throw new ConfigInvalid(`Invalid environment:\n  ${name}: is needed with QUEUE=${config.QUEUE}`);
  return value;
}
