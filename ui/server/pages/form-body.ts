import type { Context } from 'koa';

/** A form with the longest script that is allowed has about a tenth of it. */
const MAX_FORM_BYTES = 1_000_000;
/** From a form's headers to its last byte. */
const FORM_MS = 20_000;

/**
 * The body of a request that may have one. A body that is larger or slower than a form can be is refused: the answer
 * says so, and what is left of the body is for `answerUnreadBody`.
 */
export async function readForm(ctx: Context): Promise<Uint8Array<ArrayBuffer> | 'refused' | undefined> {
  if (ctx.method === 'GET' || ctx.method === 'HEAD') return undefined;
  if (Number(ctx.get('content-length')) > MAX_FORM_BYTES) return tooLarge(ctx);
  if (ctx.req.headers.expect !== undefined) ctx.res.writeContinue();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, FORM_MS, 'late')));
  try {
    const body = ctx.req.iterator({ destroyOnReturn: false });
    const chunks: Buffer[] = [];
    let bytes = 0;
    for (;;) {
      const next = await Promise.race([body.next(), late]);
      if (next === 'late') return tooSlow(ctx);
      if (next.done === true) return new Uint8Array(Buffer.concat(chunks));
      const chunk = next.value as Buffer;
      bytes += chunk.length;
      if (bytes > MAX_FORM_BYTES) return tooLarge(ctx);
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(ctx: Context): 'refused' {
  ctx.status = 413;
  ctx.body = 'This form is larger than anything it could hold.';
  return 'refused';
}

function tooSlow(ctx: Context): 'refused' {
  ctx.status = 408;
  ctx.set('Connection', 'close');
  ctx.body = `This form did not arrive within ${FORM_MS / 1000} seconds.`;
  return 'refused';
}
