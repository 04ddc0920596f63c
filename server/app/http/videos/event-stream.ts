import { setTimeout as sleep } from 'node:timers/promises';
import type { JobEventName, JobJson } from '@shortfactory/contract';
import { isTerminal } from '@shortfactory/core';
import type { Job } from '@shortfactory/core';

export interface JobEventsOptions {
  readonly watch: (signal: AbortSignal) => AsyncIterable<Job>;
  readonly answer: (job: Job) => JobJson;
  readonly heartbeatMs: number;
  /** Aborted when the client has disconnected, the server closes or the stream has lasted long enough. */
  readonly stop: AbortSignal;
}

const RETRY_MS = 2000;
const BEAT = Symbol('beat');

/**
 * The text of an event stream: the job after every change, a comment as heartbeat when there is no change for a while,
 * and an end with the job's own or with a request to reconnect.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export async function* jobEvents(options: JobEventsOptions): AsyncGenerator<string> {
  const { heartbeatMs, answer, stop } = options;
  const jobs = options.watch(stop)[Symbol.asyncIterator]();
  yield `retry: ${RETRY_MS}\n: watching\n\n`;
  try {
    let next = settled(jobs.next());
    let pause = beat(heartbeatMs, stop);
    while (!stop.aborted) {
      const came = await Promise.race([next, pause]);
      if (stop.aborted) break;
      if (came === BEAT) {
        yield ': still here\n\n';
        pause = beat(heartbeatMs, stop);
        continue;
      }
      if ('error' in came) throw came.error;
      if (came.result.done === true) return;
      const job = came.result.value;
      yield event(job.rev, nameOf(job), answer(job));
      if (isTerminal(job.status)) return;
      next = settled(jobs.next());
    }
    // Jitter, so that clients do not all reconnect at once.
    yield `retry: ${500 + Math.floor(Math.random() * 2500)}\n: reconnect\n\n`;
  } finally {
    // Not awaited: where it waits for a change, the signal wakes it first.
    jobs.return?.().catch(() => undefined);
  }
}

type Came<T> = { readonly result: IteratorResult<T> } | { readonly error: unknown };

/** A promise that can be left waiting without an unhandled rejection. */
function settled<T>(next: Promise<IteratorResult<T>>): Promise<Came<T>> {
  return next.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
}

function beat(ms: number, stop: AbortSignal): Promise<typeof BEAT> {
  return sleep(ms, undefined, { signal: stop }).then(
    () => BEAT,
    () => BEAT,
  ) as Promise<typeof BEAT>;
}

function nameOf({ status }: Job): JobEventName {
  return status === 'done' || status === 'failed' || status === 'cancelled' ? status : 'progress';
}

function event(id: number, name: JobEventName, json: JobJson): string {
  return `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(json)}\n\n`;
}
