import type { protos } from '@google-cloud/tasks';
import { QueueUnavailable } from '@shortfactory/core';
import type { Clock, JobQueue, TraceHeaders } from '@shortfactory/core';

type Task = protos.google.cloud.tasks.v2.ITask;

/** The part of Google's client that is used; the real one fits. */
export interface TasksClient {
  createTask(
    request: { parent: string; task: Task },
    options: { timeout: number },
  ): Promise<readonly [Task, ...unknown[]]>;
  getQueue(
    request: { name: string },
    options: { timeout: number; retry: null },
  ): Promise<readonly [protos.google.cloud.tasks.v2.IQueue, ...unknown[]]>;
  close(): Promise<void>;
}

export interface CloudTasksQueueOptions {
  readonly client: TasksClient;
  readonly clock: Clock;
  readonly projectId: string;
  readonly region: string;
  /** The queue's id. */
  readonly queue: string;
  /** Of the worker, without a path; also the audience of the identity token. */
  readonly workerUrl: string;
  /** Whose identity token goes with each delivery. */
  readonly serviceAccount: string;
}

/**
 * How long a worker may take for a delivery before Cloud Tasks considers it lost and delivers again: the worker's own
 * request limit. Cloud Tasks allows 30 minutes at most.
 */
const DISPATCH_DEADLINE_SECONDS = 900;
const TIMEOUT_MS = 10_000;
/** gRPC's codes that have a better sentence than their own. @see https://grpc.io/docs/guides/status-codes/ */
const REASONS: Readonly<Record<number, string>> = {
  4: 'did not answer in time',
  5: 'does not exist',
  7: 'may not be used by this service account',
  8: 'has reached its quota',
  14: 'cannot be reached',
};

/**
 * Jobs as tasks of Google Cloud Tasks, delivered to the worker with an identity token, again until it answers 2xx.
 * Tasks are unnamed: Cloud Tasks reserves a name for hours after its task has ended, and would drop the retry of a
 * failed job. Two tasks of one job do no harm.
 */
export class CloudTasksQueue implements JobQueue {
  readonly kind = 'cloud-tasks';
  readonly durable = true;
  readonly #options: CloudTasksQueueOptions;
  #closed = false;

  constructor(options: CloudTasksQueueOptions) {
    this.#options = options;
  }

  async enqueue(
    jobId: string,
    { delayMs, trace = {} }: { delayMs: number; trace?: TraceHeaders },
  ): Promise<void> {
    const { client, workerUrl, serviceAccount, clock } = this.#options;
    if (this.#closed) throw new QueueUnavailable('This process is shutting down and takes no more jobs.');
    const task: Task = {
      httpRequest: {
        httpMethod: 'POST',
        url: new URL(`/internal/jobs/${jobId}/run`, workerUrl).href,
        ...(Object.keys(trace).length > 0 ? { headers: { ...trace } } : {}),
        oidcToken: { serviceAccountEmail: serviceAccount, audience: workerUrl },
      },
      dispatchDeadline: { seconds: DISPATCH_DEADLINE_SECONDS },
      ...(delayMs > 0 ? { scheduleTime: timestamp(clock.nowMs() + delayMs) } : {}),
    };
    // The client does not repeat this call by itself: a sweep enqueues lost jobs again.
    await this.#request(() => client.createTask({ parent: this.#name, task }, { timeout: TIMEOUT_MS }));
  }

  /** Only Google knows how many tasks wait. */
  waiting(): number {
    return 0;
  }

  async check(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { client } = this.#options;
    // By default the client would retry an unavailable service for ten minutes.
    const options = { timeout: TIMEOUT_MS, retry: null };
    const [queue] = await this.#request(() => client.getQueue({ name: this.#name }, options));
    const running = queue.state === 'RUNNING' || queue.state === 1;
    if (!running)
      throw new QueueUnavailable(`The queue ${this.#options.queue} is ${String(queue.state).toLowerCase()}.`);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#options.client.close();
  }

  get #name(): string {
    const { projectId, region, queue } = this.#options;
    return `projects/${projectId}/locations/${region}/queues/${queue}`;
  }

  async #request<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? Number(cause.code) : NaN;
      const reason = REASONS[code] ?? `did not take it (code ${code})`;
      throw new QueueUnavailable(`The queue ${this.#options.queue} ${reason}.`, { cause });
    }
  }
}

function timestamp(ms: number): { seconds: number; nanos: number } {
  return { seconds: Math.floor(ms / 1000), nanos: Math.round((ms % 1000) * 1e6) };
}
