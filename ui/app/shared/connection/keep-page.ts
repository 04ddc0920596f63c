import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';

/** What an action of a page came to when it did not reach the server. */
export interface Unsent {
  readonly unsent: true;
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
