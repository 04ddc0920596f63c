import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from './bucket.ts';
import type { StoredObject } from './bucket.ts';
import type { Fault } from './faults.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function json(value: unknown, status = 200): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: Buffer.from(JSON.stringify(value)),
  };
}

export function refusalReply({ status, reason, message }: Refusal): Reply {
  return json({ error: { code: status, message, errors: [{ domain: 'global', reason, message }] } }, status);
}

/** The content of an object, or a range of it, with the headers that Cloud Storage gives. */
export function media(
  request: IncomingMessage,
  object: StoredObject,
  extra: Record<string, string> = {},
): Reply {
  const headers = {
    'content-type': object.contentType,
    'accept-ranges': 'bytes',
    'x-goog-generation': object.generation,
    'x-goog-metageneration': object.metageneration,
    'x-goog-stored-content-encoding': 'identity',
    'x-goog-hash': `crc32c=${object.crc32c},md5=${object.md5}`,
    'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
    ...extra,
  };
  const size = object.bytes.length;
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (!range) return { status: 200, headers, body: object.bytes };
  const [first, last] = [Number(range[1]), Math.min(range[2] ? Number(range[2]) : size - 1, size - 1)];
  if (first >= size || last < first)
    throw new Refusal(416, 'requestedRangeNotSatisfiable', 'Request range not satisfiable');
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${first}-${last}/${size}` },
    body: object.bytes.subarray(first, last + 1),
  };
}

/** Sends a reply, with what a fault does to its body. */
export async function send(response: ServerResponse, reply: Reply, fault?: Fault): Promise<void> {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(reply.body.length) });
  if (fault?.kind === 'truncate') {
    response.write(reply.body.subarray(0, fault.bytes), () => setTimeout(() => response.destroy(), 20));
    return;
  }
  if (fault?.kind === 'corrupt') {
    const damaged = Buffer.from(reply.body);
    const middle = Math.floor(damaged.length / 2);
    damaged[middle] = (damaged[middle] ?? 0) ^ 1;
    response.end(damaged);
    return;
  }
  response.end(reply.body);
}
