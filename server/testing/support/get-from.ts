import { request } from 'node:http';
import type { RequestOptions } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Got {
  readonly status: number;
  readonly body: string;
}

/** A request on a new connection from this address of this machine. Rejects when it is not answered within the time. */
export function getFrom(
  localAddress: string,
  url: string,
  { withinMs = 5000, json, ...options }: RequestOptions & { withinMs?: number; json?: unknown } = {},
): Promise<Got> {
  const body = json === undefined ? undefined : JSON.stringify(json);
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        ...options,
        ...(body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' } }),
        localAddress,
        agent: false,
        signal: AbortSignal.timeout(withinMs),
      },
      (answer) => {
        text(answer).then((said) => resolve({ status: answer.statusCode ?? 0, body: said }), reject);
      },
    );
    asked.once('error', reject).end(body);
  });
}
