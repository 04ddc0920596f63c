import type { Context } from 'koa';

const METHODS = ['GET', 'HEAD', 'POST'];
const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i;

/** Why a page refuses a request, and the status of that answer. */
export interface Refusal {
  readonly status: 400 | 405 | 415;
  readonly sentence: string;
}

/** Pages are shown and forms are sent to them; every other method ends here. */
export function refusedMethod(ctx: Context): Refusal | undefined {
  if (METHODS.includes(ctx.method)) return undefined;
  ctx.set('Allow', METHODS.join(', '));
  return { status: 405, sentence: `A page takes ${METHODS.join(', ')}.` };
}

/** Refuses a body that is not a form or cannot be parsed, so that actions can read every other one without an error. */
export async function refusedForm(ctx: Context, body: Uint8Array<ArrayBuffer>): Promise<Refusal | undefined> {
  const type = ctx.get('content-type');
  if (!FORM.test(type)) return { status: 415, sentence: 'A page takes forms only.' };
  try {
    await new Response(body, { headers: { 'content-type': type } }).formData();
    return undefined;
  } catch {
    return { status: 400, sentence: 'This form cannot be read.' };
  }
}
