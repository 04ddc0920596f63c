import { useRevalidator } from '@remix-run/react';
import type { JobJson } from '@shortfactory/contract';
import { useEffect, useState } from 'react';
import { watchJob } from './watch-job.ts';

/** Since when nothing has been heard; undefined while the server is heard. */
export type Lost = { readonly heardMs: number } | undefined;

/**
 * The job as it is now: what the page was loaded with, then every change. While the server cannot be heard the page
 * stays as it is, and catches up by itself afterwards.
 */
export function useLiveJob(loaded: JobJson): { readonly job: JobJson; readonly lost: Lost } {
  const [news, setNews] = useState<JobJson>();
  const [lost, setLost] = useState<Lost>();
  const { revalidate } = useRevalidator();
  const job = newer(news, loaded);
  const over = isOver(job);
  const { id } = job;

  useEffect(() => {
    if (over) return;
    let heardMs = Date.now();
    const stop = watchJob(id, {
      job: (next) => setNews((before) => newer(before, next)),
      heard() {
        heardMs = Date.now();
        setLost(undefined);
      },
      broken: () => setLost((before) => before ?? { heardMs }),
      // The page's own loader says it in words.
      gone: revalidate,
    });
    return () => {
      stop();
      setLost(undefined);
    };
  }, [id, over, revalidate]);

  return { job, lost };
}

/** The later of the two: an answer may arrive behind an event. */
function newer(one: JobJson | undefined, other: JobJson): JobJson {
  return one?.id === other.id && one.updatedAt > other.updatedAt ? one : other;
}

export function isOver({ status }: Pick<JobJson, 'status'>): boolean {
  return status === 'done' || status === 'failed' || status === 'cancelled';
}
