import type { topicCheckAnswer } from '@shortfactory/contract';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { useOnline } from '../../../shared/connection/online.ts';
import { problemsOf } from './problems.ts';
import type { CreateValues } from './fields.ts';
import type { Options } from '../../../shared/api/script.ts';

/** Long enough that the API is not asked at every letter. */
const QUIET_MS = 500;

/**
 * Whether a topic would become an outline, by the API's word; undefined where that is not known: nothing to ask, no answer
 * yet, or a service writes.
 */
export function useOutline(values: CreateValues, language: string, options: Options): boolean | undefined {
  const [told, setTold] = useState<{ readonly body: string; readonly outline: boolean }>();
  const online = useOnline();
  const body = questionOf(values, language, options);
  useEffect(() => {
    if (body === undefined || !online) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      isOutline(body, stop.signal).then(
        (outline) => setTold({ body, outline }),
        // Nothing is lost: the finished script and video say it too.
        () => undefined,
      );
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [body, online]);
  return told !== undefined && told.body === body ? told.outline : undefined;
}

/** A topic that the form would be sent with. */
function questionOf(values: CreateValues, language: string, options: Options): string | undefined {
  if (values.tab === 'script' || values.notes.trim() !== '' || !options.offline.llm) return undefined;
  if (problemsOf(values, language, options).some(({ field }) => field === 'topic')) return undefined;
  return JSON.stringify({ topic: values.topic.trim(), language });
}

async function isOutline(body: string, signal: AbortSignal): Promise<boolean> {
  const answer = await fetch('/api/topics/check', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal,
  });
  if (!answer.ok) throw new Error(`The check answered ${answer.status}`);
  return ((await answer.json()) as z.infer<typeof topicCheckAnswer>).kind === 'outline';
}
