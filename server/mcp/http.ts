import { createMcpHandler } from '@modelcontextprotocol/server';
import { createServer } from './server.ts';
import type { ServedBy } from './server.ts';

export interface McpRequest extends ServedBy {
  /** A JSON-RPC message as it was parsed; batches are answered before. */
  readonly body: unknown;
  /** Headers of the protocol and of content negotiation. */
  readonly headers: Readonly<Record<string, string>>;
  /** Aborted when the caller has gone: what it asked for ends. */
  readonly signal: AbortSignal;
}

/** Answers one POST, of either line of the protocol. Nothing is left of it afterwards. */
export async function serveMcp({ body, headers, signal, ...servedBy }: McpRequest): Promise<Response> {
  const handler = createMcpHandler(() => createServer(servedBy), {
    // What it refuses it has answered.
    onerror: () => undefined,
  });
  const request = new Request('http://localhost/mcp', { method: 'POST', headers, signal });
  return handler.fetch(request, { parsedBody: body });
}
