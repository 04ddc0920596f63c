import { isRouteErrorResponse } from '@remix-run/react';
import type { ClientActionFunctionArgs } from '@remix-run/react';
import type { CreateAnswer } from './answer.ts';
import { storedForm } from './stored-form.ts';
import { BLANK } from './fields.ts';

/** Sends the form; a connection that breaks on the way is a sentence on the page, never the end of it. */
export async function sendCreate({ serverAction }: ClientActionFunctionArgs): Promise<CreateAnswer> {
  try {
    return await serverAction<CreateAnswer>();
  } catch (error) {
    // Redirects and answers of the server are thrown as such; what is left is that nothing came back.
    if (error instanceof Response || isRouteErrorResponse(error)) throw error;
    return { problems: [{ field: 'form', kind: 'unsent' }], values: storedForm.get() ?? BLANK };
  }
}
