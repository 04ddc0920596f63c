import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refusal } from './bucket.ts';
import type { FakeBucket, Resource, StoredObject } from './bucket.ts';

/** Bytes are kept in such pieces when a connection breaks. */
const KEPT_BYTES = 256 * 1024;

export interface Session {
  readonly id: string;
  readonly name: string;
  readonly resource: Resource;
  readonly query: URLSearchParams;
  readonly origin: string | undefined;
  readonly declaredBytes: number | undefined;
  received: Buffer;
  made?: StoredObject;
}

export type ChunkAnswer =
  | { readonly made: StoredObject }
  /** Bytes that are kept so far: 308 Resume Incomplete. */
  | { readonly received: number };

/**
 * Resumable uploads: a session takes bytes in one request or several and becomes an object with the last.
 * @see https://cloud.google.com/storage/docs/performing-resumable-uploads
 */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #bucket: FakeBucket;

  constructor(bucket: FakeBucket) {
    this.#bucket = bucket;
  }

  open(request: IncomingMessage, query: URLSearchParams, resource: Resource): Session {
    const length = request.headers['x-upload-content-length'];
    const type = request.headers['x-upload-content-type'];
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      name: query.get('name') ?? '',
      resource: { ...resource, ...(typeof type === 'string' ? { contentType: type } : {}) },
      query,
      origin: request.headers.origin,
      declaredBytes: typeof length === 'string' ? Number(length) : undefined,
      received: Buffer.alloc(0),
    };
    this.#sessions.set(session.id, session);
    return session;
  }

  get(id: string): Session {
    const session = this.#sessions.get(id);
    if (!session) throw new Refusal(404, 'notFound', 'No such upload session.');
    return session;
  }

  /** @param range the Content-Range header; without it the body is the whole object. */
  take(session: Session, range: string | undefined, body: Buffer): ChunkAnswer {
    if (session.made) return { made: session.made };
    const parsed = /^bytes (?:(\d+)-(\d+|\*)|\*)\/(\d+|\*)$/.exec(range ?? `bytes 0-*/${body.length}`);
    if (!parsed) throw new Refusal(400, 'invalid', `Invalid Content-Range: ${range}`);
    const [, first, last, total] = parsed;
    if (first === undefined) {
      const complete = total !== '*' && Number(total) === session.received.length;
      return complete ? this.#finish(session) : { received: session.received.length };
    }
    const offset = Number(first);
    if (offset > session.received.length)
      throw new Refusal(503, 'backendError', `Bytes ${session.received.length} to ${offset} are missing.`);
    session.received = Buffer.concat([session.received.subarray(0, offset), body]);
    const isLast = total === '*' ? last === '*' : session.received.length >= Number(total);
    return isLast ? this.#finish(session) : { received: session.received.length };
  }

  /** What came before the connection broke. */
  keep(session: Session, range: string | undefined, body: Buffer): void {
    const first = Number(/^bytes (\d+)-/.exec(range ?? 'bytes 0-')?.[1] ?? Number.NaN);
    if (session.made || !(first <= session.received.length)) return;
    const all = Buffer.concat([session.received.subarray(0, first), body]);
    session.received = all.subarray(0, Math.floor(all.length / KEPT_BYTES) * KEPT_BYTES);
  }

  #finish(session: Session): ChunkAnswer {
    const { received, declaredBytes } = session;
    if (declaredBytes !== undefined && declaredBytes !== received.length)
      throw new Refusal(400, 'invalid', `${declaredBytes} bytes were announced and ${received.length} came.`);
    session.made = this.#bucket.put(session.name, received, session.resource, session.query);
    return { made: session.made };
  }
}
