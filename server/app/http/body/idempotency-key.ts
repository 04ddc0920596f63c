import { HttpProblem } from '@shortfactory/http-server';
import type { Answer } from '../routing/route.ts';

const WANTED = 'is not 1 to 200 visible ASCII characters';

/**
 * The value of an Idempotency-Key header, with or without the quotes of a structured field; undefined without one.
 * Throws HttpProblem.
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export function idempotencyKey(header: string): string | undefined {
  if (header === '') return undefined;
  const key = /^"([^"\\]*)"$/.exec(header)?.[1] ?? header;
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  const problem = { in: 'header' as const, pointer: '/Idempotency-Key', detail: WANTED };
  throw new HttpProblem('invalid-input', `Idempotency-Key ${WANTED}.`, { errors: [problem] });
}

/** What is accepted under such a key: where it is from now on, and whether it had been accepted before. */
export function accepted(path: string, body: unknown, created: boolean): Answer {
  return {
    status: 202,
    body,
    headers: {
      Location: path,
      ...(created ? {} : { 'Idempotent-Replayed': 'true' }),
      'Cache-Control': 'no-store',
    },
  };
}
