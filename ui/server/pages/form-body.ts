import type { Context } from 'koa';
import { MAX_PLAIN_RECORDING_BYTES } from '../../app/shared/api/upload.ts';

interface FormLimits {
  readonly bytes: number;
  /** From a form's headers to its last byte. */
  readonly ms: number;
}

/** A form with the longest script that is allowed has about a tenth of it. */
const FORM: FormLimits = { bytes: 1_000_000, ms: 20_000 };
/** The editor without scripts sends a recording with its form, which is held in memory. */
const WITH_RECORDING: FormLimits = { bytes: MAX_PLAIN_RECORDING_BYTES + FORM.bytes, ms: 120_000 };
const RECORDING_PATH = '/scripts/new';
/** Where a table is sent, which may be longer than a form can be. */
const TABLE_PATH = '/batches';
/** So many of those at a time. */
const MOST_RECORDINGS = 2;
let recordings = 0;

/**
 * The body of a request that may have one. A body that is larger or slower than a form can be is refused: the answer
 * says so, and what is left of the body is for `answerUnreadBody`.
 */
export async function readForm(ctx: Context): Promise<Uint8Array<ArrayBuffer> | 'refused' | undefined> {
  if (ctx.method === 'GET' || ctx.method === 'HEAD') return undefined;
  // Without a length it could grow: it is one of the few that may.
  const length = Number(ctx.get('content-length') || Infinity);
  if (ctx.path !== RECORDING_PATH || !isMultipart(ctx) || length <= FORM.bytes) return readWithin(FORM, ctx);
  if (recordings >= MOST_RECORDINGS) return tooMany(ctx);
  recordings += 1;
  try {
    return await readWithin(WITH_RECORDING, ctx);
  } finally {
    recordings -= 1;
  }
}

async function readWithin(limits: FormLimits, ctx: Context): Promise<Uint8Array<ArrayBuffer> | 'refused'> {
  if (Number(ctx.get('content-length')) > limits.bytes) return tooLarge(ctx, limits);
  if (ctx.req.headers.expect !== undefined) ctx.res.writeContinue();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, limits.ms, 'late')));
  try {
    const body = ctx.req.iterator({ destroyOnReturn: false });
    const chunks: Buffer[] = [];
    let bytes = 0;
    for (;;) {
      const next = await Promise.race([body.next(), late]);
      if (next === 'late') return tooSlow(ctx, limits);
      if (next.done === true) return new Uint8Array(Buffer.concat(chunks));
      const chunk = next.value as Buffer;
      bytes += chunk.length;
      if (bytes > limits.bytes) return tooLarge(ctx, limits);
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(timer);
  }
}

function isMultipart(ctx: Context): boolean {
  return /^multipart\/form-data\s*;/i.test(ctx.get('content-type'));
}

function tooLarge(ctx: Context, { bytes }: FormLimits): 'refused' {
  ctx.status = 413;
  ctx.body =
    bytes === FORM.bytes
      ? `This form is larger than anything it could hold: ${FORM.bytes / 1e6} MB at the most.${ctx.path === TABLE_PATH ? ' A larger table goes through the API, or is sent in two.' : ''}`
      : `A recording that comes with a form has at most ${MAX_PLAIN_RECORDING_BYTES / 1e6} MB.`;
  return 'refused';
}

function tooMany(ctx: Context): 'refused' {
  ctx.status = 503;
  ctx.set('Retry-After', '10');
  ctx.body = 'Other recordings are being sent. Go back and send this one again.';
  return 'refused';
}

function tooSlow(ctx: Context, { ms }: FormLimits): 'refused' {
  ctx.status = 408;
  ctx.set('Connection', 'close');
  ctx.body = `This form did not arrive within ${ms / 1000} seconds.`;
  return 'refused';
}
