import { isRouteErrorResponse } from '@remix-run/react';
import type { ClientActionFunctionArgs } from '@remix-run/react';
import { draftIsMade } from '../../../shared/drafts/browser-drafts.ts';
import type { DraftAnswer } from './problems.ts';

/** Sends the script; a connection that breaks on the way is a sentence on the page, never the end of it. */
export async function sendDraft({ serverAction, params }: ClientActionFunctionArgs): Promise<DraftAnswer> {
  try {
    return await serverAction<DraftAnswer>();
  } catch (error) {
    if (error instanceof Response) {
      // A redirect to the video: it has the script now.
      draftIsMade(params['draftId'] ?? '');
      throw error;
    }
    if (isRouteErrorResponse(error)) throw error;
    return { problems: [{ kind: 'unsent' }] };
  }
}
