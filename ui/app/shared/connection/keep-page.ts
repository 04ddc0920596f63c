import { isRouteErrorResponse } from '@remix-run/react';
import type { ClientActionFunctionArgs, ShouldRevalidateFunctionArgs } from '@remix-run/react';

/** What an action of a page came to when it did not reach the server. */
export interface Unsent {
  readonly unsent: true;
}

/** Sends a form; a connection that breaks on the way is an answer to show, never the end of the page. */
export async function sendOrUnsent({ serverAction }: ClientActionFunctionArgs): Promise<Unsent | undefined> {
  try {
    return await serverAction<undefined>();
  } catch (error) {
    // Redirects and answers of the server are thrown as such; what is left is that nothing came back.
    if (error instanceof Response || isRouteErrorResponse(error)) throw error;
    return { unsent: true };
  }
}

/**
 * For `shouldRevalidate` of pages: what they show is not loaded anew after something that did not reach the server, or
 * that changed only the colours. There would be nothing new, and a server that is still starting would take the page
 * away.
 */
export function keepPage({
  actionResult,
  formAction,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  if (isUnsent(actionResult) || formAction === '/theme') return false;
  return defaultShouldRevalidate;
}

export function isUnsent(result: unknown): boolean {
  if (typeof result !== 'object' || result === null) return false;
  if ('unsent' in result) return true;
  const { problems } = result as { problems?: readonly { kind?: string }[] };
  return Array.isArray(problems) && problems.some(({ kind }) => kind === 'unsent');
}
