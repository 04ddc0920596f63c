import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Refusal, resourceOf } from './bucket.ts';
import type { Resource } from './bucket.ts';
import { parseMultipart } from './multipart.ts';
import { json, media } from './reply.ts';
import type { Reply } from './reply.ts';
import type { Routed } from './route.ts';
import type { FakeGcs } from './server.ts';
import type { ChunkAnswer, Session } from './sessions.ts';
import { verifySignedUrl } from './signed-url.ts';

const MOST_NAMES = 1000;

/** Does what a request asks when it is called: its body has been read. */
export type Apply = () => Reply;

/** Reads a request's body and says what it will do. */
export async function prepare(fake: FakeGcs, routed: Routed, request: IncomingMessage): Promise<Apply> {
  const { operation, name, query } = routed;
  const described = (made: Parameters<typeof resourceOf>[1]): Reply => json(resourceOf(fake.name, made));
  if (operation === 'chunk' || operation === 'status') return prepareChunk(fake, routed, request);
  const body = await buffer(request);
  switch (operation) {
    case 'bucket':
      return () => json({ kind: 'storage#bucket', id: fake.name, name: fake.name });
    case 'metadata':
      return () => described(fake.bucket.get(name, query));
    case 'media':
      return () => media(request, fake.bucket.get(name, query));
    case 'list':
      return () => list(fake, query);
    case 'patch':
      return () => described(fake.bucket.patch(name, parseResource(body), query));
    case 'delete':
      return () => {
        fake.bucket.remove(name, query);
        return { status: 204, headers: {}, body: Buffer.alloc(0) };
      };
    case 'insert':
      return () => {
        const { resource, bytes } = parseMultipart(request.headers['content-type'] ?? '', body);
        return described(fake.bucket.put(query.get('name') ?? '', bytes, resource, query));
      };
    case 'session':
      return () => {
        fake.bucket.check(query.get('name') ?? '', query);
        const session = fake.sessions.open(request, query, parseResource(body));
        const location = `${fake.externalUrl ?? fake.url}/upload/storage/v1/b/${fake.name}/o?uploadType=resumable&upload_id=${session.id}`;
        return { status: 200, headers: { location }, body: Buffer.alloc(0) };
      };
    case 'rewrite':
      return () => rewrite(fake, routed, body);
    case 'signed':
      return () => {
        verifySignedUrl(request, routed.url, fake.nowMs(), (account) => fake.publicKeys.get(account));
        const disposition = query.get('response-content-disposition');
        const extra = disposition === null ? {} : { 'content-disposition': disposition };
        return media(request, fake.bucket.get(name, new URLSearchParams()), extra);
      };
  }
}

/** Each step names the same condition and body, or it is refused: a token belongs to one rewrite. */
function rewrite(fake: FakeGcs, { name, to, query }: Routed, body: Buffer): Reply {
  const source = fake.bucket.get(name, sourceConditions(query));
  const conditions = `${query.get('ifGenerationMatch')} ${query.get('sourceGeneration')} ${body.toString()}`;
  const [step = '0', ...rest] = (query.get('rewriteToken') ?? '').split(' ');
  if (query.has('rewriteToken') && rest.join(' ') !== conditions)
    throw new Refusal(400, 'invalid', 'The rewrite token belongs to another rewrite.');
  fake.bucket.check(to, query);
  const next = Number(step) + 1;
  const size = String(source.bytes.length);
  if (next < fake.rewriteSteps) {
    const rewriteToken = `${next} ${conditions}`;
    return json({ kind: 'storage#rewriteResponse', done: false, objectSize: size, rewriteToken });
  }
  const resource = { contentType: source.contentType, metadata: source.metadata, ...parseResource(body) };
  const made = fake.bucket.put(to, source.bytes, resource, query);
  return json({
    kind: 'storage#rewriteResponse',
    totalBytesRewritten: size,
    objectSize: size,
    done: true,
    resource: resourceOf(fake.name, made),
  });
}

async function prepareChunk(fake: FakeGcs, { query }: Routed, request: IncomingMessage): Promise<Apply> {
  const session = fake.sessions.get(query.get('upload_id') ?? '');
  const range = request.headers['content-range'];
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      fake.bytesOfChunks += chunk.length;
    }
  } catch {
    fake.sessions.keep(session, range, Buffer.concat(chunks));
    throw new Refusal(400, 'broken', 'The connection broke.');
  }
  if (request.method === 'OPTIONS')
    return () => ({ status: 200, headers: cors(session), body: Buffer.alloc(0) });
  return () => chunkReply(fake, session, fake.sessions.take(session, range, Buffer.concat(chunks)));
}

function chunkReply(fake: FakeGcs, session: Session, answer: ChunkAnswer): Reply {
  if ('made' in answer) {
    const reply = json(resourceOf(fake.name, answer.made));
    return { ...reply, headers: { ...reply.headers, ...cors(session) } };
  }
  const range = answer.received > 0 ? { range: `bytes=0-${answer.received - 1}` } : {};
  return { status: 308, headers: { ...range, ...cors(session) }, body: Buffer.alloc(0) };
}

/** A page of the origin that opened the session, and no other, may read the answers. */
function cors(session: Session): Record<string, string> {
  if (session.origin === undefined) return {};
  return {
    'access-control-allow-origin': session.origin,
    'access-control-allow-methods': 'PUT',
    'access-control-allow-headers': 'content-type, content-range',
    'access-control-expose-headers': 'range',
  };
}

function list(fake: FakeGcs, query: URLSearchParams): Reply {
  const limit = Math.min(Number(query.get('maxResults') ?? MOST_NAMES), fake.pageSize);
  const from = Buffer.from(query.get('pageToken') ?? '', 'base64url').toString();
  const start = [query.get('startOffset') ?? '', from].sort().at(-1) ?? '';
  const names = fake.bucket.names(query.get('prefix') ?? '', start, limit + 1);
  const next = names[limit];
  return json({
    kind: 'storage#objects',
    items: names.slice(0, limit).map((name) => ({ name })),
    ...(next === undefined ? {} : { nextPageToken: Buffer.from(next).toString('base64url') }),
  });
}

function sourceConditions(query: URLSearchParams): URLSearchParams {
  const conditions = new URLSearchParams();
  for (const [of, as] of [
    ['sourceGeneration', 'generation'],
    ['ifSourceGenerationMatch', 'ifGenerationMatch'],
  ] as const) {
    const value = query.get(of);
    if (value !== null) conditions.set(as, value);
  }
  return conditions;
}

function parseResource(body: Buffer): Resource {
  return body.length === 0 ? {} : (JSON.parse(body.toString()) as Resource);
}
