import { createHmac } from 'node:crypto';

/** Bytes of a secret, by the specification. */
const SECRET_BYTES = { least: 24, most: 64 };
const SECRET = /^whsec_([A-Za-z0-9+/]{32,88}={0,2})$/;

export interface Signed {
  /** The same in every try. */
  readonly id: string;
  readonly timestampSeconds: number;
  readonly body: string;
}

/** The bytes of `whsec_…`, or undefined when it is no secret. */
export function secretBytes(secret: string): Buffer | undefined {
  const [, base64] = SECRET.exec(secret) ?? [];
  if (base64 === undefined) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  const isExact = bytes.toString('base64').replace(/=+$/, '') === base64.replace(/=+$/, '');
  return isExact && bytes.length >= SECRET_BYTES.least && bytes.length <= SECRET_BYTES.most
    ? bytes
    : undefined;
}

/**
 * The headers of a message, with a signature by each secret: while a secret is renewed there are two.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signedHeaders(
  { id, timestampSeconds, body }: Signed,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const signatures = secrets.map((secret) => {
    const bytes = secretBytes(secret);
    if (!bytes) throw new Error('a secret that was checked is none');
    return `v1,${createHmac('sha256', bytes).update(`${id}.${timestampSeconds}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': signatures.join(' '),
  };
}
