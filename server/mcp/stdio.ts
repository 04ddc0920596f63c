import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { HttpApi } from './http-api.ts';
import type { HttpApiOptions } from './http-api.ts';
import { createServer } from './server.ts';

export interface StdioOptions extends HttpApiOptions {
  readonly version: string;
  readonly report: (error: unknown) => void;
}

/** Serves the program that started this one, over standard input and output, until `close` or the end of its input. */
export function serveOverStdio({ version, report, ...options }: StdioOptions): { close(): Promise<void> } {
  const api = new HttpApi(options);
  return serveStdio(() => createServer({ api, version, report }), { onerror: report });
}
