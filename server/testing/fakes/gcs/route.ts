import type { IncomingMessage } from 'node:http';
import { Refusal } from './bucket.ts';
import type { Operation } from './faults.ts';

export interface Routed {
  readonly operation: Operation;
  readonly url: URL;
  readonly query: URLSearchParams;
  /** Object name, where the request names one in its path. */
  readonly name: string;
  /** Where a rewrite goes. */
  readonly to: string;
}

/** Which operation a request is. The client drops `/storage/v1` when its environment names an emulator. */
export function route(request: IncomingMessage, url: URL, bucket: string): Routed {
  const query = url.searchParams;
  const path = url.pathname.replace(/^\/(download\/)?storage\/v1\//, '/');
  const base = { url, query, name: '', to: '' };
  const method = request.method ?? '';
  const upload = /^\/upload\/storage\/v1\/b\/([^/]+)\/o$/.exec(path);
  const object = /^\/b\/([^/]+)\/o(?:\/([^/]+))?$/.exec(path);
  const rewrite = /^\/b\/([^/]+)\/o\/([^/]+)\/rewriteTo\/b\/([^/]+)\/o\/([^/]+)$/.exec(path);
  const bucketOnly = /^\/b\/([^/]+)$/.exec(path);
  const named = upload?.[1] ?? object?.[1] ?? rewrite?.[1] ?? bucketOnly?.[1];
  if (named !== undefined && named !== bucket)
    throw new Refusal(404, 'notFound', 'The specified bucket does not exist.');

  if (upload && (method === 'PUT' || method === 'OPTIONS')) {
    const isStatus = /^bytes \*\//.test(request.headers['content-range'] ?? '');
    return { ...base, operation: isStatus ? 'status' : 'chunk' };
  }
  if (upload && method === 'POST')
    return { ...base, operation: query.get('uploadType') === 'resumable' ? 'session' : 'insert' };
  if (rewrite && method === 'POST')
    return {
      ...base,
      operation: 'rewrite',
      name: decodeURIComponent(rewrite[2] ?? ''),
      to: decodeURIComponent(rewrite[4] ?? ''),
    };
  if (bucketOnly && method === 'GET') return { ...base, operation: 'bucket' };
  if (object && method === 'GET' && object[2] === undefined) return { ...base, operation: 'list' };
  if (object?.[2] !== undefined) {
    const name = decodeURIComponent(object[2]);
    if (method === 'PATCH') return { ...base, operation: 'patch', name };
    if (method === 'DELETE') return { ...base, operation: 'delete', name };
    if (method === 'GET')
      return { ...base, operation: query.get('alt') === 'media' ? 'media' : 'metadata', name };
  }
  const signed = new RegExp(`^/${bucket}/(.+)$`).exec(url.pathname);
  if (signed && ['GET', 'HEAD'].includes(method))
    return { ...base, operation: 'signed', name: decodeURIComponent(signed[1] ?? '') };
  throw new Refusal(404, 'notFound', `There is no ${method} ${url.pathname}.`);
}
