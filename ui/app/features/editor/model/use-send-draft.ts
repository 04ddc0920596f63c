import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import type { Draft } from '../../../shared/drafts/draft.ts';
import type { DraftAnswer, DraftProblem } from './problems.ts';
import { requestOf } from '../../../shared/drafts/video-request.ts';

/**
 * Makes a video of the draft; the draft goes when the video is on its way, and only then. The key that the page came with
 * holds as long as the page: sent again after an answer that was lost, it is still one video.
 */
export function useSendDraft(draft: Draft, formKey: string) {
  const fetcher = useFetcher<DraftAnswer>();
  const [key] = useState(formKey);
  const busy = fetcher.state !== 'idle';
  const problems: readonly DraftProblem[] = busy ? [] : (fetcher.data?.problems ?? []);
  const make = (): void => {
    if (busy) return;
    fetcher.submit(
      { intent: 'make', key, draftId: draft.id, request: JSON.stringify(requestOf(draft)) },
      { method: 'post', action: `/scripts/${draft.id}` },
    );
  };
  return { busy, problems, make } as const;
}
