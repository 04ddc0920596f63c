import type { checkAnswer, checkRequest } from '@shortfactory/contract';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { countWords } from '../../../shared/format/count-words.ts';
import { plannedSeconds } from '../../../shared/format/length.ts';
import { scriptOf } from '../../../shared/drafts/draft.ts';
import { useOnline } from '../../../shared/connection/online.ts';
import type { Draft } from '../../../shared/drafts/draft.ts';

type Answer = z.infer<typeof checkAnswer>;
type SceneReview = Answer['scenes'][number];

/** Long enough that the API is not asked at every letter. */
const QUIET_MS = 500;

export interface Review {
  /** Of one scene: the API's, or an estimate until it has looked. */
  of(narration: string): SceneReview;
  readonly seconds: number;
  readonly costUsd: number | undefined;
  readonly makeSeconds: number | undefined;
  /** The last question was not answered. */
  readonly failed: boolean;
}

interface Known {
  readonly scenes: ReadonlyMap<string, SceneReview>;
  readonly costUsd?: number;
  readonly makeSeconds?: number;
}

/** What the API says of the script while it is written: lengths, cost, and what would not look right. */
export function useReview(draft: Draft | undefined): Review {
  const [known, setKnown] = useState<Known>({ scenes: new Map() });
  const [failed, setFailed] = useState(false);
  const body = draft && JSON.stringify(questionOf(draft));
  const online = useOnline();

  useEffect(() => {
    // Asked again as soon as the server can be reached.
    if (body === undefined || !online) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      check(body, stop.signal).then(
        (answer) => {
          if (!answer) return;
          setKnown(answer);
          setFailed(false);
        },
        () => {
          if (!stop.signal.aborted) setFailed(true);
        },
      );
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [body, online]);

  const language = draft?.settings.language ?? 'en';
  const of = (narration: string): SceneReview =>
    known.scenes.get(narration) ?? { seconds: plannedSeconds([narration], language), warnings: [] };
  const seconds = draft?.scenes.reduce((sum, { narration }) => sum + of(narration).seconds, 0) ?? 0;
  return {
    of,
    seconds: Math.round(seconds * 10) / 10,
    costUsd: known.costUsd,
    makeSeconds: known.makeSeconds,
    failed,
  };
}

/** Only scenes that say and show something: the others are said to be empty where they stand. */
function questionOf(draft: Draft): z.input<typeof checkRequest> | undefined {
  const scenes = draft.scenes.filter(
    ({ narration, visual }) => countWords(narration) > 0 && visual.trim() !== '',
  );
  if (scenes.length === 0 || draft.title.trim() === '') return undefined;
  const { voice, aspects } = draft.settings;
  return {
    script: scriptOf({ ...draft, scenes }),
    aspects: [...aspects],
    ...(voice !== '' && { voice }),
  };
}

async function check(body: string, signal: AbortSignal): Promise<Known | undefined> {
  const answer = await fetch('/api/scripts/check', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal,
  });
  // What is wrong with the script is said when it is made; here it only means that there is nothing to learn yet.
  if (answer.status === 400 || answer.status === 422) return undefined;
  if (!answer.ok) throw new Error(`The check answered ${answer.status}`);
  const review = (await answer.json()) as Answer;
  const { script } = JSON.parse(body) as z.infer<typeof checkRequest>;
  return {
    costUsd: review.costUsd,
    makeSeconds: review.makeSeconds,
    scenes: new Map(
      script.scenes.flatMap(({ narration }, index) => {
        const scene = review.scenes[index];
        return scene ? [[narration, scene]] : [];
      }),
    ),
  };
}
