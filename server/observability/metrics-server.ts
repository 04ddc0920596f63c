import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { Connections, listen } from '@shortfactory/http-server';
import type { Metrics } from './metrics.ts';

const TIMEOUTS = { requestTimeout: 10_000, headersTimeout: 5000, connectionsCheckingInterval: 1000 };
/** A scraper needs one connection; the others are for manual requests. */
const LIMITS = { connections: 32, connectionsPerAddress: 32 };

/**
 * Serves `GET /metrics` and nothing else, on a port that is not the public one. `scrub` is applied to the text last.
 * Throws PortUnavailable.
 */
export async function serveMetrics(
  metrics: Pick<Metrics, 'text'>,
  { host, port, scrub }: { host: string | undefined; port: number; scrub: (text: string) => string },
): Promise<Server> {
  const server = createServer(TIMEOUTS, (request, response) => {
    const [path] = (request.url ?? '').split('?');
    if (path !== '/metrics') return void response.writeHead(404).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    }
    metrics.text(request.headers.accept).then(
      ({ text, contentType }) =>
        response.writeHead(200, { 'Content-Type': contentType, Vary: 'Accept' }).end(scrub(text)),
      () => response.writeHead(500).end(),
    );
  });
  new Connections(server, LIMITS);
  await listen(server, { host, port, variable: 'METRICS_PORT' });
  return server;
}
