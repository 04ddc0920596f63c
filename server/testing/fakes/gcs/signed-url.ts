import { createHash, createVerify } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refusal } from './bucket.ts';

/**
 * Checks a V4 signed URL as Cloud Storage does: the canonical request is built anew and its signature verified with the
 * public key of the account that the URL names. Throws 400 or 403.
 * @see https://cloud.google.com/storage/docs/access-control/signed-urls-v4
 */
export function verifySignedUrl(
  request: IncomingMessage,
  url: URL,
  nowMs: number,
  publicKeyOf: (account: string) => string | undefined,
): void {
  const query = url.searchParams;
  const [credential, date, expires, signature, signedHeaders] = [
    'X-Goog-Credential',
    'X-Goog-Date',
    'X-Goog-Expires',
    'X-Goog-Signature',
    'X-Goog-SignedHeaders',
  ].map((name) => query.get(name) ?? '');
  if (query.get('X-Goog-Algorithm') !== 'GOOG4-RSA-SHA256' || !signature)
    throw new Refusal(400, 'invalid', 'This is not a V4 signed URL.');
  const [account = '', ...scope] = (credential ?? '').split('/');
  const signedMs = Date.parse((date ?? '').replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
  const lifeSeconds = Number(expires);
  if (!(lifeSeconds > 0 && lifeSeconds <= 604_800)) throw new Refusal(400, 'invalid', 'Invalid expiry.');
  if (nowMs > signedMs + lifeSeconds * 1000) throw new Refusal(400, 'expired', 'The URL has expired.');

  const names = (signedHeaders ?? '').split(';');
  const headers = names.map((name) => {
    // Of an address with a port the signer knows the host alone.
    const value = name === 'host' ? (request.headers.host ?? '').split(':')[0] : request.headers[name];
    return `${name}:${String(value)}\n`;
  });
  const parameters = [...query]
    .filter(([name]) => name !== 'X-Goog-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const canonical = [
    request.method,
    url.pathname,
    parameters.join('&'),
    headers.join(''),
    names.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const signed = ['GOOG4-RSA-SHA256', date, scope.join('/'), hash].join('\n');
  const key = publicKeyOf(account);
  if (key === undefined || !createVerify('RSA-SHA256').update(signed).verify(key, signature, 'hex'))
    throw new Refusal(403, 'forbidden', 'The signature does not match.');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
