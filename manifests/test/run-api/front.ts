import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Service, TrafficTarget } from './objects.ts';

/** Answers as a revision would. */
export type Answer = (revision: string, request: IncomingMessage, response: ServerResponse) => void;

/**
 * What Google's front end does: each service and each tag has an address of its own, and a request goes to a revision
 * by the traffic that is served now (status, not spec). 404 when the tag or the service is not there.
 */
export class Front {
  readonly #serviceOf: (name: string) => Service | undefined;
  readonly #answer: Answer;
  readonly #servers = new Map<string, { server: Server; url: Promise<string> }>();

  constructor(serviceOf: (name: string) => Service | undefined, answer: Answer) {
    this.#serviceOf = serviceOf;
    this.#answer = answer;
  }

  addressOf(service: string, tag: string | undefined): Promise<string> {
    const key = `${tag ?? ''}---${service}`;
    const known = this.#servers.get(key);
    if (known) return known.url;
    const server = createServer((request, response) => {
      const revision = choose(this.#serviceOf(service)?.status?.traffic ?? [], tag);
      if (revision !== undefined) return this.#answer(revision, request, response);
      response.writeHead(404).end('The requested URL was not found on this server.');
    });
    server.listen(0, '127.0.0.1');
    const url = once(server, 'listening').then(
      () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    );
    this.#servers.set(key, { server, url });
    return url;
  }

  close(): void {
    for (const { server } of this.#servers.values()) {
      server.close();
      server.closeAllConnections();
    }
  }
}

function choose(traffic: readonly TrafficTarget[], tag: string | undefined): string | undefined {
  if (tag !== undefined) return traffic.find((target) => target.tag === tag)?.revisionName;
  let left = Math.random() * 100;
  return traffic.find(({ percent = 0 }) => {
    left -= percent;
    return left < 0;
  })?.revisionName;
}
