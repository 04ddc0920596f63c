import type { JobJson } from '@shortfactory/server/contract';
import { JOB_EVENTS } from './job-events.ts';
import { useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';

/** Where events do not come through, the page asks this often. */
const ASK_EVERY_MS = 4_000;
const RECONNECT_MS = 3_000;

export type Connection = 'live' | 'lost';

/**
 * The job as it is now: what the page was loaded with, then every event. A stream that breaks is opened again, and
 * until it is, the job is asked for; a server that restarts in between is only a pause.
 */
export function useLiveJob(loaded: JobJson): { readonly job: JobJson; readonly connection: Connection } {
  const [heard, setHeard] = useState<JobJson>();
  const [connection, setConnection] = useState<Connection>('live');
  const { revalidate } = useRevalidator();
  const job = heard && heard.id === loaded.id && heard.updatedAt > loaded.updatedAt ? heard : loaded;
  const over = isOver(job);
  const { id } = job;

  useEffect(() => {
    if (over) return;
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = (): void => {
      source = new EventSource(`/api/videos/${encodeURIComponent(id)}/events`);
      source.onopen = () => setConnection('live');
      source.onerror = () => {
        setConnection('lost');
        // The browser connects again by itself unless the answer was an error.
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, RECONNECT_MS);
      };
      for (const name of JOB_EVENTS) {
        source.addEventListener(name, (event: MessageEvent<string>) => {
          setConnection('live');
          setHeard(JSON.parse(event.data) as JobJson);
        });
      }
    };
    open();
    return () => {
      clearTimeout(again);
      source?.close();
    };
  }, [id, over]);

  useEffect(() => {
    if (over || connection === 'live') return;
    const timer = setInterval(() => {
      if (navigator.onLine) revalidate();
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [connection, over, revalidate]);

  return { job, connection: over ? 'live' : connection };
}

export function isOver({ status }: Pick<JobJson, 'status'>): boolean {
  return status === 'done' || status === 'failed' || status === 'cancelled';
}
