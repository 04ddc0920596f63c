import { KNOWN_ENDPOINTS, isLoopback } from '@shortfactory/config';
import type { Endpoint } from '@shortfactory/config';
import { EndpointClient } from './client.ts';

/** A server on the same machine answers in a few milliseconds, or is busy with something else. */
const LOOK_MS = 500;

export interface Found {
  readonly endpoint: Endpoint;
  /** At least one. */
  readonly models: readonly string[];
}

const HERE: readonly Endpoint[] = [...KNOWN_ENDPOINTS.values()].filter(({ url }) => isLoopback(url));

/**
 * The servers on this machine that answer with a list of models, in the order of the table. Sends no key and uses
 * nothing: whoever asks shows what was found.
 */
export async function findEndpoints(
  signal: AbortSignal,
  candidates: readonly Endpoint[] = HERE,
): Promise<readonly Found[]> {
  const all = await Promise.all(
    candidates.map(async ({ key: _, ...endpoint }): Promise<Found[]> => {
      const client = new EndpointClient(endpoint, { get: async () => undefined });
      const soon = AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)]);
      const models = await client.models(soon).catch(() => []);
      return models.length > 0 ? [{ endpoint, models }] : [];
    }),
  );
  signal.throwIfAborted();
  return all.flat();
}

/** "Ollama answers on this machine (127.0.0.1:11434) with qwen3:8b and 3 more" */
export function foundInWords({ endpoint, models }: Found): string {
  const more = models.length - 1;
  const { host } = new URL(endpoint.url);
  return `${endpoint.label} answers on this machine (${host}) with ${models[0] ?? ''}${more > 0 ? ` and ${more} more` : ''}`;
}
