import type { Config } from '../../config.ts';
import { ConfigInvalid } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JobQueue, RunOutcome } from '../../ports/job-queue.ts';
import type { Log } from '../../ports/log.ts';
import { InlineQueue } from './inline.ts';

export interface QueueParts {
  readonly clock: Clock;
  readonly log: Log;
  /** The secret that a worker asks for; looked up before each delivery. */
  readonly token: () => Promise<string | undefined>;
  /** Runs a job in this process. */
  readonly run: (jobId: string) => Promise<RunOutcome>;
}

/** The queue that the configuration names. Asks nothing of the network; Google's client is loaded only for cloud-tasks. */
export async function openQueue(config: Config, { clock, run }: QueueParts): Promise<JobQueue> {
  if (config.QUEUE === 'inline') return new InlineQueue({ clock, concurrency: config.JOB_CONCURRENCY, run });
  throw new ConfigInvalid('QUEUE: inline was expected');
}
