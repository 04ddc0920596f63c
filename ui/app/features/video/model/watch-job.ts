import type { JobJson } from '@shortfactory/contract';
import { checkConnection } from '../../../shared/connection/online.ts';
import { JOB_EVENTS } from './job-events.ts';

/** After an answer that ended the stream for good, such as a proxy's 502, it is opened again. */
const OPEN_AGAIN_MS = 3_000;
const LOOK_EVERY_MS = 1_000;
/** A stream that says nothing for so long may be dead without an error: then the server is asked whether it answers. */
const QUIET_MS = 5_000;
/** Quiet for so long, or broken: the job itself is asked for, this often at the most. */
const STALE_MS = 15_000;
const ASK_EVERY_MS = 4_000;
const ASK_WITHIN_MS = 5_000;

/** What a watcher hears. */
export interface JobListener {
  job(job: JobJson): void;
  /** The server was heard, with or without news. */
  heard(): void;
  /** It was not; `heard` follows when it is again. */
  broken(): void;
  /** There is no such job any more. */
  gone(): void;
}

/**
 * Follows a job until the function that it gives is called: by its event stream, and while that is broken or silent by
 * asking. A stream that died without a word (a laptop that slept, a router that forgot the connection) is found out and
 * opened again.
 */
export function watchJob(id: string, listener: JobListener): () => void {
  const path = `/api/videos/${encodeURIComponent(id)}`;
  let stopped = false;
  let asking: AbortController | undefined;
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let broken = false;
  let streamBroken = false;
  let heardMs = Date.now();
  let streamHeardMs = heardMs;
  let askedMs = 0;

  const heard = (): void => {
    if (stopped) return;
    if (broken) void checkConnection();
    broken = false;
    heardMs = Date.now();
    listener.heard();
  };
  const fail = (): void => {
    if (stopped) return;
    broken = true;
    listener.broken();
  };
  const open = (): void => {
    clearTimeout(again);
    source?.close();
    streamHeardMs = Date.now();
    streamBroken = false;
    const opened = new EventSource(`${path}/events`);
    source = opened;
    const streamHeard = (): void => {
      streamHeardMs = Date.now();
      streamBroken = false;
      heard();
    };
    opened.onopen = streamHeard;
    opened.onerror = () => {
      if (source !== opened) return;
      // Not a fault by itself, as the server ends each stream after a while: look() finds out.
      streamBroken = true;
      look();
      // The browser opens it again by itself unless the answer was an error.
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, OPEN_AGAIN_MS);
    };
    for (const name of JOB_EVENTS) {
      opened.addEventListener(name, (event: MessageEvent<string>) => {
        streamHeard();
        listener.job(JSON.parse(event.data) as JobJson);
      });
    }
  };
  const ask = async (): Promise<void> => {
    const controller = new AbortController();
    asking = controller;
    const late = setTimeout(() => controller.abort(), ASK_WITHIN_MS);
    try {
      const answer = await fetch(path, { cache: 'no-store', signal: controller.signal });
      if (stopped) return;
      if (answer.status === 404 || answer.status === 410) return listener.gone();
      if (!answer.ok) return fail();
      listener.job((await answer.json()) as JobJson);
    } finally {
      clearTimeout(late);
    }
    heard();
    if (streamBroken || Date.now() - streamHeardMs >= STALE_MS) open();
  };
  const look = (): void => {
    const now = Date.now();
    if (now - askedMs < ASK_EVERY_MS) return;
    if (broken || streamBroken || now - streamHeardMs >= STALE_MS) {
      askedMs = now;
      ask().catch(fail);
    } else if (now - heardMs >= QUIET_MS) {
      askedMs = now;
      void checkConnection().then((answered) => (answered ? heard() : fail()));
    }
  };

  open();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => {
    stopped = true;
    asking?.abort();
    clearInterval(timer);
    clearTimeout(again);
    source?.close();
  };
}
