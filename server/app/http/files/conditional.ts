import type { ByteRange, StoredFile } from '@shortfactory/core';
import type { HttpContext } from '../routing/context.ts';

export function etagOf(file: StoredFile): string {
  return `"${file.etag}"`;
}

/**
 * 412 or 304 where a conditional request asks for it, in the order of RFC 9110, section 13.2.2.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2
 */
export function precondition(ctx: HttpContext, file: StoredFile): 304 | 412 | undefined {
  const etag = etagOf(file);
  const ifMatch = ctx.get('If-Match');
  if (ifMatch !== '') {
    if (ifMatch !== '*' && !tags(ifMatch).includes(etag)) return 412;
  } else {
    const since = Date.parse(ctx.get('If-Unmodified-Since'));
    if (seconds(file.updatedMs) > since) return 412;
  }
  return isKnown(ctx, etag, file.updatedMs) ? 304 : undefined;
}

/**
 * Whether the caller has this content already. Unlike Koa's own `fresh` it also evaluates the condition of a request
 * with `Cache-Control: no-cache`, which every fetch() with a condition of its own sends.
 */
export function isKnown(ctx: HttpContext, etag: string, updatedMs?: number): boolean {
  if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return false;
  const ifNoneMatch = ctx.get('If-None-Match');
  if (ifNoneMatch !== '') {
    return ifNoneMatch === '*' || tags(ifNoneMatch).some((tag) => tag.replace(/^W\//, '') === etag);
  }
  return updatedMs !== undefined && seconds(updatedMs) <= Date.parse(ctx.get('If-Modified-Since'));
}

/**
 * The single range that a GET requests. Undefined where the whole is to be sent: no range, several, one that cannot be
 * parsed, or an If-Range that names another content; 'outside' where it begins behind the end.
 */
export function byteRange(ctx: HttpContext, file: StoredFile): ByteRange | 'outside' | undefined {
  const header = ctx.get('Range');
  if (header === '' || ctx.method !== 'GET' || !isSame(ctx.get('If-Range'), file)) return undefined;
  const [, from = '', to = ''] = /^bytes= *(\d*)-(\d*) *$/i.exec(header) ?? [];
  if (from === '') return to === '' ? undefined : lastBytes(Number(to), file.bytes);
  const [first, last] = [Number(from), to === '' ? Infinity : Number(to)];
  if (last < first) return undefined;
  return first >= file.bytes ? 'outside' : { first, last: Math.min(last, file.bytes - 1) };
}

function lastBytes(count: number, bytes: number): ByteRange | 'outside' {
  return count === 0 || bytes === 0 ? 'outside' : { first: Math.max(0, bytes - count), last: bytes - 1 };
}

function isSame(ifRange: string, file: StoredFile): boolean {
  if (ifRange === '') return true;
  if (ifRange.startsWith('"') || ifRange.startsWith('W/')) return ifRange === etagOf(file);
  return Date.parse(ifRange) === seconds(file.updatedMs);
}

/** HTTP dates have no milliseconds. */
function seconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}

function tags(list: string): string[] {
  return list.split(',').map((tag) => tag.trim());
}
