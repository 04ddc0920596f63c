import { Client as NewClient, StreamableHTTPClientTransport as NewHttp } from '@modelcontextprotocol/client';
import { StdioClientTransport as NewStdio } from '@modelcontextprotocol/client/stdio';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as OldHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

interface Content {
  readonly type: string;
  readonly text?: string;
  readonly uri?: string;
  readonly mimeType?: string;
  readonly size?: number;
}

export interface ToolResult {
  readonly isError?: boolean | undefined;
  readonly content: readonly Content[];
  readonly structuredContent?: Record<string, unknown> | undefined;
}

interface Progress {
  readonly progress: number;
  readonly total?: number | undefined;
  readonly message?: string | undefined;
}

interface CallOptions {
  readonly onprogress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** What both official clients can do. */
export interface McpClient {
  /** The revision of the protocol that it speaks with the server. */
  readonly revision: string | undefined;
  /** Of the program that serves it over stdio. */
  readonly pid: number | undefined;
  /** Messages on the program's standard output that are none of the protocol, and the like. */
  readonly faults: readonly Error[];
  listTools(): Promise<{ tools: readonly Record<string, unknown>[] }>;
  call(name: string, args?: Record<string, unknown>, options?: CallOptions): Promise<ToolResult>;
  close(): Promise<void>;
}

export interface Program {
  readonly command: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  readonly cwd: string;
}

/** The official client of one line of the protocol. */
export interface ClientLine {
  readonly line: string;
  readonly revision: RegExp;
  overHttp(url: string, headers?: Record<string, string>): Promise<McpClient>;
  overStdio(program: Program): Promise<McpClient>;
}

const WHO = { name: 'a test', version: '1.0.0' };

async function old(transport: OldHttp | OldStdio): Promise<McpClient> {
  const client = new OldClient(WHO);
  const faults: Error[] = [];
  client.onerror = (error) => faults.push(error);
  await client.connect(transport as Parameters<OldClient['connect']>[0]);
  return {
    // The transport over stdio keeps it to itself.
    revision: 'protocolVersion' in transport ? transport.protocolVersion : undefined,
    pid: transport instanceof OldStdio ? (transport.pid ?? undefined) : undefined,
    faults,
    listTools: () => client.listTools(),
    call: async (name, args = {}, options = {}) =>
      (await client.callTool({ name, arguments: args }, undefined, options)) as unknown as ToolResult,
    close: () => client.close(),
  };
}

async function recent(transport: NewHttp | NewStdio): Promise<McpClient> {
  const client = new NewClient(WHO, { versionNegotiation: { mode: { pin: '2026-07-28' } } });
  const faults: Error[] = [];
  client.onerror = (error) => faults.push(error);
  await client.connect(transport);
  return {
    revision: client.getNegotiatedProtocolVersion(),
    pid: transport instanceof NewStdio ? (transport.pid ?? undefined) : undefined,
    faults,
    listTools: () => client.listTools(),
    call: async (name, args = {}, options = {}) =>
      (await client.callTool({ name, arguments: args }, options)) as unknown as ToolResult,
    close: () => client.close(),
  };
}

/** Until 2025 a client begins with `initialize`; since 2026 there is no session, and each request says who asks. */
export const CLIENT_LINES: readonly [ClientLine, ClientLine] = [
  {
    line: '2025',
    revision: /^2025-/,
    overHttp: (url, headers = {}) => old(new OldHttp(new URL(url), { requestInit: { headers } })),
    overStdio: (program) => old(new OldStdio({ ...program, stderr: 'ignore' })),
  },
  {
    line: '2026',
    revision: /^2026-07-28$/,
    overHttp: (url, headers = {}) => recent(new NewHttp(new URL(url), { requestInit: { headers } })),
    overStdio: (program) => recent(new NewStdio({ ...program, stderr: 'ignore' })),
  },
];
