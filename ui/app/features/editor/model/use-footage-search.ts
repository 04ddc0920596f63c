import type { FootageJson } from '@shortfactory/contract';
import { useEffect, useState } from 'react';
import type { Found } from '../../../shared/drafts/scene-footage.ts';
import { SearchFailed, askFootage } from './footage-search.ts';
import type { FootageWords } from './footage-search.ts';

export interface FootageFinds {
  readonly items: readonly Found[];
  /** Sentences: which source did not answer. */
  readonly failures: readonly string[];
  readonly sources: FootageJson['sources'];
  readonly next?: number | undefined;
}

export interface FootageSearch {
  /** Of the last search that was answered; more pages follow each other. */
  readonly finds: FootageFinds | undefined;
  readonly busy: boolean;
  /** Why the last one was not; empty without a sentence of the API. */
  readonly fault: string | undefined;
  readonly more: () => void;
  readonly again: () => void;
}

interface Asked {
  readonly words: FootageWords;
  readonly page: number;
  /** Asked once more in the same words. */
  readonly times: number;
}

/** What is found by words, page after page. Empty words ask nothing. */
export function useFootageSearch(words: FootageWords): FootageSearch {
  const [asked, setAsked] = useState<Asked>({ words, page: 1, times: 0 });
  const [answer, setAnswer] = useState<{ readonly asked: Asked } & Pick<FootageSearch, 'finds' | 'fault'>>();
  if (asked.words !== words) setAsked({ words, page: 1, times: 0 });
  useEffect(() => {
    if (asked.words.q.trim() === '') return;
    const stop = new AbortController();
    askFootage(asked.words, asked.page, stop.signal).then(
      (found) => setAnswer((before) => ({ asked, finds: joined(before, asked, found), fault: undefined })),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const fault = error instanceof SearchFailed ? error.message : '';
        setAnswer((before) => ({ asked, finds: asked.page > 1 ? before?.finds : undefined, fault }));
      },
    );
    return () => stop.abort();
  }, [asked]);
  const busy = asked.words.q.trim() !== '' && answer?.asked !== asked;
  const next = answer?.finds?.next;
  return {
    // What was found by other words is not shown as if these had found it.
    finds: answer && (!busy || asked.page > 1) ? answer.finds : undefined,
    busy,
    fault: busy ? undefined : answer?.fault,
    more: () => next !== undefined && setAsked({ ...asked, page: next }),
    again: () => setAsked({ ...asked, times: asked.times + 1 }),
  };
}

function joined(
  before: { readonly finds?: FootageFinds | undefined } | undefined,
  { page }: Asked,
  { items, failures, sources, next }: FootageJson,
): FootageFinds {
  const earlier = page > 1 ? (before?.finds?.items ?? []) : [];
  const known = new Set(earlier.map(({ source, id }) => `${source} ${id}`));
  return {
    items: [...earlier, ...items.filter(({ source, id }) => !known.has(`${source} ${id}`))],
    ...{ failures, sources, next },
  };
}
