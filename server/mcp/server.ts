import { ProtocolError, ProtocolErrorCode, Server } from '@modelcontextprotocol/server';
import type { CallToolResult, ServerContext, Tool as ListedTool } from '@modelcontextprotocol/server';
import { isApiProblem } from './api.ts';
import type { Api } from './api.ts';
import { TOOLS } from './tools/index.ts';
import { CallRefused } from './tools/tool.ts';
import type { Result, Tool } from './tools/tool.ts';

export interface ServedBy {
  readonly api: Api;
  readonly version: string;
  /** An error that nobody expected, and that the caller is not shown. */
  readonly report: (error: unknown) => void;
}

const INSTRUCTIONS = `ShortFactory makes vertical short videos: narrated, illustrated, captioned word by word. create_video takes a topic, or a script from write_script, and answers at once with an id. get_video with waitSeconds: 50 waits; call it until status is done, failed or cancelled. Videos are made on the server whether anybody waits or not, so an id can be asked for later, in another session too.`;

/** The tools for one caller. It keeps nothing: one serves a single request, or one connection. */
export function createServer({ api, version, report }: ServedBy): Server {
  const server = new Server(
    { name: 'shortfactory', title: 'ShortFactory', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler('tools/list', () => ({ tools: TOOLS.map(listed) }));
  server.setRequestHandler('tools/call', async ({ params }, context) => {
    const tool = TOOLS.find(({ name }) => name === params.name);
    if (!tool) {
      const names = TOOLS.map(({ name }) => name).join(', ');
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `There is no tool “${params.name.slice(0, 60)}” (expected one of ${names}).`,
      );
    }
    const { signal } = context.mcpReq;
    try {
      return resultOf(await tool.call(params.arguments ?? {}, { api, signal, ...progressOf(context) }));
    } catch (error) {
      if (signal.aborted) throw error;
      return refusal(error, report);
    }
  });
  return server;
}

function listed({ name, title, description, input, output, effect }: Tool): ListedTool {
  return {
    ...{ name, title, description },
    inputSchema: input as ListedTool['inputSchema'],
    outputSchema: output as NonNullable<ListedTool['outputSchema']>,
    annotations: {
      title,
      readOnlyHint: effect === 'reads',
      destructiveHint: false,
      idempotentHint: effect !== 'again',
      openWorldHint: false,
    },
  };
}

/** Structured, and the same as text for clients that show text only. */
function resultOf({ content, links = [] }: Result): CallToolResult {
  return {
    structuredContent: { ...content },
    content: [
      { type: 'text', text: JSON.stringify(content) },
      ...links.map((link) => ({ type: 'resource_link' as const, ...link })),
    ],
  };
}

function progressOf({ mcpReq }: ServerContext) {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return {};
  return {
    progress: (percent: number, message: string): Promise<void> =>
      mcpReq.notify({
        method: 'notifications/progress',
        params: { progressToken, progress: percent, total: 100, message },
      }),
  };
}

/** An answer that a model can read and act on. */
function refusal(error: unknown, report: (error: unknown) => void): CallToolResult {
  return { isError: true, content: [{ type: 'text', text: sentence(error, report) }] };
}

const MOST_SAID = 8;

function sentence(error: unknown, report: (error: unknown) => void): string {
  if (error instanceof CallRefused) return error.message;
  if (!isApiProblem(error)) {
    report(error);
    return 'The server failed on this call; it is in its log.';
  }
  const { detail, errors = [], retryAfterSeconds } = error.problem;
  const faults = errors.slice(0, MOST_SAID).map((each) => `${each.pointer} ${each.detail}`.trim());
  const said = faults.length > 1 ? `${faults.join('; ')}.` : detail;
  return retryAfterSeconds === undefined ? said : `${said} Try again in ${retryAfterSeconds} s.`;
}
