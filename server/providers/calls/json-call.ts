import type { z } from 'zod';
import { CallFailed } from './failure.ts';

/**
 * One request with a JSON body, or a GET without one. Throws CallFailed when the answer is not JSON or not of the shape
 * that the provider documents, and what `fetcher` throws.
 */
export async function jsonCall<T>(
  fetcher: typeof fetch,
  label: string,
  url: URL,
  init: { readonly headers: Record<string, string>; readonly body?: unknown; readonly signal: AbortSignal },
  shape: z.ZodType<T>,
): Promise<T> {
  const { headers, body, signal } = init;
  const response = await fetcher(url, {
    signal,
    ...(body === undefined
      ? { method: 'GET', headers }
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
  });
  const text = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new CallFailed('unusable', `The answer of ${label} cannot be read.`);
  }
  const parsed = shape.safeParse(json);
  if (!parsed.success) throw new CallFailed('unusable', `The answer of ${label} is not what it should be.`);
  return parsed.data;
}
