import type { IncomingMessage, RequestListener, Server, ServerOptions, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { createServer, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { connectionLimits } from './connection-limits.ts';
import { Connections } from './connections.ts';
import { HttpProblem } from './problem.ts';

/**
 * For `http.createServer(serverOptions, app.callback())`: in the constructor, because some are silently replaced when
 * set later. The load balancer keeps idle connections open for 600 s, so ours stay open longer. `requestTimeout` bounds
 * an upload over a slow line; JSON bodies and slow senders have stricter limits (limits.ts).
 */
export const serverOptions: ServerOptions = {
  headersTimeout: 15_000,
  requestTimeout: 900_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 620_000,
  maxHeaderSize: 16_384,
  noDelay: true,
  // The app rejects a request without Host itself, with an explanation.
  requireHostHeader: false,
};

/** Node warns of a leak from here on; a page behind compression has eleven listeners for its end. */
const LISTENERS_OF_AN_ANSWER = 32;

export interface PublicServer {
  readonly server: Server;
  readonly connections: Connections;
}

/**
 * A server for untrusted requests, not yet listening: time limits on request heads and on unread responses, a response
 * to malformed requests, and a bound on connections that fits this process's limit on open files.
 */
export function createPublicServer(answer: RequestListener, options: ServerOptions = {}): PublicServer {
  const server = guardServer(createServer({ ...serverOptions, ...options }, answer));
  // Before the app's own listener: connection limits, access log, body and file streams each wait for the answer's end.
  server.prependListener('request', (_request, response) => response.setMaxListeners(LISTENERS_OF_AN_ANSWER));
  return { server, connections: new Connections(server, connectionLimits()) };
}

/**
 * Handlers that a server needs besides its options: responses to what Node's parser rejects, to CONNECT and to Expect.
 */
export function guardServer(server: Server): Server {
  server.on('clientError', answerClientError);
  server.on('connect', (_request: IncomingMessage, socket: Socket) => {
    end(socket, new HttpProblem('method-not-allowed', 'This is not a proxy.', { headers: { Allow: 'GET' } }));
  });
  // The body reader sends 100 Continue after the head was accepted.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    server.emit('request', request, response);
  });
  server.on('checkExpectation', (request: IncomingMessage) => {
    end(request.socket, new HttpProblem('expectation-failed', 'Expect may only say 100-continue.'));
  });
  return server;
}

const KINDS: Readonly<Record<string, () => HttpProblem>> = {
  HPE_HEADER_OVERFLOW: () => new HttpProblem('headers-too-large', 'The headers have more than 16384 bytes.'),
  ERR_HTTP_REQUEST_TIMEOUT: () => new HttpProblem('too-slow', 'The request did not arrive in time.'),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: () => new HttpProblem('too-large', 'The chunk extensions are too large.'),
};

function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const known = KINDS[error.code ?? ''];
  end(socket, known?.() ?? new HttpProblem('malformed-request', 'This is not an HTTP/1.1 request.'));
}

/** Writes a complete response to a socket that has no response object. */
function end(socket: Socket, problem: HttpProblem): void {
  const requestId = randomUUID();
  const body = JSON.stringify(problem.toJSON(requestId));
  const headers = {
    'Content-Type': 'application/problem+json',
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
    Connection: 'close',
    ...problem.extras.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`, ...lines].join('\r\n');
  socket.end(`${head}\r\n\r\n${body}`, () => socket.destroySoon());
}
