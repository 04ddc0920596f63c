import { NotFound, ObjectDamaged } from '@shortfactory/core';
import type { ByteRange, Delivery, StoredFile } from '@shortfactory/core';
import { HttpProblem } from '@shortfactory/http-server';
import type { HttpLimits } from '@shortfactory/http-server';
import { byteRange, etagOf, precondition } from './conditional.ts';
import type { HttpContext } from '../routing/context.ts';
import { plainFileName } from './file-name.ts';
import type { Answer } from '../routing/route.ts';

export interface ServeOptions {
  /** Media type; by default the one in the store. */
  readonly contentType?: string;
  /** The file name for a browser that saves it. */
  readonly filename: string;
  readonly download: boolean;
  /** Length of the file when it was finished, where that is known. */
  readonly bytes?: number;
  /** The URL always returns this content. */
  readonly immutable: boolean;
  /** The caller may not learn the object's name: its bytes come through here, also from a bucket. */
  readonly hidesName?: boolean;
}

/** Lifetime of a link to a bucket: longer than a short is watched, shorter than a link is shared. */
const LINK_SECONDS = 3600;
const LINK_KEPT_SECONDS = 600;
const YEAR_SECONDS = 31_536_000;

/**
 * An object as an answer: a redirect to the bucket where the store signs links, else its bytes, with range and
 * conditional requests by RFC 9110. Throws NotFound, and ObjectDamaged for a file whose length is not the one that it was
 * made with.
 */
export async function serveObject(
  ctx: HttpContext,
  delivery: Delivery,
  limits: HttpLimits,
  name: string,
  options: ServeOptions,
): Promise<Answer> {
  const file = await delivery.stat(name);
  if (!file) throw new NotFound('This file is not there any more.');
  if (file.damaged || (options.bytes !== undefined && options.bytes !== file.bytes)) {
    throw new ObjectDamaged(`${name} has ${file.bytes} bytes, which is not what was stored.`);
  }
  const headers = headersOf(ctx, file, options);
  const unread = withoutReading(ctx, file, headers);
  if (unread) return unread;
  const link = options.hidesName
    ? undefined
    : await delivery.link(name, {
        seconds: LINK_SECONDS,
        ...(options.download ? { filename: options.filename } : {}),
      });
  if (link !== undefined) return redirect(link);
  return streamed(ctx, limits, file, headers, (range) => delivery.open(file.name, range));
}

/** The answer to a request that none of the file's bytes are needed for. Throws HttpProblem. */
export function withoutReading(
  ctx: HttpContext,
  file: StoredFile,
  headers: Record<string, string>,
): Answer | undefined {
  const failed = precondition(ctx, file);
  if (failed === 412) {
    throw new HttpProblem('precondition-failed', 'The file is another one than the request names.');
  }
  if (failed === 304) return { status: 304, headers };
  if (ctx.method === 'HEAD')
    return { status: 200, headers: { ...headers, 'Content-Length': String(file.bytes) } };
  return undefined;
}

function headersOf(ctx: HttpContext, file: StoredFile, options: ServeOptions): Record<string, string> {
  const { contentType = file.contentType, filename, download, immutable } = options;
  ctx.attachment(filename, {
    type: download ? 'attachment' : 'inline',
    fallback: plainFileName(filename),
  });
  const cache = immutable ? `private, max-age=${YEAR_SECONDS}, immutable` : 'private, no-cache';
  return {
    'Content-Type': contentType,
    ETag: etagOf(file),
    'Last-Modified': new Date(file.updatedMs).toUTCString(),
    'Accept-Ranges': 'bytes',
    'Cache-Control': cache,
    // A page of another origin may show a picture or a video. Not sandboxed: a browser that opens a video by itself
    // requests it again from its player, which a sandbox would block.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Content-Security-Policy':
      "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  };
}

function redirect(link: string): Answer {
  return {
    status: 302,
    headers: { Location: link, 'Cache-Control': `private, max-age=${LINK_KEPT_SECONDS}` },
  };
}

/** The file, or the range of it that was asked for. `open` gives undefined for one that is gone. Throws NotFound. */
export async function streamed(
  ctx: HttpContext,
  limits: HttpLimits,
  file: StoredFile,
  headers: Record<string, string>,
  open: (range: ByteRange | undefined) => Promise<NodeJS.ReadableStream | undefined>,
): Promise<Answer> {
  const range = byteRange(ctx, file);
  if (range === 'outside') {
    throw new HttpProblem('range-not-satisfiable', `The file has ${file.bytes} bytes.`, {
      headers: { 'Content-Range': `bytes */${file.bytes}` },
    });
  }
  const body = await open(range);
  if (!body) throw new NotFound('This file is not there any more.');
  // A client that stops reading keeps a file open; after this long without a byte read, both ends are closed.
  ctx.res.setTimeout(limits.idleWriteMs, () => ctx.res.destroy());
  if (range === undefined) {
    return { status: 200, body, headers: { ...headers, 'Content-Length': String(file.bytes) } };
  }
  const { first, last } = range;
  return {
    status: 206,
    body,
    headers: {
      ...headers,
      'Content-Length': String(last - first + 1),
      'Content-Range': `bytes ${first}-${last}/${file.bytes}`,
    },
  };
}
